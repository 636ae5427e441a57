import type { MoveBacktest } from './move-rates.ts'
import type { QuantityBacktest } from './quantity-backtest.ts'

/** The scores of the forecasts of one target made so many years ahead at one origin. */
export interface BacktestRow {
  readonly target: string
  readonly horizon: number
  readonly origin: number
  readonly n: number
  readonly mae: number | null
  readonly crps: number
  readonly skill: number | null
  readonly cover50: number | null
  readonly cover80: number | null
  readonly cover90: number | null
  readonly cover95: number | null
}

/** The rows of a quantity, with five digits. */
export function quantityRows(target: string, { horizon, origins }: Pick<QuantityBacktest, 'horizon' | 'origins'>): BacktestRow[] {
  return origins.map(({ origin, n, mae, crps, crpsNoChange, cover50, cover80, cover90, cover95 }) => ({
    ...{ target, horizon, origin, n, mae: short(mae), crps: short(crps), skill: short(1 - crps / crpsNoChange) },
    ...{ cover50: short(cover50), cover80: short(cover80), cover90: short(cover90), cover95: short(cover95) },
  }))
}

/** The rows of an event. `crps` is the Brier score, which it equals, and there are no bands. */
export function moveRows(target: string, { horizon, origins }: Pick<MoveBacktest, 'horizon' | 'origins'>): BacktestRow[] {
  return origins.map(({ origin, n, brier, brierBase }) => ({
    ...{ target, horizon, origin, n, mae: null, crps: short(brier), skill: brierBase > 0 ? short(1 - brier / brierBase) : null },
    ...{ cover50: null, cover80: null, cover90: null, cover95: null },
  }))
}

const short = (value: number): number => Number(value.toPrecision(5))

import type { MoveRates } from '../backtest/move-rates.ts'
import type { PooledFit } from '../pooled/pooled-forecast.ts'
import type { OutlookSkill } from './outlook-target.ts'

/** What was learnt over all pairs, for forecasts of one quantity so many years ahead. */
export interface FittedHorizon {
  readonly horizon: number
  readonly fit: PooledFit
  readonly skill: OutlookSkill | null
  /** Forecasts that were scored, and the origins at which they were made. */
  readonly forecasts: number
  readonly origins: number
}

/** The same for moves of a pair from one class of standing to another. */
export interface FittedMoves {
  readonly horizon: number
  readonly rates: MoveRates
  readonly skill: OutlookSkill | null
  readonly forecasts: number
  readonly origins: number
}

/** What the back-test learnt, as `scripts/outlook/outlook-backtest.ts` writes it. */
export interface OutlookFits {
  readonly schemaVersion: 1
  /** Id of the snapshot that was learnt from. */
  readonly snapshot: string
  readonly quantities: Readonly<
    Record<
      string,
      {
        /** Pairs, or ordered pairs, with a forecast from the last period. */
        readonly covered: number
        readonly horizons: readonly FittedHorizon[]
      }
    >
  >
  readonly moves: Readonly<Record<'standing-up' | 'standing-down', readonly FittedMoves[]>>
}

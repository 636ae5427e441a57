import { arimaForecast } from './arima.ts'
import { etsForecast } from './ets.ts'
import type { PointForecast } from './point-forecast.ts'
import { driftForecast, noChange } from './random-walk.ts'
import { thetaForecast } from './theta.ts'

/** A model for one series, by the name under which a user asks for it. */
export type ForecastModel = 'theta' | 'ets' | 'arima' | 'drift' | 'naive'

/** The fewest values from which any model is fitted: below that, the parameters of exponential smoothing cannot be estimated. */
export const fewestValues = 7

const byName: Readonly<Record<ForecastModel, (y: ArrayLike<number>, horizon: number) => PointForecast>> = {
  theta: thetaForecast,
  ets: etsForecast,
  arima: arimaForecast,
  drift: driftForecast,
  naive: noChange,
}

/**
 * Forecasts a series by a model.
 *
 * @param y         at least `fewestValues`, evenly spaced
 * @param horizon   how many periods ahead
 * @throws RangeError if the model cannot be fitted
 * @example forecastBy('naive', [1, 2, 4], 1).mean   // [4]
 */
export function forecastBy(model: ForecastModel, y: ArrayLike<number>, horizon: number): PointForecast {
  return byName[model](y, horizon)
}

import { smoothingForecast } from './ets.ts'
import { fitSmoothing, lineThrough } from './exponential-smoothing.ts'
import type { PointForecast } from './point-forecast.ts'

/**
 * Forecasts by the Theta method: simple exponential smoothing, plus half the slope of the least-squares line through the series.
 *
 * @param y         at least five values, evenly spaced
 * @param horizon   how many periods ahead
 * @throws RangeError if the series is too short
 * @see Assimakopoulos & Nikolopoulos 2000, International Journal of Forecasting 16(4); Hyndman & Billah 2003, the same 19(2)
 * @example thetaForecast([3, 5, 4, 6, 5, 7], 2).mean.length   // 2
 */
export function thetaForecast(y: ArrayLike<number>, horizon: number): PointForecast {
  const series = Float64Array.from(y)
  const fit = fitSmoothing(series, { error: 'A', trend: 'N', damped: false }, 'mean-square')
  if (fit === undefined) throw new RangeError('thetaForecast: the series is too short')
  const { alpha, variance } = fit
  const drift = lineThrough(series).slope / 2
  const lag = (1 - (1 - alpha) ** series.length) / alpha
  return {
    model: 'Theta',
    mean: smoothingForecast(fit, horizon).mean.map((level, h) => level + drift * (h + lag)),
    error: Float64Array.from({ length: horizon }, (_, h) => Math.sqrt(variance * (h * alpha * alpha + 1))),
  }
}

import { quantile } from '../../numeric/quantile.ts'
import { meanAbsoluteChange, meanOver } from './point-scores.ts'

/** Forecast bands of one level, one for each value. */
export interface Bands {
  readonly low: ArrayLike<number>
  readonly high: ArrayLike<number>
}

/**
 * Returns the interval score of one band: its width, and 2 / (1 - level) times the distance of the value from it. Less is better.
 *
 * @param level   share of values that the band should hold, such as 0.95
 * @see Gneiting & Raftery 2007, JASA 102(477)
 * @example intervalScore(12, 4, 10, 0.5)   // 14
 */
export function intervalScore(actual: number, low: number, high: number, level: number): number {
  return high - low + (2 / (1 - level)) * (Math.max(0, low - actual) + Math.max(0, actual - high))
}

/**
 * Returns the weighted interval score of a median and some central bands, which comes near the CRPS the more bands there are. Of a median alone it is the absolute
 * error. Less is better.
 *
 * @see Bracher, Ray, Gneiting & Reich 2021, PLOS Computational Biology 17(2)
 * @example weightedIntervalScore(12, 7, [{ level: 0.5, low: 4, high: 10 }]).toFixed(2)   // '4.00'
 */
export function weightedIntervalScore(
  actual: number,
  median: number,
  bands: readonly { readonly level: number; readonly low: number; readonly high: number }[],
): number {
  const ofBands = bands.reduce((sum, { level, low, high }) => sum + ((1 - level) / 2) * intervalScore(actual, low, high, level), 0)
  return (Math.abs(actual - median) / 2 + ofBands) / (bands.length + 0.5)
}

/**
 * Returns the mean interval score of draws (MIS) as the forecasting competition of ViEWS defines it: the band lies between the quantiles (1 - level) / 2 and
 * (1 + level) / 2 of the draws, by linear interpolation.
 *
 * @param actual   what came
 * @param draws    draws of the forecast of each value
 * @param level    share of values that the band should hold; ViEWS uses 0.9
 * @see Hegre et al. 2025, Journal of Peace Research: the VIEWS prediction challenge of 2023-24
 * @example meanIntervalScore([5], [Float64Array.of(0, 1, 2, 3, 4)], 0.5)   // 10
 */
export function meanIntervalScore(actual: ArrayLike<number>, draws: readonly Float64Array[], level: number): number {
  return meanOver(actual, (y, i) => intervalScore(y, quantile(draws[i]!, (1 - level) / 2), quantile(draws[i]!, 1 - (1 - level) / 2), level))
}

/**
 * Returns the mean scaled interval score (MSIS) of the M4 competition: the mean interval score over the mean absolute change in the past of the series.
 *
 * @see Makridakis, Spiliotis & Assimakopoulos 2020, International Journal of Forecasting 36(1)
 * @example msis([1, 2, 3], [4], { low: [3], high: [5] }, 0.95)   // 2
 */
export function msis(past: ArrayLike<number>, actual: ArrayLike<number>, { low, high }: Bands, level: number): number {
  return meanOver(actual, (y, i) => intervalScore(y, low[i]!, high[i]!, level)) / meanAbsoluteChange(past)
}

/**
 * Returns the share of values that lie within their bands; the ends belong to the band.
 *
 * @example coverage([1, 5], { low: [0, 0], high: [2, 2] })   // 0.5
 */
export function coverage(actual: ArrayLike<number>, { low, high }: Bands): number {
  return meanOver(actual, (y, i) => Number(y >= low[i]! && y <= high[i]!))
}

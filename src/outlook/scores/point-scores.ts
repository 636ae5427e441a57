/**
 * Returns the symmetric mean absolute percentage error of the M3 competition: 200 |y - f| / (|y| + |f|), averaged. Where both are 0 the error is 0.
 *
 * @param actual     what came
 * @param forecast   as many forecasts
 * @returns          per cent, 0 to 200
 * @see Makridakis & Hibon 2000, International Journal of Forecasting 16(4)
 * @example smape([100, 50], [100, 150])   // 50
 */
export function smape(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  return meanOver(actual, (y, i) => (y === forecast[i] ? 0 : (200 * Math.abs(y - forecast[i]!)) / (Math.abs(y) + Math.abs(forecast[i]!))))
}

/**
 * Returns the mean absolute error.
 *
 * @example meanAbsoluteError([1, 2], [1, 4])   // 1
 */
export function meanAbsoluteError(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  return meanOver(actual, (y, i) => Math.abs(y - forecast[i]!))
}

/**
 * Returns the mean absolute scaled error: the mean absolute error over that of no change, one period ahead, in the past of the series.
 *
 * @param past   the series that the forecast was made from, evenly spaced
 * @see Hyndman & Koehler 2006, International Journal of Forecasting 22(4)
 * @example mase([1, 2, 3], [5, 6], [4, 4])   // 1.5
 */
export function mase(past: ArrayLike<number>, actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  return meanAbsoluteError(actual, forecast) / meanAbsoluteChange(past)
}

/**
 * Returns the mean absolute change from one value to the next, the scale of MASE and MSIS.
 *
 * @example meanAbsoluteChange([1, 2, 5])   // 2
 */
export function meanAbsoluteChange(past: ArrayLike<number>): number {
  let sum = 0
  for (let t = 1; t < past.length; t++) sum += Math.abs(past[t]! - past[t - 1]!)
  return sum / (past.length - 1)
}

/** Returns the mean of a function of the values. */
export function meanOver(values: ArrayLike<number>, of: (value: number, i: number) => number): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += of(values[i]!, i)
  return sum / values.length
}

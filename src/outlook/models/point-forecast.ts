/** What a model says of the next periods of one series. */
export interface PointForecast {
  /** The model with its form: `ETS(A,N,N)`, `ARIMA(0,1,0) with drift`. */
  readonly model: string
  /** Forecast of each period ahead, in the units of the series. */
  readonly mean: Float64Array
  /** Standard error of each of them under the model's own normal errors. */
  readonly error: Float64Array
}

/**
 * Returns whether a series never changes, but for rounding.
 *
 * @example isConstant([2, 2, 2])   // true
 */
export function isConstant(y: ArrayLike<number>): boolean {
  let [difference, size] = [0, 0]
  for (let i = 1; i < y.length; i++) {
    if (y[i] === y[0]) continue
    difference += Math.abs(y[i]! - y[0]!)
    size += Math.abs(y[i]!)
  }
  return difference <= 1.5e-8 * size
}

/**
 * Returns the differences between successive values, `times` times over: as many values fewer.
 *
 * @example differences([1, 4, 9], 1)   // [3, 5]
 */
export function differences(y: ArrayLike<number>, times: number): Float64Array {
  let found = Float64Array.from(y)
  for (let d = 0; d < times; d++) found = found.slice(1).map((value, i) => value - found[i]!)
  return found
}

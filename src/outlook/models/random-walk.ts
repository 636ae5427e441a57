import { differences, type PointForecast } from './point-forecast.ts'

/**
 * Forecasts no change: every later period is like the last. The error grows with the root of the time ahead, from the mean square of past changes.
 *
 * @param y         at least two values, evenly spaced
 * @param horizon   how many periods ahead
 * @example noChange([1, 2, 4], 2).mean   // [4, 4]
 */
export function noChange(y: ArrayLike<number>, horizon: number): PointForecast {
  const changes = differences(y, 1)
  const variance = changes.reduce((sum, change) => sum + change * change, 0) / changes.length
  return {
    model: 'Random walk',
    mean: new Float64Array(horizon).fill(y[y.length - 1]!),
    error: Float64Array.from({ length: horizon }, (_, i) => Math.sqrt(variance * (i + 1))),
  }
}

/**
 * Forecasts that the mean change of the past goes on: a random walk with drift. The error includes that of the drift itself.
 *
 * @param y         at least three values, evenly spaced
 * @param horizon   how many periods ahead
 * @example driftForecast([1, 2, 5], 2).mean   // [7, 9]
 */
export function driftForecast(y: ArrayLike<number>, horizon: number): PointForecast {
  const changes = differences(y, 1)
  const n = changes.length
  const drift = changes.reduce((sum, change) => sum + change, 0) / n
  const variance = changes.reduce((sum, change) => sum + (change - drift) ** 2, 0) / (n - 1)
  return {
    model: 'Random walk with drift',
    mean: Float64Array.from({ length: horizon }, (_, i) => y[n]! + (i + 1) * drift),
    error: Float64Array.from({ length: horizon }, (_, i) => Math.sqrt(variance * (i + 1) + ((i + 1) ** 2 * variance) / n)),
  }
}

import { fewestValues } from '../models/forecast-models.ts'
import { isConstant } from '../models/point-forecast.ts'
import { driftForecast } from '../models/random-walk.ts'

/** A series of numbers at even steps, with the periods as they are written. */
export interface TimeSeries {
  readonly name: string
  readonly periods: readonly string[]
  readonly values: Float64Array
  /** Periods without a value between the first and the last one. */
  readonly missing: readonly string[]
  /** Writes the period that is so many steps after the last. */
  readonly after: (steps: number) => string
}

/** Standard errors within which a value counts as usual. Of the M3 yearly series, whose errors are far from normal, one in 25 leaves them in its last values. */
const usualErrors = 6

/**
 * Returns why there is no forecast of a series; undefined where there can be one.
 *
 * @param horizon   how many periods ahead
 */
export function reasonAgainst({ values, missing }: TimeSeries, horizon: number): string | undefined {
  const n = values.length
  if (missing.length > 0) return `it has no value for ${listed(missing)}: a missing value is not zero, and no model here bridges it`
  if (n < fewestValues) return `it has ${n === 1 ? 'one value' : `${n} values`}; at least ${fewestValues} are needed`
  if (values.every((value) => value === 0)) return 'all its values are 0, so that nothing is known of how it changes'
  if (isConstant(values)) return `all its values are ${values[0]}, so that nothing is known of how it changes`
  if (horizon > n) return `${horizon} periods ahead are more than its ${n} values: no forecast looks farther ahead than back`
  return undefined
}

function listed(periods: readonly string[]): string {
  return periods.length <= 5 ? periods.join(', ') : `${periods.slice(0, 5).join(', ')} and ${periods.length - 5} more`
}

/**
 * Returns where the series seems to have broken at its end: the first of its last values that lies more than six standard errors from a random walk with drift
 * fitted to the values before it.
 *
 * @returns   the index of that value; undefined where all are usual
 * @example breakAtEnd([1, 2, 1, 2, 1, 2, 1, 2, 1, 30])   // 9
 */
export function breakAtEnd(y: ArrayLike<number>): number | undefined {
  const n = y.length
  const last = Math.min(5, Math.max(3, Math.floor(0.15 * n)))
  for (let at = Math.max(fewestValues - 1, n - last); at < n; at++) {
    const { mean, error } = driftForecast(Array.from(y).slice(0, at), 1)
    const isUsual = Math.abs(y[at]! - mean[0]!) <= usualErrors * error[0]! + 1e-9 * Math.abs(mean[0]!)
    if (!isUsual) return at
  }
  return undefined
}

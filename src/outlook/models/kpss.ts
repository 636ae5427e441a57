import { differences, isConstant } from './point-forecast.ts'

/** Critical value of the statistic for a level, 5 %. */
const critical = 0.463

/**
 * Returns how often a series must be differenced before the test of Kwiatkowski, Phillips, Schmidt and Shin no longer rejects that its level is stationary,
 * at 5 %.
 *
 * @param y      the series
 * @param most   the most differences
 * @example differencesNeeded([1, 2, 3, 4, 5, 6, 7, 8, 9, 12], 2)   // 1
 */
export function differencesNeeded(y: ArrayLike<number>, most: number): number {
  for (let d = 0; d < most; d++) {
    const x = differences(y, d)
    if (isConstant(x)) return d
    const statistic = kpssLevel(x)
    // too few values are left to tell: the difference before is not taken either
    if (Number.isNaN(statistic)) return Math.max(0, d - 1)
    if (statistic <= critical) return d
  }
  return most
}

/**
 * Returns the KPSS statistic for a stationary level, with the long-run variance by Bartlett weights over ⌊3√n / 13⌋ lags.
 *
 * @see Kwiatkowski, Phillips, Schmidt & Shin 1992, Journal of Econometrics 54
 * @example kpssLevel([1, 2, 3, 4]).toFixed(4)   // '0.4250'
 */
export function kpssLevel(y: ArrayLike<number>): number {
  const n = y.length
  const lags = Math.trunc((3 * Math.sqrt(n)) / 13)
  const mean = Array.from(y).reduce((sum, value) => sum + value, 0) / n
  const residuals = Float64Array.from(y, (value) => value - mean)
  let variance = lagged(residuals, 0) / n
  for (let lag = 1; lag <= lags; lag++) variance += (2 / n) * (1 - lag / (lags + 1)) * lagged(residuals, lag)
  let [sum, squares] = [0, 0]
  for (const residual of residuals) {
    sum += residual
    squares += sum * sum
  }
  return squares / (n * n) / variance
}

function lagged(residuals: Float64Array, lag: number): number {
  let sum = 0
  for (let t = lag; t < residuals.length; t++) sum += residuals[t]! * residuals[t - lag]!
  return sum
}

import { fitSmoothing, type SmoothingFit, type SmoothingForm } from './exponential-smoothing.ts'
import type { PointForecast } from './point-forecast.ts'

/** The forms without seasons, in the order in which they are tried: of equal ones the first is kept. */
const forms: readonly SmoothingForm[] = (['A', 'M'] as const).flatMap((error) => [
  { error, trend: 'N' as const, damped: false },
  { error, trend: 'A' as const, damped: true },
  { error, trend: 'A' as const, damped: false },
])

/**
 * Forecasts by exponential smoothing: of six forms (errors that add or multiply; no trend, a damped or a full one) the one with the least AICc. Forms with
 * multiplying errors are for series above 0.
 *
 * @param y         at least seven values, evenly spaced, not all the same
 * @param horizon   how many periods ahead
 * @throws RangeError if no form can be fitted
 * @see Hyndman, Koehler, Ord & Snyder 2008, Forecasting with Exponential Smoothing; Hyndman & Khandakar 2008, Journal of Statistical Software 27(3)
 * @example etsForecast([3, 5, 4, 6, 5, 7, 6, 8], 1).model   // 'ETS(A,N,N)'
 */
export function etsForecast(y: ArrayLike<number>, horizon: number): PointForecast {
  const series = Float64Array.from(y)
  const isPositive = series.every((value) => value > 0)
  let best: SmoothingFit | undefined
  let least = Number.POSITIVE_INFINITY
  for (const form of forms) {
    const fit = form.error === 'M' && !isPositive ? undefined : fitSmoothing(series, form)
    const criterion = fit === undefined ? Number.POSITIVE_INFINITY : aicc(fit, series.length)
    if (criterion < least) [best, least] = [fit, criterion]
  }
  if (best === undefined) throw new RangeError('etsForecast: no form can be fitted to this series')
  return smoothingForecast(best, horizon)
}

function aicc({ deviance, parameters }: SmoothingFit, n: number): number {
  const k = parameters + 1
  return deviance + 2 * k + (2 * k * (k + 1)) / (n - k - 1)
}

/**
 * Returns the forecast of a fitted model with its analytic error.
 *
 * @see Hyndman et al. 2008, chapter 6: class 1 for errors that add, class 2 for errors that multiply
 */
export function smoothingForecast(fit: SmoothingFit, horizon: number): PointForecast {
  const { form, alpha, beta, phi, level, slope } = fit
  const mean = new Float64Array(horizon)
  const weights = new Float64Array(horizon)
  let trends = 0
  for (let h = 0; h < horizon; h++) {
    trends += phi ** (h + 1)
    mean[h] = level + trends * slope
    weights[h] = alpha + trends * beta
  }
  const variance = form.error === 'A' ? additiveVariance(fit, weights) : relativeVariance(fit, mean, weights)
  return { model: `ETS(${form.error},${form.trend}${form.damped ? 'd' : ''},N)`, mean, error: variance.map(Math.sqrt) }
}

function additiveVariance({ variance }: SmoothingFit, weights: Float64Array): Float64Array {
  let sum = 1
  return weights.map((_, h) => {
    if (h > 0) sum += weights[h - 1]! ** 2
    return variance * sum
  })
}

function relativeVariance({ variance }: SmoothingFit, mean: Float64Array, weights: Float64Array): Float64Array {
  const squares = new Float64Array(mean.length)
  return mean.map((value, h) => {
    let sum = 0
    for (let j = 0; j < h; j++) sum += weights[j]! ** 2 * squares[h - 1 - j]!
    squares[h] = value * value + variance * sum
    return (1 + variance) * squares[h]! - value * value
  })
}

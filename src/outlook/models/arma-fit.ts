import { solveInPlace } from '../../numeric/linear-system.ts'
import { hessian, variableMetric } from '../../numeric/variable-metric.ts'
import { ArmaFilter } from './arma-filter.ts'
import { freeParameters, invertibleCoefficients, leastRoot, stationaryCoefficients } from './arma-parameters.ts'

/** A stationary process fitted to a series, by exact maximum likelihood. */
export interface ArmaFit {
  readonly phi: Float64Array
  readonly theta: Float64Array
  /** Mean of the series; 0 where it is not a parameter. */
  readonly mean: number
  /** Corrected Akaike criterion; Infinity where the fit is no good: a root next to the unit circle, or a variance that is not positive. */
  readonly aicc: number
  /** Variance of the errors, with the number of coefficients taken off the number of values. */
  readonly variance: number
  /** The filter after the last value. */
  readonly filter: ArmaFilter
}

/** A fit with a root closer to the unit circle than this is not used: the next value hardly differs from one of a lower order. */
const leastModulus = 1.01

/**
 * Fits a process of order (p, q): conditional sums of squares give the start, the exact likelihood the result.
 *
 * @param w          the series
 * @param withMean   whether its mean is a parameter; else it is 0
 * @returns          the fit; undefined where none is found
 * @see Box & Jenkins 1970; Gardner, Harvey & Phillips 1980, Applied Statistics 29(3), AS 154
 */
export function fitArma(w: Float64Array, p: number, q: number, withMean: boolean): ArmaFit | undefined {
  const search = new ArmaSearch(w, p, q, withMean)
  try {
    return search.fit()
  } catch (error) {
    // a search that meets no finite value has no result
    if (error instanceof RangeError) return undefined
    throw error
  }
}

class ArmaSearch {
  private readonly w: Float64Array
  private readonly p: number
  private readonly q: number
  private readonly withMean: boolean
  private readonly filter: ArmaFilter
  private readonly errors: Float64Array
  private readonly scale: Float64Array
  private readonly start: Float64Array

  constructor(w: Float64Array, p: number, q: number, withMean: boolean) {
    this.w = w
    this.p = p
    this.q = q
    this.withMean = withMean
    this.filter = new ArmaFilter(p, q)
    this.errors = new Float64Array(w.length)
    const mean = w.reduce((sum, value) => sum + value, 0) / w.length
    const spread = Math.sqrt(w.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (w.length - 1) / w.length)
    this.scale = new Float64Array(p + q + Number(withMean)).fill(1)
    this.start = new Float64Array(this.scale.length)
    if (withMean) {
      this.start[p + q] = mean
      this.scale[p + q] = 10 * spread
    }
  }

  fit(): ArmaFit | undefined {
    if (this.scale.length === 0) return this.result(this.start, true)
    const conditional = variableMetric((point) => this.conditional(point), this.start, this.scale)
    const start = conditional.converged ? conditional.point : this.start
    if (this.p > 0 && !(leastRoot(start.subarray(0, this.p).map((c) => -c)) > 1)) return undefined
    const exact = (point: Float64Array): number => this.exact(point)
    const free = this.withInvertible(start)
    free.set(freeParameters(start.subarray(0, this.p)))
    const found = variableMetric(exact, free, this.scale).point
    const best = this.withInvertible(found)
    const curvature = hessian(exact, best, this.scale)
    const coefficients = Float64Array.from(best)
    coefficients.set(stationaryCoefficients(best.subarray(0, this.p)))
    return this.result(coefficients, this.hasVariances(best, curvature))
  }

  /** Half the log of the mean square of the errors that follow from the first p values, with earlier errors 0. */
  private conditional(point: Float64Array): number {
    const { w, p, q, errors } = this
    const mean = this.meanOf(point)
    let squares = 0
    for (let t = p; t < w.length; t++) {
      let error = w[t]! - mean
      for (let i = 0; i < p; i++) error -= point[i]! * (w[t - 1 - i]! - mean)
      const reach = Math.min(t - p, q)
      for (let j = 0; j < reach; j++) error -= point[p + j]! * errors[t - 1 - j]!
      errors[t] = error
      squares += error * error
    }
    return 0.5 * Math.log(squares / (w.length - p))
  }

  /** Half the exact deviance per value, for free parameters of the autoregression. */
  private exact(point: Float64Array): number {
    const phi = stationaryCoefficients(point.subarray(0, this.p))
    if (!this.filter.start(phi, point.subarray(this.p, this.p + this.q))) return Number.MAX_VALUE
    return this.filter.pass(this.w, this.meanOf(point))
  }

  private meanOf(point: Float64Array): number {
    return this.withMean ? point[this.p + this.q]! : 0
  }

  private withInvertible(point: Float64Array): Float64Array {
    const changed = Float64Array.from(point)
    changed.set(invertibleCoefficients(point.subarray(this.p, this.p + this.q)), this.p)
    return changed
  }

  /** Whether every coefficient has a variance that is not negative: else the likelihood has no maximum there. */
  private hasVariances(point: Float64Array, curvature: readonly Float64Array[]): boolean {
    const n = point.length
    const slopes = this.slopesOfCoefficients(point)
    return Array.from({ length: n }, (_, i) => i).every((i) => {
      const column = Float64Array.from({ length: n }, (_, k) => slopes[k]![i]!)
      const solved = Float64Array.from(column)
      if (!solveInPlace(curvature, solved)) return false
      return column.reduce((sum, value, k) => sum + value * solved[k]!, 0) >= 0
    })
  }

  /** Derivatives of the coefficients of the autoregression by its free parameters; the others are themselves. */
  private slopesOfCoefficients(point: Float64Array): Float64Array[] {
    const rows = Array.from(point, (_, i) => Float64Array.from(point, (__, j) => Number(i === j)))
    const free = point.slice(0, this.p)
    const here = stationaryCoefficients(free)
    for (let i = 0; i < this.p; i++) {
      const moved = Float64Array.from(free)
      moved[i] = moved[i]! + 1e-3
      const there = stationaryCoefficients(moved)
      for (let j = 0; j < this.p; j++) rows[i]![j] = (there[j]! - here[j]!) / 1e-3
    }
    return rows
  }

  private result(coefficients: Float64Array, hasVariances: boolean): ArmaFit | undefined {
    const { w, p, q, filter } = this
    const phi = coefficients.slice(0, p)
    const theta = coefficients.slice(p, p + q)
    if (!filter.start(phi, theta)) return undefined
    const mean = this.meanOf(coefficients)
    const residuals = new Float64Array(w.length)
    const value = filter.pass(w, mean, residuals)
    const isGood =
      hasVariances &&
      Math.min(
        leastRoot(
          phi.map((c) => -c),
          1e-8,
        ),
        leastRoot(theta, 1e-8),
      ) >= leastModulus
    const variance = residuals.reduce((sum, error) => sum + error * error, 0) / (w.length - coefficients.length)
    return { phi, theta, mean, aicc: isGood ? aiccOf(value, w.length, coefficients.length) : Number.POSITIVE_INFINITY, variance, filter }
  }
}

function aiccOf(value: number, n: number, coefficients: number): number {
  const k = coefficients + 1
  if (n - k - 1 <= 0) return Number.POSITIVE_INFINITY
  return 2 * n * value + n * (1 + Math.log(2 * Math.PI)) + 2 * k + (2 * k * (k + 1)) / (n - k - 1)
}

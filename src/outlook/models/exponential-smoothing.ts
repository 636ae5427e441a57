import { nelderMead } from '../../numeric/nelder-mead.ts'

/** Form of a model of exponential smoothing without seasons. */
export interface SmoothingForm {
  /** Errors that add to the level, or that are shares of it. */
  readonly error: 'A' | 'M'
  readonly trend: 'N' | 'A'
  /** Whether the trend flattens out. */
  readonly damped: boolean
}

/** What the parameters are fitted by: the likelihood, or the mean square of the errors one period ahead. */
export type SmoothingCriterion = 'likelihood' | 'mean-square'

/** A fitted model of exponential smoothing. */
export interface SmoothingFit {
  readonly form: SmoothingForm
  /** How fast the level follows (alpha), and how fast the trend does (beta; 0 without a trend). */
  readonly alpha: number
  readonly beta: number
  /** Share of the trend that is left after a period; 1 where it is not damped. */
  readonly phi: number
  /** Level and trend after the last value. */
  readonly level: number
  readonly slope: number
  /** Minus twice the log likelihood, but for a constant that all models share. */
  readonly deviance: number
  /** Number of parameters, with the initial states. */
  readonly parameters: number
  /** Variance of the errors (of relative errors in form M). */
  readonly variance: number
}

const least = { alpha: 1e-4, beta: 1e-4, phi: 0.8 }
const greatest = { alpha: 0.9999, beta: 0.9999, phi: 0.98 }
const tolerance = Math.sqrt(Number.EPSILON)

/**
 * Fits one form of exponential smoothing. The initial level and trend are parameters like the others; the search begins at a line through the first ten
 * values. All parameters within the bounds (0 < beta <= alpha < 1, phi 0.8 to 0.98) give an invertible model.
 *
 * @param y           the series; all above 0 for errors of form M
 * @param criterion   what the parameters are fitted by
 * @returns           the fit; undefined where the series is too short for the form, or not permitted
 * @see Hyndman, Koehler, Ord & Snyder 2008, Forecasting with Exponential Smoothing, chapters 2 and 5
 */
export function fitSmoothing(y: Float64Array, form: SmoothingForm, criterion: SmoothingCriterion = 'likelihood'): SmoothingFit | undefined {
  const start = startOf(y, form)
  if (start.length >= y.length - 1) return undefined
  const run = new SmoothingRun(y, form)
  const value = (point: Float64Array): number => {
    if (!run.load(point)) return Number.POSITIVE_INFINITY
    run.pass()
    return criterion === 'likelihood' ? Math.max(run.deviance(), -1e10) : run.meanSquare
  }
  if (!Number.isFinite(value(start))) return undefined
  const { point } = nelderMead(value, start, tolerance, 2000)
  run.load(point)
  run.pass()
  return run.fit(start.length)
}

/** Start of the search: alpha, beta, phi where there are any, then level and trend. */
function startOf(y: Float64Array, { trend, damped }: SmoothingForm): Float64Array {
  const alpha = least.alpha + 0.2 * (greatest.alpha - least.alpha)
  const beta = least.beta + 0.1 * (alpha - least.beta)
  const phi = least.phi + 0.99 * (greatest.phi - least.phi)
  const head = y.subarray(0, 10)
  if (trend === 'N') return Float64Array.of(alpha, head.reduce((sum, value) => sum + value, 0) / head.length)
  const { intercept, slope } = lineThrough(head)
  const apart = Math.abs(intercept + slope) < 1e-8 ? 1e-3 : 0
  const states = [intercept * (1 + apart), slope * (1 - apart)]
  return Float64Array.from(damped ? [alpha, beta, phi, ...states] : [alpha, beta, ...states])
}

/**
 * Returns the least-squares line through values at 1, 2, 3, ...
 *
 * @example lineThrough(Float64Array.of(3, 5, 7)).slope   // 2
 */
export function lineThrough(y: Float64Array): { intercept: number; slope: number } {
  const middle = (y.length + 1) / 2
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  let [products, squares] = [0, 0]
  y.forEach((value, i) => {
    products += (i + 1 - middle) * (value - mean)
    squares += (i + 1 - middle) ** 2
  })
  const slope = products / squares
  return { intercept: mean - slope * middle, slope }
}

/** One pass of the recursions through a series; the same object is used for every point of the search. */
class SmoothingRun {
  /** Mean square of the errors one period ahead, not relative ones. */
  meanSquare = 0
  private readonly y: Float64Array
  private readonly form: SmoothingForm
  private alpha = 0
  private beta = 0
  private phi = 1
  private level = 0
  private slope = 0
  private squares = 0
  private logSizes = 0

  constructor(y: Float64Array, form: SmoothingForm) {
    this.y = y
    this.form = form
  }

  /** Takes the parameters from a point of the search; false if they are out of bounds. */
  load(point: Float64Array): boolean {
    const { trend, damped } = this.form
    const hasTrend = trend === 'A'
    this.alpha = point[0]!
    this.beta = hasTrend ? point[1]! : 0
    this.phi = damped ? point[2]! : 1
    this.level = point[point.length - (hasTrend ? 2 : 1)]!
    this.slope = hasTrend ? point[point.length - 1]! : 0
    if (!(this.alpha >= least.alpha && this.alpha <= greatest.alpha)) return false
    if (hasTrend && !(this.beta >= least.beta && this.beta <= this.alpha && this.beta <= greatest.beta)) return false
    return !damped || (this.phi >= least.phi && this.phi <= greatest.phi)
  }

  pass(): void {
    const { y, alpha, beta, phi } = this
    const relative = this.form.error === 'M'
    let { level, slope } = this
    let [squares, logSizes, meanSquare] = [0, 0, 0]
    for (let i = 0; i < y.length; i++) {
      const expected = level + phi * slope
      const miss = y[i]! - expected
      const error = relative ? miss / (Math.abs(expected) < 1e-10 ? expected + 1e-10 : expected) : miss
      squares += error * error
      if (relative) logSizes += Math.log(Math.abs(expected) || 1e-8)
      meanSquare = (meanSquare * i + miss * miss) / (i + 1)
      const before = level
      level = expected + alpha * miss
      slope = phi * slope + (beta / alpha) * (level - before - phi * slope)
    }
    this.level = level
    this.slope = slope
    this.squares = squares
    this.logSizes = logSizes
    this.meanSquare = meanSquare
  }

  deviance(): number {
    return this.y.length * Math.log(this.squares) + 2 * this.logSizes
  }

  fit(parameters: number): SmoothingFit {
    const { form, alpha, beta, phi, level, slope, squares, y } = this
    return { form, alpha, beta, phi, level, slope, deviance: this.deviance(), parameters, variance: squares / (y.length - parameters) }
  }
}

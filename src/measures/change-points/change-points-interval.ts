import { logNormalCdf } from '../../numeric/normal.ts'
import { type BreakModel, fitSegment, type SegmentFit } from './change-points-segments.ts'

/** Confidence interval of a break. Both ends, like the break itself, are given as the number of values before them. */
export interface BreakInterval {
  readonly low: number
  readonly high: number
}

/**
 * Computes confidence intervals of break dates (Bai 1997), with separate regressors and error variances on both sides.
 *
 * The distance of the estimate from the true break is distributed as the argmax of a two-sided Brownian motion with
 * drift, scaled by σ₁²/Q₁. Q is the mean square of the jump (the difference of the two fitted means or lines) over a
 * segment; σ² is its residual variance. Ends are rounded outward to whole values and may lie outside the series.
 *
 * @param y        values at equal steps of time
 * @param breaks   values before each break, ascending
 * @param level    default 0.9
 * @returns        an interval for each break; undefined where none exists: no variance on exactly one side, or nearly
 * all of the mass on one side
 * @see Bai 1997, Review of Economics and Statistics 79(4), eq. 12-14 and appendix B
 * @example breakIntervals([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8], [6], 'mean')   // [{ low: 5, high: 7 }]
 */
export function breakIntervals(
  y: ArrayLike<number>,
  breaks: readonly number[],
  model: BreakModel,
  level = 0.9,
): (BreakInterval | undefined)[] {
  const ends = [0, ...breaks, y.length]
  const fits = breaks.map((_, i) => fitSegment(y, ends[i]!, ends[i + 1]!, model))
  const last = fitSegment(y, ends.at(-2)!, y.length, model)
  return breaks.map((at, i) => around(at, fits[i]!, fits[i + 1] ?? last, (1 - level) / 2))
}

function around(at: number, before: SegmentFit, after: SegmentFit, tail: number): BreakInterval | undefined {
  if (before.variance === 0 && after.variance === 0) return { low: at, high: at }
  const [q1, q2] = [jump(before, after, before), jump(before, after, after)]
  const xi = q2 / q1
  const phi = (xi * after.variance) / before.variance
  const atZero = argmaxCdf(0, xi, phi)
  if (!(atZero >= tail && atZero <= 1 - tail)) return undefined
  const scale = before.variance / q1
  const upper = quantileOf(1 - tail, xi, phi) * scale
  const lower = quantileOf(tail, xi, phi) * scale
  return { low: at - Math.ceil(upper), high: at - Math.floor(lower) }
}

/** Computes the mean square, over one segment, of the difference of the two fitted lines. */
function jump(before: SegmentFit, after: SegmentFit, over: SegmentFit): number {
  const length = over.to - over.from
  const difference = (t: number): number =>
    after.level + after.slope * (t - after.middle) - before.level - before.slope * (t - before.middle)
  const slope = after.slope - before.slope
  return difference(over.middle) ** 2 + (slope * slope * (length * length - 1)) / 12
}

/**
 * Returns the distribution function of the argmax of a two-sided Brownian motion with drift. The two sides differ by the ratios xi (jump)
 * and phi (jump times variance).
 *
 * @see Bai 1997, appendix B
 * @example argmaxCdf(0, 1, 1)   // 0.5
 */
export function argmaxCdf(x: number, xi: number, phi: number): number {
  return x < 0 ? leftOf(-x, xi, phi) : 1 - rightOf(x, xi, phi)
}

function leftOf(x: number, xi: number, phi: number): number {
  const part = xi / phi
  const root = Math.sqrt(x)
  const far = (phi * (phi + 2 * xi)) / (xi * (phi + xi))
  const near = x / 2 - 2 + (phi + 2 * xi) ** 2 / ((phi + xi) * xi)
  return (
    -Math.exp(Math.log(x) / 2 - x / 8) / Math.sqrt(2 * Math.PI) -
    far * Math.exp((part * (1 + part) * x) / 2 + logNormalCdf(-(0.5 + part) * root)) +
    near * Math.exp(logNormalCdf(-root / 2))
  )
}

function rightOf(x: number, xi: number, phi: number): number {
  const part = (xi * xi) / phi
  const root = Math.sqrt(x)
  const far = (xi * (2 * phi + xi)) / (phi * (phi + xi))
  const near = (2 * phi + xi) ** 2 / ((phi + xi) * phi) - 2 + (part * x) / 2
  return (
    -Math.sqrt(part) * (Math.exp(Math.log(x) / 2 - (part * x) / 8) / Math.sqrt(2 * Math.PI)) -
    far * Math.exp(((phi + xi) * x) / 2 + logNormalCdf((-(phi + xi / 2) / Math.sqrt(phi)) * root)) +
    near * Math.exp(logNormalCdf((-Math.sqrt(part) * root) / 2))
  )
}

/** Finds a quantile by bisection, since the distribution function is increasing. */
function quantileOf(p: number, xi: number, phi: number): number {
  const sign = argmaxCdf(0, xi, phi) < p ? 1 : -1
  let far = sign
  while (sign * (argmaxCdf(far, xi, phi) - p) < 0) far *= 2
  let [low, high] = sign > 0 ? [0, far] : [far, 0]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (argmaxCdf(middle, xi, phi) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** What is constant between two breaks: the level, or the level and the slope over time. */
export type BreakModel = 'mean' | 'trend'

/** Returns the number of separate coefficients per segment. */
export function coefficientsOf(model: BreakModel): number {
  return model === 'mean' ? 1 : 2
}

/**
 * Returns a function for the residual sum of squares of any segment of a series. It works on prefix sums: one pass, then a few operations per segment.
 *
 * @param y       values at equal steps of time, none missing
 * @returns       rss(i, j) of the segment y[i] … y[j - 1] about its own mean or its own least-squares line; rounding
 * errors below 0 are set to 0
 * @example segmentRss([1, 2, 3, 9], 'mean')(0, 3)   // 2
 */
export function segmentRss(y: ArrayLike<number>, model: BreakModel): (i: number, j: number) => number {
  const { sums, squares, moments, floor } = prefixSums(y)
  return (i, j) => {
    const length = j - i
    const sum = sums[j]! - sums[i]!
    const about = squares[j]! - squares[i]! - (sum * sum) / length
    if (model === 'mean' || length < 3) return model === 'trend' ? 0 : about > floor ? about : 0
    const cross = moments[j]! - moments[i]! - ((i + j - 1) / 2) * sum
    const rss = about - (12 * cross * cross) / (length * (length * length - 1))
    return rss > floor ? rss : 0
  }
}

interface PrefixSums {
  readonly sums: Float64Array
  readonly squares: Float64Array
  readonly moments: Float64Array
  /** A smaller sum of squares is rounding error and counts as an exact fit. */
  readonly floor: number
}

function prefixSums(y: ArrayLike<number>): PrefixSums {
  const n = y.length
  let mean = 0
  for (let t = 0; t < n; t++) mean += y[t]! / n
  const [sums, squares, moments] = [new Float64Array(n + 1), new Float64Array(n + 1), new Float64Array(n + 1)]
  let largest = 0
  for (let t = 0; t < n; t++) {
    const value = y[t]! - mean
    sums[t + 1] = sums[t]! + value
    squares[t + 1] = squares[t]! + value * value
    moments[t + 1] = moments[t]! + value * t
    largest = Math.max(largest, Math.abs(y[t]!))
  }
  return { sums, squares, moments, floor: Math.max(n * largest * largest * 1e-28, squares[n]! * 1e-13) }
}

/**
 * A segment's fitted line around its own midpoint (slope 0 under the mean model), and its residual variance with
 * divisor n.
 */
export interface SegmentFit {
  readonly from: number
  readonly to: number
  /** The midpoint, at which the line equals `level`: (from + to - 1) / 2. */
  readonly middle: number
  readonly level: number
  readonly slope: number
  readonly variance: number
}

/**
 * Computes the least-squares fit of y[from] … y[to - 1].
 *
 * @example fitSegment([1, 3, 5], 0, 3, 'trend')   // { from: 0, to: 3, middle: 1, level: 3, slope: 2, variance: 0 }
 */
export function fitSegment(y: ArrayLike<number>, from: number, to: number, model: BreakModel): SegmentFit {
  const length = to - from
  const middle = (from + to - 1) / 2
  let sum = 0
  let cross = 0
  for (let t = from; t < to; t++) {
    sum += y[t]!
    cross += y[t]! * (t - middle)
  }
  const slope = model === 'mean' || length < 2 ? 0 : (12 * cross) / (length * (length * length - 1))
  return { from, to, middle, level: sum / length, slope, variance: segmentRss(y, model)(from, to) / length }
}

/**
 * Finds the best partition of a series into 1, 2, … segments, each by dynamic programming over all partitions.
 *
 * @param n          length of the series
 * @param cost       of the segment from i up to, not including, j
 * @param shortest   minimum length of a segment, from 1
 * @param most       maximum number of breaks; fewer where the series is too short
 * @returns          for each number of breaks from 0: the breaks (the number of values before each) and the total cost.
 * Of equal partitions, the one with the earlier last break
 * @see Bai & Perron 2003, Journal of Applied Econometrics 18(1), section 3
 * @example bestPartitions(4, segmentRss([0, 0, 5, 5], 'mean'), 1, 1)[1]   // { breaks: [2], cost: 0 }
 */
export function bestPartitions(
  n: number,
  cost: (i: number, j: number) => number,
  shortest: number,
  most: number,
): { breaks: number[]; cost: number }[] {
  const room = Math.min(most, Math.floor(n / shortest) - 1)
  const froms: Int32Array[] = []
  let best = Float64Array.from({ length: n + 1 }, (_, j) => (j < shortest ? Number.POSITIVE_INFINITY : cost(0, j)))
  const found = [{ breaks: [] as number[], cost: best[n]! }]
  for (let m = 1; m <= room; m++) {
    const { next, from } = oneMore(best, m, m === room, cost, shortest)
    froms.push(from)
    best = next
    found.push({ breaks: traced(froms, n), cost: best[n]! })
  }
  return found
}

/**
 * Extends the best partitions of every initial part of the series from m segments to m + 1. Initial parts after which
 * no whole segment fits are skipped, except for the whole series. In the last round only the whole series is needed.
 */
function oneMore(best: Float64Array, m: number, isLast: boolean, cost: (i: number, j: number) => number, shortest: number) {
  const n = best.length - 1
  const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(n + 1)
  const fill = (j: number): void => {
    for (let i = m * shortest; i <= j - shortest; i++) {
      const total = best[i]! + cost(i, j)
      if (total < next[j]!) {
        next[j] = total
        from[j] = i
      }
    }
  }
  if (!isLast) for (let j = (m + 1) * shortest; j <= n - shortest; j++) fill(j)
  fill(n)
  return { next, from }
}

function traced(froms: readonly Int32Array[], n: number): number[] {
  const breaks: number[] = []
  let at = n
  for (let m = froms.length - 1; m >= 0; m--) {
    at = froms[m]![at]!
    breaks.unshift(at)
  }
  return breaks
}

import { segmentRss } from './change-points-segments.ts'

/**
 * The cost of a segment: residual sum of squares about its mean, or n·ln of its variance (with its own mean and
 * variance).
 */
export type PeltCost = 'mean' | 'mean-variance'

export interface PeltOptions {
  /** Default `mean`. */
  readonly cost?: PeltCost
  /** Cost of one more segment, in the units of the cost; not negative. */
  readonly penalty: number
  /** Minimum length of a segment: default 2, which is also the minimum with `mean-variance`. */
  readonly shortest?: number
}

/**
 * Finds change points by PELT: the exact partition with the lowest cost plus penalty, with any number of segments. Starting
 * points that can no longer be optimal are pruned.
 *
 * The cost of a segment is its residual sum of squares (`mean`: twice the negative log-likelihood of a normal mean,
 * times the known variance), or n·ln(s² + 10⁻⁶), s² with n - 1 (`mean-variance`; the small number keeps a constant
 * segment finite).
 *
 * @param y   values at equal steps, none missing (RangeError)
 * @returns   the number of values before each break, ascending; none where the series is too short
 * @see Killick, Fearnhead & Eckley 2012, Journal of the American Statistical Association 107(500)
 * @example pelt([1, 2, 1, 2, 8, 9, 8, 9], { penalty: 5 })   // [4]
 */
export function pelt(y: ArrayLike<number>, options: PeltOptions): number[] {
  const { cost: form = 'mean', penalty } = options
  const n = y.length
  for (let t = 0; t < n; t++) if (!Number.isFinite(y[t]!)) throw new RangeError(`pelt: value ${t + 1} is not a number`)
  if (!(penalty >= 0)) throw new RangeError('pelt: the penalty is a number from 0')
  const shortest = Math.max(options.shortest ?? 2, form === 'mean' ? 1 : 2)
  const rss = segmentRss(y, 'mean')
  const cost = form === 'mean' ? rss : (i: number, j: number): number => (j - i) * Math.log(rss(i, j) / (j - i - 1) + 1e-6)
  return traced(lastBreaks(n, cost, penalty, shortest), n)
}

/** Finds the last break of the best partition, for every initial part of the series. */
function lastBreaks(n: number, cost: (i: number, j: number) => number, penalty: number, shortest: number): Int32Array {
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const last = new Int32Array(n + 1)
  best[0] = -penalty
  let open: Candidate[] = []
  for (let j = shortest; j <= n; j++) {
    const start = j - shortest
    if (start === 0 || start >= shortest) open.push({ at: start, until: Number.POSITIVE_INFINITY })
    for (const { at } of open) {
      const total = best[at]! + cost(at, j) + penalty
      if (total < best[j]!) {
        best[j] = total
        last[j] = at
      }
    }
    open = stillOpen(open, j, best, cost, shortest)
  }
  return last
}

interface Candidate {
  readonly at: number
  /**
   * The longest initial part for which the candidate may still be the last break. If position j is better, that is j + shortest - 1, because j itself can be
   * the last break from j + shortest on.
   */
  until: number
}

function stillOpen(
  open: Candidate[],
  j: number,
  best: Float64Array,
  cost: (i: number, j: number) => number,
  shortest: number,
): Candidate[] {
  for (const candidate of open) {
    if (best[candidate.at]! + cost(candidate.at, j) >= best[j]!) candidate.until = Math.min(candidate.until, j + shortest - 1)
  }
  return open.filter(({ until }) => until > j)
}

function traced(last: Int32Array, n: number): number[] {
  const breaks: number[] = []
  for (let at = last[n]!; at > 0; at = last[at]!) breaks.unshift(at)
  return breaks
}

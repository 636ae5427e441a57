/** What is ranked: each alternative's score in each component, all on one scale, higher = better. */
export interface Alternatives {
  readonly count: number
  readonly components: number
  /** Row-major by alternative; no NaN. */
  readonly scores: Float64Array
}

/**
 * Computes the rank of one alternative by the weighted mean of its scores, under each of many weightings: 1 + the number with a
 * higher mean.
 *
 * Ties share the better rank. Only the proportions of the weights matter.
 *
 * @param which     the alternative
 * @param weights   row-major by weighting, `components` numbers each, not negative
 * @returns         a rank per weighting
 * @see Lahdelma & Salminen 2001, Operations Research 49(3) (SMAA-2); Tervonen & Lahdelma 2007, European Journal of Operational Research 178(2) (how it is computed)
 * @example ranksUnder({ count: 2, components: 2, scores: Float64Array.of(1, 0, 0, 1) }, 0, Float64Array.of(3, 1, 1, 3))   // [1, 2]
 */
export function ranksUnder(alternatives: Alternatives, which: number, weights: Float64Array): Uint32Array {
  return ranksFromGaps(undecidedComparisons(alternatives, which), weights)
}

/** The comparisons still open for one alternative: the others that rank above or below it depending on the weights. */
export interface UndecidedComparisons {
  readonly components: number
  /** By how much each of the others exceeds the alternative in each component; row-major. */
  readonly gaps: Float64Array
  /** Number of others above the alternative in every component, whatever the weights. */
  readonly always: number
}

export function undecidedComparisons(alternatives: Alternatives, which: number): UndecidedComparisons {
  const { count, components, scores } = alternatives
  const own = scores.subarray(which * components, (which + 1) * components)
  const gaps = new Float64Array(count * components)
  let [filled, always] = [0, 0]
  for (let other = 0; other < count; other++) {
    let above = 0
    for (let c = 0; c < components; c++) {
      const gap = scores[other * components + c]! - own[c]!
      gaps[filled + c] = gap
      above += Number(gap > 0)
    }
    if (above === components) always++
    else if (above > 0) filled += components
  }
  return { components, gaps: gaps.subarray(0, filled), always }
}

/** Weightings per block: few enough that they and their sums stay in the cache. */
const block = 256

/** Computes the same ranks as `ranksUnder`, from gaps already computed. */
export function ranksFromGaps(open: UndecidedComparisons, weights: Float64Array): Uint32Array {
  const ranks = new Uint32Array(weights.length / open.components).fill(1 + open.always)
  for (let from = 0; from < ranks.length; from += block) {
    const part = ranks.subarray(from, from + block)
    countBetter(open, weights.subarray(from * open.components, (from + part.length) * open.components), part)
  }
  return ranks
}

function countBetter({ components, gaps }: UndecidedComparisons, weights: Float64Array, ranks: Uint32Array): void {
  const sums = new Float64Array(ranks.length)
  const columns = Array.from({ length: components }, (_, c) => Float64Array.from(ranks, (_rank, point) => weights[point * components + c]!))
  for (let at = 0; at < gaps.length; at += components) {
    for (let c = 0; c < components; c += 2)
      addTwo(sums, Number(c > 0), columns[c]!, gaps[at + c]!, columns[c + 1] ?? columns[c]!, c + 1 < components ? gaps[at + c + 1]! : 0)
    for (let point = 0; point < sums.length; point++) ranks[point]! += Number(sums[point]! > 0)
  }
}

/**
 * Adds two columns at a time, since a pass over the sums costs more than the additions. The previous sums are kept or
 * discarded.
 */
function addTwo(sums: Float64Array, kept: number, x: Float64Array, a: number, y: Float64Array, b: number): void {
  for (let point = 0; point < sums.length; point++) sums[point] = kept * sums[point]! + a * x[point]! + b * y[point]!
}

/**
 * Returns the best and the worst rank of an alternative under any weights. Others that dominate it (at least equal in every component and
 * higher in one) stay above it under all positive weights. Those that it dominates stay below.
 *
 * @example rankBounds({ count: 3, components: 2, scores: Float64Array.of(1, 1, 2, 1, 0, 0) }, 0)   // { best: 2, worst: 2 }
 */
export function rankBounds({ count, components, scores }: Alternatives, which: number): { best: number; worst: number } {
  let [dominators, dominated] = [0, 0]
  for (let other = 0; other < count; other++) {
    let [above, below] = [0, 0]
    for (let c = 0; c < components; c++) {
      const gap = scores[other * components + c]! - scores[which * components + c]!
      if (gap > 0) above++
      else if (gap < 0) below++
    }
    if (above > 0 && below === 0) dominators++
    else if (above === 0) dominated++
  }
  return { best: 1 + dominators, worst: 1 + count - dominated }
}

/**
 * Computes the share of the weightings under which the rank is `best` or better, counted from 1: the acceptability index of the k
 * best ranks.
 *
 * @param shares   weight of each entry of `ranks`, where they differ (pieces of a line); they add up to 1
 * @example acceptability(Uint32Array.of(1, 2, 2, 9), 2)   // 0.75
 */
export function acceptability(ranks: Uint32Array, best: number, shares?: Float64Array): number {
  let share = 0
  for (let i = 0; i < ranks.length; i++) if (ranks[i]! <= best) share += shares?.[i] ?? 1 / ranks.length
  return share
}

/**
 * Returns a quantile of the rank over all weightings: the smallest rank with at least the given share of weightings at it or
 * better.
 *
 * @example rankQuantile(Uint32Array.of(4, 1, 2, 3), 0.5)   // 2
 */
export function rankQuantile(ranks: Uint32Array, share: number, shares?: Float64Array): number {
  const order = Uint32Array.from(ranks.keys()).sort((i, j) => ranks[i]! - ranks[j]!)
  let sum = 0
  for (const i of order) {
    sum += shares?.[i] ?? 1 / ranks.length
    if (sum >= share - 1e-12) return ranks[i]!
  }
  return ranks[order.at(-1)!]!
}

/**
 * Returns the central weights of the k best ranks: the mean of all weightings under which the rank is `best` or better. They
 * describe the priorities that would give it such a rank.
 *
 * @returns   adds up to 1; undefined where no weighting gives such a rank
 * @example centralWeights(Uint32Array.of(1, 5, 1), Float64Array.of(0.5, 0.5, 0.1, 0.9, 0.7, 0.3), 1)   // [0.6, 0.4]
 */
export function centralWeights(ranks: Uint32Array, weights: Float64Array, best: number, shares?: Float64Array): Float64Array | undefined {
  const components = weights.length / ranks.length
  const sums = new Float64Array(components)
  let whole = 0
  for (let point = 0; point < ranks.length; point++) {
    if (ranks[point]! > best) continue
    const share = shares?.[point] ?? 1
    whole += share
    for (let c = 0; c < components; c++) sums[c]! += share * weights[point * components + c]!
  }
  return whole === 0 ? undefined : sums.map((sum) => sum / whole)
}

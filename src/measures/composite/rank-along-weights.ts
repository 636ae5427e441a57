import { type Alternatives, ranksFromGaps, type UndecidedComparisons, undecidedComparisons } from './rank-acceptability.ts'

/**
 * A line of weightings divided where the rank changes. Piece i runs from starts[i] to starts[i + 1] with rank ranks[i],
 * except at single points of equality.
 */
export interface RankPieces {
  /** Begins with 0; one more entry, 1, at the end. */
  readonly starts: Float64Array
  readonly ranks: Uint32Array
}

/**
 * Computes the exact rank of one alternative under all weightings between two: (1 - t) · from + t · to, for t from 0 to 1.
 *
 * Another alternative's lead is linear in t, so the two change places at most once; these changes in order define the
 * pieces. Ranks are those inside the pieces, since at a boundary two alternatives are equal at one point only.
 *
 * @param from, to   weights, not negative
 * @example rankPieces({ count: 2, components: 2, scores: Float64Array.of(1, 0, 0, 3) }, 0, [1, 0], [0, 1]).starts   // [0, 0.25, 1]
 */
export function rankPieces(alternatives: Alternatives, which: number, from: ArrayLike<number>, to: ArrayLike<number>): RankPieces {
  return piecesOver(undecidedComparisons(alternatives, which), from, to)
}

function piecesOver({ components, gaps, always }: UndecidedComparisons, from: ArrayLike<number>, to: ArrayLike<number>): RankPieces {
  const [entering, leaving]: [number[], number[]] = [[], []]
  let better = always
  for (let at = 0; at < gaps.length; at += components) {
    let [first, last] = [0, 0]
    for (let c = 0; c < components; c++) {
      first += from[c]! * gaps[at + c]!
      last += to[c]! * gaps[at + c]!
    }
    // above at the beginning, or immediately after it
    if (first > 0 || (first === 0 && last > 0)) better++
    if (first > 0 && last < 0) leaving.push(first / (first - last))
    else if (first < 0 && last > 0) entering.push(first / (first - last))
  }
  return piecesOf(better, Float64Array.from(entering).sort(), Float64Array.from(leaving).sort())
}

function piecesOf(first: number, entering: Float64Array, leaving: Float64Array): RankPieces {
  const [starts, ranks]: [number[], number[]] = [[0], []]
  let [better, e, l] = [first, 0, 0]
  while (e < entering.length || l < leaving.length) {
    const t = Math.min(entering[e] ?? 1, leaving[l] ?? 1)
    const before = better
    for (; e < entering.length && entering[e]! <= t; e++) better++
    for (; l < leaving.length && leaving[l]! <= t; l++) better--
    if (better === before || t <= starts.at(-1)!) continue
    ranks.push(1 + before)
    starts.push(t)
  }
  ranks.push(1 + better)
  return { starts: Float64Array.from([...starts, 1]), ranks: Uint32Array.from(ranks) }
}

/** Weights and the resulting rank. */
export interface WeightedRank {
  readonly rank: number
  /** Add up to 1. */
  readonly weights: Float64Array
}

/**
 * Finds the best (or worst) rank by a search from a weighting. The search is exact along the lines on which one weight
 * grows and the others keep their proportions, and repeats until no line gives a better rank.
 *
 * With two components there is one line, so the result is exact. With more, weights off these lines may give a better
 * rank.
 *
 * @param start   positive weights that add up to 1
 * @param way     1: best rank; -1: worst rank
 * @example searchedRank({ count: 2, components: 2, scores: Float64Array.of(1, 0, 0, 3) }, 0, Float64Array.of(0.5, 0.5), 1).rank   // 1
 */
export function searchedRank(alternatives: Alternatives, which: number, start: Float64Array, way: 1 | -1): WeightedRank {
  const open = undecidedComparisons(alternatives, which)
  let found: WeightedRank = { rank: ranksFromGaps(open, start)[0]!, weights: start }
  for (let round = 0; round < 20; round++) {
    const before = found.rank
    for (let c = 0; c < start.length; c++) found = alongOne(open, found, c, way)
    if (found.rank === before) break
  }
  return found
}

function alongOne(open: UndecidedComparisons, found: WeightedRank, component: number, way: 1 | -1): WeightedRank {
  const without = weightsWithout(found.weights, component)
  if (without === undefined) return found
  const alone = without.map((_, c) => Number(c === component))
  const { starts, ranks } = piecesOver(open, without, alone)
  const width = (i: number): number => starts[i + 1]! - starts[i]!
  const better = Array.from(ranks.keys())
    .filter((i) => way * (found.rank - ranks[i]!) > 0)
    .sort((i, j) => way * (ranks[i]! - ranks[j]!) || width(j) - width(i))
  for (const i of better) {
    const weights = inside
      .map((part) => starts[i]! + part * width(i))
      .map((t) => without.map((weight, c) => (1 - t) * weight + t * alone[c]!))
      .find((tried) => ranksFromGaps(open, tried)[0] === ranks[i])
    // two alternatives that change places with this one at the same point may differ by rounding; a piece between them
    // is ignored
    if (weights !== undefined) return { rank: ranks[i]!, weights }
  }
  return found
}

/**
 * Where in a piece the weights are taken: the middle, unless two alternatives change places with this one exactly
 * there, which would give another rank at that point.
 */
const inside = [1 / 2, 0.3819660112501051, 0.6545084971874737] as const

/**
 * Returns the weights with one of them set to 0 and the others in the same proportions, adding up to 1; undefined where there
 * are no others.
 *
 * @example weightsWithout(Float64Array.of(0.5, 0.25, 0.25), 0)   // [0, 0.5, 0.5]
 */
export function weightsWithout(weights: Float64Array, component: number): Float64Array | undefined {
  const rest = weights.reduce((sum, weight, c) => (c === component ? sum : sum + weight), 0)
  return rest <= 0 ? undefined : weights.map((weight, c) => (c === component ? 0 : weight / rest))
}

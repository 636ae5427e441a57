import {
  type Alternatives,
  acceptability,
  centralWeights,
  rankBounds,
  rankQuantile,
  ranksUnder,
} from '../../measures/composite/rank-acceptability.ts'
import { rankPieces, searchedRank, type WeightedRank, weightsWithout } from '../../measures/composite/rank-along-weights.ts'
import { simplexPoints } from '../../measures/composite/simplex-points.ts'
import { randomStream } from '../../numeric/random.ts'
import { uniform } from '../../numeric/random-normal.ts'
import type { AttainableRank, RankCurve, Sensitivity, TopShare } from './composite-answer.ts'
import type { ComponentId } from './composite-component.ts'

/** Number of point sets, each with its own random shift. The spread between sets gives the standard error. */
const sets = 8
const pointsPerSet = 512
const percents = [1, 5, 10, 25] as const
const bins = 40

/** Weightings with the rank that each gives, and the share of all weightings that each represents. */
interface Weighted {
  readonly ranks: Uint32Array
  readonly weights: Float64Array
  readonly shares: Float64Array | undefined
}

/** Computes how the rank of one alternative varies over all weightings, each counted equally. */
export function sensitivityOf(alternatives: Alternatives, which: number, own: Float64Array, seed: number): Sensitivity {
  const exact = alternatives.components === 2
  const all = exact ? exactly(alternatives, which) : sampled(alternatives, which, seed)
  const { ranks, shares } = all
  return {
    method: exact ? 'exact' : 'sampled',
    points: exact ? 0 : ranks.length,
    sets: exact ? 0 : sets,
    ranks: rangeOf(ranks, shares),
    tops: percents.map((percent) => topOf(all, percent, alternatives.count)),
    ...attained(alternatives, which, all, own),
    convergence: exact
      ? []
      : [1, 2, 4, 8].map((parts) => ({ points: parts * pointsPerSet, ...rangeOf(ranks.subarray(0, parts * pointsPerSet)) })),
    histogram: histogramOf(all, alternatives.count),
  }
}

function rangeOf(ranks: Uint32Array, shares?: Float64Array): { low: number; median: number; high: number } {
  const [low, median, high] = [0.05, 0.5, 0.95].map((share) => rankQuantile(ranks, share, shares)) as [number, number, number]
  return { low, median, high }
}

/** Ranks the alternative under all weightings of two components. They form one line, divided where the rank changes. */
function exactly(alternatives: Alternatives, which: number): Weighted {
  const { starts, ranks } = rankPieces(alternatives, which, [1, 0], [0, 1])
  const middles = Float64Array.from(ranks, (_, i) => (starts[i]! + starts[i + 1]!) / 2)
  return {
    ranks,
    weights: Float64Array.from({ length: 2 * ranks.length }, (_, at) => (at % 2 === 0 ? 1 - middles[at >> 1]! : middles[at >> 1]!)),
    shares: Float64Array.from(ranks, (_, i) => starts[i + 1]! - starts[i]!),
  }
}

function sampled(alternatives: Alternatives, which: number, seed: number): Weighted {
  const { components } = alternatives
  const weights = new Float64Array(sets * pointsPerSet * components)
  for (let set = 0; set < sets; set++) {
    const stream = randomStream(seed, 'composite weights', set)
    const shift = Array.from({ length: components - 1 }, () => uniform(stream))
    weights.set(simplexPoints(pointsPerSet, components, shift), set * pointsPerSet * components)
  }
  return { ranks: ranksUnder(alternatives, which, weights), weights, shares: undefined }
}

function topOf({ ranks, weights, shares }: Weighted, percent: number, count: number): TopShare {
  const rank = Math.max(1, Math.floor((percent / 100) * count))
  const central = centralWeights(ranks, weights, rank, shares)
  return {
    percent,
    rank,
    share: acceptability(ranks, rank, shares),
    error: shares === undefined ? errorOf(ranks, rank) : 0,
    centralWeights: central === undefined ? null : [...central],
  }
}

/** Returns the standard error of the share, from its spread over the sets. */
function errorOf(ranks: Uint32Array, rank: number): number {
  const each = Array.from({ length: sets }, (_, set) => acceptability(ranks.subarray(set * pointsPerSet, (set + 1) * pointsPerSet), rank))
  const mean = each.reduce((sum, share) => sum + share, 0) / sets
  return Math.sqrt(each.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (sets * (sets - 1)))
}

/**
 * Finds the best and the worst rank by exact line search. Candidate starts are the sampled weightings, the user's weights and points near each corner; the two
 * best (or worst) are used.
 */
function attained(
  alternatives: Alternatives,
  which: number,
  all: Weighted,
  own: Float64Array,
): { best: AttainableRank; worst: AttainableRank } {
  const bounds = rankBounds(alternatives, which)
  const found = (way: 1 | -1): WeightedRank =>
    startsOf(alternatives, which, all, own, way)
      .map((start) => searchedRank(alternatives, which, start, way))
      .reduce((chosen, one) => (way * (chosen.rank - one.rank) > 0 ? one : chosen))
  const [best, worst] = [found(1), found(-1)]
  return {
    best: { rank: best.rank, weights: [...best.weights], bound: bounds.best },
    worst: { rank: worst.rank, weights: [...worst.weights], bound: bounds.worst },
  }
}

function startsOf(alternatives: Alternatives, which: number, { ranks, weights }: Weighted, own: Float64Array, way: 1 | -1): Float64Array[] {
  const chosen = ranks.reduce((best, rank, i) => (way * (ranks[best]! - rank) > 0 ? i : best), 0)
  const corners = Array.from(own, (_, corner) => own.map((_weight, c) => (c === corner ? 1 - (own.length - 1) / 1000 : 1 / 1000)))
  const starts = [weights.slice(chosen * own.length, (chosen + 1) * own.length), own, ...corners]
  const placed = ranksUnder(alternatives, which, Float64Array.from(starts.flatMap((start) => [...start])))
  return starts
    .map((start, i) => ({ start, rank: placed[i]! }))
    .sort((x, y) => way * (x.rank - y.rank))
    .slice(0, 2)
    .map(({ start }) => start)
}

function histogramOf({ ranks, shares }: Weighted, count: number): { from: number; to: number; share: number }[] {
  const width = Math.max(1, Math.ceil(count / bins))
  const found = new Float64Array(Math.ceil(count / width))
  ranks.forEach((rank, i) => {
    found[Math.floor((rank - 1) / width)]! += shares?.[i] ?? 1 / ranks.length
  })
  return Array.from(found, (share, bin) => ({ from: bin * width + 1, to: Math.min(count, (bin + 1) * width), share }))
}

/** Computes, for each component, the rank as its weight goes from 0 to 1 in steps of 0.01, the others in the user's proportions. */
export function curvesOf(alternatives: Alternatives, which: number, own: Float64Array, ids: readonly ComponentId[]): RankCurve[] {
  return ids.map((component, c) => {
    const without = weightsWithout(own, c)!
    const shares = Array.from({ length: 101 }, (_, step) => step / 100)
    const weights = Float64Array.from(shares.flatMap((t) => Array.from(without, (weight, i) => (i === c ? t : (1 - t) * weight))))
    const ranks = ranksUnder(alternatives, which, weights)
    return { component, points: shares.map((share, i) => ({ share, rank: ranks[i]! })) }
  })
}

/** Number of small triangles along one side of the map. */
const side = 24

/**
 * Computes the ranks over all weights of three components, taken at the centre of each of side² small triangles. Rows start at the first component's corner;
 * upright and inverted triangles alternate.
 */
export function ternaryOf(alternatives: Alternatives, which: number): { side: number; ranks: number[] } | null {
  if (alternatives.components !== 3) return null
  const weights = ternaryCells(side).flatMap(({ middle }) => middle)
  return { side, ranks: [...ranksUnder(alternatives, which, Float64Array.from(weights))] }
}

/** Returns the corners and centre of each small triangle, as weights of three components. */
export function ternaryCells(cells: number): { corners: readonly (readonly number[])[]; middle: readonly number[] }[] {
  const at = (row: number, place: number): number[] => [1 - row / cells, (row - place) / cells, place / cells]
  return Array.from({ length: cells }, (_, row) =>
    Array.from({ length: 2 * row + 1 }, (_unused, i) => {
      const place = i >> 1
      const corners =
        i % 2 === 0
          ? [at(row, place), at(row + 1, place), at(row + 1, place + 1)]
          : [at(row, place), at(row, place + 1), at(row + 1, place + 1)]
      return { corners, middle: [0, 1, 2].map((c) => corners.reduce((sum, corner) => sum + corner[c]!, 0) / 3) }
    }),
  ).flat()
}

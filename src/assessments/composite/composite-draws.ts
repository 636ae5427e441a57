import type { Alternatives } from '../../measures/composite/rank-acceptability.ts'
import { quantile } from '../../numeric/quantile.ts'

export interface DrawnSpan {
  readonly low: number
  readonly high: number
  readonly rankLow: number
  readonly rankHigh: number
}

/**
 * Computes the 90 % interval of the composite and of its rank, propagated from the components' errors. Each draw uses the percentiles of all pairs in that
 * draw.
 *
 * A range of rival reports has no probability. The draws are made once with the lowest and once with the highest report, and the interval covers both.
 *
 * @param drawn    percentiles per component, row-major by alternative; undefined where exact
 * @param rivals   the pair's own percentile per component, by the lowest and the highest report
 */
export function drawnRanks(
  alternatives: Alternatives,
  which: number,
  weights: Float64Array,
  drawn: readonly (Float64Array | undefined)[],
  rivals: readonly ({ readonly low: number; readonly high: number } | undefined)[],
  draws: number,
): DrawnSpan {
  const means = (i: number, scores: ArrayLike<number>, out: Float64Array): void => drawnMeans(i, scores, weights, drawn, out)
  const { components, scores } = alternatives
  const own = scores.slice(which * components, (which + 1) * components)
  const ends = rivals.some((one) => one !== undefined) ? (['low', 'high'] as const) : ([undefined] as const)
  const spans = ends.map((end) => {
    const values = new Float64Array(draws)
    means(
      which,
      own.map((score, c) => (end === undefined ? score : (rivals[c]?.[end] ?? score))),
      values,
    )
    return spansOf(values, ranksOf(alternatives, which, values, means))
  })
  return {
    low: Math.min(...spans.map(({ low }) => low)),
    high: Math.max(...spans.map(({ high }) => high)),
    rankLow: Math.min(...spans.map(({ rankLow }) => rankLow)),
    rankHigh: Math.max(...spans.map(({ rankHigh }) => rankHigh)),
  }
}

/** Returns the composite of one alternative in every draw. Components without draws keep the same score in all. */
function drawnMeans(
  i: number,
  scores: ArrayLike<number>,
  weights: Float64Array,
  drawn: readonly (Float64Array | undefined)[],
  out: Float64Array,
): void {
  out.fill(0)
  for (let c = 0; c < weights.length; c++) {
    const [weight, percentiles] = [weights[c]!, drawn[c]]
    if (percentiles === undefined) for (let draw = 0; draw < out.length; draw++) out[draw]! += weight * scores[c]!
    else for (let draw = 0, at = i * out.length; draw < out.length; draw++, at++) out[draw]! += weight * percentiles[at]!
  }
}

function ranksOf(
  { count, components, scores }: Alternatives,
  which: number,
  own: Float64Array,
  means: (i: number, scores: ArrayLike<number>, out: Float64Array) => void,
): Float64Array {
  const [ranks, other] = [new Float64Array(own.length).fill(1), new Float64Array(own.length)]
  for (let i = 0; i < count; i++) {
    if (i === which) continue
    means(i, scores.subarray(i * components, (i + 1) * components), other)
    for (let draw = 0; draw < own.length; draw++) ranks[draw]! += Number(other[draw]! > own[draw]!)
  }
  return ranks
}

function spansOf(values: Float64Array, ranks: Float64Array): DrawnSpan {
  const rank = drawSpan(ranks)
  return { ...drawSpan(values), rankLow: Math.floor(rank.low), rankHigh: Math.ceil(rank.high) }
}

/** Returns the 5 % and 95 % quantiles of the draws. */
export function drawSpan(values: Float64Array): { low: number; high: number } {
  return { low: quantile(values, 0.05), high: quantile(values, 0.95) }
}

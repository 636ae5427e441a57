import { bordaShares, headToHead, rankOf, weightedGeometricMeans } from '../../measures/composite/aggregation.ts'
import type { Alternatives } from '../../measures/composite/rank-acceptability.ts'
import type { Aggregation, CompositeAnswer, RankedPair } from './composite-answer.ts'
import type { Component, RankedPairs } from './composite-component.ts'

/** Ranks the pair under alternative ways to combine the components, with the same weights. */
export function ranksByAggregation(alternatives: Alternatives, which: number, shares: Float64Array, means: Float64Array): Aggregation[] {
  const geometric = weightedGeometricMeans(alternatives, shares)
  const borda = bordaShares(alternatives, shares)
  const duels = headToHead(alternatives, which, shares)
  const others = Math.max(1, alternatives.count - 1)
  return [
    {
      id: 'arithmetic',
      title: 'weighted arithmetic mean',
      value: means[which]!,
      unit: 'percentile',
      rank: rankOf(means, which),
      method: 'low in one is made good by high in another, point for point',
    },
    {
      id: 'geometric',
      title: 'weighted geometric mean',
      value: geometric[which]!,
      unit: 'percentile',
      rank: rankOf(geometric, which),
      method: 'low in one weighs more the lower it is',
    },
    {
      id: 'borda',
      title: 'mean rank (Borda)',
      value: borda[which]!,
      unit: 'share',
      rank: rankOf(borda, which),
      method: 'share of the other ranked pairs below it, by component, weighted',
    },
    {
      id: 'head-to-head',
      title: 'head to head (Condorcet)',
      value: (duels.wins + duels.ties / 2) / others,
      unit: 'share',
      rank: 1 + duels.losses,
      method: 'share of the others that it beats where the components in which it is higher weigh more; its rank is 1 + how many beat it',
    },
  ]
}

/** Computes the Pearson correlation of the percentiles of two components over the ranked pairs; null where one of them does not vary. */
export function correlationsOf({ count, components, scores }: Alternatives, chosen: readonly Component[]): CompositeAnswer['correlations'] {
  const column = (c: number): Float64Array => Float64Array.from({ length: count }, (_, i) => scores[i * components + c]!)
  return chosen.flatMap((first, i) =>
    chosen.slice(i + 1).map((second, k) => {
      const value = correlation(column(i), column(i + 1 + k))
      return { a: first.id, b: second.id, value: Number.isFinite(value) ? value : null }
    }),
  )
}

function correlation(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  let [xy, xx, yy] = [0, 0, 0]
  x.forEach((value, i) => {
    xy += (value - mx) * (y[i]! - my)
    xx += (value - mx) ** 2
    yy += (y[i]! - my) ** 2
  })
  return xy / Math.sqrt(xx * yy)
}

/** Returns the first five pairs, and five above and below the requested pair; or all pairs. */
export function rankingOf(
  { pairs, ranked }: RankedPairs,
  { components, scores }: Alternatives,
  means: Float64Array,
  which: number,
  all: boolean,
): RankedPair[] {
  const order = Uint32Array.from(means.keys()).sort((i, j) => means[j]! - means[i]! || i - j)
  const place = order.indexOf(which)
  let rank = 1
  return [...order].flatMap((row, i): RankedPair[] => {
    if (i > 0 && means[row]! < means[order[i - 1]!]!) rank = i + 1
    if (!all && i >= 5 && Math.abs(i - place) > 5) return []
    const [a, b] = [pairs.a, pairs.b].map((side) => pairs.states[side[ranked[row]!]!]!.iso3) as [string, string]
    return [{ rank, a, b, value: means[row]!, percentiles: [...scores.subarray(row * components, (row + 1) * components)] }]
  })
}

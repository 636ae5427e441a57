import { midRankPercentiles } from '../similarity/percentile.ts'
import type { Alternatives } from './rank-acceptability.ts'

/**
 * Computes the weighted arithmetic mean of each alternative's scores. It is fully compensatory: a low score in one component is
 * offset by a high score in another.
 *
 * @param weights   per component, not negative; only their proportions matter
 * @example weightedMeans({ count: 1, components: 2, scores: Float64Array.of(90, 30) }, [2, 1])   // [70]
 */
export function weightedMeans(alternatives: Alternatives, weights: ArrayLike<number>): Float64Array {
  return overScores(alternatives, weights, (score) => score)
}

/**
 * Computes the weighted geometric mean: only partly compensatory, since the lower a score is, the more it reduces the mean.
 *
 * @returns   0 where a score is 0
 * @see OECD & JRC 2008, Handbook on Constructing Composite Indicators, weighting and aggregation (geometric)
 * @example weightedGeometricMeans({ count: 1, components: 2, scores: Float64Array.of(90, 40) }, [1, 1]).map(Math.round)   // [60]
 */
export function weightedGeometricMeans(alternatives: Alternatives, weights: ArrayLike<number>): Float64Array {
  return overScores(alternatives, weights, Math.log).map(Math.exp)
}

/**
 * Computes the weighted Borda share, from 0 to 1. In each component it is the share of the others that score lower, plus half of
 * those that score the same; the result is the weighted mean.
 *
 * It differs from the mean of percentiles where these were computed among more alternatives than are ranked.
 *
 * @see OECD & JRC 2008, Handbook on Constructing Composite Indicators, weighting and aggregation (Borda)
 * @example bordaShares({ count: 3, components: 1, scores: Float64Array.of(5, 9, 7) }, [1])   // [0, 1, 0.5]
 */
export function bordaShares(alternatives: Alternatives, weights: ArrayLike<number>): Float64Array {
  const { count, components, scores } = alternatives
  const places = new Float64Array(scores.length)
  for (let c = 0; c < components; c++) {
    const own = midRankPercentiles(Float64Array.from({ length: count }, (_, i) => scores[i * components + c]!))
    // a percentile includes half of the alternative itself, and the number of others is one less
    own.forEach((place, i) => {
      places[i * components + c] = count === 1 ? 0.5 : ((place / 100) * count - 0.5) / (count - 1)
    })
  }
  return weightedMeans({ count, components, scores: places }, weights)
}

/** Results of one alternative in pairwise comparison with each of the others. */
export interface HeadToHead {
  readonly wins: number
  readonly ties: number
  readonly losses: number
}

/**
 * Compares one alternative with each other one by weighted majority. An alternative wins if the components in which it scores higher weigh more
 * than those in which it scores lower. The size of a difference does not matter, so the rule is non-compensatory.
 *
 * @see OECD & JRC 2008, Handbook on Constructing Composite Indicators, weighting and aggregation (Condorcet);
 * Copeland's rule counts wins in the same way
 * @example headToHead({ count: 3, components: 2, scores: Float64Array.of(5, 5, 9, 1, 6, 6) }, 0, [1, 2])   // { wins: 1, ties: 0, losses: 1 }
 */
export function headToHead({ count, components, scores }: Alternatives, which: number, weights: ArrayLike<number>): HeadToHead {
  let [wins, losses] = [0, 0]
  for (let other = 0; other < count; other++) {
    let lead = 0
    for (let c = 0; c < components; c++) lead += weights[c]! * Math.sign(scores[which * components + c]! - scores[other * components + c]!)
    if (lead > 0) wins++
    else if (lead < 0) losses++
  }
  return { wins, ties: count - 1 - wins - losses, losses }
}

/**
 * Returns the rank of one value among all, 1 = highest; ties share the better rank.
 *
 * @example rankOf(Float64Array.of(3, 9, 9, 1), 0)   // 3
 */
export function rankOf(values: Float64Array, which: number): number {
  return values.reduce((rank, value) => rank + Number(value > values[which]!), 1)
}

function overScores(
  { count, components, scores }: Alternatives,
  weights: ArrayLike<number>,
  read: (score: number) => number,
): Float64Array {
  const whole = Array.from(weights).reduce((sum, weight) => sum + weight, 0)
  const means = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let sum = 0
    for (let c = 0; c < components; c++) sum += (weights[c]! / whole) * read(scores[i * components + c]!)
    means[i] = sum
  }
  return means
}

import { quantile } from '../numeric/quantile.ts'
import { randomStream } from '../numeric/random.ts'
import { type DrawPlan, resampleOf, type ScenarioDraw, type SolvedDraw, scenarioDraw } from './scenario-draws.ts'

/** Something uncertain whose part of the spread is estimated. */
export type SpreadSource = 'membership' | 'elasticities' | 'size' | 'estimate'

/** How much of the spread of one outcome comes from what. */
export interface VarianceShares {
  /** Standard deviation over the draws, in percentage points. */
  readonly deviation: number
  /** Part of the variance in per cent, with the standard error of the simulation. They add up to 100. */
  readonly shares: readonly { readonly source: SpreadSource; readonly percent: number; readonly error: number }[]
}

/** Most draws of the split: each is solved anew for every set of sources. */
const mostPairs = 50
/** Fewer solved pairs say nothing. */
const fewestPairs = 10

/** The outcomes of a draw, in an order that is always the same; NaN where one is undefined. */
export type OutcomesOf = (welfare: Float64Array, resample: number | undefined) => Float64Array

/** What was solved. */
export interface SplitRequest {
  readonly draws: number
  readonly seed: number
  readonly solvedDraws: readonly SolvedDraw[]
  /** Changes of welfare in each of the draws of `splitDraw`, in its order; undefined where there is no solution. */
  readonly solvedSplit: readonly (Float64Array | undefined)[]
  readonly outcomesOf: OutcomesOf
}

/** What a scenario draws, in the order in which it is reported. */
export function spreadSources({ scenario, aligned, effects }: Pick<DrawPlan, 'scenario' | 'aligned' | 'effects'>): SpreadSource[] {
  const { uncertain } = scenario
  return [
    ...(aligned !== undefined || uncertain?.members !== undefined ? (['membership'] as const) : []),
    ...(uncertain?.elasticities === undefined ? [] : (['elasticities'] as const)),
    ...(uncertain?.size === undefined ? [] : (['size'] as const)),
    ...(effects?.isDrawn === true ? (['estimate'] as const) : []),
  ]
}

/** How many more times than the draws themselves the model is solved to split the spread. */
export function solvesOfSplit(sources: number, draws: number): number {
  return sources < 2 ? 0 : (2 ** sources - 2) * Math.min(draws, mostPairs)
}

/**
 * Returns a draw that the split needs beside the draws themselves: of one of them what a set of sources decides, and the rest of its partner, the next.
 *
 * @param at   below `solvesOfSplit`: set by set, and in each by draw
 */
export function splitDraw(
  plan: DrawPlan,
  sources: readonly SpreadSource[],
  { draws, seed }: Pick<SplitRequest, 'draws' | 'seed'>,
  at: number,
): ScenarioDraw {
  const pairs = Math.min(draws, mostPairs)
  const [known, k] = [1 + Math.floor(at / pairs), at % pairs]
  return mixed(scenarioDraw(plan, seed, k), scenarioDraw(plan, seed, (k + 1) % pairs), sources, known)
}

/**
 * Splits the variance of each outcome over what is uncertain, by Shapley values: a source's part is the mean of what knowing it takes off the variance, over all
 * orders in which the sources become known. So parts add up to the whole also where two sources act on one another.
 *
 * Each draw is paired with the next. For a set of sources, the draw is solved again with all other sources of its partner; half the mean squared difference is the
 * variance that is left if that set is known (Jansen 1999). The standard error is that of resampled pairs.
 *
 * @returns an entry for each outcome; null where it does not vary or too few pairs have a solution
 * @see Song, Nelson & Staum 2016, SIAM/ASA Journal on Uncertainty Quantification 4(1); Jansen 1999, Computer Physics Communications 117
 */
export function varianceShares(
  plan: DrawPlan,
  sources: readonly SpreadSource[],
  { draws, seed, solvedDraws, solvedSplit, outcomesOf }: SplitRequest,
): (VarianceShares | null)[] {
  const pairs = Math.min(draws, mostPairs)
  const byNumber = new Map(solvedDraws.map((one) => [one.k, outcomesOf(one.welfare, one.resample)]))
  const own = Array.from({ length: pairs }, (_, k) => byNumber.get(k))
  // bit i of a set: source i is known
  const all = 2 ** sources.length - 1
  const solved = Array.from({ length: all }, (_, known) =>
    own.map((_, k) => {
      const partner = (k + 1) % pairs
      if (known === 0) return own[partner]
      const welfare = solvedSplit[(known - 1) * pairs + k]
      const isOwn = ((known >> sources.indexOf('membership')) & 1) === 1 && sources.includes('membership')
      return welfare === undefined ? undefined : outcomesOf(welfare, resampleOf(plan, isOwn ? k : partner))
    }),
  )
  const outcomes = own.find((one) => one !== undefined)?.length ?? 0
  return Array.from({ length: outcomes }, (_, o) => splitOf(own, solved, o, sources, seed))
}

/** A draw with what is known of it, and the rest of another. */
function mixed(draw: ScenarioDraw, other: ScenarioDraw, sources: readonly SpreadSource[], known: number): ScenarioDraw {
  const from = (source: SpreadSource): ScenarioDraw => (((known >> sources.indexOf(source)) & 1) === 1 ? draw : other)
  return {
    elasticity: from('elasticities').elasticity,
    variation: {
      size: from('size').variation.size,
      out: from('membership').variation.out,
      effects: from('estimate').variation.effects,
    },
    resample: from('membership').resample,
  }
}

function splitOf(
  own: readonly (Float64Array | undefined)[],
  solved: readonly (readonly (Float64Array | undefined)[])[],
  outcome: number,
  sources: readonly SpreadSource[],
  seed: number,
): VarianceShares | null {
  // for each pair, half the squared difference with each set known
  const halves = own.flatMap((mine, k) => {
    const row = solved.map((others) =>
      mine === undefined || others[k] === undefined ? Number.NaN : (mine[outcome]! - others[k][outcome]!) ** 2 / 2,
    )
    return row.every(Number.isFinite) ? [row] : []
  })
  if (halves.length < fewestPairs) return null
  const found = sharesOf(halves, sources.length)
  if (found === undefined) return null
  const stream = randomStream(seed, 'variance-shares', outcome)
  const again = Array.from({ length: resamples }, () =>
    sharesOf(
      Array.from(halves, () => halves[stream.below(halves.length)]!),
      sources.length,
    ),
  ).flatMap((one) => (one === undefined ? [] : [one]))
  const values = Float64Array.from(own.flatMap((one) => (one === undefined || !Number.isFinite(one[outcome]!) ? [] : [one[outcome]!])))
  return {
    deviation: 100 * deviationOf(values),
    shares: sources.map((source, i) => ({ source, percent: 100 * found[i]!, error: 100 * halfRange(again.map((one) => one[i]!)) })),
  }
}

const resamples = 200

/** Shapley values of the variance that is left; undefined if there is none. */
function sharesOf(halves: readonly (readonly number[])[], n: number): number[] | undefined {
  const sets = 2 ** n
  const left = Array.from({ length: sets }, (_, known) =>
    known === sets - 1 ? 0 : halves.reduce((sum, row) => sum + row[known]!, 0) / halves.length,
  )
  if (!(left[0]! > smallestVariance)) return undefined
  return Array.from({ length: n }, (_, i) => {
    let value = 0
    for (let known = 0; known < sets; known++)
      if (((known >> i) & 1) === 0) value += weightOf(bits(known), n) * (left[known]! - left[known | (1 << i)]!)
    return value / left[0]!
  })
}

/** Of welfare as a factor: a thousandth of a thousandth of a per cent, squared; below it the differences are those of the search. */
const smallestVariance = 1e-16

function weightOf(size: number, n: number): number {
  return (factorial(size) * factorial(n - size - 1)) / factorial(n)
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1)
}

function bits(set: number): number {
  return set === 0 ? 0 : (set & 1) + bits(set >> 1)
}

function deviationOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** A standard error from the middle two thirds of the resamples, which a few wild ones do not move. */
function halfRange(values: readonly number[]): number {
  const sorted = Float64Array.from(values)
  return (quantile(sorted, 0.8413) - quantile(sorted, 0.1587)) / 2
}

import { normalCdf, normalQuantile } from '../../numeric/normal.ts'

/** The words of ICD 203, first row of its table, least likely first. Only one row is used, because the directive asks not to mix the two. */
export const likelihoodWords = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const

export type LikelihoodWord = (typeof likelihoodWords)[number]

/** Upper end of each word except the last. */
const ends = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95] as const

/**
 * Returns the word for a probability.
 *
 * Upper ends: almost no chance 5 %, very unlikely 20, unlikely 45, roughly even chance 55, likely 80, very likely 95; almost certain above.
 *
 * In the directive neighbouring ranges share their ends. Here an end belongs to the word nearer to even, which claims less. The directive has no words below
 * 1 % and above 99 %; the outermost words are used there.
 *
 * @param probability   0 to 1; RangeError otherwise
 * @see Office of the Director of National Intelligence, Intelligence Community Directive 203, Analytic Standards, 2 January 2015, section D.6.e(2)(a)
 * @example likelihoodWord(0.87)   // "very likely"
 */
export function likelihoodWord(probability: number): LikelihoodWord {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`likelihoodWord: ${probability} is no probability`)
  const place = probability < 0.5 ? ends.filter((end) => probability >= end).length : ends.filter((end) => probability > end).length
  return likelihoodWords[place]!
}

/**
 * What is no more than likely is neither judged nor said: of twenty such sentences four or more would be wrong, and a sentence of the summary would state what the
 * judgement doubts.
 */
export const leastChanceTold = 0.8

/** A figure with its 90 % interval. */
export interface ValueWithInterval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Shape of a figure's error: normal, or with heavier tails, as for a few clustered roll calls. */
export type LikelihoodTails = 'normal' | 'heavy'

/** Normal quantile of 0.95: a 90 % interval extends this many standard deviations to each side. */
const reach = 1.6448536269514722

/**
 * Computes the probability that a quantity lies above a threshold, from its value and 90 % interval.
 *
 * F((value - threshold) / sd), sd = (high - low) / (2 · 1.645). F is the normal distribution, or for heavy tails Student's t with two degrees of freedom,
 * 1/2 + x / (2 √(2 + x²)). The error is assumed to be symmetric.
 *
 * @param widen   factor on the standard deviation: √2 where the claim is about another sample of the same size, which has the same error
 * @returns       undefined where the interval has no width, because the error is then unknown
 * @see docs/measures/likelihood-words.md on the tails that judgements on votes need
 * @example chanceAbove({ value: 1, low: 0, high: 2 }, 0, { widen: 1, tails: 'normal' }).toFixed(2)   // "0.95"
 */
export function chanceAbove(
  spread: ValueWithInterval,
  threshold: number,
  { widen, tails }: { widen: number; tails: LikelihoodTails },
): number | undefined {
  const sd = (widen * (spread.high - spread.low)) / (2 * reach)
  if (!(sd > 0)) return undefined
  const x = (spread.value - threshold) / sd
  return tails === 'normal' ? normalCdf(x) : 0.5 + x / (2 * Math.sqrt(2 + x * x))
}

/** Another set of the same size has the same error as this one (√2). Votes or speeches of one time are correlated, which the error of one pair does not show. */
const another = 1.25 * Math.SQRT2

/**
 * For places among all pairs: the back-test requires a quarter more than the interval, and not √2 as well. The interval takes the errors of its two measures as
 * going together, which is already too wide.
 */
const ofPlaces = 1.25

/**
 * Computes the probability that on another set of the same size a pair would rank above the median pair. It follows from the pair's
 * percentile and the percentiles of the interval's ends.
 *
 * Percentiles are bounded, so the error is taken on the scale of their normal scores.
 *
 * @example chanceAboveMedian({ value: 50, low: 40, high: 60 })   // 0.5
 */
export function chanceAboveMedian({ value, low, high }: ValueWithInterval): number | undefined {
  return chanceAbove({ value: score(value), low: score(low), high: score(high) }, 0, { widen: another, tails: 'heavy' })
}

/**
 * Computes the same for a place in votes, with the widening that the back-test requires of places.
 *
 * @example chanceOfPlaceAboveMedian({ value: 50, low: 40, high: 60 })   // 0.5
 */
export function chanceOfPlaceAboveMedian({ value, low, high }: ValueWithInterval): number | undefined {
  return chanceAbove({ value: score(value), low: score(low), high: score(high) }, 0, { widen: ofPlaces, tails: 'heavy' })
}

/**
 * Computes the probability that on other sets of similar roll calls of the same size a pair's place would change the same way, from the change and its interval.
 *
 * @example chanceOfRise({ value: 0, low: -0.1, high: 0.1 })   // 0.5
 */
export function chanceOfRise(change: ValueWithInterval): number | undefined {
  return chanceAbove(change, 0, { widen: ofPlaces, tails: 'heavy' })
}

/** Returns the normal score of a percentile. Values are kept at least one pair in twenty thousand away from 0 and 100. */
function score(percentile: number): number {
  return normalQuantile(Math.min(99.995, Math.max(0.005, percentile)) / 100)
}

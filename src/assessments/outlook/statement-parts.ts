import type { PastOutcomes } from '../../outlook/targets/past-outcomes.ts'
import { type LikelihoodWord, likelihoodWord } from '../forms/likelihood.ts'
import { percentText } from './outlook-statements.ts'

/**
 * The expected gain in the log score of a probability over a baseline, in bits, if the probability is right (Kullback-Leibler divergence).
 *
 * @example [gainOver(0.5, 0.5), gainOver(0.9, 0.5)].map((gain) => gain.toFixed(2))   // ['0.00', '0.53']
 */
export function gainOver(probability: number, baseline: number): number {
  const part = (own: number, base: number): number => (own <= 0 ? 0 : own * Math.log2(own / Math.max(base, 1e-9)))
  return Math.max(0, part(probability, baseline) + part(1 - probability, 1 - baseline))
}

/**
 * The less extreme of a model's probability and of how often the event came after such forecasts: never on the other side of the baseline.
 *
 * @example heldBy({ n: 135, frequency: 0.022, from: 0.05, to: 1 }, 0.06, 0.0006)   // 0.022
 */
export function heldBy(past: PastOutcomes | undefined, model: number, baseline: number): number {
  if (past === undefined || Number.isNaN(past.frequency)) return model
  return model >= baseline ? Math.max(baseline, Math.min(model, past.frequency)) : Math.min(baseline, Math.max(model, past.frequency))
}

/** The word of a probability; null below 1 %, for which ICD 203 has none. */
export function wordOf(probability: number): LikelihoodWord | null {
  return probability < 0.01 ? null : likelihoodWord(probability)
}

/**
 * Writes how likely something is, to be followed by a clause with "that".
 *
 * @example [0.65, 0.5, 0.02, 0.004].map(likelihoodClause)   // ['It is likely (65 %) that', 'There is a roughly even chance (50 %) that', 'There is almost no chance (2 %) that', 'The probability is 0.4 % that']
 */
export function likelihoodClause(probability: number): string {
  const word = wordOf(probability)
  const percent = percentText(probability)
  if (word === null) return `The probability is ${percent} that`
  if (word === 'almost no chance') return `There is almost no chance (${percent}) that`
  if (word === 'roughly even chance') return `There is a roughly even chance (${percent}) that`
  return `It is ${word} (${percent}) that`
}

/** The width of an 80 % band over the distance at which such a quantity moves away from the end in 60 % of cases: 2.56 / 0.64 standard deviations. */
const bandToEnd = 4

/**
 * Whether a direction away from an end of the scale says no more than that the value lies near this end: a quantity that wanders without a trend, with the spread of the
 * band, and is turned back at the end, would move away from it in three cases of five or more if it lies within a quarter of the band.
 *
 * @example [0.02, 0.4].map((last) => isEndOfScale(last, 0, { low: 0, high: 0.69 }))   // [true, false]
 */
export function isEndOfScale(last: number, end: number, { low, high }: { readonly low: number; readonly high: number }): boolean {
  return Number.isFinite(end) && Math.abs(last - end) < (high - low) / bandToEnd
}

import { percentText } from '../../assessments/outlook/outlook-statements.ts'
import type { Claim } from '../../claims/claim.ts'
import { probabilityOf, type ReadProbability } from '../../claims/text/topics/probability-words.ts'
import type { OurForecast } from './claims-answer.ts'

/**
 * Writes the probability of a text's forecast beside ours.
 *
 * @param said   what the author's word of likelihood stands for; null without such a word
 * @example oursBesideText(null, { target: 'armed-conflict', title: 'War', probability: 0.34, baseline: 0.21, resolvesOn: '2031-06-30', why: null })
 * // 'The author: no word of likelihood; ours: 34 %, base rate 21 % (War; could be settled from 2031-06-30).'
 */
export function oursBesideText(said: ReadProbability | null, ours: OurForecast): string {
  const author = said === null ? 'no word of likelihood' : `${said.words} (${Math.round(100 * said.low)}–${Math.round(100 * said.high)} %)`
  const { probability, baseline, target, title, resolvesOn, why } = ours
  if (probability === null) return `The author: ${author}; ours: none, as ${why}.`
  const beside = target!.startsWith('goods') ? 'no change' : 'base rate'
  return `The author: ${author}; ours: ${percentText(probability)}, ${beside} ${percentText(baseline!)} (${title}; could be settled from ${resolvesOn}).`
}

/** The line of a claim of a text; null for claims that are no forecast. */
export function ourForecastLine(claim: Claim & { readonly ours?: OurForecast }): string | null {
  return claim.ours === undefined ? null : oursBesideText(probabilityOf(claim.sentence, claim.probability_word), claim.ours)
}

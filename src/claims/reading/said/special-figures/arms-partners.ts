import type { Claim } from '../../../claim.ts'
import { wordsNear } from '../around/words-near.ts'

const partners =
  /\b(?:states|countries|nations|governments|customers|recipients|buyers|clients|importers|markets|suppliers|exporters|sellers|providers|sources|destinations)\b/i
/** Matches counts of only some of the partners, for which the record has no list. */
const narrower =
  /\b(?:African|Asian|European|Arab|Gulf|NATO|EU|member|other|fewer|more (?!than\b)|less|top|largest|biggest|main|major (?!arms\b)|of (?:its|the|their) \w+ (?:customers|recipients|suppliers|clients))\b/i

/** Whether a number of states is that of all partners that a state buys arms from or sells them to. */
export function isArmsPartnerCount(claim: Claim): boolean {
  if (claim.kind !== 'count' || claim.unit !== 'count' || claim.domain !== 'arms') return false
  const words = wordsNear(claim, 40)
  return partners.test(words) && !narrower.test(words)
}

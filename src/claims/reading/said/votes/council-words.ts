import type { Claim } from '../../../claim.ts'
import { sentencesBefore } from '../around/text-around-claim.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/** Whether the last body named is the Security Council, whose votes are not General Assembly votes. */
export function isOfCouncil(claim: Claim, text: TextOfClaims): boolean {
  const body =
    /\b(?:(General )?Assembly|UNGA|(?<!(?:Rights|European|Gulf|Nordic|Cooperation) )Council(?! of Europe)|UNSCR?|S\/RES|veto(?:e[sd]|ing)?|A\/RES|emergency (?:special )?session)\b/g
  for (const sentence of [claim.sentence, ...sentencesBefore(claim, text, 3)]) {
    const named = [...sentence.matchAll(body)].map(([word]) => /Council|UNSC|S\/RES|veto/.test(word))
    if (named.length > 0) return named.every((isCouncil) => isCouncil)
  }
  return false
}

/**
 * Returns the numbers of Council resolutions that a sentence names: `Resolution 1973`, `resolutions 1718`, `UNSCR 2231`, `S/RES/242`.
 *
 * @example councilNumbersIn('It abstained on Security Council Resolution 1973 (2011).')   // [1973]
 */
export function councilNumbersIn(sentence: string): number[] {
  const named = sentence.matchAll(/(?:\b[Rr]esolutions? |\bUNSCR ?|\bS\/RES\/)(?:No\. ?)?(\d{1,4})(?![\d/])/g)
  return [...new Set([...named].map(([, number]) => Number(number)))]
}

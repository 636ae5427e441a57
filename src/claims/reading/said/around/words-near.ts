import type { Claim } from '../../../claim.ts'

/** Returns the indicator and the words around a claim; the whole sentence if the position of the claim's words is unknown. */
export function wordsNear({ indicator, sentence, start, end }: Claim, reach = 60): string {
  return `${indicator ?? ''} ; ${end === 0 ? sentence : sentence.slice(Math.max(0, start - reach), end + reach)}`
}

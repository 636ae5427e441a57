import type { Claim } from './claim.ts'
import type { ClaimTestContext } from './claim-test-context.ts'
import type { Caution, SlotConfidences } from './said/figure-doubts.ts'
import type { FigureWord } from './said/figure-words.ts'

/** Whether the words give a reason for caution. */
export const hasCaution = ({ said }: Claim, caution: Caution): boolean => said?.doubts?.figure?.cautions?.includes(caution) === true

/** Whether the words at a figure have one for this. */
export const hasFigureWord = ({ said }: Claim, word: FigureWord): boolean => said?.figureWords?.includes(word) === true

/** Returns which words settle each slot of a claim; `own` for all three if it was given as data. */
export const confidencesOf = ({ said }: Claim): SlotConfidences => ({
  who: 'own',
  when: 'own',
  what: 'own',
  ...said?.doubts?.figure?.slots,
})

/** Whether figures nearby confirm the parties and the period of a claim. */
export const isConfirmed = (
  claim: Claim,
  { corroborated, contextSupported }: Pick<ClaimTestContext, 'corroborated' | 'contextSupported'>,
): boolean => corroborated?.has(claim) === true || contextSupported?.has(claim) === true

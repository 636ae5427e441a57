import type { Claim } from '../../claim.ts'

/** Whether the sentence itself names the period of a deed. A period carried over from another sentence cannot refute a claim. */
export const namesPeriod = ({ period, said }: Claim): boolean => period !== null && said?.doubts?.deed?.carriedPeriod !== true

/** Whether the text says plainly who the parties of a deed are. */
export const namesParties = ({ said }: Claim): boolean => said?.doubts?.deed?.vagueParties !== true

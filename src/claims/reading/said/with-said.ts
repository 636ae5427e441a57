import type { Claim } from '../../claim.ts'
import type { Doubts } from '../../said/doubts.ts'
import type { Said } from '../../said/said.ts'
import { definedFields } from './defined-fields.ts'
import { figureDoubts, figureWordsOf } from './figure-doubts/figure-doubts.ts'
import { otherVotingBody } from './other-voting-body.ts'
import type { TextOfClaims } from './text-of-claims.ts'
import { isYearTold } from './year-told.ts'

/**
 * Adds to each checkable claim what the words of its text say about it, as data, so that testing reads no text.
 *
 * @param claims   claims of one text, with their sentences and positions
 */
export function withSaid(claims: readonly Claim[], text: TextOfClaims): Claim[] {
  return claims.map((claim) => (claim.checkable ? { ...claim, said: saidOf(claim, text) } : claim))
}

function saidOf(claim: Claim, text: TextOfClaims): Said {
  return definedFields<Said>({
    figureWords: figureWordsOf(claim),
    doubts: text.isWrittenFromSlots === true ? undefined : doubtsOf(claim, text),
  })
}

function doubtsOf(claim: Claim, text: TextOfClaims): Doubts {
  return definedFields<Doubts>({
    otherBody: otherVotingBody(claim, text),
    yearUntold: isYearTold(claim, text) ? undefined : true,
    figure: figureDoubts(claim, text),
  })
}

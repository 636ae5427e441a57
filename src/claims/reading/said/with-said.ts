import type { Claim } from '../../claim.ts'
import type { Doubts } from '../../said/doubts.ts'
import type { Said } from '../../said/said.ts'
import { deedDoubts } from './deeds/deed-doubts.ts'
import { definedFields } from './defined-fields.ts'
import { otherVotingBody } from './other-voting-body.ts'
import { pairDeedsSaid, pairDoubts } from './pair-deeds/pair-deeds.ts'
import { specialFiguresSaid } from './special-figures/special-figures.ts'
import type { TextOfClaims } from './text-of-claims.ts'

/**
 * Adds to each checkable claim what the words of its text say about it, as data, so that testing reads no text.
 *
 * @param claims   claims of one text, with their sentences and positions
 */
export function withSaid(claims: readonly Claim[], text: TextOfClaims): Claim[] {
  return claims.map((claim) => (claim.checkable ? { ...claim, said: saidOf(claim, text) } : claim))
}

function saidOf(claim: Claim, text: TextOfClaims): Said {
  const pairDeeds = pairDeedsSaid(claim, text)
  return {
    ...pairDeeds,
    ...specialFiguresSaid(claim, text),
    doubts: definedFields<Doubts>({
      otherBody: otherVotingBody(claim, text),
      deed: deedDoubts(claim, text),
      pair: pairDoubts(claim, text, pairDeeds),
    }),
  }
}

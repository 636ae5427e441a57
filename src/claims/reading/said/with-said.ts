import type { Claim } from '../../claim.ts'
import type { Doubts } from '../../said/doubts.ts'
import type { Said } from '../../said/said.ts'
import { deedDoubts } from './deeds/deed-doubts.ts'
import { vetoDoubts, vetoSaid } from './deeds/veto-said.ts'
import { visitSaid } from './deeds/visit-said.ts'
import { definedFields } from './defined-fields.ts'
import { membershipDoubts, membershipSaid } from './memberships/membership-said.ts'
import { otherVotingBody } from './other-voting-body.ts'
import type { TextOfClaims } from './text-of-claims.ts'
import { voteDoubts, voteSaid } from './votes/vote-said.ts'

/**
 * Adds to each checkable claim what the words of its text say about it, as data, so that testing reads no text.
 *
 * @param claims   claims of one text, with their sentences and positions
 */
export function withSaid(claims: readonly Claim[], text: TextOfClaims): Claim[] {
  return claims.map((claim) => (claim.checkable ? { ...claim, said: saidOf(claim, text) } : claim))
}

function saidOf(claim: Claim, text: TextOfClaims): Said {
  const said = definedFields<Said>({
    vote: voteSaid(claim, text),
    veto: vetoSaid(claim, text),
    membership: membershipSaid(claim, text),
    visit: visitSaid(claim, text),
    doubts: undefined,
  })
  return { ...said, doubts: doubtsOf(claim, text, said) }
}

/** Returns what the words leave open about a claim, given what they say. */
function doubtsOf(claim: Claim, text: TextOfClaims, said: Said): Doubts {
  return definedFields<Doubts>({
    otherBody: otherVotingBody(claim, text),
    deed: deedDoubts(claim, text, said),
    vote: said.vote === undefined ? undefined : voteDoubts(claim, text, said.vote),
    veto: said.veto === undefined ? undefined : vetoDoubts(claim, text, said.veto),
    membership: said.membership === undefined ? undefined : membershipDoubts(claim, text, said.membership),
  })
}

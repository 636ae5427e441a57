import type { Claim } from '../../claim.ts'
import type { Doubts } from '../../said/doubts.ts'
import type { Said } from '../../said/said.ts'
import { deedDoubts } from './deeds/deed-doubts.ts'
import { vetoDoubts, vetoSaid } from './deeds/veto-said.ts'
import { visitSaid } from './deeds/visit-said.ts'
import { definedFields } from './defined-fields.ts'
import { figureDoubts, figureWordsOf } from './figure-doubts/figure-doubts.ts'
import { comparisonSaid } from './figures/comparison.ts'
import { figureSaid } from './figures/figure.ts'
import { hedgeSaid } from './figures/hedge.ts'
import { sourceSaid } from './figures/named-source.ts'
import { rankSaid } from './figures/rank.ts'
import { membershipDoubts, membershipSaid } from './memberships/membership-said.ts'
import { otherVotingBody } from './other-voting-body.ts'
import { pairDeedsSaid, pairDoubts } from './pair-deeds/pair-deeds.ts'
import { specialFiguresSaid } from './special-figures/special-figures.ts'
import type { TextOfClaims } from './text-of-claims.ts'
import { voteDoubts, voteSaid } from './votes/vote-said.ts'
import { isYearTold } from './year-told.ts'

/**
 * Adds to each checkable claim what the words of its text say about it, as data, so that testing reads no text.
 *
 * @param claims   claims of one text, with their sentences and positions
 */
export function withSaid(claims: readonly Claim[], text: TextOfClaims): Claim[] {
  return claims.map((claim, at) => (claim.checkable ? { ...claim, said: saidOf(claim, text, claims[at - 1]) } : claim))
}

function saidOf(claim: Claim, text: TextOfClaims, previous: Claim | undefined): Said {
  const special = specialFiguresSaid(claim, text)
  const said = definedFields<Said>({
    fact: claim.said?.fact,
    vote: voteSaid(claim, text),
    veto: vetoSaid(claim, text),
    membership: membershipSaid(claim, text),
    visit: visitSaid(claim, text),
    ...pairDeedsSaid(claim, text),
    ...special,
    figureWords: figureWordsOf(claim),
    hedge: hedgeSaid(claim.qualifier),
    source: sourceSaid(claim.source_named),
    figure: figureSaid(claim, previous, text.date),
    comparison: comparisonSaid(claim, text.date),
    // a first place in a row is a rank in each year
    rank: rankSaid(special.yearsInARow?.isFirst ? { ...claim, unit: 'rank' } : claim, text),
    doubts: undefined,
  })
  return text.isWrittenFromSlots === true ? said : { ...said, doubts: doubtsOf(claim, text, said) }
}

/** Returns what the words leave open about a claim, given what they say. */
function doubtsOf(claim: Claim, text: TextOfClaims, said: Said): Doubts {
  return definedFields<Doubts>({
    otherBody: otherVotingBody(claim, text),
    yearUntold: isYearTold(claim, text) ? undefined : true,
    figure: figureDoubts(claim, text),
    deed: deedDoubts(claim, text, said),
    pair: pairDoubts(claim, text, said),
    vote: said.vote === undefined ? undefined : voteDoubts(claim, text, said.vote),
    veto: said.veto === undefined ? undefined : vetoDoubts(claim, text, said.veto),
    membership: said.membership === undefined ? undefined : membershipDoubts(claim, text, said.membership),
  })
}

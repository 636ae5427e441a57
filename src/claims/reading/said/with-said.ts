import type { Claim } from '../../claim.ts'
import type { Doubts } from '../../said/doubts.ts'
import type { Said } from '../../said/said.ts'
import { deedDoubts } from './deeds/deed-doubts.ts'
import { definedFields } from './defined-fields.ts'
import { figureDoubts, figureWordsOf } from './figure-doubts/figure-doubts.ts'
import { comparisonSaid } from './figures/comparison.ts'
import { figureSaid } from './figures/figure.ts'
import { hedgeSaid } from './figures/hedge.ts'
import { sourceSaid } from './figures/named-source.ts'
import { rankSaid } from './figures/rank.ts'
import { otherVotingBody } from './other-voting-body.ts'
import { pairDeedsSaid, pairDoubts } from './pair-deeds/pair-deeds.ts'
import { specialFiguresSaid } from './special-figures/special-figures.ts'
import type { TextOfClaims } from './text-of-claims.ts'
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
  const pairDeeds = pairDeedsSaid(claim, text)
  return definedFields<Said>({
    ...pairDeeds,
    ...specialFiguresSaid(claim, text),
    doubts: text.isWrittenFromSlots === true ? undefined : doubtsOf(claim, text, pairDeeds),
    figureWords: figureWordsOf(claim),
    hedge: hedgeSaid(claim.qualifier),
    source: sourceSaid(claim.source_named),
    figure: figureSaid(claim, previous),
    comparison: comparisonSaid(claim, text.date),
    rank: rankSaid(claim, text),
  })
}

function doubtsOf(claim: Claim, text: TextOfClaims, pairDeeds: ReturnType<typeof pairDeedsSaid>): Doubts {
  return definedFields<Doubts>({
    otherBody: otherVotingBody(claim, text),
    yearUntold: isYearTold(claim, text) ? undefined : true,
    figure: figureDoubts(claim, text),
    deed: deedDoubts(claim, text),
    pair: pairDoubts(claim, text, pairDeeds),
  })
}

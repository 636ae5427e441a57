import type { Claim } from '../../claim.ts'
import type { Doubts } from '../../said/doubts.ts'
import type { Said } from '../../said/said.ts'
import { definedFields } from './defined-fields.ts'
import { comparisonSaid } from './figures/comparison.ts'
import { figureSaid } from './figures/figure.ts'
import { hedgeSaid } from './figures/hedge.ts'
import { sourceSaid } from './figures/named-source.ts'
import { rankSaid } from './figures/rank.ts'
import { otherVotingBody } from './other-voting-body.ts'
import type { TextOfClaims } from './text-of-claims.ts'

/**
 * Adds to each checkable claim what the words of its text say about it, as data, so that testing reads no text.
 *
 * @param claims   claims of one text, with their sentences and positions
 */
export function withSaid(claims: readonly Claim[], text: TextOfClaims): Claim[] {
  return claims.map((claim, at) => (claim.checkable ? { ...claim, said: saidOf(claim, text, claims[at - 1]) } : claim))
}

function saidOf(claim: Claim, text: TextOfClaims, previous: Claim | undefined): Said {
  return definedFields<Said>({
    doubts: definedFields<Doubts>({ otherBody: otherVotingBody(claim, text) }),
    hedge: hedgeSaid(claim.qualifier),
    source: sourceSaid(claim.source_named),
    figure: figureSaid(claim, previous),
    comparison: comparisonSaid(claim, text.date),
    rank: rankSaid(claim, text),
  })
}

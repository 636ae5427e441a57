import type { Claim } from '../../../claim.ts'
import type { PairDeedsSaid } from '../../../said/pair-deeds-said.ts'
import type { PairDoubts } from '../../../said/pair-doubts.ts'
import { areActorsNamed } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { armsSaid, isPlanOrPart } from './arms.ts'
import { ledgerEventSaid } from './ledger-event.ts'
import { applicationSaid, isRevisionBefore, relationSaid } from './relation-words.ts'
import { reroutingSaid } from './rerouting.ts'
import { namedBeforeYear, sanctionSaid } from './sanction-words.ts'
import { mayBeOtherPair, treatySaid } from './treaty-words.ts'

/** Returns what a claim says of deeds between states. */
export const pairDeedsSaid = (claim: Claim, text: TextOfClaims): PairDeedsSaid =>
  definedFields<PairDeedsSaid>({
    sanction: sanctionSaid(claim, text),
    relation: relationSaid(claim),
    application: applicationSaid(claim, text),
    treaty: treatySaid(claim, text),
    ledgerEvent: ledgerEventSaid(claim, text),
    rerouting: reroutingSaid(claim, text),
    arms: armsSaid(claim),
  })

/** Returns what the words leave open of these deeds; undefined if nothing, or if the claim is about none. */
export function pairDoubts(claim: Claim, text: TextOfClaims, said: PairDeedsSaid): PairDoubts | undefined {
  const { sanction, relation, treaty, arms } = said
  const doubts = definedFields<PairDoubts>({
    unnamed: sanction === undefined && relation === undefined ? undefined : nonEmpty(unnamedParties(claim, text, sanction?.follower)),
    namedBeforeYear: sanction?.beginning === undefined ? undefined : namedBeforeYear(claim, text),
    isRevision: relation !== undefined && isRevisionBefore(claim, text),
    isOtherPair: treaty?.act === 'bound' && mayBeOtherPair(claim, text),
    isPlanOrPart: arms !== undefined && claim.unit === 'count' && isPlanOrPart(claim),
  })
  return Object.keys(doubts).length === 0 ? undefined : doubts
}

function unnamedParties(
  claim: Claim,
  text: TextOfClaims,
  follower: { readonly sender: string; readonly target: string } | undefined,
): string[] {
  const parties = new Set([...claim.actors, ...(follower === undefined ? [] : [follower.sender, follower.target])])
  return [...parties].filter((id) => !areActorsNamed(claim, text, [id]))
}

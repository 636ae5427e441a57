import { flowEnds } from '../../flow-of-direction.ts'
import { isGroupAndMember } from '../../text/names/country-groups.ts'
import { type ArgumentFrame, type ClaimParties, partiesFromTo } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import type { PartyRole } from '../sentence/roles.ts'

/** Whether an id is the European Union, Europe, Africa or sub-Saharan Africa, for which members may stand in. */
const isUnionOrRegion = (id: string): boolean => id === 'EUU' || id === 'EUR' || id === 'AFR' || id === 'SSF'

/** Whether a state belongs to a union or region, including Southeast Asia. */
export const isMemberOf = (one: string, whole: string): boolean =>
  (isUnionOrRegion(whole) || whole === 'ASEAN') && isGroupAndMember(one, whole)

/** Whether two ids can be the two parties of a claim: they differ, and the first is not the union or region of the second. */
export const isDistinctParty = (one: string, other: string): boolean =>
  one !== other && !(isUnionOrRegion(one) && isGroupAndMember(one, other))

/** For a figure after those of several members, returns the union or region that they belong to as the partner. Undefined if no such figures came last. */
export function unionOfListedMembers(found: string, state: string, { recentPairs }: Discourse): string | undefined {
  if (recentPairs[0]?.ends.includes(found) !== true) return undefined
  const whole = recentPairs.flatMap(({ ends }) => [...ends]).find((id) => isUnionOrRegion(id) && isGroupAndMember(id, found))
  if (whole === undefined || !recentPairs.some(({ ends }) => ends.includes(whole) && ends.includes(state))) return undefined
  return recentPairs[1]?.ends.some((id) => id !== found && id !== whole && isGroupAndMember(whole, id)) === true ? whole : undefined
}

/**
 * Corrects a flow between a union and its member: in `The EU took 84 billion, of which 26 went to Germany` the 26 billion come from the union's supplier, not
 * from the union.
 */
export function withoutFlowToOwnMember(parties: ClaimParties, { context: { lastParties, hub, perspective } }: ArgumentFrame): ClaimParties {
  const [from, to] = flowEnds(parties.direction)
  if (from === undefined || to === undefined || parties.actors.length !== 2 || !isGroupAndMember(from, to) || lastParties === null)
    return parties
  const other =
    lastParties.actors.find((id) => id !== from && id !== to && id !== 'WLD') ??
    [hub, perspective].find((id) => id !== null && id !== from && id !== to)
  if (other === undefined || other === null) return parties
  const [whole, member] = isUnionOrRegion(from) ? [from, to] : [to, from]
  if (member === hub || member === perspective) return parties
  return whole === from ? partiesFromTo(other, to) : partiesFromTo(from, other)
}

/** Replaces a union or region by its member that holds a share: `Spain accounted for a third of European exports to Morocco` is about exports from Spain. */
export function withMemberForUnion(parties: ClaimParties, { inSentence, head }: ArgumentFrame): ClaimParties {
  const [from, to] = flowEnds(parties.direction)
  if ((head.kind !== 'share' && head.kind !== 'ranking') || from === undefined || to === undefined || parties.actors.length !== 2)
    return parties
  const all = isUnionOrRegion(from) ? from : isUnionOrRegion(to) ? to : undefined
  const isOne = ({ id, role, mention }: PartyRole): boolean =>
    id !== from && id !== to && role === 'holder' && (head.kind === 'ranking' || mention.start < head.start) && isGroupAndMember(all!, id)
  const member = all === undefined ? undefined : inSentence.find(isOne)?.id
  if (member === undefined) return parties
  return all === from ? partiesFromTo(member, to) : partiesFromTo(from, member)
}

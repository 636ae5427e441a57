import { changedDirection, flowEnds, isOneWay } from '../../flow-of-direction.ts'
import { textBetween, textOfSpan } from '../../text/span-text.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { explicitEnds, hasDirectionalRole, isFreeOrHolder } from '../parties/explicit-direction.ts'
import { directionFromContext } from '../parties/implicit-direction.ts'
import { withMemberForUnion, withoutFlowToOwnMember } from '../parties/unions-and-members.ts'
import { type ArgumentFrame, type ClaimParties, distinct, partiesFromTo } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import type { PartyRole } from '../sentence/roles.ts'

/**
 * Returns sender and receiver: from the part of the sentence, then from the whole sentence, then from the context.
 *
 * @param flow     the direction word of the claim, if any
 * @param flowWay  from the owner's side: `out` = sales, `in` = purchases
 */
export function directedParties(frame: ArgumentFrame, flow: FlowWord | undefined, flowWay: 'out' | 'in', topic?: Topic): ClaimParties {
  const back = reversesLastDirection(frame) && !frame.inPart.some(hasDirectionalRole) ? lastTransferOf(frame.context) : undefined
  if (back !== undefined) return partiesFromTo(back[1], back[0])
  const sale = armsSaleParties(frame, topic)
  if (sale !== undefined) return sale
  const ends = explicitEnds(frame, flow, flowWay)
  const isTold = ends.sender !== undefined && ends.receiver !== undefined
  const found = directionFromContext(ends, flowWay, frame, topic)
  const parties = withMemberForUnion(isTold && !isPartOfAntecedent(frame) ? found : withoutFlowToOwnMember(found, frame), frame)
  return frame.head.kind === 'comparison' ? withAllCompared(parties, frame) : withCoordinated(parties, frame)
}

/**
 * Returns the parties of an arms sale `with` a single state: `Cases worth 20 billion are active with Tokyo`. The direction is that of the last claim on arms.
 * If there is none, the seller is the state from whose side the text is written. Undefined if no such state is known.
 */
function armsSaleParties({ inSentence, head, context }: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  const [one, ...others] = inSentence
  if (topic?.domain !== 'arms' || head.kind === 'event' || one?.role !== 'partner' || one.prepositional !== true || others.length > 0)
    return undefined
  const before = context.recentPairs.find(
    ({ ends, direction, domain }) => domain === 'arms' && ends.includes(one.id) && isOneWay(direction),
  )
  const [from, to] = flowEnds(before?.direction)
  if (from !== undefined && to !== undefined && from !== 'WLD' && to !== 'WLD') return partiesFromTo(from, to)
  const side = context.firstPerson ?? context.hub ?? context.pair?.find((id) => id !== one.id)
  return side === undefined || side === one.id ? undefined : partiesFromTo(side, one.id)
}

const reverseDirection =
  /\b(?:other|opposite|reverse) (?:way|direction)\b|\b(?:came|went|flowed|goes|come) back\b|\bin return\b|\btook back\b|\bthe way back\b/i

/** Whether the sentence reverses the last direction: `Sales the other way`. */
export const reversesLastDirection = ({ sentence, part }: ArgumentFrame): boolean => reverseDirection.test(textOfSpan(sentence.text, part))

/** Returns sender and receiver of the last transfer between the pair, else of the last transfer at all; undefined if there is none. */
function lastTransferOf({ recentPairs, pair, lastTransfer }: Discourse): readonly [string, string] | undefined {
  const own = recentPairs.find(({ ends, direction }) => direction !== 'total' && pair?.every((id) => ends.includes(id)) === true)
  const [from, to] = flowEnds(own?.direction)
  return from === undefined || to === undefined ? (lastTransfer ?? undefined) : [from, to]
}

const isPartOfAntecedent = ({ sentence, part }: ArgumentFrame): boolean =>
  /\bof (?:which|that|this|these|them)\b/i.test(textOfSpan(sentence.text, part))

/** Adds the states listed with a sender or receiver, which share its figure: `The Netherlands and Belgium sent half`. */
function withCoordinated(parties: ClaimParties, { head, inSentence, sentence, inPart }: ArgumentFrame): ClaimParties {
  if (head.kind === 'ranking' || !isOneWay(parties.direction)) return parties
  const mates = inPart.filter(
    (one) =>
      !parties.actors.includes(one.id) &&
      inSentence.some((other) => parties.actors.includes(other.id) && sharesRole(sentence.text, other, one)),
  )
  return mates.length === 0 ? parties : { ...parties, actors: distinct([...parties.actors, ...mates.map(({ id }) => id)]) }
}

const sharesRole = (text: string, one: PartyRole, other: PartyRole): boolean =>
  one.role === other.role &&
  (one.role === 'sender' || one.role === 'receiver' || isFreeOrHolder(one)) &&
  (other.comitative === true || one.mention === other.mention || areInRow(text, one, other))

const areInRow = (text: string, one: PartyRole, other: PartyRole): boolean =>
  one.mention.end < other.mention.start &&
  /^(?:,? and|,)(?: the)? (?:(?:[\p{L}. ]+, )*[\p{L}. ]+(?:,|,? and) (?:the )?)?$/u.test(textBetween(text, one.mention, other.mention))

/** Makes all compared states parties of a comparison. The direction is that of the first state's flow; after `less than`, that of the other state's. */
function withAllCompared(parties: ClaimParties, { inSentence, head, sentence, context }: ArgumentFrame): ClaimParties {
  const all = distinct([...parties.actors, ...inSentence.map(({ id }) => id)])
  const lone = inSentence.length === 1 && all.length === 2 && context.lastTransfer !== null
  const beside = inSentence.find(({ role }) => role === 'standard')?.id
  const less = /^(?:less|fewer|smaller|lower)\b/i.test(sentence.text.slice(head.start))
  const first = inSentence.find(({ role, id }) => role !== 'standard' && parties.actors.includes(id))?.id
  const direction =
    less && beside !== undefined && first !== undefined && !parties.actors.includes(beside)
      ? changedDirection(parties.direction, (id) => (id === first ? beside : id))
      : parties.direction
  const missing = beside === undefined && context.bilateral && all.length > 2 ? (context.pair ?? []) : lone ? context.lastTransfer! : []
  return { actors: distinct([...all, ...missing]), direction }
}

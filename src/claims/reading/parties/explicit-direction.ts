import type { TextSpan } from '../../text/mention.ts'
import { textAfter, textBetween } from '../../text/span-text.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import { type ArgumentFrame, distinct } from '../sentence/argument-frame.ts'
import { isCoordinated, type PartyRole } from '../sentence/roles.ts'
import { sharedSubject } from '../sentence/shared-arguments.ts'

/** The sender and receiver of a flow, as far as they are known. */
export interface DirectionEnds {
  sender?: string | undefined
  receiver?: string | undefined
}

/**
 * Returns sender and receiver as stated in the claim's part of the sentence. A missing one is taken from the rest of the sentence, if its role fits the same
 * direction word.
 */
export function explicitEnds(frame: ArgumentFrame, flow: FlowWord | undefined, flowWay: 'out' | 'in'): DirectionEnds {
  const { inPart, inSentence, head } = frame
  const elsewhere = inSentence.filter((one) => !inPart.includes(one))
  const own = elsewhere.filter(
    ({ trigger, mention }) => trigger !== undefined && trigger.start === flow?.start && mention.start < head.start,
  )
  const near = (inPart.length > 0 ? inPart : own).filter((one) => !isGappedItem(one, frame))
  const ends = endsFromRoles(firstOfLists(withRoleOfModel(near, elsewhere), frame), flowWay)
  const doer = isIncomplete(ends) ? sharedSubject(frame) : undefined
  if (doer?.way === 'in' && ends.sender !== doer.id) ends.receiver ??= doer.id
  if (doer?.way === 'out' && ends.receiver !== doer.id) ends.sender ??= doer.id
  if (isIncomplete(ends)) fillFrom(ends, endsFromRoles(rolesForWord(elsewhere, frame, flow, flowWay), flowWay))
  if (isIncomplete(ends)) fillFromSoleOther(ends, frame)
  return ends
}

/** Whether a state has a figure of its own that is not read as a claim: Portugal in `Poland delivered 14 tanks, and Portugal three`. */
const isGappedItem = ({ mention }: PartyRole, { head, sentence: { text } }: ArgumentFrame): boolean =>
  head.quantity !== undefined &&
  mention.start > head.end &&
  /(?:(?:,|;)(?: and| while| but)?| and)(?: the)? $/.test(textBetween(text, head, mention)) &&
  /^,? (?:another |a further |some |about )?(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[.,;]|$| (?:to|from|of)\b)/.test(
    textAfter(text, mention),
  )

const isIncomplete = (ends: DirectionEnds): boolean => ends.sender === undefined || ends.receiver === undefined
export const hasDirectionalRole = ({ role }: PartyRole): boolean => role === 'sender' || role === 'receiver' || role === 'holder'

/** Gives states without a role the role of the first state in the other part of the sentence: `Japan bought 155% more and South Korea 6.5%`. */
function withRoleOfModel(inPart: readonly PartyRole[], elsewhere: readonly PartyRole[]): readonly PartyRole[] {
  const model = elsewhere.find((one) => hasDirectionalRole(one) && one.prepositional !== true)
  if (model === undefined || inPart.some(hasDirectionalRole)) return inPart
  return inPart.map((one) =>
    one.role === 'unassigned' || one.role === 'subject' ? { ...one, role: model.role, trigger: model.trigger } : one,
  )
}

/**
 * Returns the roles of another part of the sentence, adapted to this part's direction word: the sender of exports is the receiver of imports (`India's exports
 * reached 5 billion, imports 3`). Later names count only after prepositions.
 */
function rolesForWord(
  elsewhere: readonly PartyRole[],
  { part, inSentence, sentence: { text } }: ArgumentFrame,
  flow: FlowWord | undefined,
  flowWay: 'out' | 'in',
): readonly PartyRole[] {
  const ownWord = flow !== undefined && !inSentence.some(({ trigger }) => trigger?.start === flow.start)
  // `exports to America fell, while imports from China rose`: a word of the opposite direction with its own partner
  const isOfOther = ({ trigger, prepositional }: PartyRole): boolean =>
    !ownWord &&
    prepositional === true &&
    trigger !== undefined &&
    flow !== undefined &&
    !trigger.verb &&
    !flow.verb &&
    !trigger.agent &&
    !flow.agent &&
    trigger.start < flow.start &&
    trigger.way !== 'both' &&
    trigger.way !== flow.way
  return elsewhere
    .filter((one) => !isOfOther(one))
    .filter(
      (one) =>
        hasDirectionalRole(one) && (one.mention.start < part.start || (one.prepositional === true && !isInOtherClause(text, part, one))),
    )
    .map((one) => {
      if (!ownWord || one.trigger === undefined || one.trigger === flow || one.trigger.way === 'both' || one.role === 'holder') return one
      if (one.trigger.start === flow.start || one.trigger.way === flowWay) return one
      return one.trigger.agent === flow.agent ? { ...one, role: one.role === 'sender' ? 'receiver' : 'sender' } : one
    })
}

/** Whether another flow begins before the mention: `, and those from America`, `, of which 2 % came from Iran`. */
const isInOtherClause = (text: string, part: TextSpan, { mention }: PartyRole): boolean =>
  /;|\b(?:those|that|of (?:which|that|this|it|them|these))\b|, (?:and|while|but|whereas) /.test(textBetween(text, part, mention))

/** Keeps only the first state of a list: the sender or receiver stands for the whole list (`Qatar and Algeria each contributed`). */
const firstOfLists = (some: readonly PartyRole[], { sentence: { text } }: ArgumentFrame): readonly PartyRole[] =>
  some.filter((one, i) => {
    const before = some[i - 1]
    return !(
      before !== undefined &&
      isFreeOrHolder(one) &&
      isFreeOrHolder(before) &&
      before.mention !== one.mention &&
      isCoordinated(text, before.mention, one.mention)
    )
  })

/** Whether a state has no directional role, or is the holder of a share. False for adjectives. */
export const isFreeOrHolder = ({ role, mention }: PartyRole): boolean =>
  (role === 'unassigned' || role === 'subject' || role === 'holder') && mention.form !== 'adjective'

/**
 * Returns sender and receiver from the roles. A holder of a share becomes the one still missing. A state without a role becomes the owner of the flow: of sales
 * the sender, of purchases the receiver.
 */
function endsFromRoles(some: readonly PartyRole[], flowWay: 'out' | 'in'): DirectionEnds {
  const ends: DirectionEnds = { sender: some.find(({ role }) => role === 'sender')?.id }
  ends.receiver = some.find(({ role, id }) => role === 'receiver' && id !== ends.sender)?.id
  const holder = some.find(({ role, id }) => role === 'holder' && id !== ends.sender && id !== ends.receiver)
  if (holder !== undefined) {
    if (ends.sender === undefined && (ends.receiver !== undefined || (holder.trigger?.way ?? flowWay) === 'in')) ends.sender = holder.id
    else ends.receiver ??= holder.id
  }
  const loose = some.filter(({ role }) => role === 'unassigned' || role === 'subject' || role === 'partner')
  const isOwner = ({ role, mention }: PartyRole): boolean => role === 'partner' && mention.possessive
  const open = distinct([...loose.filter(isOwner), ...loose.filter((one) => !isOwner(one))].map(({ id }) => id))
  for (const id of open.filter((one) => one !== ends.sender && one !== ends.receiver)) {
    const [first, second] = flowWay === 'out' ? (['sender', 'receiver'] as const) : (['receiver', 'sender'] as const)
    if (ends[first] === undefined) ends[first] = id
    else ends[second] ??= id
  }
  return ends
}

function fillFrom(ends: DirectionEnds, from: DirectionEnds): void {
  if (ends.sender === undefined && from.sender !== ends.receiver) ends.sender = from.sender
  if (ends.receiver === undefined && from.receiver !== ends.sender) ends.receiver = from.receiver
}

/** Fills in the missing sender or receiver, if exactly one other state without that role stands before the head. */
function fillFromSoleOther(ends: DirectionEnds, frame: ArgumentFrame): void {
  const { inSentence, inPart, head } = frame
  const near = inPart.some(({ mention, role }) => mention.form !== 'pronoun' && role !== 'receiver')
  const pool = firstOfLists(near ? inPart : inSentence, frame)
  const roleOfKnownEnd = inSentence.find(({ id }) => id === (ends.sender ?? ends.receiver))?.role
  if ((ends.sender === undefined) === (ends.receiver === undefined)) return
  const missing = ends.sender === undefined ? 'sender' : 'receiver'
  const others = pool.filter(
    ({ role, id, mention, trigger }) =>
      role !== 'standard' &&
      (role !== roleOfKnownEnd || role === 'unassigned' || role === 'subject') &&
      id !== ends.sender &&
      id !== ends.receiver &&
      mention.start < head.end &&
      (!['sender', 'receiver'].includes(role) || role === missing || trigger?.agent === true),
  )
  const ids = distinct(others.map(({ id }) => id))
  if (ids.length === 1) ends[missing] = ids[0]
}

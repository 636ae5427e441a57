import type { TextSpan } from '../../text/mention.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import { distinct, type Scene } from '../sentence/argument-frame.ts'
import { takenUp } from '../sentence/first-time-claims.ts'
import { isListed, type PartyRole } from '../sentence/roles.ts'

/** From whom and to whom, as far as it is known. */
export interface Ends {
  sender?: string | undefined
  receiver?: string | undefined
}

/** The ends that the words of the part tell; one that they leave free is told by the rest of the sentence, as far as it stands to the same word. */
export function toldEnds(scene: Scene, flow: FlowWord | undefined, goes: 'out' | 'in'): Ends {
  const { inPart, whole, head } = scene
  const elsewhere = whole.filter((one) => !inPart.includes(one))
  const own = elsewhere.filter(({ by, mention }) => by !== undefined && by.start === flow?.start && mention.start < head.start)
  const near = (inPart.length > 0 ? inPart : own).filter((one) => !isGapped(one, scene))
  const ends = endsOf(leaders(modelled(near, elsewhere), scene), goes)
  const doer = isOpen(ends) ? takenUp(scene) : undefined
  if (doer?.way === 'in' && ends.sender !== doer.id) ends.receiver ??= doer.id
  if (doer?.way === 'out' && ends.receiver !== doer.id) ends.sender ??= doer.id
  if (isOpen(ends)) fill(ends, endsOf(translated(elsewhere, scene, flow, goes), goes))
  if (isOpen(ends)) fillAny(ends, scene)
  return ends
}

/** `Poland delivered 14 tanks, and Portugal three`: one who has a figure of his own that is no claim. */
const isGapped = ({ mention }: PartyRole, { head, sentence: { text } }: Scene): boolean =>
  head.quantity !== undefined &&
  mention.start > head.end &&
  /(?:(?:,|;)(?: and| while| but)?| and)(?: the)? $/.test(text.slice(head.end, mention.start)) &&
  /^,? (?:another |a further |some |about )?(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[.,;]|$| (?:to|from|of)\b)/.test(
    text.slice(mention.end),
  )

const isOpen = (ends: Ends): boolean => ends.sender === undefined || ends.receiver === undefined
export const isPlaced = ({ role }: PartyRole): boolean => role === 'sender' || role === 'receiver' || role === 'holder'

/** `Japan bought 155% more and South Korea 6.5%`: one without a place of its own takes that of the first in the other part. */
function modelled(inPart: readonly PartyRole[], elsewhere: readonly PartyRole[]): readonly PartyRole[] {
  const model = elsewhere.find((one) => isPlaced(one) && one.prepositional !== true)
  if (model === undefined || inPart.some(isPlaced)) return inPart
  return inPart.map((one) => (one.role === 'open' || one.role === 'subject' ? { ...one, role: model.role, by: model.by } : one))
}

/**
 * Those of another part as they stand to this part's word: whose exports they were, his are the imports (`India's exports reached 5 billion, imports 3`).
 * What is told later in the sentence places only by its prepositions.
 */
function translated(
  elsewhere: readonly PartyRole[],
  { part, whole, sentence: { text } }: Scene,
  flow: FlowWord | undefined,
  goes: 'out' | 'in',
): readonly PartyRole[] {
  const ownWord = flow !== undefined && !whole.some(({ by }) => by?.start === flow.start)
  // `exports to America fell, while imports from China rose`: to another word of the other way, which has an end of its own
  const isOfOther = ({ by, prepositional }: PartyRole): boolean =>
    !ownWord &&
    prepositional === true &&
    by !== undefined &&
    flow !== undefined &&
    !by.verb &&
    !flow.verb &&
    !by.agent &&
    !flow.agent &&
    by.start < flow.start &&
    by.way !== 'both' &&
    by.way !== flow.way
  return elsewhere
    .filter((one) => !isOfOther(one))
    .filter((one) => isPlaced(one) && (one.mention.start < part.start || (one.prepositional === true && !isNext(text, part, one))))
    .map((one) => {
      if (!ownWord || one.by === undefined || one.by === flow || one.by.way === 'both' || one.role === 'holder') return one
      if (one.by.start === flow.start || one.by.way === goes) return one
      return one.by.agent === flow.agent ? { ...one, role: one.role === 'sender' ? 'receiver' : 'sender' } : one
    })
}

/** `, and those from America`, `, of which 2 % came from Iran`: another thing begins before it. */
const isNext = (text: string, part: TextSpan, { mention }: PartyRole): boolean =>
  /;|\b(?:those|that|of (?:which|that|this|it|them|these))\b|, (?:and|while|but|whereas) /.test(text.slice(part.end, mention.start))

/** `Qatar and Algeria each contributed`: who is listed with one before him has no end of his own. */
const leaders = (some: readonly PartyRole[], { sentence: { text } }: Scene): readonly PartyRole[] =>
  some.filter((one, i) => {
    const before = some[i - 1]
    return !(
      before !== undefined &&
      isOpenly(one) &&
      isOpenly(before) &&
      before.mention !== one.mention &&
      isListed(text, before.mention, one.mention)
    )
  })

/** Without a place of its own, or with a share. */
export const isOpenly = ({ role, mention }: PartyRole): boolean =>
  (role === 'open' || role === 'subject' || role === 'holder') && mention.form !== 'adjective'

/** The ends that the words tell; a holder of a share takes the end that is free, one without a place the end of whose side it is told. */
function endsOf(some: readonly PartyRole[], goes: 'out' | 'in'): Ends {
  const ends: Ends = { sender: some.find(({ role }) => role === 'sender')?.id }
  ends.receiver = some.find(({ role, id }) => role === 'receiver' && id !== ends.sender)?.id
  const holder = some.find(({ role, id }) => role === 'holder' && id !== ends.sender && id !== ends.receiver)
  if (holder !== undefined) {
    if (ends.sender === undefined && (ends.receiver !== undefined || (holder.by?.way ?? goes) === 'in')) ends.sender = holder.id
    else ends.receiver ??= holder.id
  }
  const loose = some.filter(({ role }) => role === 'open' || role === 'subject' || role === 'partner')
  const isOwner = ({ role, mention }: PartyRole): boolean => role === 'partner' && mention.possessive
  const open = distinct([...loose.filter(isOwner), ...loose.filter((one) => !isOwner(one))].map(({ id }) => id))
  for (const id of open.filter((one) => one !== ends.sender && one !== ends.receiver)) {
    const [first, second] = goes === 'out' ? (['sender', 'receiver'] as const) : (['receiver', 'sender'] as const)
    if (ends[first] === undefined) ends[first] = id
    else ends[second] ??= id
  }
  return ends
}

function fill(ends: Ends, from: Ends): void {
  if (ends.sender === undefined && from.sender !== ends.receiver) ends.sender = from.sender
  if (ends.receiver === undefined && from.receiver !== ends.sender) ends.receiver = from.receiver
}

/** One end told, and one other state before the head whose place is free: that is the other end. */
function fillAny(ends: Ends, scene: Scene): void {
  const { whole, inPart, head } = scene
  const near = inPart.some(({ mention, role }) => mention.form !== 'pronoun' && role !== 'receiver')
  const pool = leaders(near ? inPart : whole, scene)
  const told = whole.find(({ id }) => id === (ends.sender ?? ends.receiver))?.role
  if ((ends.sender === undefined) === (ends.receiver === undefined)) return
  const missing = ends.sender === undefined ? 'sender' : 'receiver'
  const others = pool.filter(
    ({ role, id, mention, by }) =>
      role !== 'beside' &&
      (role !== told || role === 'open' || role === 'subject') &&
      id !== ends.sender &&
      id !== ends.receiver &&
      mention.start < head.end &&
      (!['sender', 'receiver'].includes(role) || role === missing || by?.agent === true),
  )
  const ids = distinct(others.map(({ id }) => id))
  if (ids.length === 1) ends[missing] = ids[0]
}

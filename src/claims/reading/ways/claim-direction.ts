import type { FlowWord } from '../../text/topics/flow-words.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { isOpenly, isPlaced, toldEnds } from '../parties/explicit-direction.ts'
import { directionFromContext } from '../parties/implicit-direction.ts'
import { ofMember, unlessPart } from '../parties/unions-and-members.ts'
import { distinct, type People, type Scene, way } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import type { PartyRole } from '../sentence/roles.ts'

/**
 * Sender and receiver of what goes one way: as the words of the part place them, then as the rest of the sentence does, then as was said before.
 *
 * @param flow  the word that tells the way, where the sentence has one
 * @param goes  seen from whom it is told: `out` = sales, `in` = purchases
 */
export function directedOf(scene: Scene, flow: FlowWord | undefined, goes: 'out' | 'in', topic?: Topic): People {
  const back = isTurned(scene) && !scene.inPart.some(isPlaced) ? lastSent(scene.context) : undefined
  if (back !== undefined) return way(back[1], back[0])
  const sale = ofSales(scene, topic)
  if (sale !== undefined) return sale
  const ends = toldEnds(scene, flow, goes)
  const isTold = ends.sender !== undefined && ends.receiver !== undefined
  const found = directionFromContext(ends, goes, scene, topic)
  const people = ofMember(isTold && !isParting(scene) ? found : unlessPart(found, scene), scene)
  return scene.head.kind === 'comparison' ? withOthers(people, scene) : withMates(people, scene)
}

/** `Cases worth 20 billion are active with Tokyo`: arms go the way that they went before, else from the one from whose side it is told. */
function ofSales({ whole, head, context }: Scene, topic: Topic | undefined): People | undefined {
  const [one, ...others] = whole
  if (topic?.domain !== 'arms' || head.kind === 'event' || one?.role !== 'partner' || one.prepositional !== true || others.length > 0)
    return undefined
  const before = context.recent.find(
    ({ ends, direction, domain }) => domain === 'arms' && ends.includes(one.id) && direction.includes('->'),
  )
  const [from, to] = before?.direction.split('->') ?? []
  if (from !== undefined && to !== undefined && from !== 'WLD' && to !== 'WLD') return way(from, to)
  const side = context.own ?? context.hub ?? context.pair?.find((id) => id !== one.id)
  return side === undefined || side === one.id ? undefined : way(side, one.id)
}

const opposite =
  /\b(?:other|opposite|reverse) (?:way|direction)\b|\b(?:came|went|flowed|goes|come) back\b|\bin return\b|\btook back\b|\bthe way back\b/i

/** `Sales the other way`. */
export const isTurned = ({ sentence, part }: Scene): boolean => opposite.test(sentence.text.slice(part.start, part.end))

/** From whom to whom it went last between the two of the text, else at all. */
function lastSent({ recent, pair, sent }: Discourse): readonly [string, string] | undefined {
  const own = recent.find(({ ends, direction }) => direction !== 'total' && pair?.every((id) => ends.includes(id)) === true)
  const [from, to] = own?.direction.split('->') ?? []
  return from === undefined || to === undefined ? (sent ?? undefined) : [from, to]
}

const isParting = ({ sentence, part }: Scene): boolean =>
  /\bof (?:which|that|this|these|them)\b/i.test(sentence.text.slice(part.start, part.end))

/** `The Netherlands and Belgium sent half`: those who are listed with a sender or a receiver in the part share the one figure. */
function withMates(people: People, { head, whole, sentence, inPart }: Scene): People {
  if (head.kind === 'ranking' || !people.direction.includes('->')) return people
  const mates = inPart.filter(
    (one) =>
      !people.actors.includes(one.id) && whole.some((other) => people.actors.includes(other.id) && isJoined(sentence.text, other, one)),
  )
  return mates.length === 0 ? people : { ...people, actors: distinct([...people.actors, ...mates.map(({ id }) => id)]) }
}

const isJoined = (text: string, one: PartyRole, other: PartyRole): boolean =>
  one.role === other.role &&
  (one.role === 'sender' || one.role === 'receiver' || isOpenly(one)) &&
  (other.fellow === true || one.mention === other.mention || isRow(text, one, other))

const isRow = (text: string, one: PartyRole, other: PartyRole): boolean =>
  one.mention.end < other.mention.start &&
  /^(?:,? and|,)(?: the)? (?:(?:[\p{L}. ]+, )*[\p{L}. ]+(?:,|,? and) (?:the )?)?$/u.test(text.slice(one.mention.end, other.mention.start))

/** Of a comparison all who are compared are actors; the way is that of the first, of `less than` that of the other. */
function withOthers(people: People, { whole, head, sentence, context }: Scene): People {
  const all = distinct([...people.actors, ...whole.map(({ id }) => id)])
  const lone = whole.length === 1 && all.length === 2 && context.sent !== null
  const beside = whole.find(({ role }) => role === 'beside')?.id
  const less = /^(?:less|fewer|smaller|lower)\b/i.test(sentence.text.slice(head.start))
  const first = whole.find(({ role, id }) => role !== 'beside' && people.actors.includes(id))?.id
  const direction =
    less && beside !== undefined && first !== undefined && !people.actors.includes(beside)
      ? people.direction
          .split('->')
          .map((id) => (id === first ? beside : id))
          .join('->')
      : people.direction
  const missing = beside === undefined && context.bilateral && all.length > 2 ? (context.pair ?? []) : lone ? context.sent! : []
  return { actors: distinct([...all, ...missing]), direction }
}

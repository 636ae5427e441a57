import { type Context, counterpart, mateOfThird } from './context.ts'
import { isWithin } from './country-groups.ts'
import type { FlowWord } from './flow-words.ts'
import type { Span } from './mention.ts'
import { isListed, owns, type Placed } from './roles.ts'
import { distinct, nobody, type People, type Scene, way } from './scene.ts'
import type { Topic } from './topics.ts'

interface Ends {
  sender?: string | undefined
  receiver?: string | undefined
}

const opposite =
  /\b(?:other|opposite|reverse) (?:way|direction)\b|\b(?:came|went|flowed|goes|come) back\b|\bin return\b|\btook back\b|\bthe way back\b/i

/**
 * Sender and receiver of what goes one way: as the words of the part place them, then as the rest of the sentence does, then as was said before.
 *
 * @param flow  the word that tells the way, where the sentence has one
 * @param goes  seen from whom it is told: `out` = sales, `in` = purchases
 */
export function directedOf(scene: Scene, flow: FlowWord | undefined, goes: 'out' | 'in', topic?: Topic): People {
  const { inPart, whole, head, context } = scene
  const elsewhere = whole.filter((one) => !inPart.includes(one))
  if (isTurned(scene) && !inPart.some(isPlaced)) {
    const back = lastSent(context)
    if (back !== undefined) return way(back[1], back[0])
  }
  const own = elsewhere.filter(({ by, mention }) => by !== undefined && by.start === flow?.start && mention.start < head.start)
  const ends = endsOf(leaders(modelled(inPart.length > 0 ? inPart : own, elsewhere), scene), goes)
  if (isOpen(ends)) fill(ends, endsOf(translated(elsewhere, scene, flow, goes), goes))
  if (isOpen(ends)) fillAny(ends, scene)
  const isTold = ends.sender !== undefined && ends.receiver !== undefined
  const found = remembered(ends, goes, scene, topic)
  const people = ofMember(isTold && !isParting(scene) ? found : unlessPart(found, scene), scene)
  return head.kind === 'comparison' ? withOthers(people, scene) : withMates(people, scene)
}

/** `Sales the other way`. */
export const isTurned = ({ sentence, part }: Scene): boolean => opposite.test(sentence.text.slice(part.start, part.end))

/** From whom to whom it went last between the two of the text, else at all. */
function lastSent({ recent, pair, sent }: Context): readonly [string, string] | undefined {
  const own = recent.find(({ ends, direction }) => direction !== 'total' && pair?.every((id) => ends.includes(id)) === true)
  const [from, to] = own?.direction.split('->') ?? []
  return from === undefined || to === undefined ? (sent ?? undefined) : [from, to]
}

const isOpen = (ends: Ends): boolean => ends.sender === undefined || ends.receiver === undefined
const isPlaced = ({ role }: Placed): boolean => role === 'sender' || role === 'receiver' || role === 'holder'

/** `Japan bought 155% more and South Korea 6.5%`: one without a place of its own takes that of the first in the other part. */
function modelled(inPart: readonly Placed[], elsewhere: readonly Placed[]): readonly Placed[] {
  const model = elsewhere.find((one) => isPlaced(one) && one.prepositional !== true)
  if (model === undefined || inPart.some(isPlaced)) return inPart
  return inPart.map((one) => (one.role === 'open' || one.role === 'subject' ? { ...one, role: model.role, by: model.by } : one))
}

/**
 * Those of another part as they stand to this part's word: whose exports they were, his are the imports (`India's exports reached 5 billion, imports 3`).
 * What is told later in the sentence places only by its prepositions.
 */
function translated(
  elsewhere: readonly Placed[],
  { part, whole, sentence: { text } }: Scene,
  flow: FlowWord | undefined,
  goes: 'out' | 'in',
): readonly Placed[] {
  const ownWord = flow !== undefined && !whole.some(({ by }) => by?.start === flow.start)
  return elsewhere
    .filter((one) => isPlaced(one) && (one.mention.start < part.start || (one.prepositional === true && !isNext(text, part, one))))
    .map((one) => {
      if (!ownWord || one.by === undefined || one.by === flow || one.by.way === 'both' || one.role === 'holder') return one
      if (one.by.start === flow.start || one.by.way === goes) return one
      return one.by.agent === flow.agent ? { ...one, role: one.role === 'sender' ? 'receiver' : 'sender' } : one
    })
}

/** `, and those from America`, `, of which 2 % came from Iran`: another thing begins before it. */
const isNext = (text: string, part: Span, { mention }: Placed): boolean =>
  /;|\b(?:those|that|of (?:which|that|this|it|them|these))\b|, (?:and|while|but|whereas) /.test(text.slice(part.end, mention.start))

/** `Qatar and Algeria each contributed`: who is listed with one before him has no end of his own. */
const leaders = (some: readonly Placed[], { sentence: { text } }: Scene): readonly Placed[] =>
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

const isOpenly = ({ role, mention }: Placed): boolean =>
  (role === 'open' || role === 'subject' || role === 'holder') && mention.form !== 'adjective'

/** The ends that the words tell; a holder of a share takes the end that is free, one without a place the end of whose side it is told. */
function endsOf(some: readonly Placed[], goes: 'out' | 'in'): Ends {
  const ends: Ends = { sender: some.find(({ role }) => role === 'sender')?.id }
  ends.receiver = some.find(({ role, id }) => role === 'receiver' && id !== ends.sender)?.id
  const holder = some.find(({ role, id }) => role === 'holder' && id !== ends.sender && id !== ends.receiver)
  if (holder !== undefined) {
    if (ends.sender === undefined && (ends.receiver !== undefined || (holder.by?.way ?? goes) === 'in')) ends.sender = holder.id
    else ends.receiver ??= holder.id
  }
  const loose = some.filter(({ role }) => role === 'open' || role === 'subject' || role === 'partner')
  const isOwner = ({ role, mention }: Placed): boolean => role === 'partner' && mention.possessive
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

const worldly =
  /\b(?:in the world|of the world|world['’]s|world total|worldwide|global(?:ly)?)\b|\b(?:of|from|to) all (?:its |their |other |major )?(?:arms |weapons )?(?:imports|exports|deliveries|transfers|buyers|suppliers|countries|sources)\b/i
const abroad =
  /\b(?:to|in|into|from|with) (?:the |other |all |most |many |some |several |\d+ )*(?:countries|states|nations)\b|\babroad\b|\boverseas\b/i
/** `Imports were 31 billion, of which 2 % came from Iran`. */
const isParted = (after: string): boolean => /^[^.;]{0,20}, of (?:which|that|these|them)\b/.test(after)
const among = /\bamong (?:all |the )?(?:\w+ )?(?:export|import)ers\b/i
const whollyTold =
  /\b(?:total|overall|entire|worldwide|global) (?:\w+ ){0,2}(?:exports?|imports?|sales|purchases|shipments|deliveries)\b|\bworldwide\b|\b(?:in all|in total|all told|all in all|altogether),|\ball (?:the |its )?(?:exports|imports) (?:of the (?:country|state|kingdom|republic) )?(?:together )?(?:rose|fell|grew|were|came|stood|increased|decreased|shrank|amounted)\b/i

/** The ends that the sentence leaves out. */
function remembered(ends: Ends, goes: 'out' | 'in', scene: Scene, topic: Topic | undefined): People {
  const { sender, receiver } = ends
  if (sender !== undefined && receiver !== undefined) return way(sender, receiver)
  const told = sender ?? receiver
  if (told === undefined) return again(scene) ?? sameWay(scene, topic, goes) ?? untold(goes, scene)
  const mate = mateOf(told, scene)
  if (mate !== undefined) return sender !== undefined ? way(sender, mate) : way(mate, told)
  if (isAmongAll(scene, topic, told)) return { actors: [told], direction: 'n/a' }
  const isOwner = (goes === 'out') === (sender !== undefined)
  const found = isOwner && isWithAll(told, scene, topic) ? 'WLD' : otherEnd(told, sender !== undefined, scene)
  const other = found === undefined ? 'WLD' : freeOf(found, told, scene)
  if (other === undefined) return { actors: [told], direction: 'n/a' }
  return sender !== undefined ? way(sender, other) : way(other, told)
}

/** Who goods go to with another, each by a preposition, did not send them: from whose side it is told, then. */
function freeOf(other: string, told: string, { whole, context: { hub, home, pair } }: Scene): string | undefined {
  const one = whole.find(({ id, prepositional }) => id === told && prepositional === true)
  const isLike = (id: string): boolean =>
    whole.some((next) => next.id === id && next.prepositional === true && next.role === one?.role && next.by?.way === one.by?.way)
  if (one === undefined || !isLike(other)) return other
  return [hub, home, ...(pair ?? [])].find((id): id is string => id !== null && id !== told && !isLike(id))
}

/** A place among all states: of arms it is one in what goes to or comes from the world, of goods it is that state's alone. */
function isAmongAll({ head, sentence, part, whole, context }: Scene, topic: Topic | undefined, told: string): boolean {
  if (head.kind !== 'ranking' || topic?.domain === 'arms' || whole.some(({ id, role }) => id !== told && role !== 'beside')) return false
  const text = sentence.text.slice(Math.min(part.start, head.start), part.end)
  return (
    /\b(?:in the world|world['’]s|worldwide|globally)\b/i.test(text) ||
    (!context.bilateral && /\bno (?:other )?(?:country|state|nation)\b/i.test(text))
  )
}

/** `These sales`: those that were told just before. */
function again({ sentence, part, context }: Scene): People | undefined {
  const isSame = /\b(?:these|those|such|the same) (?:\w+ )?(?:sales|exports|imports|purchases|shipments|deliveries|supplies|goods|loans)\b/i
  return context.last !== null && isSame.test(sentence.text.slice(part.start, part.end)) ? context.last : undefined
}

/** `Chile exported goods worth 97 billion`: the first figure of a text, of one who is named and no other. */
const isOpening = ({ context, sentence, whole }: Scene, told: string): boolean =>
  context.recent.length === 0 &&
  !/\bthere\b/i.test(sentence.text) &&
  sentence.actors.every(({ ids }) => ids[0] === told) &&
  whole.some(({ id, by }) => id === told && by?.verb === true && /port/.test(by.text))

/** Whether somebody's sales or purchases are those with all the world: where no two stand out, where the total is told, and arms bought by one who is named. */
function isWithAll(told: string, scene: Scene, topic: Topic | undefined): boolean {
  const { context, sentence, part, head, whole } = scene
  const [domain, all] = [topic?.domain, sentence.text.slice(Math.min(part.start, head.start), part.end)]
  if (told === 'WLD' || isGivenOn(scene, told)) return false
  if (isParted(sentence.text.slice(head.end)) && whole.some(({ id, mention }) => id !== told && mention.start > head.end)) return true
  if (abroad.test(all) && whole.every(({ id }) => id === told)) return true
  if (worldly.test(all) || (among.test(all) && domain === 'arms')) return true
  if (domain === 'arms' && /\b(?:ex|im)porters?\b/i.test(all) && whole.every(({ id, mention }) => id === told || mention.start > part.end))
    return true
  if (isNeed(scene, told)) return true
  if (head.unit === 'percent' || head.kind === 'ranking') return false
  const side = context.home ?? context.hub
  const isPartner = side === told && context.hub !== null && context.hub !== told && isMet(told, context.hub, context)
  if (!context.bilateral && (domain === 'arms' || side === null || (side === told && !isPartner))) return true
  if (isOpening(scene, told)) return true
  if (whollyTold.test(sentence.text.slice(part.start, part.end))) return true
  const owner = whole.find(({ id }) => id === told)
  return topic?.domain === 'arms' && owner?.by?.way === 'in' && !owner.by.verb && !owner.by.agent && owner.mention.form !== 'pronoun'
}

/** `Had to import 57 percent of its energy`: from wherever. */
const isNeed = ({ head, sentence: { text }, inPart }: Scene, told: string): boolean =>
  head.unit === 'percent' &&
  /\bimport(?:s|ed|ing)? (?:(?:about|around|over|some|nearly|almost|more than) )?$/.test(text.slice(0, head.start)) &&
  /^ ?of (?:its|their|all (?:its|the)) /.test(text.slice(head.end)) &&
  inPart.every(({ id }) => id === told)

const handing = /^(?:s[ae]nt|sends?|ga?ve|gives?|given|promis|pledg|donat|hand|transferr|commit|earmark|extend)/i

/** `Poland sent 240 tanks`, where others gave to one before: to the same one. */
function isGivenOn({ context: { recent }, sentence, part, whole }: Scene, told: string): boolean {
  const receivers = distinct(recent.slice(0, 3).map(({ direction }) => direction.split('->')[1]))
  const isOne = receivers.length === 1 && receivers[0] !== 'WLD' && receivers[0] !== told
  const isGift = recent[0]?.domain === 'arms' || recent[0]?.domain === 'finance'
  const own = whole.find(({ id }) => id === told)?.by
  return isOne && isGift && own?.verb === true && handing.test(own.text) && !worldly.test(sentence.text.slice(part.start, part.end))
}

const isMet = (one: string, other: string, { recent }: Context): boolean =>
  recent.slice(0, 3).some(({ ends }) => ends.includes(one) && ends.includes(other))

/** Arms, gas, loans go the way that they went before, unless the same side now buys what it sold; goods go both. */
function sameWay({ sentence, part, context }: Scene, topic: Topic | undefined, goes: 'out' | 'in'): People | undefined {
  const { recent } = context
  const home = context.home ?? context.hub
  if (topic === undefined || topic.domain === 'trade') return undefined
  const before = recent.find(({ domain, direction }) => domain === topic.domain && direction.includes('->'))
  if (before === undefined) return undefined
  const [from, to] = before.direction.split('->') as [string, string]
  const isTold = /\b(?:ex|im)ports?\b/i.test(sentence.text.slice(part.start, part.end)) && home !== null && before.ends.includes(home)
  return isTold && (goes === 'out') !== (from === home) ? way(to, from) : { actors: before.ends, direction: before.direction }
}

/** With all the world: what is told as a whole, and what goes on from a total where nobody else is named. */
function isTotal({ sentence, part, head, whole, context }: Scene, home: string): boolean {
  const text = sentence.text.slice(Math.min(part.start, head.start), part.end)
  if (whollyTold.test(text) || worldly.test(text) || isParted(sentence.text.slice(head.end))) return true
  const isNear = context.last?.actors.includes('WLD') === true && context.claimIndex >= sentence.index - 1
  const named = sentence.actors.filter(({ rule }) => rule !== 'it' && rule !== 'them')
  return (isNear || !context.bilateral) && named.every((one) => whole.some(({ mention, id }) => mention === one && id === home))
}

/** `Of that exports made 32 billion`: with whom the trade was that was told just before. */
function partOf(scene: Scene, home: string): string | undefined {
  const mate = mateOf(home, scene)
  const { last, claimIndex } = scene.context
  if (mate !== undefined || last?.actors.length !== 2 || !last.actors.includes(home)) return mate
  const isOfThat = claimIndex === scene.sentence.index - 1 && /\bof (?:that|it|this|these|them)\b/i.test(scene.sentence.text)
  return isOfThat ? last.actors.find((id) => id !== home) : undefined
}

/** Neither end is told: that of the side from which the text tells it. */
function untold(goes: 'out' | 'in', scene: Scene): People {
  const { context } = scene
  const owner = scene.whole.find((one) => one.by?.way === 'both' && one.role !== 'beside' && owns(one))?.id
  const home = owner ?? context.home ?? context.hub ?? (context.bilateral ? null : context.subject) ?? context.pair?.[0]
  const abroad = home === undefined ? undefined : (partOf(scene, home) ?? (isTotal(scene, home) ? 'WLD' : counterpart(home, context)))
  if (home === undefined || (abroad === undefined && context.last !== null)) return context.last ?? nobody
  const other = abroad ?? 'WLD'
  return goes === 'out' ? way(home, other) : way(other, home)
}

/** Who was told with somebody just before, in the same sentence. */
function mateOf(told: string, { context: { last, claimIndex }, sentence }: Scene): string | undefined {
  return claimIndex === sentence.index && last?.actors.length === 2 && last.actors.includes(told)
    ? last.actors.find((id) => id !== told)
    : undefined
}

const isParting = ({ sentence, part }: Scene): boolean =>
  /\bof (?:which|that|this|these|them)\b/i.test(sentence.text.slice(part.start, part.end))

/** `The EU took 84 billion, of which 26 went to Germany`: from the one who sold to the whole, not from the whole to its part. */
function unlessPart(people: People, { context: { last, hub, home } }: Scene): People {
  const [from, to] = people.direction.split('->')
  if (from === undefined || to === undefined || people.actors.length !== 2 || !isWithin(from, to) || last === null) return people
  const other =
    last.actors.find((id) => id !== from && id !== to && id !== 'WLD') ?? [hub, home].find((id) => id !== null && id !== from && id !== to)
  if (other === undefined || other === null) return people
  const [whole, member] = isWhole(from) ? [from, to] : [to, from]
  if (member === hub || member === home) return people
  return whole === from ? way(other, to) : way(from, other)
}

/** `Spain accounted for a third of European exports to Morocco`: from the member, not from all. */
function ofMember(people: People, { whole, head }: Scene): People {
  const [from, to] = people.direction.split('->')
  if ((head.kind !== 'share' && head.kind !== 'ranking') || from === undefined || to === undefined || people.actors.length !== 2)
    return people
  const all = isWhole(from) ? from : isWhole(to) ? to : undefined
  const isOne = ({ id, role, mention }: Placed): boolean =>
    id !== from && id !== to && role === 'holder' && (head.kind === 'ranking' || mention.start < head.start) && isWithin(all!, id)
  const member = all === undefined ? undefined : whole.find(isOne)?.id
  if (member === undefined) return people
  return all === from ? way(member, to) : way(from, member)
}

const isWhole = (id: string): boolean => id === 'EUU' || id === 'EUR' || id === 'AFR' || id === 'SSF'

function otherEnd(told: string, isSender: boolean, scene: Scene): string | undefined {
  const found = endBefore(told, isSender, scene)
  return found === undefined ? undefined : (wholeOf(found, told, scene.context) ?? found)
}

/** Behind a list of its members, whoever stood opposite the union or the region itself does so again; undefined where no such list came last. */
export function wholeOf(found: string, told: string, { recent }: Context): string | undefined {
  if (recent[0]?.ends.includes(found) !== true) return undefined
  const whole = recent.flatMap(({ ends }) => [...ends]).find((id) => isWhole(id) && isWithin(id, found))
  if (whole === undefined || !recent.some(({ ends }) => ends.includes(whole) && ends.includes(told))) return undefined
  return recent[1]?.ends.some((id) => id !== found && id !== whole && isWithin(whole, id)) === true ? whole : undefined
}

/**
 * Who is at the other end: the partner of one of the two of the text; for a third, who was at that end most often before.
 */
function endBefore(told: string, isSender: boolean, { context }: Scene): string | undefined {
  const receivers = distinct(context.recent.slice(0, 3).map(({ direction }) => direction.split('->')[1]))
  const isGift = context.recent[0]?.domain === 'finance' || context.recent[0]?.domain === 'arms'
  if (told === 'WLD' && isSender && isGift && receivers.length === 1 && receivers[0] !== 'WLD') return receivers[0]
  if (told === 'WLD') return context.home ?? context.hub ?? context.subject ?? context.pair?.[0]
  if (context.bilateral && context.pair?.includes(told)) return counterpart(told, context)
  const { home, last, bilateral, recent } = context
  const domain = recent[0]?.domain
  if (!bilateral && domain !== 'arms' && home !== null && isApart(home, told) && last?.actors.includes(home) === true) return home
  const common = domain === 'arms' ? undefined : inAll(told, context)
  if (common !== undefined) return common
  const isThird = context.pair?.includes(told) === false && recent.every(({ ends }) => !ends.includes(told))
  return (isThird ? mateOfThird(told, context) : undefined) ?? mostOften(told, isSender ? 1 : 0, context) ?? counterpart(told, context)
}

/** Nobody who is told of stands opposite himself, nor opposite the region or union that was told before him. */
const isApart = (one: string, told: string): boolean => one !== told && !(isWhole(one) && isWithin(one, told))

/** The one whom the title names alone, or who was one of the two in every claim before, whichever way it went. */
function inAll(told: string, { recent, titled, hub }: Context): string | undefined {
  if (titled !== null && isApart(titled, told)) return titled
  const [first, ...rest] = recent.map(({ ends }) => ends)
  const others = (first ?? []).filter((id) => isApart(id, told) && id !== 'WLD' && rest.every((ends) => ends.includes(id)))
  return rest.length > 0 && others.length === 1 && (hub === null || others[0] === hub) ? others[0] : undefined
}

/** Who stood at that end most often in the claims before; the last counts more. */
function mostOften(told: string, end: 0 | 1, { recent, last, hub }: Context): string | undefined {
  const counts = new Map<string, number>()
  const domain = recent[0]?.domain
  const count = (direction: string, weight: number): void => {
    const id = direction.split('->')[end]
    if (direction.includes('->') && id !== undefined && isApart(id, told) && (id !== 'WLD' || domain === 'arms'))
      counts.set(id, (counts.get(id) ?? 0) + weight)
  }
  for (const { direction } of recent) count(direction, 1)
  if (last !== null) count(last.direction, 1.5)
  // as often: the one from whose side the text is told
  return [...counts].sort((a, b) => b[1] - a[1] || Number(b[0] === hub) - Number(a[0] === hub))[0]?.[0]
}

/** `The Netherlands and Belgium sent half`: those who are listed with a sender or a receiver in the part share the one figure. */
function withMates(people: People, { head, whole, sentence, inPart }: Scene): People {
  if (head.kind === 'ranking' || !people.direction.includes('->')) return people
  const mates = inPart.filter(
    (one) =>
      !people.actors.includes(one.id) && whole.some((other) => people.actors.includes(other.id) && isJoined(sentence.text, other, one)),
  )
  return mates.length === 0 ? people : { ...people, actors: distinct([...people.actors, ...mates.map(({ id }) => id)]) }
}

const isJoined = (text: string, one: Placed, other: Placed): boolean =>
  one.role === other.role &&
  (one.role === 'sender' || one.role === 'receiver' || isOpenly(one)) &&
  (other.fellow === true || one.mention === other.mention || isRow(text, one, other))

const isRow = (text: string, one: Placed, other: Placed): boolean =>
  one.mention.end < other.mention.start &&
  /^(?:,? and|,)(?: the)? (?:[\p{L}. ]+(?:,|,? and) (?:the )?)*$/u.test(text.slice(one.mention.end, other.mention.start))

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

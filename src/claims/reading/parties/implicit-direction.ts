import type { Topic } from '../../text/topics/topics.ts'
import { nobody, type People, type Scene, way } from '../sentence/argument-frame.ts'
import { counterpart, type Discourse, mateOfThird } from '../sentence/context.ts'
import { owns } from '../sentence/roles.ts'
import type { Ends } from './explicit-direction.ts'
import { isApart, wholeOf } from './unions-and-members.ts'
import { givenTo, isWithAll, isWorldTotal } from './world-as-partner.ts'

/** The ends that the sentence leaves out. */
export function directionFromContext(ends: Ends, goes: 'out' | 'in', scene: Scene, topic: Topic | undefined): People {
  const { sender, receiver } = ends
  if (sender !== undefined && receiver !== undefined) return way(sender, receiver)
  const told = sender ?? receiver
  if (told === undefined) return again(scene) ?? ofAll(scene, topic, goes) ?? sameWay(scene, topic, goes) ?? untold(goes, scene)
  const whose = ownerOfThem(told, sender === undefined, scene)
  if (whose !== undefined) return sender === undefined ? way(whose, told) : way(told, whose)
  const mate = mateOf(told, scene)
  if (mate !== undefined) return sender !== undefined ? way(sender, mate) : way(mate, told)
  if (isAmongAll(scene, topic, told)) return { actors: [told], direction: 'n/a' }
  const isOwner = (goes === 'out') === (sender !== undefined)
  const found = isOwner && isWithAll(told, scene, topic) ? 'WLD' : otherEnd(told, sender !== undefined, scene)
  const other = found === undefined ? 'WLD' : freeOf(found, told, scene)
  if (other === undefined) return { actors: [told], direction: 'n/a' }
  return sender !== undefined ? way(sender, other) : way(other, told)
}

/** `60 per cent of them went to one state, Pakistan`: of what one was told to send to all the world, or to have from it, just before. */
function ownerOfThem(told: string, isReceiver: boolean, { head, sentence, context: { last, claimIndex } }: Scene): string | undefined {
  const [from, to] = last?.direction.split('->') ?? []
  if (head.unit !== 'percent' || claimIndex !== sentence.index - 1 || !/^ of (?:them|these|those|it)\b/.test(sentence.text.slice(head.end)))
    return undefined
  const whose = isReceiver && to === 'WLD' ? from : !isReceiver && from === 'WLD' ? to : undefined
  return whose === told ? undefined : whose
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

const wholeFlow =
  /^(?:[^.;]*, )?(?:(?:The )?\w+(?: \w+)? (?:made|accounted|makes?|accounts?) (?:up|for) [^.;]*\bof (?:the |its |all |total )+)?(?:[Tt]he |[Tt]otal |[Ii]ts |[Oo]verall )?(?:\w+ ){0,2}(?:exports|imports)\b(?! (?:to|from|there)\b)/

/** `Coal exports fell to 102 billion`, behind figures for several partners of one: to all of them and the rest. */
function ofAll({ sentence, context }: Scene, topic: Topic | undefined, goes: 'out' | 'in'): People | undefined {
  if (topic?.domain !== 'energy' || sentence.actors.length > 0 || !wholeFlow.test(sentence.text)) return undefined
  const pairs = context.recent.slice(0, 4).filter(({ domain, direction }) => domain === 'energy' && direction.includes('->'))
  const [first, ...rest] = pairs.map(({ direction }) => direction.split('->'))
  const at = goes === 'out' ? 0 : 1
  const home = first?.[at]
  const isOne = home !== undefined && home !== 'WLD' && rest.length > 0 && rest.every((ends) => ends[at] === home)
  const several = new Set(pairs.map(({ direction }) => direction.split('->')[1 - at])).size > 1
  return isOne && several ? (goes === 'out' ? way(home, 'WLD') : way('WLD', home)) : undefined
}

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

/** Neither end is told: that of the side from which the text tells it. */
function untold(goes: 'out' | 'in', scene: Scene): People {
  const { context } = scene
  const owner = scene.whole.find((one) => one.by?.way === 'both' && one.role !== 'beside' && owns(one))?.id
  // `trade between Peru and China grew, with exports up`: told from the side of the first
  const first =
    context.bilateral && context.last?.direction === 'total' && context.last.actors.length === 2 ? context.last.actors[0] : undefined
  const home = owner ?? context.home ?? context.hub ?? (context.bilateral ? first : context.subject) ?? context.pair?.[0]
  const abroad = home === undefined ? undefined : (partOf(scene, home) ?? (isWorldTotal(scene, home) ? 'WLD' : counterpart(home, context)))
  if (home === undefined || (abroad === undefined && context.last !== null)) return context.last ?? nobody
  const other = abroad ?? 'WLD'
  return goes === 'out' ? way(home, other) : way(other, home)
}

/** `Of that exports made 32 billion`: with whom the trade was that was told just before. */
function partOf(scene: Scene, home: string): string | undefined {
  const mate = mateOf(home, scene)
  const { last, claimIndex } = scene.context
  if (mate !== undefined || last?.actors.length !== 2 || !last.actors.includes(home)) return mate
  const isOfThat = claimIndex === scene.sentence.index - 1 && /\bof (?:that|it|this|these|them)\b/i.test(scene.sentence.text)
  return isOfThat ? last.actors.find((id) => id !== home) : undefined
}

/** Who was told with somebody just before, in the same sentence. */
function mateOf(told: string, { context: { last, claimIndex }, sentence }: Scene): string | undefined {
  return claimIndex === sentence.index && last?.actors.length === 2 && last.actors.includes(told)
    ? last.actors.find((id) => id !== told)
    : undefined
}

function otherEnd(told: string, isSender: boolean, scene: Scene): string | undefined {
  const found = endBefore(told, isSender, scene)
  return found === undefined ? undefined : (wholeOf(found, told, scene.context) ?? found)
}

/**
 * Who is at the other end: the partner of one of the two of the text; for a third, who was at that end most often before.
 */
function endBefore(told: string, isSender: boolean, { context, whole }: Scene): string | undefined {
  if (told === 'WLD')
    return (isSender ? givenTo(context) : undefined) ?? context.home ?? context.hub ?? context.subject ?? context.pair?.[0]
  if (context.bilateral && context.pair?.includes(told)) return counterpart(told, context)
  const { home, last, bilateral, recent } = context
  const domain = recent[0]?.domain
  if (!bilateral && domain !== 'arms' && home !== null && isApart(home, told) && last?.actors.includes(home) === true) return home
  const common = domain === 'arms' ? undefined : inAll(told, isSender, context)
  if (common !== undefined) return common
  const isThird = context.pair?.includes(told) === false && recent.every(({ ends }) => !ends.includes(told))
  const side = context.hub ?? context.home
  const isBehind = isThird && domain === 'trade' && whole.some(({ id, prepositional }) => id === told && prepositional === true)
  if (isBehind && side !== null && context.pair?.includes(side) === true && isApart(side, told)) return side
  return (isThird ? mateOfThird(told, context) : undefined) ?? mostOften(told, isSender ? 1 : 0, context) ?? counterpart(told, context)
}

/** The one whom the title names alone, or who was one of the two in every claim before, whichever way it went. */
function inAll(told: string, isSender: boolean, { recent, titled, hub }: Discourse): string | undefined {
  const end = isSender ? 0 : 1
  // `Gas to Europe`: who has only received sends nothing to another
  const own = recent.filter(({ ends }) => titled !== null && ends.includes(titled))
  const isAlike = own.length > 1 && own.every(({ direction }) => direction.split('->')[end] === titled)
  if (titled !== null && isApart(titled, told) && !isAlike) return titled
  const [first, ...rest] = recent.map(({ ends }) => ends)
  const others = (first ?? []).filter((id) => isApart(id, told) && id !== 'WLD' && rest.every((ends) => ends.includes(id)))
  return rest.length > 0 && others.length === 1 && (hub === null || others[0] === hub) ? others[0] : undefined
}

/** Who stood at that end most often in the claims before; the last counts more. */
function mostOften(told: string, end: 0 | 1, { recent, last, hub }: Discourse): string | undefined {
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

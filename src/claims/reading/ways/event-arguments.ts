import type { Topic } from '../../text/topics/topics.ts'
import { actorIds, distinct, nobody, type People, type Scene, way } from '../sentence/argument-frame.ts'
import { counterpart } from '../sentence/context.ts'
import { actingIn } from './collective-actors.ts'
import { dealt, isOneSided, isTravel, visited } from './visits-and-acts.ts'

/** What a leader told or declared: his state towards the other that the sentence or the text is about. */
export function spokenBy({ sentence, head, whole, context }: Scene): People | undefined {
  const speaker = sentence.actors.find(({ form, end }) => form === 'leader' && end <= head.start)?.ids[0]
  if (speaker === undefined) return undefined
  const named = whole.find(({ id }) => id !== speaker && context.pair?.includes(id) === true)?.id
  const other = named ?? counterpart(speaker, context)
  return other === undefined ? undefined : way(speaker, other)
}

/** What happened is done by one to another, unless its word tells which way something goes. */
export const isActed = ({ head, sentence }: Scene): boolean =>
  head.kind === 'event' &&
  !/\b(?:was|were|been|is|are|being) $/.test(sentence.text.slice(0, head.start)) &&
  !/\b(?:General Assembly|Council of Europe|Human Rights Council)\b/.test(sentence.text) &&
  (head.rule === 'complaint' ||
    head.rule === 'force' ||
    (/^(?:told|dated|dealing)$/.test(head.rule) &&
      (against.test(sentence.text.slice(head.start, head.end + 40)) || barriers.test(sentence.text.slice(head.start, head.end + 60)))))

/** `Tightened its restrictions on French goods`. */
const barriers =
  /^(?:\w+ ){0,3}(?:tightened|eased|introduced|raised|lowered|scrapped|lifted|imposed|slapped|levied|extended|doubled|put) (?:[\w-]+ ){0,4}(?:restrictions|duties|duty|tariffs?|curbs|controls|quotas?|lev(?:y|ies)|bans?|barriers)\b/iu

/** What one state does alone, against another or away from it. */
const against =
  /^(?:\w+ ){0,3}(?:walk(?:s|ed) out|forbids?|forbade|forbidden|banned|bars?|barred|block(?:s|ed)?|kept (?:[\p{L}]+ )+out|put (?:[\p{L}]+ )+under|left|withdrew|quit|lev(?:y|ies|ied)|suspended|froze|frozen|halted|cut off|seized|denounced|accused?s?|stopped|restricted|curbed|slapped|imposed|threatened|expelled|retaliated|closed|fired|struck|complain(?:s|ed)|appealed to the WTO|bombed|shelled|attacked|invaded)\b/iu

/** What one does to another. */
export function acted(scene: Scene): People {
  if (scene.whole.length === 0 && scene.context.pair !== null) return { actors: scene.context.pair, direction: 'total' }
  const acting = actingIn(scene, true)
  const ahead = scene.whole.findLast(
    ({ mention, role, prepositional }) =>
      mention.end <= scene.head.start && role !== 'beside' && prepositional !== true && !mention.possessive && mention.form !== 'adjective',
  )?.id
  const isBefore = acting.some((id) => scene.whole.some((other) => other.id === id && other.mention.end <= scene.head.start))
  const [one, ...fellows] = ahead === undefined || isBefore ? acting : [ahead]
  if (one === undefined) return nobody
  if (fellows.length > 0 && isJoint(scene)) {
    const other = actorIds(scene.whole).find((id) => id !== one && !fellows.includes(id))
    return { actors: distinct([one, ...fellows, other]), direction: other === undefined ? 'total' : `${one}->${other}` }
  }
  const other = actorIds(scene.whole).find((id) => id !== one) ?? receiverBefore(one, scene) ?? counterpart(one, scene.context)
  return other === undefined ? { actors: [one], direction: 'n/a' } : way(one, other)
}

/** `The Netherlands stopped its deliveries`: to whom things went last. */
function receiverBefore(one: string, { sentence, head, context: { recent } }: Scene): string | undefined {
  if (!/^[^.;,]{0,40}\b(?:deliveries|exports|supplies|shipments|sales|aid|loans?)\b/.test(sentence.text.slice(head.start))) return undefined
  const [from, to] = recent[0]?.direction.split('->') ?? []
  return from === one || to === one || to === 'WLD' ? undefined : to
}

const pact = /\b(?:sign(?:ed|s)?|initialled|ratified|concluded|in force|into force|took effect|agreed|sealed)\b/i
const matter = /\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|memorand(?:um|a)|partnership|declarations?|deal)\b/i

/** What a state lays down for itself. */
const ofLaw = /\bsigned (?:an? |the )?(?:\w+ ){0,3}(?:law|decree|order|bill|act)\b/i

/** A treaty that is signed or comes into force has both sides alike, whatever it is about. */
export const isAgreed = (scene: Scene): boolean => {
  const { head, sentence, part } = scene
  const told = sentence.text.slice(part.start, part.end)
  if (head.kind !== 'event' || head.topic === 'sanctions' || ofLaw.test(sentence.text)) return false
  if (/\b(?:together|jointly)\b/.test(told) && head.topic !== 'un-votes' && !/^vote/.test(head.rule) && actorIds(scene.inPart).length >= 2)
    return true
  if (!pact.test(sentence.text.slice(head.start, head.end))) return false
  const isAnd = / and (?:the )?\S+ $/.test(sentence.text.slice(0, head.start))
  return head.rule === 'pact-force' || isAnd || isJoint(scene) || matter.test(told) || /\b(?:signed|initialled)\b/.test(sentence.text)
}

/** Two who act as one: `Washington and the Kremlin agreed`. */
const isJoint = ({ whole, head, sentence }: Scene): boolean => {
  const [one, other] = whole.filter(({ mention, role }) => mention.end <= head.start && role !== 'beside')
  return one !== undefined && other !== undefined && /^,? and (?:the )?$/.test(sentence.text.slice(one.mention.end, other.mention.start))
}

/** `The measures now apply to 19 persons`: a number of those on a list goes with the sanctions told before. */
export function sanctionedOf({ head, sentence, whole, context: { sanctions } }: Scene, topic: Topic | undefined): People | undefined {
  if (head.kind !== 'count' || sanctions === null || (topic !== undefined && topic.domain !== 'diplomacy')) return undefined
  if (!/\b(?:individuals|entities|persons|officials|ministers|listed|measures|list)\b/i.test(sentence.text)) return undefined
  return whole.every(({ id }) => sanctions.includes(id)) ? way(...sanctions) : undefined
}

const struck = /\b(?:expelled|deported|suspended|blacklisted|sanctioned|banned|recalled|froze|summoned)\s+(?:[\w-]+ ){0,2}$/i

/** Visits and what is done to another state go one way; so do those that are wanted or foretold. */
export function deedOf(scene: Scene, topic: Topic | undefined): People | undefined {
  const { kind, quantity } = scene.head
  if (kind === 'count' && (topic?.id === 'visits' || topic?.id === 'students') && scene.inPart.length > 0) return visited(scene)
  if (kind === 'count' && struck.test(scene.sentence.text.slice(0, scene.head.start))) return dealt(scene)
  if (quantity !== undefined || (kind !== 'event' && kind !== 'attribution')) return undefined
  if (topic?.id === 'visits' || isTravel(scene)) return visited(scene)
  return topic?.id === 'relations' || isOneSided(scene) ? dealt(scene) : undefined
}

const own =
  /\b(?:join(?:ing)?|membership|accession|the decision|in favou?r\b(?! of)|NATO|conscription|spending|their (?:own )?government)\b/i

/** `In South Korea the share is 71 percent and in India 52`: who was asked, each about the one of whom the others were asked before. */
function askedIn({ head, whole, sentence: { text }, context: { last } }: Scene): People | undefined {
  const [, target] = last?.direction.split('->') ?? []
  const places = whole.filter(({ mention }) => /\b[Ii]n (?:the )?$/.test(text.slice(0, mention.start)) && mention.end <= head.start)
  const one = places.at(-1)?.id
  const isAll = whole.every(({ mention }) => /\b[Ii]n (?:the )?$/.test(text.slice(0, mention.start)))
  return target === undefined || one === undefined || one === target || !isAll ? undefined : way(one, target)
}

/** What the people of one state think of another; of what their own state does they are alone. */
export function opinions(scene: Scene): People {
  const { inPart, whole, context, sentence } = scene
  const asked = askedIn(scene)
  if (asked !== undefined) return asked
  const ids = inPart.length > 1 ? actorIds(inPart) : actorIds(whole)
  if (ids.length >= 2) return way(ids[0]!, ids[1]!)
  if (own.test(sentence.text)) return { actors: distinct([ids[0] ?? context.subject ?? undefined]), direction: 'n/a' }
  if (ids.length === 0) return context.last ?? (context.pair === null ? nobody : way(...context.pair))
  const [one] = ids
  const other = counterpart(one!, context)
  if (other === undefined) return nobody
  return context.last?.direction === `${other}->${one}` ? context.last : way(one!, other)
}

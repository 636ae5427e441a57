import type { TextSpan } from '../../text/mention.ts'
import { isGroup } from '../../text/names/areas.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { listedActors } from '../parties/claim-list.ts'
import { placedIn, withoutPlace } from '../parties/party-mentions.ts'
import { type Analysis, within } from '../sentence/analysis.ts'
import type { People, Scene } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import { flowsIn, wayOf } from '../sentence/direction-word.ts'
import { apposed } from '../sentence/first-time-claims.ts'
import type { Head } from '../sentence/head.ts'
import { ownerOf, type PartyRole } from '../sentence/roles.ts'
import { dealtArms } from './arms-deals.ts'
import { indebted } from './claim-debts.ts'
import { byWay } from './claim-flow.ts'
import { dutiesOf } from './claim-tariffs.ts'
import { membersOfBody, sanctioned, vetoers, voters } from './collective-actors.ts'
import { rowedIn } from './distributive-lists.ts'
import { comparedWith } from './ellipsis.ts'
import { acted, deedOf, isActed, isAgreed, opinions, sanctionedOf, spokenBy } from './event-arguments.ts'
import { alone } from './single-party.ts'
import { stationed } from './stationed-forces.ts'
import { loose, mutualParties } from './symmetric-relations.ts'
import { residentsAbroad, sentAway, sentHome } from './visits-and-acts.ts'

/** Who stands to whom, filled from the rest of the sentence and from what was said before. */
export function peopleOf(sentence: Analysis, head: Head, part: TextSpan, topic: Topic | undefined, before: Discourse): People {
  const context = { ...before, known: [...before.known, ...sentence.actors.flatMap(({ ids }) => [...ids])] }
  const isDeed = head.kind === 'event' || head.kind === 'membership'
  const named = placedIn(sentence, context).filter(({ id, like }) => !(isDeed ? isGroup(id) : like === true))
  const all =
    head.kind === 'event' ? withoutPlace(named, sentence, head) : named.filter(({ mention }) => !isCause(sentence.text, head, mention))
  const { whole, inPart } = rowedIn(
    sentence,
    head,
    all,
    all.filter(({ mention }) => within(mention, part)),
  )
  const scene = inRelative({ sentence, head, part, whole, inPart, context })
  const people = peopleIn(scene, topic)
  return head.kind === 'ranking' ? rankedFirst(people, wayOf(sentence, head, part)) : people
}

const relative = /^, (?:which|who) (?:(?:had|has|have|also|then|alone) )*$/

/** `After Australia, which delivered 21.9 million tonnes`: who does it in a clause of its own, though only compared with before. */
function inRelative(scene: Scene): Scene {
  const { sentence, head, whole } = scene
  const led = sentence.text.slice(0, head.start)
  const verb = flowsIn(sentence).findLast((flow) => flow.verb && flow.way !== 'both' && flow.end <= head.start)
  if (verb === undefined || head.quantity === undefined || /[,;]|\band\b/.test(led.slice(verb.end))) return scene
  const one = whole.find(({ mention, role }) => role === 'beside' && relative.test(led.slice(mention.end, verb.start)))
  if (one === undefined) return scene
  const own: PartyRole = { id: one.id, mention: one.mention, role: ownerOf(verb.way), by: verb }
  const part = { start: one.mention.start, end: scene.part.end }
  return { ...scene, part, whole: [own, ...scene.whole.filter((other) => other.mention.start > verb.end)], inPart: [own] }
}

const cause =
  /, (?:[^,;]{0,60}, )?(?:as|because|after|amid|due to|owing to|thanks to|helped by|hit by|driven by|weighed down by|partly because) /i

/** `The surplus shrank, as growth in China weighed on exports`: who is only named in what is given for the reason of a figure. */
const isCause = (text: string, head: Head, mention: TextSpan): boolean =>
  head.quantity !== undefined &&
  head.kind !== 'comparison' &&
  mention.start > head.end &&
  cause.test(text.slice(head.end, mention.start)) &&
  !/\b(?:to|from|with) (?:the )?$/.test(text.slice(0, mention.start))

/** Of an order by what somebody is to another, the one who has the place stands first: the customer, who buys, before the supplier. */
function rankedFirst(people: People, flow: FlowWord | undefined): People {
  const [from, to] = people.direction.split('->')
  if (flow?.agent !== true || from === undefined || to === undefined || people.actors.length !== 2) return people
  return { ...people, actors: flow.way === 'in' ? [to, from] : [from, to] }
}

const peopleIn = (scene: Scene, topic: Topic | undefined): People =>
  dealtArms(scene, topic) ??
  apposed(scene) ??
  byAct(scene, topic) ??
  byMatter(scene, topic) ??
  byDeed(scene, topic) ??
  indebted(scene, topic) ??
  alone(scene) ??
  listedActors(scene) ??
  byWay(scene, topic)

/** Who joins, declares, acts, agrees, or is compared with those who were told before. */
function byAct(scene: Scene, topic: Topic | undefined): People | undefined {
  const { head } = scene
  if (head.kind === 'membership') return topic?.domain === 'alliance' && topic.id === 'treaty' ? loose(scene, topic) : membersOfBody(scene)
  const speaking = head.rule === 'declared' ? spokenBy(scene) : undefined
  if (speaking !== undefined) return speaking
  if (head.kind === 'event' && topic?.id === 'membership') return membersOfBody(scene)
  const duties = dutiesOf(scene, topic)
  if (duties !== undefined) return duties
  if (isActed(scene)) return acted(scene)
  return isAgreed(scene) ? loose(scene, topic) : comparedWith(scene)
}

/** Votes, vetoes, sanctions and opinions have their own sides. */
function byMatter(scene: Scene, topic: Topic | undefined): People | undefined {
  if (topic?.id === 'un-votes' || isTally(scene) || (topic?.id === 'vetoes' && isCast(scene))) return voters(scene)
  if (topic?.id === 'vetoes') return vetoers(scene)
  if (topic?.domain === 'sanctions' || topic?.id === 'sanctions') return sanctioned(scene)
  return topic?.domain === 'narrative' && topic.id !== 'students' ? opinions(scene) : undefined
}

/** People who are sent or settle, visits, treaties, distances. */
function byDeed(scene: Scene, topic: Topic | undefined): People | undefined {
  const { sentence, head, part } = scene
  const deed =
    sanctionedOf(scene, topic) ??
    sentHome(scene) ??
    residentsAbroad(scene) ??
    stationed(scene, topic) ??
    (head.kind === 'count' ? sentAway(scene) : undefined) ??
    deedOf(scene, topic)
  if (deed !== undefined) return deed
  if (head.kind === 'event' && topic !== undefined && treaty.test(sentence.text.slice(part.start, part.end))) return loose(scene, topic)
  return head.unit === 'km' ? mutualParties(scene) : undefined
}

const treaty = /\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|memorand(?:um|a)|partnership)\b/i

/** `12 members of the Council voted for it`: no vetoes, though the text tells of one. */
const isCast = ({ head, sentence }: Scene): boolean =>
  head.kind === 'count' && /^[^.;]{0,60}\b(?:in favou?r|abstain(?:ed|ing)?|abstentions?|voted)\b/i.test(sentence.text.slice(head.end))

/** `13 members were in favour`: votes, where the text tells of resolutions. */
const isTally = ({ head, sentence, context }: Scene): boolean =>
  head.kind === 'count' &&
  context.judged !== null &&
  /^[^.;]{0,80}\b(?:in favou?r|abstain(?:ed|ing)?|abstentions?|voted|votes)\b(?! of)/i.test(sentence.text.slice(head.end))

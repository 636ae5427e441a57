import type { FlowWord } from '../../text/topics/flow-words.ts'
import type { Topic } from '../../text/topics/topics.ts'
import type { People, Scene } from '../sentence/argument-frame.ts'
import { wayOf } from '../sentence/direction-word.ts'
import type { PartyRole } from '../sentence/roles.ts'
import { debtorOf } from './claim-debts.ts'
import { directedOf, isTurned } from './claim-direction.ts'
import { itAgain, repeated, sameAgain } from './ellipsis.ts'
import { countedStates } from './single-party.ts'
import { loose, moved, mutualParties } from './symmetric-relations.ts'

/** Who stands to whom by the word that tells the way of a claim, else by what was told before. */
export function byWay(scene: Scene, topic: Topic | undefined): People {
  const flow = wayOf(scene.sentence, scene.head, scene.part)
  const told =
    byThing(scene, flow, topic) ??
    itAgain(scene, flow) ??
    countedStates(scene, flow) ??
    (flow === undefined ? withoutWay(scene, topic) : undefined) ??
    debtorOf(scene, flow) ??
    sameAgain(scene, flow)
  if (told !== undefined) return told
  const goes = flow?.way ?? (topic === undefined || topic.flow === 'none' ? 'both' : topic.flow)
  return goes === 'both' ? mutualParties(scene) : directedOf(scene, flow, goes, topic)
}

/** What goes no way by itself goes one where it is sent or handed over; `the other way` goes against what was told last. */
function byThing(scene: Scene, flow: FlowWord | undefined, topic: Topic | undefined): People | undefined {
  if (topic !== undefined && moved.has(topic.id) && isSent(scene)) return directedOf(scene, flow, 'out')
  if (topic?.flow === 'none' && topic.id !== 'defence-spending' && scene.head.quantity !== undefined && isHandedOver(scene, flow))
    return directedOf(scene, flow, 'out')
  if (topic?.flow === 'none' && !(moved.has(topic.id) && flow !== undefined && flow.way !== 'both')) return loose(scene, topic)
  const isBack =
    isTurned(scene) &&
    flow?.way !== 'both' &&
    scene.context.sent !== null &&
    !scene.inPart.some(({ role }) => role === 'sender' || role === 'receiver')
  return isBack ? directedOf(scene, flow, flow?.way === 'in' ? 'in' : 'out') : undefined
}

/** No word tells the way: a preposition may, or what was told before. */
function withoutWay(scene: Scene, topic: Topic | undefined): People | undefined {
  const { head, inPart, whole, sentence } = scene
  const here = inPart.length > 0 ? inPart : whole.filter(({ mention }) => mention.end <= head.start)
  if (here.some(isMoving)) return directedOf(scene, undefined, 'out')
  if (head.kind === 'event' && !head.rule.startsWith('sanction')) return loose(scene, topic)
  return sentence.topics.some((one) => one.topic.flow === 'both') ? undefined : repeated(scene)
}

/** `Goods from China`, `Russian gas`, `went to China`: it moves, though no word says sold or bought. */
const isMoving = ({ role, by, prepositional }: PartyRole): boolean =>
  (role === 'sender' && by === undefined) ||
  ((role === 'receiver' || role === 'sender') && (by === undefined || by.way === 'both') && prepositional === true)

/** `Soldiers came to Belarus`. */
const isSent = ({ inPart, sentence }: Scene): boolean =>
  inPart.some(
    ({ role, prepositional, mention }) =>
      role === 'receiver' && prepositional === true && /\b(?:to|into) (?:the )?$/.test(sentence.text.slice(0, mention.start)),
  )

/** `Gave Manila radars worth 600 million`: from one to another, whatever the sentence is about. */
const isHandedOver = ({ inPart }: Scene, flow: FlowWord | undefined): boolean =>
  flow?.verb === true &&
  flow.way === 'out' &&
  inPart.some(({ role, by }) => role === 'receiver' && by?.start === flow.start) &&
  (inPart.some(({ role, by }) => role === 'sender' && by?.start === flow.start) || inPart.every(({ role }) => role === 'receiver'))

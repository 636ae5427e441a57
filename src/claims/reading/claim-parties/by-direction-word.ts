import { textBefore } from '../../text/span-text.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import type { Topic } from '../../text/topics/topics.ts'
import type { ArgumentFrame, ClaimParties } from '../sentence/argument-frame.ts'
import { directionWordOf } from '../sentence/direction-word.ts'
import type { PartyRole } from '../sentence/roles.ts'
import { soleDebtor } from './debts.ts'
import { partiesFromContext, partiesOfEllipticAmount, partiesOfPronounSubject } from './ellipsis.ts'
import { directedParties, reversesLastDirection } from './sender-and-receiver.ts'
import { partiesOfStateCount } from './single-party.ts'
import { mutualParties, transferableTopics, undirectedParties } from './symmetric-relations.ts'

/** Returns the parties of a claim from its direction word (`exports`, `bought`), else from the context. */
export function partiesByDirectionWord(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties {
  const flow = directionWordOf(frame.sentence, frame.head, frame.part)
  const parties =
    partiesByTransfer(frame, flow, topic) ??
    partiesOfPronounSubject(frame, flow) ??
    partiesOfStateCount(frame, flow) ??
    (flow === undefined ? partiesWithoutDirectionWord(frame, topic) : undefined) ??
    soleDebtor(frame, flow) ??
    partiesOfEllipticAmount(frame, flow)
  if (parties !== undefined) return parties
  const flowWay = flow?.way ?? (topic === undefined || topic.flow === 'none' ? 'both' : topic.flow)
  return flowWay === 'both' ? mutualParties(frame) : directedParties(frame, flow, flowWay, topic)
}

/**
 * Returns the parties of a topic without direction, such as bases: sender and receiver if something is sent or handed over, otherwise undirected. Also those of
 * a flow in `the other way`, which reverses the last direction. Otherwise undefined.
 */
function partiesByTransfer(frame: ArgumentFrame, flow: FlowWord | undefined, topic: Topic | undefined): ClaimParties | undefined {
  if (topic !== undefined && transferableTopics.has(topic.id) && goesToReceiver(frame)) return directedParties(frame, flow, 'out')
  if (topic?.flow === 'none' && !(transferableTopics.has(topic.id) && flow !== undefined && flow.way !== 'both'))
    return undirectedParties(frame, topic)
  const isBack =
    reversesLastDirection(frame) &&
    flow?.way !== 'both' &&
    frame.context.lastTransfer !== null &&
    !frame.inPart.some(({ role }) => role === 'sender' || role === 'receiver')
  return isBack ? directedParties(frame, flow, flow?.way === 'in' ? 'in' : 'out') : undefined
}

/**
 * Returns the parties of a claim without a direction word: from a preposition, or from the context. Undefined if a topic of the sentence goes in both
 * directions, such as trade.
 */
function partiesWithoutDirectionWord(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  const { head, inPart, inSentence, sentence } = frame
  const here = inPart.length > 0 ? inPart : inSentence.filter(({ mention }) => mention.end <= head.start)
  if (here.some(impliesMovement)) return directedParties(frame, undefined, 'out')
  if (head.kind === 'event' && !head.rule.startsWith('sanction')) return undirectedParties(frame, topic)
  return sentence.topics.some((one) => one.topic.flow === 'both') ? undefined : partiesFromContext(frame)
}

/** Whether a role means a transfer without a word for selling or buying: `Goods from China`, `Russian gas`, `went to China`. */
const impliesMovement = ({ role, trigger, prepositional }: PartyRole): boolean =>
  (role === 'sender' && trigger === undefined) ||
  ((role === 'receiver' || role === 'sender') && (trigger === undefined || trigger.way === 'both') && prepositional === true)

/** Whether something goes to a receiver: `Soldiers came to Belarus`. */
const goesToReceiver = ({ inPart, sentence }: ArgumentFrame): boolean =>
  inPart.some(
    ({ role, prepositional, mention }) =>
      role === 'receiver' && prepositional === true && /\b(?:to|into) (?:the )?$/.test(textBefore(sentence.text, mention)),
  )

import { flowEnds, isOneWay } from '../../flow-of-direction.ts'
import { textAfter, textBefore, textOfSpan } from '../../text/span-text.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { type ArgumentFrame, type ClaimParties, distinct, partiesFromTo } from '../sentence/argument-frame.ts'
import { counterpart, type Discourse } from '../sentence/context.ts'

const stationingVerb =
  /\b(?:station(?:ed|s)|based|deploy(?:ed|s)|serv(?:e[sd]?|ing)|garrison(?:ed|s)|post(?:ed|s)|kept|keeps?|maintain(?:s|ed)?|remain(?:s|ed)?|stay(?:s|ed)?|(?:is|are|was|were) (?:still |now )?(?:in|on)|has|have|had)\b/i
const hostingWord = /\b(?:host(?:s|ed|ing)?|home) (?:to|of|for)\b|\bhosts?\b|\bhosted\b/i
const forcesWord =
  /\b(?:troops|soldiers|service(?:men|women| members)|personnel|forces|marines|airmen|GIs|peacekeepers|instructors|trainers|bases|fighters)\b/i
const exerciseWord = /\b(?:exercises?|drills?|manoeuv(?:re|er)s|maneuvers|wargames?|take part|taking part|took part|participat\w+)\b/i

/**
 * Returns the parties of soldiers of one state in another: `35,000 American soldiers are stationed in the country`, `it hosts 10,000 of them`. Undefined for
 * exercises and for forces at home.
 */
export function stationedForceParties(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  const { sentence, head, part, inSentence, context } = frame
  if (
    head.kind !== 'count' ||
    (topic !== undefined && topic.domain !== 'alliance' && topic.domain !== 'arms' && topic.domain !== 'diplomacy')
  )
    return undefined
  const clause = textOfSpan(sentence.text, part)
  const isOfForces = forcesWord.test(clause) || (topic?.id === 'bases' && context.claimIndex >= sentence.index - 1)
  // the next item of a list: `1,000 soldiers in Lithuania, Britain 1,700 in Estonia`
  const isNext =
    context.claimIndex === sentence.index &&
    /^ in (?:the )?\p{Lu}/u.test(textAfter(sentence.text, head)) &&
    inSentence.some(({ mention }) => mention.end + 1 === head.start)
  if (!isOfForces || exerciseWord.test(sentence.text) || !(stationingVerb.test(clause) || hostingWord.test(clause) || isNext))
    return undefined
  const inPlace = inSentence.filter(
    ({ mention, role }) =>
      role !== 'standard' &&
      mention.start >= part.start &&
      /\b(?:in|on|at|into|to|across)(?: the)?\s*$/i.test(textBefore(sentence.text, mention)) &&
      mention.form !== 'adjective',
  )
  const owners = inSentence.filter((one) => !inPlace.includes(one) && one.role !== 'standard')
  const isHosted = hostingWord.test(clause)
  const region = sentence.actors.find(
    ({ rule, start, ids }) =>
      rule === 'region' && ids[0] !== 'WLD' && start > part.start && /\b(?:in|across)(?: the)? $/.test(sentence.text.slice(0, start)),
  )?.ids[0]
  const host = isHosted ? owners.find(({ mention }) => mention.form !== 'adjective')?.id : (inPlace[0]?.id ?? region)
  if (host === undefined) return undefined
  const owner = distinct(owners.map(({ id }) => id)).find((id) => id !== host) ?? lastSendingState(host, context)
  return owner === undefined ? undefined : partiesFromTo(owner, host)
}

/** Returns the state whose soldiers abroad were mentioned last, else the host's counterpart; undefined if there is neither. */
function lastSendingState(host: string, context: Discourse): string | undefined {
  const last = context.recentPairs.find(({ domain, direction }) => domain === 'alliance' && isOneWay(direction))
  const [from] = flowEnds(last?.direction)
  return from !== undefined && from !== host ? from : counterpart(host, context)
}

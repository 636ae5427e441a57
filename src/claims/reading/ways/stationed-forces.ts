import type { Topic } from '../../text/topics/topics.ts'
import { distinct, type People, type Scene, way } from '../sentence/argument-frame.ts'
import { counterpart, type Discourse } from '../sentence/context.ts'

const staying =
  /\b(?:station(?:ed|s)|based|deploy(?:ed|s)|serv(?:e[sd]?|ing)|garrison(?:ed|s)|post(?:ed|s)|kept|keeps?|maintain(?:s|ed)?|remain(?:s|ed)?|stay(?:s|ed)?|(?:is|are|was|were) (?:still |now )?(?:in|on)|has|have|had)\b/i
const hosting = /\b(?:host(?:s|ed|ing)?|home) (?:to|of|for)\b|\bhosts?\b|\bhosted\b/i
const forces =
  /\b(?:troops|soldiers|servicemen|servicewomen|service members|personnel|forces|marines|airmen|GIs|peacekeepers|instructors|trainers|bases|fighters)\b/i
const drills = /\b(?:exercises?|drills?|manoeuv(?:re|er)s|maneuvers|wargames?|take part|taking part|took part|participat\w+)\b/i

/**
 * Soldiers of one state who are in another: `35,000 American soldiers are stationed in the country`, `it hosts 10,000 of them`; nobody where they train together, or
 * where they are at home.
 */
export function stationed(scene: Scene, topic: Topic | undefined): People | undefined {
  const { sentence, head, part, whole, context } = scene
  if (
    head.kind !== 'count' ||
    (topic !== undefined && topic.domain !== 'alliance' && topic.domain !== 'arms' && topic.domain !== 'diplomacy')
  )
    return undefined
  const told = sentence.text.slice(part.start, part.end)
  const isOfForces = forces.test(told) || (topic?.id === 'bases' && context.claimIndex >= sentence.index - 1)
  // `1,000 soldiers in Lithuania, Britain 1,700 in Estonia`
  const isNext =
    context.claimIndex === sentence.index &&
    /^ in (?:the )?\p{Lu}/u.test(sentence.text.slice(head.end)) &&
    whole.some(({ mention }) => mention.end + 1 === head.start)
  if (!isOfForces || drills.test(sentence.text) || !(staying.test(told) || hosting.test(told) || isNext)) return undefined
  const inPlace = whole.filter(
    ({ mention, role }) =>
      role !== 'beside' &&
      mention.start >= part.start &&
      /\b(?:in|on|at|into|to|across)(?: the)?\s*$/i.test(sentence.text.slice(0, mention.start)) &&
      mention.form !== 'adjective',
  )
  const owners = whole.filter((one) => !inPlace.includes(one) && one.role !== 'beside')
  const isHosted = hosting.test(told)
  const region = sentence.actors.find(
    ({ rule, start, ids }) =>
      rule === 'region' && ids[0] !== 'WLD' && start > part.start && /\b(?:in|across)(?: the)? $/.test(sentence.text.slice(0, start)),
  )?.ids[0]
  const host = isHosted ? owners.find(({ mention }) => mention.form !== 'adjective')?.id : (inPlace[0]?.id ?? region)
  if (host === undefined) return undefined
  const owner = distinct(owners.map(({ id }) => id)).find((id) => id !== host) ?? ownerBefore(host, context)
  return owner === undefined ? undefined : way(owner, host)
}

/** Whose soldiers were told of just before, else with whom the host stands in the text. */
function ownerBefore(host: string, context: Discourse): string | undefined {
  const [from] =
    context.recent.find(({ domain, direction }) => domain === 'alliance' && direction.includes('->'))?.direction.split('->') ?? []
  return from !== undefined && from !== host ? from : counterpart(host, context)
}

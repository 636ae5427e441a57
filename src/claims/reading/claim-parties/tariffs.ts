import { flowEnds } from '../../flow-of-direction.ts'
import { textAfter } from '../../text/span-text.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { productNounAfter } from '../parties/possessive-roles.ts'
import { type ArgumentFrame, actorIds, type ClaimParties, partiesFromTo } from '../sentence/argument-frame.ts'
import { counterpart, type Discourse } from '../sentence/context.ts'
import { actingStates } from './members-voters-sanctioners.ts'

const imposeVerb = String.raw`impos\w+|put|puts|lev(?:y|ies|ied|ying)|slapp?(?:s|ed|ing)|charg(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|doubl(?:e[sd]?|ing)|introduc(?:e[sd]?|ing)|announc(?:e[sd]?|ing)|threaten\w*`
const liftVerb = String.raw`lift(?:s|ed|ing)|scrapp?(?:s|ed|ing)|lower(?:s|ed|ing)|remov(?:e[sd]?|ing)|withdr[ae]w\w*|revok(?:e[sd]?|ing)|strip(?:s|ped|ping)?|suspend(?:s|ed|ing)?|cancel\w*`
const imposingVerb = new RegExp(
  String.raw`\b(?:${imposeVerb}|${liftVerb}|placed?|go(?:es)? up|went up|rise|rose|review(?:s|ed|ing)?|set|dropped|ended?|extended)\b`,
  'i',
)
const tradeBarrier =
  /\b(?:tariffs?|duty|duties|lev(?:y|ies)|quotas?|most[- ]favou?red[- ]nation|MFN|preferential|(?:trade|tariff) (?:status|preferences|privileges))\b/i
const bearingVerb = /\b(?:fac(?:e[sd]?|ing)|(?:is|are|was|were) subject to|(?:is|are|was|were) hit by|pays?|paid)\b/i
const dutyOn = /\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) (?:[^,;]{0,25} )?on\b/i
const mutualWord = /\b(?:agree(?:d|ment)|deal|treaty|each other|mutual\w*|both|free[- ]trade)\b/i

/**
 * Returns the parties of tariffs and trade preferences: from the state that imposes or withdraws them to the state whose goods are affected. Undefined for
 * other claims, and if two states agree on tariffs.
 */
export function tariffParties(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  const { sentence, head, part, inSentence, context } = frame
  const isRate = head.unit === 'percent' && dutyOn.test(sentence.text)
  if (head.kind !== 'event' && head.rule !== 'rate' && !isRate) return undefined
  const clause = sentence.text.slice(Math.min(part.start, head.start), part.end)
  if (
    !tradeBarrier.test(clause) ||
    (mutualWord.test(clause) && !/\bagreed to (?:review|lift|cut|drop|scrap|remove|lower|suspend)\b/.test(clause))
  )
    return undefined
  if (!dutyOn.test(clause) && topic !== undefined && topic.domain !== 'trade' && topic.domain !== 'sanctions') return undefined
  const isBorne = bearingVerb.test(clause) && !imposingVerb.test(clause)
  if (!isBorne && !imposingVerb.test(clause)) return undefined
  const named = inSentence.filter(({ role, id, mention }) => role !== 'standard' && id !== 'WLD' && mention.rule !== 'them')
  const hit = named.find(({ mention }) => mention.form === 'adjective' && productNounAfter.test(textAfter(sentence.text, mention)))?.id
  const [one = isRate || head.kind === 'forecast' ? lastImposer(hit, context) : undefined] = actingStates(frame, true).filter(
    (id) => id !== 'WLD' && id !== hit && (named.some((other) => other.id === id) || head.kind === 'event' || head.rule === 'rate'),
  )
  if (one === undefined) return undefined
  const target = hit ?? actorIds(named).find((id) => id !== one) ?? lastSeller(one, context) ?? counterpart(one, context)
  if (target === undefined || target === one) return undefined
  return isBorne ? partiesFromTo(target, one) : partiesFromTo(one, target)
}

/** Returns the sender of the last claim, as the target of tariffs that a state outside the pair imposes; otherwise undefined. */
function lastSeller(one: string, { pair, lastParties }: Discourse): string | undefined {
  const [from] = flowEnds(lastParties?.direction)
  return pair?.includes(one) === false && from !== undefined && from !== one && from !== 'WLD' ? from : undefined
}

/** Returns the state that imposes tariffs on the goods of the state `hit`: the counterpart of `hit`. Undefined if `hit` is undefined, or has no counterpart. */
const lastImposer = (hit: string | undefined, context: Discourse): string | undefined =>
  hit === undefined ? undefined : counterpart(hit, context)

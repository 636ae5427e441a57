import { directionFromTo, flowEnds } from '../../flow-of-direction.ts'
import { textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { type ArgumentFrame, actorIds, type ClaimParties, distinct, noParties, partiesFromTo } from '../sentence/argument-frame.ts'
import { counterpart } from '../sentence/context.ts'
import { actingStates } from './members-voters-sanctioners.ts'
import { bilateralActParties, isUnilateralAct, isVisit, visitParties } from './visits-and-acts.ts'

/**
 * Returns the parties of a leader's declaration: from the leader's state to the other state of the sentence or text. Undefined without a leader or other state.
 */
export function declarationParties({ sentence, head, inSentence, context }: ArgumentFrame): ClaimParties | undefined {
  const speaker = sentence.actors.find(({ form, end }) => form === 'leader' && end <= head.start)?.ids[0]
  if (speaker === undefined) return undefined
  const named = inSentence.find(({ id }) => id !== speaker && context.pair?.includes(id) === true)?.id
  const other = named ?? counterpart(speaker, context)
  return other === undefined ? undefined : partiesFromTo(speaker, other)
}

/**
 * Whether an event is an act of one state towards another in the active voice: a complaint, the use of force, or a verb such as `banned`, `expelled`,
 * `invaded`. False for acts of international bodies.
 */
export const isUnilateralEvent = ({ head, sentence }: ArgumentFrame): boolean =>
  head.kind === 'event' &&
  !/\b(?:was|were|been|is|are|being) $/.test(textBefore(sentence.text, head)) &&
  !/\b(?:General Assembly|Council of Europe|Human Rights Council)\b/.test(sentence.text) &&
  (head.rule === 'complaint' ||
    head.rule === 'force' ||
    (/^(?:told|dated|dealing)$/.test(head.rule) &&
      (unilateralVerb.test(sentence.text.slice(head.start, head.end + 40)) ||
        barrierAct.test(sentence.text.slice(head.start, head.end + 60)))))

/** Words of an act on trade barriers: `Tightened its restrictions on French goods`. */
const barrierAct =
  /^(?:\w+ ){0,3}(?:tightened|eased|introduced|raised|lowered|scrapped|lifted|imposed|slapped|levied|extended|doubled|put) (?:[\w-]+ ){0,4}(?:restrictions|duties|duty|tariffs?|curbs|controls|quotas?|lev(?:y|ies)|bans?|barriers)\b/iu

const restrictVerb = 'forbids?|forbade|forbidden|banned|bars?|barred|block(?:s|ed)?'
const stopVerb = 'suspended|froze|frozen|halted|cut off|seized|denounced|accused?s?|stopped|restricted|curbed|slapped|imposed'
const attackVerb = 'bombed|shelled|attacked|invaded'
/** Verbs for acts of one state alone, against another or away from it. */
const unilateralVerb = new RegExp(
  String.raw`^(?:\w+ ){0,3}(?:walk(?:s|ed) out|${restrictVerb}|kept (?:[\p{L}]+ )+out|put (?:[\p{L}]+ )+under|left|withdrew|quit|lev(?:y|ies|ied)|${stopVerb}|threatened|expelled|retaliated|closed|fired|struck|complain(?:s|ed)|appealed to the WTO|${attackVerb})\b`,
  'iu',
)

/** Returns the parties of an act of one state towards another. */
export function unilateralParties(frame: ArgumentFrame): ClaimParties {
  if (frame.inSentence.length === 0 && frame.context.pair !== null) return { actors: frame.context.pair, direction: 'total' }
  const acting = actingStates(frame, true)
  const ahead = frame.inSentence.findLast(
    ({ mention, role, prepositional }) =>
      mention.end <= frame.head.start &&
      role !== 'standard' &&
      prepositional !== true &&
      !mention.possessive &&
      mention.form !== 'adjective',
  )?.id
  const isBefore = acting.some((id) => frame.inSentence.some((other) => other.id === id && other.mention.end <= frame.head.start))
  const [one, ...fellows] = ahead === undefined || isBefore ? acting : [ahead]
  if (one === undefined) return noParties
  if (fellows.length > 0 && haveJointSubject(frame)) {
    const other = actorIds(frame.inSentence).find((id) => id !== one && !fellows.includes(id))
    return { actors: distinct([one, ...fellows, other]), direction: other === undefined ? 'total' : directionFromTo(one, other) }
  }
  const other = actorIds(frame.inSentence).find((id) => id !== one) ?? lastReceiverFrom(one, frame) ?? counterpart(one, frame.context)
  return other === undefined ? { actors: [one], direction: 'n/a' } : partiesFromTo(one, other)
}

/** For deliveries that are stopped, returns the receiver of the last claim: `The Netherlands stopped its deliveries`. Otherwise undefined. */
function lastReceiverFrom(one: string, { sentence, head, context: { recentPairs } }: ArgumentFrame): string | undefined {
  if (!/^[^.;,]{0,40}\b(?:deliveries|exports|supplies|shipments|sales|aid|loans?)\b/.test(sentence.text.slice(head.start))) return undefined
  const [from, to] = flowEnds(recentPairs[0]?.direction)
  return from === one || to === one || to === 'WLD' ? undefined : to
}

const agreementVerb = /\b(?:sign(?:ed|s)?|initialled|ratified|concluded|in force|into force|took effect|agreed|sealed)\b/i
const agreementNoun = /\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|memorand(?:um|a)|partnership|declarations?|deal)\b/i

/** Words for legislation of one state. */
const domesticLaw = /\bsigned (?:an? |the )?(?:\w+ ){0,3}(?:law|decree|order|bill|act)\b/i

/** Whether an event is an agreement between two equal sides, signed or in force, on any topic. */
export const isAgreementEvent = (frame: ArgumentFrame): boolean => {
  const { head, sentence, part } = frame
  const clause = textOfSpan(sentence.text, part)
  if (head.kind !== 'event' || head.topic === 'sanctions' || domesticLaw.test(sentence.text)) return false
  if (
    /\b(?:together|jointly)\b/.test(clause) &&
    head.topic !== 'un-votes' &&
    !/^vote/.test(head.rule) &&
    actorIds(frame.inPart).length >= 2
  )
    return true
  if (!agreementVerb.test(textOfSpan(sentence.text, head))) return false
  const isAnd = / and (?:the )?\S+ $/.test(textBefore(sentence.text, head))
  return (
    head.rule === 'pact-force' ||
    isAnd ||
    haveJointSubject(frame) ||
    agreementNoun.test(clause) ||
    /\b(?:signed|initialled)\b/.test(sentence.text)
  )
}

/** Whether an event has two joint subjects: `Washington and the Kremlin agreed`. */
const haveJointSubject = ({ inSentence, head, sentence }: ArgumentFrame): boolean => {
  const [one, other] = inSentence.filter(({ mention, role }) => mention.end <= head.start && role !== 'standard')
  return one !== undefined && other !== undefined && /^,? and (?:the )?$/.test(textBetween(sentence.text, one.mention, other.mention))
}

const punitiveVerbBefore = /\b(?:expelled|deported|suspended|blacklisted|sanctioned|banned|recalled|froze|summoned)\s+(?:[\w-]+ ){0,2}$/i

/** Returns the parties of visits and of acts towards another state, with a direction; also of planned ones. Undefined for other claims. */
export function eventParties(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  const { kind, quantity } = frame.head
  if (kind === 'count' && (topic?.id === 'visits' || topic?.id === 'students') && frame.inPart.length > 0) return visitParties(frame)
  if (kind === 'count' && punitiveVerbBefore.test(textBefore(frame.sentence.text, frame.head))) return bilateralActParties(frame)
  if (quantity !== undefined || (kind !== 'event' && kind !== 'attribution')) return undefined
  if (topic?.id === 'visits' || isVisit(frame)) return visitParties(frame)
  return topic?.id === 'relations' || isUnilateralAct(frame) ? bilateralActParties(frame) : undefined
}

const domesticMatter =
  /\b(?:join(?:ing)?|membership|accession|the decision|in favou?r\b(?! of)|NATO|conscription|spending|their (?:own )?government)\b/i

/**
 * Returns the surveyed state, and as target the state judged in the last claim: `In South Korea the share is 71 percent and in India 52`. Otherwise undefined.
 */
function surveyedParties({ head, inSentence, sentence: { text }, context: { lastParties } }: ArgumentFrame): ClaimParties | undefined {
  const [, target] = flowEnds(lastParties?.direction)
  const places = inSentence.filter(({ mention }) => /\b[Ii]n (?:the )?$/.test(textBefore(text, mention)) && mention.end <= head.start)
  const one = places.at(-1)?.id
  const isAll = inSentence.every(({ mention }) => /\b[Ii]n (?:the )?$/.test(textBefore(text, mention)))
  return target === undefined || one === undefined || one === target || !isAll ? undefined : partiesFromTo(one, target)
}

/** Returns the parties of an opinion: the state whose people are asked, and the state they judge. Opinions on domestic matters have one party. */
export function opinionParties(frame: ArgumentFrame): ClaimParties {
  const { inPart, inSentence, context, sentence } = frame
  const asked = surveyedParties(frame)
  if (asked !== undefined) return asked
  const ids = inPart.length > 1 ? actorIds(inPart) : actorIds(inSentence)
  if (ids.length >= 2) return partiesFromTo(ids[0]!, ids[1]!)
  if (domesticMatter.test(sentence.text)) return { actors: distinct([ids[0] ?? context.subject ?? undefined]), direction: 'n/a' }
  if (ids.length === 0) return context.lastParties ?? (context.pair === null ? noParties : partiesFromTo(...context.pair))
  const [one] = ids
  const other = counterpart(one!, context)
  if (other === undefined) return noParties
  return context.lastParties?.direction === directionFromTo(other, one!) ? context.lastParties : partiesFromTo(one!, other)
}

import { flowEnds } from '../../flow-of-direction.ts'
import type { TextSpan } from '../../text/mention.ts'
import { isRegionOrClub } from '../../text/names/region-and-club-parties.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import type { Topic } from '../../text/topics/topics.ts'
import { listItemParties } from '../parties/list-items.ts'
import { partiesIn, withoutVenue } from '../parties/party-mentions.ts'
import { type Analysis, within } from '../sentence/analysis.ts'
import type { ArgumentFrame, ClaimParties } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import { directionWordOf, directionWordsIn } from '../sentence/direction-word.ts'
import type { Head } from '../sentence/head.ts'
import { ownerRole, type PartyRole } from '../sentence/roles.ts'
import { appositiveShare } from '../sentence/shared-arguments.ts'
import { armsDealParties } from './arms-deals.ts'
import { partiesByDirectionWord } from './by-direction-word.ts'
import { debtParties } from './debts.ts'
import { withoutOtherFigures } from './distributive-lists.ts'
import { partiesWithCompared } from './ellipsis.ts'
import {
  declarationParties,
  eventParties,
  isAgreementEvent,
  isUnilateralEvent,
  opinionParties,
  unilateralParties,
} from './event-arguments.ts'
import { membershipParties, sanctionParties, vetoParties, voteParties } from './members-voters-sanctioners.ts'
import { ownFigureParties } from './own-figure-parties.ts'
import { singleParty } from './single-party.ts'
import { stationedForceParties } from './stationed-forces.ts'
import { mutualParties, undirectedParties } from './symmetric-relations.ts'
import { tariffParties } from './tariffs.ts'
import { expulsionParties, remittanceParties, residentsAbroad } from './visits-and-acts.ts'

/** Returns the parties of a claim and its direction, completed from the rest of the sentence and the context. */
export function partiesOf(sentence: Analysis, head: Head, part: TextSpan, topic: Topic | undefined, before: Discourse): ClaimParties {
  const context = { ...before, mentioned: [...before.mentioned, ...sentence.actors.flatMap(({ ids }) => [...ids])] }
  const isDeed = head.kind === 'event' || head.kind === 'membership'
  const named = partiesIn(sentence, context).filter(({ id, like }) => !(isDeed ? isRegionOrClub(id) : like === true))
  const all =
    head.kind === 'event'
      ? withoutVenue(named, sentence, head)
      : named.filter(({ mention }) => !isNamedAsCause(sentence.text, head, mention))
  const { whole: inSentence, inPart } = withoutOtherFigures(
    sentence,
    head,
    all,
    all.filter(({ mention }) => within(mention, part)),
  )
  const frame = withRelativeSubject({ sentence, head, part, inSentence, inPart, context })
  const parties = partiesOfFrame(frame, topic)
  return head.kind === 'ranking' ? withRankedFirst(parties, directionWordOf(sentence, head, part)) : parties
}

const relativeStart = /^, (?:which|who) (?:(?:had|has|have|also|then|alone) )*$/

/**
 * Makes a state that is only a standard of comparison the subject of its relative clause: Australia in `After Australia, which delivered 21.9 million tonnes`.
 * Returns other frames unchanged.
 */
function withRelativeSubject(frame: ArgumentFrame): ArgumentFrame {
  const { sentence, head, inSentence } = frame
  const before = textBefore(sentence.text, head)
  const verb = directionWordsIn(sentence).findLast((flow) => flow.verb && flow.way !== 'both' && flow.end <= head.start)
  if (verb === undefined || head.quantity === undefined || /[,;]|\band\b/.test(textAfter(before, verb))) return frame
  const one = inSentence.find(({ mention, role }) => role === 'standard' && relativeStart.test(textBetween(before, mention, verb)))
  if (one === undefined) return frame
  const own: PartyRole = { id: one.id, mention: one.mention, role: ownerRole(verb.way), trigger: verb }
  const part = { start: one.mention.start, end: frame.part.end }
  return { ...frame, part, inSentence: [own, ...frame.inSentence.filter((other) => other.mention.start > verb.end)], inPart: [own] }
}

const causeConjunction =
  /, (?:[^,;]{0,60}, )?(?:as|because|after|amid|due to|owing to|thanks to|helped by|hit by|driven by|weighed down by|partly because) /i

/** Whether a state is named only in the cause of a figure: China in `The surplus shrank, as growth in China weighed on exports`. */
const isNamedAsCause = (text: string, head: Head, mention: TextSpan): boolean =>
  head.quantity !== undefined &&
  head.kind !== 'comparison' &&
  mention.start > head.end &&
  causeConjunction.test(textBetween(text, head, mention)) &&
  !/\b(?:to|from|with) (?:the )?$/.test(textBefore(text, mention))

/** Puts the ranked state first in a ranking of customers or suppliers: a ranked customer before its supplier, a ranked supplier before its customer. */
function withRankedFirst(parties: ClaimParties, flow: FlowWord | undefined): ClaimParties {
  const [from, to] = flowEnds(parties.direction)
  if (flow?.agent !== true || from === undefined || to === undefined || parties.actors.length !== 2) return parties
  return { ...parties, actors: flow.way === 'in' ? [to, from] : [from, to] }
}

const partiesOfFrame = (frame: ArgumentFrame, topic: Topic | undefined): ClaimParties =>
  ownFigureParties(frame, topic) ??
  armsDealParties(frame, topic) ??
  appositiveShare(frame) ??
  partiesByAct(frame, topic) ??
  partiesByTopic(frame, topic) ??
  partiesByEvent(frame, topic) ??
  debtParties(frame, topic) ??
  singleParty(frame) ??
  listItemParties(frame) ??
  partiesByDirectionWord(frame, topic)

/** Returns the parties of memberships, declarations, unilateral acts, agreements and comparisons with the last claim; undefined for other claims. */
function partiesByAct(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  const { head } = frame
  if (head.kind === 'membership')
    return topic?.domain === 'alliance' && topic.id === 'treaty' ? undirectedParties(frame, topic) : membershipParties(frame)
  const speaking = head.rule === 'declared' ? declarationParties(frame) : undefined
  if (speaking !== undefined) return speaking
  if (head.kind === 'event' && topic?.id === 'membership') return membershipParties(frame)
  const duties = tariffParties(frame, topic)
  if (duties !== undefined) return duties
  if (isUnilateralEvent(frame)) return unilateralParties(frame)
  return isAgreementEvent(frame) ? undirectedParties(frame, topic) : partiesWithCompared(frame)
}

/** Returns the parties of votes, vetoes, sanctions and opinions; undefined for other topics. */
function partiesByTopic(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  if (topic?.id === 'un-votes' || isVoteTally(frame) || (topic?.id === 'vetoes' && isVoteCount(frame))) return voteParties(frame)
  if (topic?.id === 'vetoes') return vetoParties(frame)
  if (topic?.domain === 'sanctions' || topic?.id === 'sanctions') return sanctionParties(frame)
  return topic?.domain === 'narrative' && topic.id !== 'students' ? opinionParties(frame) : undefined
}

/** Returns the parties of migration, stationing, visits, treaties and distances; undefined for other claims. */
function partiesByEvent(frame: ArgumentFrame, topic: Topic | undefined): ClaimParties | undefined {
  const { sentence, head, part } = frame
  const deed =
    remittanceParties(frame) ??
    residentsAbroad(frame) ??
    stationedForceParties(frame, topic) ??
    (head.kind === 'count' ? expulsionParties(frame) : undefined) ??
    eventParties(frame, topic)
  if (deed !== undefined) return deed
  if (head.kind === 'event' && topic !== undefined && agreementNoun.test(textOfSpan(sentence.text, part)))
    return undirectedParties(frame, topic)
  return head.unit === 'km' ? mutualParties(frame) : undefined
}

const agreementNoun = /\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|memorand(?:um|a)|partnership)\b/i

/** Whether a count is of votes, even in a text about a veto: `12 members of the Council voted for it`. */
const isVoteCount = ({ head, sentence }: ArgumentFrame): boolean =>
  head.kind === 'count' && /^[^.;]{0,60}\b(?:in favou?r|abstain(?:ed|ing)?|abstentions?|voted)\b/i.test(textAfter(sentence.text, head))

/** Whether a count is of votes, in a text about resolutions: `13 members were in favour`. */
const isVoteTally = ({ head, sentence, context }: ArgumentFrame): boolean =>
  head.kind === 'count' &&
  context.resolutionTarget !== null &&
  /^[^.;]{0,80}\b(?:in favou?r|abstain(?:ed|ing)?|abstentions?|voted|votes)\b(?! of)/i.test(textAfter(sentence.text, head))

import { directionFromTo } from '../../flow-of-direction.ts'
import type { ActorMention } from '../../text/mention.ts'
import { textAfter, textBefore, textOfSpan } from '../../text/span-text.ts'
import { type ArgumentFrame, type ClaimParties, distinct, partiesFromTo } from '../sentence/argument-frame.ts'
import { counterpart, type Discourse } from '../sentence/context.ts'
import { isCoordinated, type PartyRole } from '../sentence/roles.ts'

const travelWord =
  /\b(?:visit(?:s|ed|ing)?|travel+(?:s|ed|ing)?|arriv(?:es|ed|ing)|flew|flies|came|went|trip|tour(?:s|ed)|paid (?:an? )?(?:\w+ )*visit|stay(?:ed)?|been (?:in|there)|(?:is|was) in|land(?:s|ed))\b/i
const travellerTitle =
  /\b(?:presidents?|premiers?|chancellor|(?:prime |foreign |defen[cs]e |trade )?ministers?|leaders?|king|emir|crown prince|secretary)\b/i
const hostingVerb = /\b(?:host(?:s|ed|ing)?|receiv(?:es|ed|ing)|welcom(?:es|ed|ing))\b/i
const meetingWord = /\b(?:met|meet|meets|talks|summit|each other|sat down|together|exchanged)\b/i

/** Whether an event is a journey of a state's representative, who is named by title or as a leader before the verb. */
export const isVisit = ({ sentence, head }: ArgumentFrame): boolean =>
  travelWord.test(sentence.text.slice(head.start, head.end + 4)) &&
  (travellerTitle.test(textBefore(sentence.text, head)) || sentence.actors.some(({ form, end }) => form === 'leader' && end <= head.start))

/** Returns the parties of a visit, from the visitor to the host. Undefined for other events, such as `met` and `held talks`, which have two equal parties. */
export function visitParties({ sentence, head, part, inSentence, context }: ArgumentFrame): ClaimParties | undefined {
  const text = textOfSpan(sentence.text, part)
  const isHosted = hostingVerb.test(text)
  if (!isHosted && (!travelWord.test(text) || (meetingWord.test(textOfSpan(sentence.text, head)) && !/visit|trip/.test(text))))
    return undefined
  const at = part.start + (isHosted ? hostingVerb : travelWord).exec(text)!.index
  const meant = (mention: ActorMention): readonly string[] =>
    mention.ids.length > 0 ? mention.ids : distinct(inSentence.filter((one) => one.mention === mention).map(({ id }) => id))
  const mentions = sentence.actors.filter((one) => one.rule !== 'organisation' && meant(one).length > 0)
  const free = mentions.filter((one) => one.start < at && isNotPrepositional(sentence.text, one))
  const near = free.findLast(({ form, end }) => form === 'leader' && at - end < 25)
  const [before] = (near === undefined ? free : [near]).map(meant)
  const [behind] = mentions.filter((one) => one.start > at && meant(one)[0] !== before?.[0]).map(meant)
  if (before !== undefined && before.length > 1) return undefined
  const row = isHosted ? [] : visitedHosts(mentions, at, sentence.text).map((one) => meant(one)[0]!)
  const visitor = before?.[0]
  if (visitor !== undefined && row.length > 1 && !row.includes(visitor))
    return { actors: [visitor, ...row], direction: directionFromTo(visitor, row[0]!) }
  const [guest, host] = isHosted ? [behind?.[0], before?.[0]] : [before?.[0], behind?.[0]]
  return withCounterpart(guest, host, context)
}

/** Returns all listed hosts of a visit: `Visited Brazil, Peru and Chile`. */
function visitedHosts(mentions: readonly ActorMention[], at: number, text: string): readonly ActorMention[] {
  const behind = mentions.filter(({ start, form }) => start > at && form !== 'pronoun' && form !== 'adjective' && form !== 'leader')
  const end = behind.findIndex((one, i) => i > 0 && !isCoordinated(text, behind[i - 1]!, one))
  return end < 0 ? behind : behind.slice(0, end)
}

const residenceWord =
  /\b(?:liv(?:e[sd]?|ing)|resid(?:e[sd]?|ing)|work(?:s|ed|ing)?|stud(?:y|ied|ying)|settled|fled|found (?:refuge|shelter)|home|registered|active|operat(?:e[sd]?|ing)|present|employed|stay(?:s|ed|ing)?|arrived|crossed|moved|spent|visited|travell?ed|holidayed|came|flew)\b/i

/**
 * Returns the parties of a count of people or firms of one state in another: `120,000 Slovaks live in Czechia`, `2,000 German firms are active there`.
 * Otherwise undefined.
 */
export function residentsAbroad({ sentence: { text, actors }, head, part, inSentence }: ArgumentFrame): ClaimParties | undefined {
  const from = actors.find(
    ({ start, form }) => form === 'adjective' && start > head.end - 1 && /^(?: of the)? $/.test(text.slice(head.end, start)),
  )
  if (
    head.kind !== 'count' ||
    from?.ids.length !== 1 ||
    !(
      residenceWord.test(text.slice(from.end, part.end)) ||
      (/\b[Tt]here (?:are|were) (?:[\w-]+ ){0,4}$/.test(textBefore(text, head)) && /^ (?:\w+ )?in\b/.test(textAfter(text, from))) ||
      /\bhost(?:s|ed|ing)?\b[^,;]*$/.test(textBefore(text, head))
    ) ||
    /^ diplomats/.test(textAfter(text, from))
  )
    return undefined
  const others = inSentence.filter(({ id }) => id !== from.ids[0])
  const to = (others.find(({ mention }) => mention.start > from.end) ?? others.find(({ mention }) => mention.end <= head.start))?.id
  return to === undefined ? undefined : partiesFromTo(from.ids[0]!, to)
}

function withCounterpart(one: string | undefined, other: string | undefined, context: Discourse): ClaimParties | undefined {
  if (one !== undefined && other !== undefined) return partiesFromTo(one, other)
  if (one !== undefined) return directedOrNone(one, counterpart(one, context), true)
  return other === undefined ? undefined : directedOrNone(other, counterpart(other, context), false)
}

const directedOrNone = (known: string, other: string | undefined, isFirst: boolean): ClaimParties | undefined =>
  other === undefined ? undefined : isFirst ? partiesFromTo(known, other) : partiesFromTo(other, known)

const isNotPrepositional = (text: string, { start }: ActorMention): boolean =>
  !/\b(?:to|from|with|in|for|on|against|between|of|ambassador to|by)(?: (?:the|neighbou?ring|nearby))?\s*$/i.test(text.slice(0, start))

const actVerb =
  /\b(?:closed?|shut|(?:re)?opened|withdrew|withdrawn|pulled (?:out|back)|recalled|expelled|halt(?:ed)?|stop(?:ped)?|block(?:ed)?|suspend(?:ed)?|cancell?ed|lifted|handed back|brought back|turned back|sent (?:home|back))\b/i
const actObject =
  /\b(?:borders?|frontiers?|crossings?|airspace|embass(?:y|ies)|consulates?|ambassadors?|envoys?|diplomats?|troops|soldiers|forces|fighters|visas?|flights|aid|imports?|exports?|purchases)\b/i

/** Whether an event is an act of one state towards another, whatever the topic: `Closed the crossing`, `withdrew its ambassador from Paris`, `attacked`. */
export function isUnilateralAct({ sentence, head, part }: Pick<ArgumentFrame, 'sentence' | 'head' | 'part'>): boolean {
  const verb = sentence.text.slice(head.start, head.end + 6)
  const rest = sentence.text.slice(head.start, part.end)
  if (head.kind !== 'event' || /\b(?:jointly|each other|one another|mutual\w*|both)\b/i.test(sentence.text)) return false
  const isAgain = /^\w+ (?:it|them|both)\b/.test(rest) && actObject.test(textBefore(sentence.text, head))
  return actVerb.test(verb) && (actObject.test(rest) || isAgain)
}

const unilateralVerb =
  /\b(?:recogni[sz]\w+|expel\w*|recall\w*|downgraded?|severed|broke(?:n off| off| with)?|cut|suspended|withdrew|opens?|opened|closed?|blacklisted|sanctioned|banned|shut|summoned|sent|declared|freez\w*|froze)\b/i

/** Returns the parties of an act of two states towards a third: `Both cut relations with Iran`. Undefined if no third state follows the verb. */
function partiesOfJointAct(
  early: readonly PartyRole[],
  { inSentence, head, part }: Pick<ArgumentFrame, 'inSentence' | 'head' | 'part'>,
): ClaimParties | undefined {
  const doers = distinct(early.map(({ id }) => id))
  const third = inSentence.find(
    ({ id, role, mention }) => !doers.includes(id) && role !== 'standard' && mention.start >= head.end && mention.end <= part.end,
  )?.id
  return third === undefined || doers.length < 2 ? undefined : { actors: [...doers, third], direction: directionFromTo(doers[0]!, third) }
}

const remittanceVerb =
  /\b(?:sen[dt]s?|transfers?|transferred|sending) (?:home|back|money home|(?:[$€£]|[A-Z]{0,3}\$)? ?[\d.,]+ \w+(?: \w+)? home)\b|\bremit(?:s|ted)\b/i
const workersAbroad =
  /^(?: (?:workers?|migrants?|labourers|nationals|citizens|emigrants|expatriates|abroad|diaspora|at work|who (?:work|live)\w*|living|working|resid\w+))* in (?:the )?$/i

/** Returns the parties of remittances, which go to the workers' own state: `Egyptians at work in Kuwait sent home 4 billion`. Otherwise undefined. */
export function remittanceParties({ sentence: { text, actors }, part }: ArgumentFrame): ClaimParties | undefined {
  if (!remittanceVerb.test(textOfSpan(text, part))) return undefined
  const named = actors.filter(({ ids }) => ids.length === 1)
  const at = named.findIndex(({ end }, i) => named[i + 1] !== undefined && workersAbroad.test(text.slice(end, named[i + 1]!.start)))
  const [own, host] = [named[at]?.ids[0], named[at + 1]?.ids[0]]
  if (own !== undefined && host !== undefined && own !== host) return partiesFromTo(host, own)
  const [one, ...rest] = distinct(named.map(({ ids }) => ids[0]))
  return one !== undefined && rest.length === 0 && /\b(?:abroad|overseas|expatriates|emigrants|migrants|diaspora)\b/i.test(text)
    ? partiesFromTo('WLD', one)
    : undefined
}

const departureVerb =
  /^[^.;,]{0,30}\b(?:had to leave|must leave|have to leave|(?:was|were|are|being) (?:expelled|ordered out|sent home|thrown out|told to leave|ordered to leave|made to leave|asked to leave))\b/i

/** Returns the parties of an expulsion, from the expelling state to the diplomats' state: `41 Canadian diplomats had to leave India`. Otherwise undefined. */
export function expulsionParties({ head, sentence: { text, actors }, inSentence, context }: ArgumentFrame): ClaimParties | undefined {
  const theirs = actors.find(
    ({ form, start }) => form === 'adjective' && start > head.end - 1 && /^(?: of the)? $/.test(text.slice(head.end, start)),
  )
  const id = theirs?.ids[0]
  if (theirs === undefined || id === undefined || !departureVerb.test(textAfter(text, theirs))) return undefined
  const other = inSentence.find((one) => one.id !== id && one.mention.start > theirs.end)?.id ?? counterpart(id, context)
  return other === undefined ? undefined : partiesFromTo(other, id)
}

/**
 * Returns the parties of an act of one state towards another: recognition, expulsions, the opening of an embassy. Undefined for agreements and restored ties,
 * which have two equal parties.
 */
export function bilateralActParties({ sentence, head, part, inSentence, context }: ArgumentFrame): ClaimParties | undefined {
  const verb = sentence.text.slice(head.kind === 'count' ? Math.max(0, head.start - 40) : head.start, head.end)
  if (!unilateralVerb.test(verb) && !isUnilateralAct({ sentence, head, part })) return undefined
  if (/\b(?:jointly|each other|one another|mutually)\b/i.test(textOfSpan(sentence.text, part))) return undefined
  const early = inSentence.filter(
    ({ mention, role, prepositional }) => mention.start < head.start && role !== 'standard' && prepositional !== true,
  )
  const joint = inSentence.some(({ mention }) => mention.rule === 'both' && mention.start < head.start)
  const [first, second] = early
  const isShared =
    first !== undefined && second !== undefined && first.id !== second.id && isCoordinated(sentence.text, first.mention, second.mention)
  if (joint || isShared) return partiesOfJointAct(early, { inSentence, head, part })
  const doer = first?.id ?? context.subject ?? undefined
  if (doer === undefined) return undefined
  const late = inSentence.find(({ id, role, mention }) => id !== doer && role !== 'standard' && mention.end > head.start)?.id
  const other = late ?? inSentence.find(({ id, comitative }) => id !== doer && comitative !== true)?.id ?? counterpart(doer, context)
  return other === undefined ? undefined : partiesFromTo(doer, other)
}

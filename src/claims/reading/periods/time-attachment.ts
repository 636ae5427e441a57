import { endOf, startOf } from '../../text/calendar.ts'
import type { TimeMention } from '../../text/mention.ts'
import { textAfter, textBefore, textBetween } from '../../text/span-text.ts'
import { isDayOfNews } from '../../text/times/day-times.ts'
import { type Analysis, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'

/**
 * Whether a time can date a claim. In `the smallest since 2010`, `not since`, `as it last was in 2002` and `before 2014` it only says how rare something was.
 */
export function canDate(text: string, time: TimeMention): boolean {
  const before = textBefore(text, time)
  if (/\bnot\s*$/i.test(before) || (time.rule === 'years-in-front' && /\bnever\b/i.test(text))) return false
  if (/\b(?:as (?:it|they) last (?:was|were|did)(?: so)?|last so) (?:in )?$/i.test(before)) return false
  if (
    /^(?:last-years|last-decade)$/.test(time.rule) &&
    superlativeSpanBefore.test(before + (/^(?:in|over|for|during) /i.exec(text.slice(time.start))?.[0] ?? ''))
  )
    return false
  const led = before.replace(/\bsince(?: [\w'’-]+){1,5} $/i, '')
  const holds = /\b(?:has|have|had)(?: \w+){0,2} (?:been|remained|ranked|stood|stayed|kept|held)\b[^,;]*$/i.test(led)
  return !(
    time.role === 'since' &&
    (/^after\b/i.test(text.slice(time.start)) ||
      /\bas ever $/i.test(before) ||
      (!holds &&
        /\b(?:\w+est|(?<!at )most|(?<!at )least|record|best|worst|peak|first (?:[\w’'-]+ ){0,4}?(?:time|trip|summit|meeting|fall|drop|decline|decrease|rise|increase|gain|growth|deficit|surplus|contraction)|(?:first|second|third|fourth|fifth)(?! (?:[\w-]+ )?(?:visit|trip|meeting|summit|talks))|high|low|, (?:the|its|their) first(?= $))(?: [\w'’-]+){0,6}\s*$/i.test(
          led,
        )))
  )
}

/**
 * Words before a span that only says what a superlative is compared with: `than in any month of the past seven years`, `the highest level in the last ten
 * years`.
 */
const superlativeSpanBefore =
  /\b(?:(?:any|no|every)(?: other)? (?:month|year|quarter|time|day)|(?:\w+est|most|least|record)(?:-ever)? (?:\w+ )?(?:level|amount|figure|total|volume|sum|value|share|number|increase|rise|growth|fall|drop|decline|deficit|surplus|month|year|quarter)) (?:of|in|for|over|during) $/i

/**
 * Whether a time can date a head of this kind.
 *
 * @param date  date of the document
 */
export function canDateHead(time: TimeMention, sentence: Analysis, head: Head, date: string): boolean {
  const { text } = sentence
  if (isDayOfNews(time)) return canHaveDay(sentence, head)
  if (time.rule === 'years-run' || time.rule === 'first-years') return head.kind === 'trend'
  return !(
    isFutureTime(time, text, head, date) ||
    isExpiry(time, text, head) ||
    isDateOfOneCounted(time, text, head) ||
    isTimeOfForecast(time, text, head) ||
    (time.role === 'at' && isPastInPresentClause(time, text, head, date)) ||
    isTimeOfComparison(time, sentence, head) ||
    isTimeOfContrast(time, text, head) ||
    isTimeOfLaterClause(time, sentence, head) ||
    isTimeOfRelativeClause(time, text, head) ||
    isTimeOfEarlierChange(time, text, head) ||
    (head.kind === 'ranking' && time.start >= head.end && isYearOfHigherRank(time, text)) ||
    isSinceOfOtherClause(time, text, head)
  )
}

/** Whether a time lies in the future (`within five years`, `by 2030`), but the clause of the head is about the past or present. */
const isFutureTime = (time: TimeMention, text: string, head: Head, date: string): boolean =>
  (/^(?:within-years|next-years?)$/.test(time.rule) ||
    (time.role === 'until' && startOf(time.period) > date && head.kind !== 'forecast')) &&
  !isFutureClause(text, head)

/** Whether the time is only when something ends (`the contract expires in 2030`), so that it does not date the claim. */
const isExpiry = (time: TimeMention, text: string, head: Head): boolean =>
  head.kind !== 'event' &&
  head.kind !== 'attribution' &&
  /\b(?:ends?|ending|expires?|runs?)(?: on| until| to| in)* $/i.test(
    textBefore(text, time).concat(/^(?:on|until|to) /i.exec(text.slice(time.start))?.[0] ?? ''),
  )

/** Whether the time is that of only one of the counted things: `12 agreements, the first of which in 2005`. */
const isDateOfOneCounted = (time: TimeMention, text: string, head: Head): boolean =>
  time.start >= head.end &&
  /, (?:the )?(?:first|last|latest|earliest|largest|most recent)(?:(?: \w+){0,3} (?:in|on|of|from)| of (?:which|them)\b[^;]{0,40}) $/i.test(
    textBetween(text, head, time),
  )

/** Whether the time is that of a forecast in another clause: `trade came to 5 billion, and it will double by 2030`. */
const isTimeOfForecast = (time: TimeMention, text: string, head: Head): boolean =>
  time.start >= head.end &&
  head.kind !== 'forecast' &&
  head.kind !== 'attribution' &&
  /[,;] (?:and|but|while)\b[^;]*\b(?:will|would|is to|are to)\b/.test(textBetween(text, head, time))

/** Whether a future time can date the head: it is a promise or an event, or its clause has a word for the future. */
const isFutureClause = (text: string, head: Head): boolean =>
  head.kind === 'attribution' ||
  head.kind === 'event' ||
  /\b(?:will|would|shall|may|might|could|should|can|to|expect\w*|aim\w*|plan\w*|target\w*|hope\w*|goal|pledge\w*)\b/i.test(
    text.slice(Math.max(...[...textBefore(text, head).matchAll(/[,;]|\band\b/g)].map(({ index }) => index), 0), head.start),
  )

const clauseBreak = /;|, (?:while|whereas|but)\b/

/** Whether the time stands at the start of a contrasting clause: `The debt is 1.7 billion, while in 2008 it was 10 million`. */
const isTimeOfContrast = ({ start, role }: TimeMention, text: string, head: Head): boolean =>
  start >= head.end &&
  role !== 'base' &&
  /[,;] (?:while|whereas|but|although|though)(?: back| already)?(?: in| by| during| at)?(?: the)? $/i.test(
    text.slice(head.end, start) + (/^(?:in|by|during|at) /i.exec(text.slice(start))?.[0] ?? ''),
  )

/** Whether the time stands in a later clause without a number: `The surplus came to 13 billion; its agreement dates from 2009`. */
const isTimeOfLaterClause = ({ start }: TimeMention, { text, quantities }: Analysis, head: Head): boolean => {
  const clause = head.quantity === undefined ? -1 : text.slice(0, start).lastIndexOf(';')
  return clause >= head.end && !quantities.some((one) => one.start > clause)
}

/** Whether the time stands inside a relative clause: `China, which had held that place since 2016, came second`. */
const isTimeOfRelativeClause = ({ start, end }: TimeMention, text: string, head: Head): boolean =>
  end <= head.start &&
  /^,/.test(text.slice(end)) &&
  /, (?:(?:which|who) (?:had|has|have|was|were)|(?:with|to|from|on|in|for) (?:which|whom)|whose|where)\b[^,;]*$/.test(text.slice(0, start))

/** Whether the time is that of an earlier change: `It reached 723 billion, after a rise of 10 percent in March`. */
const isTimeOfEarlierChange = ({ start }: TimeMention, text: string, head: Head): boolean =>
  start >= head.end &&
  /\b(?:after|following) (?:an?|the|its) (?:[\w-]+ ){0,3}(?:rise|fall|drop|gain|increase|decline|decrease|dip|slump|jump|surge|growth|plunge|contraction)\b[^;]*$/i.test(
    text.slice(head.end, start),
  ) &&
  !/\bto\b[^;]* in $/i.test(text.slice(head.end, start))

/** Whether the time is that of a higher rank: `the third-highest total, after 2022 and the 446 billion of 2021`. */
export const isYearOfHigherRank = ({ end }: TimeMention, text: string): boolean =>
  /\b(?:\w+est|second|third|fourth|fifth|most|best|worst)\b.*\b(?:after|behind|(?:surpassed|exceeded|topped|second|below) only (?:by|to|in)) (?:(?:that|those|the \S+(?: \w+)?) (?:of|in) )?(?:18|19|20)\d\d\b/is.test(
    text.slice(text.lastIndexOf(';', end - 1) + 1, end),
  )

/** Whether the time is that of an amount that the head is compared with: `39% after 38.5% in 2021`. */
const isTimeOfComparison = (time: TimeMention, sentence: Analysis, head: Head): boolean =>
  head.from === undefined &&
  (head.kind !== 'trend' || (time.end <= head.start && clauseBreak.test(textBetween(sentence.text, time, head)))) &&
  isTimeOfComparedAmount(time, sentence, head)

/**
 * Whether a time stands beside an amount that serves as a comparison.
 *
 * @param head  if given, only amounts after this head count
 */
export function isTimeOfComparedAmount(time: TimeMention, { text, quantities }: Analysis, head?: Head): boolean {
  const left = /\b(?:up|down) from (?:the )?[^,;]{1,30} (?:in|for|during|of) (?:the )?$/i.exec(textBefore(text, time))
  if (left !== null && (head === undefined || head.end <= left.index)) return true
  const compared = quantities.find(
    ({ end }) => end <= time.start && /^ (?:(?:in|for|during|over|of|at) )?(?:the )?$/i.test(text.slice(end, time.start)),
  )
  if (
    compared === undefined ||
    (head !== undefined &&
      (overlaps(compared, head) ||
        isRankOfAmount(text, head, compared) ||
        (head.end > compared.start && !clauseBreak.test(textBetween(text, time, head)))))
  )
    return false
  return (
    /\b(?:after|against|from|than|above|below|over|versus|compare[sd]? (?:with|to))(?: (?:an?|the|one|its|their) (?:[\w-]+ ){0,3}of)?(?: (?:the|its|their|just|only|about|some|nearly|almost))* $/i.test(
      textBefore(text, compared),
    ) && !/^ to /i.test(textAfter(text, time))
  )
}

/** Whether a rank describes the compared amount and so shares its time: `after a record shortfall of 47.8 billion in 2022`. */
const isRankOfAmount = (text: string, { kind, end }: Head, compared: { readonly start: number }): boolean =>
  kind === 'ranking' && end <= compared.start && /^ (?:[\w-]+ ){0,3}(?:of )?$/.test(text.slice(end, compared.start))

const presentClause =
  /\b(?:and|but|yet|while|which) (?:it |they |that |this )?(?:now |still |today )?(?:is|are|has|have|covers?|counts?|employs?|links?|carries|holds?|makes?|stands?|remains?|accounts?|numbers?|supplies|provides|takes?|buys?|sells?)\b(?! (?:been|since|\w+ed|risen|fallen|grown|become|made|taken|bought|sold|lost|sent)\b)/
const pastClause = /\b(?:was|were|had|signed|founded|opened|began|started|built|joined|came|went|took)\b/

/** Whether a past time stands before a figure of the present, which it does not date: `It was signed in 1994 and covers 800 products`. */
const isPastInPresentClause = ({ end, period }: TimeMention, text: string, head: Head, date: string): boolean =>
  end <= head.start &&
  head.kind !== 'event' &&
  head.kind !== 'trend' &&
  endOf(period).slice(0, 4) < date.slice(0, 4) &&
  ((pastClause.test(text.slice(0, end)) && presentClause.test(text.slice(end, head.start))) ||
    (Number(date.slice(0, 4)) - Number(endOf(period).slice(0, 4)) > 2 &&
      /\b(?:now|today|currently|nowadays|at present)\b/i.test(text.slice(end, head.start)))) &&
  !/[,;] (?:and |but |while )?in \d/.test(text.slice(end, head.start))

/** Words before the dates of an exercise: `An exercise, which runs from 10 to 16 September`. */
const exerciseDates = /, which (?:will )?(?:runs?|lasts?|ran|lasted|is being held|is held|takes? place|took place|goes on)\b/

/** Whether the time belongs to a clause other than that of the promise, membership or event: `have had an agreement since 1997, and both are members`. */
function isSinceOfOtherClause(time: TimeMention, text: string, head: Head): boolean {
  const between = text.slice(Math.min(time.end, head.end), Math.max(time.start, head.start))
  if (head.kind === 'attribution') return time.role === 'since' && time.end <= head.start && /\band\b/i.test(between)
  if (head.kind !== 'membership' && head.kind !== 'event') return false
  if (
    head.kind === 'membership' &&
    time.start >= head.end &&
    /, (?:and|but|while) (?:the )?\p{Lu}[\p{L} ]+? (?:has|have|had|is|was|left|joined)\b/u.test(between)
  )
    return true
  if (time.end <= head.start)
    return (
      time.role === 'since' &&
      (/, (?:and|but|yet|while|so) (?:both|is|are|has|have)\b/i.test(between) ||
        (/^,/.test(between) && /, (?:an?|the|its|long) [^,]*$/i.test(textBefore(text, time))))
    )
  if ('from' in time.period && exerciseDates.test(between) && /\b(?:exercises?|drills?|manoeuvres|war ?games)\b/i.test(text)) return false
  return time.start >= head.end && /, (?:and|but|yet)? ?(?:with |of |under )?(?:which|who|whose|when)\b/i.test(between)
}

/** Domains in which counts are of dated acts, grants or sales. */
const datedDomains: ReadonlySet<string> = new Set(['diplomacy', 'institutions', 'sanctions', 'alliance', 'exercises', 'arms'])
/** Topics of events of which a text counts the first, second or third. */
const ordinalTopics: ReadonlySet<string> = new Set(['visits', 'exercises', 'treaty', 'trade-agreement', 'relations', 'un-votes', 'vetoes'])
const dealTopics: ReadonlySet<string> = new Set(['weapon-systems', 'loans', 'aid'])

/** Whether a claim can be dated to the day of the news: an event, promise, vote or deal has a day, most figures have not. */
const canHaveDay = (sentence: Analysis, { kind }: Head): boolean =>
  kind === 'event' ||
  kind === 'attribution' ||
  (kind === 'count' && sentence.topics.some(({ topic }) => topic.id === 'un-votes' || datedDomains.has(topic.domain))) ||
  (kind === 'quantity' && sentence.topics.some(({ topic }) => dealTopics.has(topic.id))) ||
  (kind === 'ranking' && sentence.topics.length > 0 && sentence.topics.every(({ topic }) => ordinalTopics.has(topic.id)))

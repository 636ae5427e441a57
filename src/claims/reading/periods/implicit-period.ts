import type { ClaimPeriod } from '../../claim.ts'
import { addMonths, daysOf, endOf, periodFromTo, yearsIn } from '../../text/calendar.ts'
import { textAfter } from '../../text/span-text.ts'
import type { Topic } from '../../text/topics/topics.ts'
import type { Analysis } from '../sentence/analysis.ts'
import type { Discourse } from '../sentence/context.ts'
import type { Head } from '../sentence/head.ts'
import { isPresentTense } from './tense.ts'

/**
 * Returns the period of a claim whose sentence names no time: for figures the main period, or in the past tense the time named last; for events, states of
 * affairs and current debts the year of the document.
 */
export function implicitPeriod(sentence: Analysis, head: Head, context: Discourse): ClaimPeriod {
  const { occasionPeriod, lastSpan } = context
  if (isCountedAid(sentence, head, context) && lastSpan !== null) return lastSpan
  const isVote = isAboutVotes(sentence, head, context)
  if (head.kind === 'event' || head.kind === 'attribution' || isCountOfAgreements(sentence, head))
    return (isVote ? occasionPeriod : sameDayAsNews(sentence, context)) ?? yearOf(context)
  if (head.kind === 'membership' || head.kind === 'forecast') return yearOf(context)
  if (head.kind === 'count' && isVote && occasionPeriod !== null) return occasionPeriod
  if (isPartOfExercise(sentence, head, context) && lastSpan !== null) return lastSpan
  const restricts = sentence.topics.some(({ topic }) => topic.domain === 'sanctions' || topic.domain === 'exercises')
  if ((head.kind === 'count' && restricts) || /\b(?:will|shall)\b/.test(textToClauseEnd(sentence.text, head))) return yearOf(context)
  if (isSipriChange(sentence, head, context)) return sipriWindow(context)
  if (
    head.kind === 'ranking' &&
    isPresentTense(sentence.text) &&
    /^ (?:[\w-]+ ){0,3}(?:contract|deal|order|sale)\b/.test(textAfter(sentence.text, head))
  )
    return dayOfLastNews(sentence, context) ?? yearOf(context)
  if (isLaterOrder(sentence, head, context)) return dayOfLastNews(sentence, context) ?? yearOf(context)
  if (head.kind === 'count' && isArmsOrder(sentence)) return dayOfLastNews(sentence, context) ?? yearOf(context)
  if (continuesSpan(sentence, head, context) && lastSpan !== null) return lastSpan
  return (isPresentTense(sentence.text) ? presentPeriod(sentence, head, context) : undefined) ?? pastPeriod(sentence, head, context)
}

/** Returns the period of a figure in the present tense; undefined if `pastPeriod` determines it. */
function presentPeriod(sentence: Analysis, head: Head, context: Discourse): ClaimPeriod | undefined {
  const { currentPeriod, mainPeriod, date } = context
  const topic = sentence.topics[0]?.topic
  const isStockDay = mainPeriod !== null && 'at' in mainPeriod && mainPeriod.at.length === 7
  const fresh = dayOfLastNews(sentence, context)
  if (head.kind === 'count' && isCurrentState(head, topic) && fresh !== null) return fresh
  if (
    isCurrentState(head, topic) ||
    (isStock(topic, isStockDay, sentence.text) && !isStockOfMainYear(topic, head, context, sentence.index))
  )
    return yearOf(context)
  if (isStockDay && topic?.domain === 'finance') return mainPeriod
  if (mainPeriod !== null) {
    const counted = sentence.topics.some((one) => isYearlyFigure(one.topic))
    if (
      isNewsPeriod(currentPeriod, date) ||
      (yearsIn(mainPeriod) < 3 && (currentPeriod === null ? !counted : isOlder(currentPeriod, mainPeriod)))
    )
      return yearOf(context)
    if (!(currentPeriod === null && date.length === 4) && sentence.index - context.periodIndex > 1) return mainPeriod
  }
  if (mainPeriod === null && currentPeriod !== null && 'at' in currentPeriod && currentPeriod.at === date.slice(0, 7))
    return yearOf(context)
  const now = /\b(?:now|currently|today|nowadays)\b/i.test(sentence.text)
  const long = currentPeriod !== null && Number(date.slice(0, 4)) - Number(daysOf(currentPeriod).to.slice(0, 4)) > 2
  return long && (now || mainPeriod === null) ? yearOf(context) : undefined
}

/** Returns the period of a figure: the last named time unless incidental; else the main period. */
function pastPeriod(sentence: Analysis, head: Head, context: Discourse): ClaimPeriod {
  const { currentPeriod, mainPeriod, anchor } = context
  const month = anchor === null ? undefined : monthOfAnchor(sentence, endOf(anchor))
  if (month !== undefined) return { at: month }
  const occasion = sentence.index - context.occasionIndex < 6 ? context.occasionPeriod : null
  const spent = [...sentence.topics.map((one) => one.topic), context.topic].some((topic) => topic?.id === 'defence-spending')
  const arms = !spent && (sentence.topics.some((one) => one.topic.domain === 'arms') || context.flow?.domain === 'arms')
  if (currentPeriod === null && arms && /SIPRI/.test(context.source ?? '')) return sipriWindow(context)
  if (currentPeriod === null && mainPeriod === null && spent && !isPresentTense(sentence.text))
    return { at: String(Number(context.date.slice(0, 4)) - 1) }
  if (currentPeriod === null && isPresentTense(sentence.text) && context.date.length === 4) return yearOf(context)
  if (currentPeriod === null || isIncidentalPeriod(currentPeriod, sentence, context))
    return mainPeriod ?? currentPeriod ?? (head.kind === 'ranking' ? null : dayOf(occasion)) ?? yearOf(context)
  return currentPeriod
}

/**
 * Returns the month in which the last named time ended, if the sentence compares with a month: `7.9 percent on the month`, `than in December 2022`. Otherwise
 * undefined.
 */
const monthOfAnchor = ({ times }: Analysis, month: string): string | undefined =>
  month.length === 7 &&
  times.some(
    ({ rule, role, period }) =>
      rule === 'month-on-month' || rule === 'month-before' || (role === 'base' && 'at' in period && period.at === addMonths(month, -12)),
  )
    ? month
    : undefined

/** Whether a count is of signed agreements: `The two signed 28 agreements`. */
const isCountOfAgreements = ({ text }: Analysis, { kind, end }: Head): boolean =>
  kind === 'count' && /\b(?:signed|concluded|inked)\b[^.;]*$/.test(text.slice(0, end)) && agreementNounAfter.test(text.slice(end))
const agreementNounAfter = /^ (?:[\w-]+ ){0,3}(?:agreements?|documents|memorand(?:a|ums)|deals|accords|contracts|treaties|MoUs)\b/i

const isAboutVotes = ({ topics }: Analysis, head: Head, context: Discourse): boolean =>
  [head.topic, ...topics.map((one) => one.topic.id), ...(topics.length === 0 ? [context.topic?.id] : [])].some(
    (id) => id === 'un-votes' || id === 'vetoes',
  )

/** Returns the day of the news in the previous sentence, which a number adds details to: `Three ministers are among them`. Null if there is none. */
const dayOfLastNews = ({ text, index }: Analysis, { occasionPeriod, occasionIndex }: Discourse): ClaimPeriod | null =>
  occasionIndex === index - 1 && !/\b(?:now|people|inhabitants|population|citizens|members)\b/i.test(text) ? dayOf(occasionPeriod) : null

/** Whether a figure is about participants or equipment of an exercise whose dates were given. */
const isPartOfExercise = ({ topics, text }: Analysis, { kind }: Head, { lastSpan, topic }: Discourse): boolean =>
  (kind === 'count' || kind === 'ranking' || kind === 'share') &&
  lastSpan !== null &&
  'from' in lastSpan &&
  lastSpan.from.length === 10 &&
  (/\bt(?:ak(?:e|es|ing)|ook) part\b/.test(text) ||
    topics.some((one) => one.topic.id === 'exercises' || (kind === 'count' && one.topic.id === 'weapon-systems')) ||
    (topics.length === 0 && topic?.id === 'exercises'))

/** Whether a claim is a change in arms transfers without a time in a text that cites SIPRI, which compares five-year periods. */
const isSipriChange = ({ topics, times }: Analysis, head: Head, { source }: Discourse): boolean =>
  head.kind === 'trend' &&
  times.length === 0 &&
  /SIPRI/.test(source ?? '') &&
  topics.some(({ topic }) => topic.id === 'arms-exports' || topic.id === 'arms-imports')

/** Whether a sentence reports an arms order still open when the text was written: `is buying 42 jets`, `has ordered four frigates`. */
const isArmsOrder = ({ topics, text }: Analysis): boolean =>
  topics.some(({ topic }) => topic.domain === 'arms') &&
  /\b(?:is|are) (?:buying|acquiring|purchasing|ordering|selling|supplying|delivering|sending|getting)\b|\bha(?:s|ve) (?:\w+ )?(?:bought|ordered|purchased|acquired|contracted|signed|agreed)\b/.test(
    text,
  )

/**
 * Whether an arms order with no time in this or the previous sentence is news of the document's year, whatever the dates of earlier orders: `Athens also bought
 * six jets`.
 */
const isLaterOrder = ({ topics, text, index }: Analysis, { kind }: Head, { periodIndex, mainPeriod }: Discourse): boolean =>
  (kind === 'count' || kind === 'quantity') &&
  (mainPeriod === null || yearsIn(mainPeriod) < 3) &&
  ((kind === 'count' && /\bbrings\b[^.;]{0,60}\b(?:fleet|arsenal|inventory)\b/.test(text)) ||
    (periodIndex < index - 1 &&
      topics.some(({ topic }) => topic.id === 'weapon-systems') &&
      /\b(?:bought|ordered|signed|purchased|br(?:inging|ought) (?:its|the|their) )/.test(text)))

/** Returns a sentence up to the end of the head's clause. */
const textToClauseEnd = (text: string, { end }: Head): string =>
  text.slice(0, end + text.slice(end).search(/[,;] (?:and|but|while|whereas)\b|$/))

/** Whether a change without a time comes right after a period of several years, so that it covers the same years. */
function continuesSpan({ index, times }: Analysis, head: Head, { lastSpan, currentPeriod, periodIndex }: Discourse): boolean {
  if (head.kind !== 'trend' || head.from !== undefined || times.length > 0 || lastSpan === null || currentPeriod === null) return false
  const long = 'from' in lastSpan && yearsIn(lastSpan) > 3 && !(lastSpan.from.length === 4 && yearsIn(lastSpan) === 5)
  return long && periodIndex >= index - 1 && daysOf(currentPeriod).to === daysOf(lastSpan).to && !sameAs(currentPeriod, lastSpan)
}

/** Whether a claim on aid follows aid counted between two exact days: it is then taken to cover the same days. */
const isCountedAid = ({ topics, text }: Analysis, { kind, quantity }: Head, { lastSpan, topic }: Discourse): boolean =>
  lastSpan !== null &&
  'from' in lastSpan &&
  lastSpan.from.length === 10 &&
  (quantity?.kind === 'money' || kind === 'share' || kind === 'ranking' || kind === 'comparison') &&
  (topics.some((one) => one.topic.id === 'aid') || (topic?.id === 'aid' && topics.length === 0)) &&
  !/\bwill\b/.test(text)

/** Returns the day of the news in the previous sentence, for a past tense without auxiliary: `They also signed a memorandum`. Otherwise null. */
const sameDayAsNews = ({ text, index }: Analysis, { occasionPeriod, occasionIndex }: Discourse): ClaimPeriod | null =>
  occasionIndex === index - 1 && !isPresentTense(text) && !/\bha(?:s|ve|d)\b/.test(text) ? dayOf(occasionPeriod) : null

/** Whether a present tense means the day of the text: for numbers of people, firms and members, and for shares of ownership. */
const isCurrentState = ({ kind }: Head, topic: Topic | undefined): boolean =>
  kind === 'count'
    ? topic?.domain !== 'trade' && topic?.domain !== 'energy'
    : kind === 'share' && (topic?.domain === 'investment' || topic?.id === 'membership')

/**
 * Whether a figure is of debts, holdings or opinions, which hold on the day of the text. False if the main period is a month, or if the sentence compares the
 * figure of the previous sentence.
 */
const isStock = (topic: Topic | undefined, isStockDay: boolean, text: string): boolean =>
  !isStockDay &&
  !isRestating(text) &&
  (topic?.domain === 'finance' || topic?.domain === 'investment' || topic?.domain === 'narrative') &&
  topic.id !== 'students'

/** Whether a debt is that of the year before the document, if this year is the main period and the time named last. */
const isStockOfMainYear = (
  topic: Topic | undefined,
  { quantity, kind }: Head,
  { mainPeriod, date, currentPeriod, periodIndex, recentPairs }: Discourse,
  index: number,
): boolean =>
  index - periodIndex <= 1 &&
  topic?.id === 'loans' &&
  recentPairs[0]?.domain === 'finance' &&
  currentPeriod !== null &&
  (kind === 'ranking' || quantity !== undefined) &&
  mainPeriod !== null &&
  'at' in mainPeriod &&
  sameAs(currentPeriod, mainPeriod) &&
  mainPeriod.at === String(Number(date.slice(0, 4)) - 1)

/** Whether a topic is counted by year, so that the present tense means the last counted year. */
const isYearlyFigure = ({ domain }: Topic): boolean => domain === 'trade' || domain === 'arms' || domain === 'energy'

/** Whether a period is a day, or the month of the document: the time of news, not of figures. */
const isNewsPeriod = (period: ClaimPeriod | null, date: string): boolean =>
  period !== null && 'at' in period && (period.at.length === 10 || period.at === date.slice(0, 7))

/** Whether a sentence compares the figure of the previous sentence: `This is less than what the others gave`. */
const isRestating = (text: string): boolean =>
  /^(?:This|That|It) is (?:\w+ ){0,2}(?:less|more|fewer|smaller|larger|higher|lower|below|above|half|twice|a \w+ (?:of|more|less))\b/.test(
    text,
  )

/** Returns a period that is a single day; null for other periods. */
const dayOf = (occasion: ClaimPeriod | null): ClaimPeriod | null =>
  occasion !== null && 'at' in occasion && occasion.at.length === 10 ? occasion : null

/**
 * Whether the time named last is incidental: it is older than the main period and was not named in this or the previous sentence, or it lies within the main
 * period of three or more years.
 */
function isIncidentalPeriod(period: ClaimPeriod, { index, text }: Analysis, { mainPeriod, periodIndex, lastSpan }: Discourse): boolean {
  if (mainPeriod === null || index === periodIndex || (index === periodIndex + 1 && demonstrativePast.test(text))) return false
  const named = lastSpan !== null && sameAs(lastSpan, mainPeriod) && !/\bhad\b/.test(text)
  const [own, told] = [daysOf(period), daysOf(mainPeriod)]
  if (named && yearsIn(mainPeriod) >= 3 && !sameAs(period, mainPeriod) && own.from >= told.from && own.to <= told.to) return true
  return own.to < told.from && index - periodIndex > 1
}

/** The start of a sentence about the time of the previous sentence: `This was the highest share`. */
const demonstrativePast = /^(?:This|That) (?:was|is|made|marked|meant|represented|equalled|left|put|brought)\b/

const isOlder = (period: ClaimPeriod | null, usual: ClaimPeriod): boolean => period !== null && daysOf(period).to < daysOf(usual).from

const sameAs = (a: ClaimPeriod, b: ClaimPeriod): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Returns the five years that SIPRI compares with the five before: the main period if it has five years, else the five years that end in the year before the
 * document's.
 */
export function sipriWindow(context: Discourse): ClaimPeriod {
  const { mainPeriod } = context
  if (mainPeriod !== null && 'from' in mainPeriod && mainPeriod.from.length === 4 && yearsIn(mainPeriod) === 5) return mainPeriod
  const last = Number(context.date.slice(0, 4)) - 1
  return periodFromTo(String(last - 4), String(last))
}

const yearOf = (context: Discourse): ClaimPeriod => ({ at: context.date.slice(0, 4) })

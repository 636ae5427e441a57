import type { ClaimPeriod } from '../../claim.ts'
import { daysOf, endOf, periodComparedWith, periodFromTo, startOf, yearsBefore, yearsIn } from '../../text/calendar.ts'
import type { TimeMention } from '../../text/mention.ts'
import { textBefore, textBetween } from '../../text/span-text.ts'
import { isDayOfNews } from '../../text/times/day-times.ts'
import type { Analysis } from '../sentence/analysis.ts'
import type { Discourse } from '../sentence/context.ts'
import type { Head } from '../sentence/head.ts'
import { implicitPeriod } from './implicit-period.ts'
import { canDate } from './time-attachment.ts'
import { isSpan, type TimeCandidates, timeBeside } from './time-candidates.ts'

/** The period of a claim and its base of comparison. */
export interface ClaimPeriods {
  readonly period: ClaimPeriod | null
  readonly base: ClaimPeriod | null
}

/** Returns the periods of a change between two numbers: the time given beside each number, else the time from the context. */
export function periodsOfEnds(
  sentence: Analysis,
  head: Head,
  times: TimeCandidates,
  context: Discourse,
  claimed: readonly Head[],
): ClaimPeriods {
  const { from, to } = endsOfPrecedingChange(sentence, head, times, claimed) ?? endPointsOfChange(sentence, head, times, context)
  return from === undefined ? { period: to, base: null } : periodsFromEnds(from, to)
}

/**
 * For a change without times of its own, returns those of the preceding change: `from 45 per cent in 2021 to 22 in 2022, and in gas from 36 to 21`. Otherwise
 * undefined.
 */
function endsOfPrecedingChange(sentence: Analysis, head: Head, { own }: TimeCandidates, claimed: readonly Head[]): EndPoints | undefined {
  if (own !== undefined || timeBeside(sentence, head.from!, sentence.times) !== undefined) return undefined
  const first = claimed.find((one) => one.from !== undefined && one.end <= Math.min(head.start, head.from!.start))
  const from = first && timeBeside(sentence, first.from!, sentence.times)
  const to = first && timeBeside(sentence, first.quantity ?? first, sentence.times)
  const last = Math.max(from?.end ?? 0, to?.end ?? 0)
  return from === undefined || to === undefined || sentence.times.some(({ start }) => start > last)
    ? undefined
    : { from: from.period, to: to.period }
}

/** Beginning and end of a change; `from` is undefined if no beginning is stated and none follows from the end. */
export interface EndPoints {
  readonly from: ClaimPeriod | undefined
  readonly to: ClaimPeriod
}

/**
 * Returns the time of each number of a change; a missing beginning is the period before the end.
 *
 * @param head  a head with an earlier number (`from`)
 */
export function endPointsOfChange(sentence: Analysis, head: Head, { own, when, base }: TimeCandidates, context: Discourse): EndPoints {
  const windows = own?.role === 'base' ? endsBetween(own, sentence) : undefined
  if (windows !== undefined) return windows
  const from = timeBeside(sentence, head.from!, sentence.times)
  const to = own ?? (when === from ? undefined : when)
  if (from === undefined) {
    const period = to?.period ?? when?.period ?? implicitPeriod(sentence, head, context)
    if ((to ?? when)?.rule === 'months-to') return { from: undefined, to: period }
    if (base !== undefined) return { from: periodComparedWith(period) ?? base.period, to: period }
    if (/^over\b/i.test(sentence.text.slice(when?.start ?? 0)) && when?.rule === 'same-time' && !isCalendarYear(period))
      return { from: undefined, to: period }
    return { from: isYearOrLess(period) || isArmsWindow(period, sentence, context) ? periodComparedWith(period) : undefined, to: period }
  }
  const end = to?.period ?? endOfChangeFrom(from.period, implicitPeriod(sentence, head, context), context)
  return { from: from.role === 'base' && !from.absolute ? (periodComparedWith(end) ?? from.period) : from.period, to: end }
}

/** Returns the two times that follow both numbers: `From 33 to 40 per cent between 2013-17 and 2018-22`. Otherwise undefined. */
function endsBetween(first: TimeMention, { times, text }: Analysis): EndPoints | undefined {
  const next = times.find(
    ({ role, start }) => role === 'at' && start > first.end && /^ (?:and|to) (?:the )?$/.test(text.slice(first.end, start)),
  )
  return next === undefined ? undefined : { from: first.period, to: next.period }
}

/**
 * Returns the end of a change that states only its beginning: the implicit or the main period, if it ends later; else the following year. After a fiscal year
 * the end is a fiscal year, too.
 */
export function endOfChangeFrom(from: ClaimPeriod, unsaid: ClaimPeriod, { mainPeriod }: Discourse): ClaimPeriod {
  const end = [unsaid, mainPeriod].find((one) => one !== null && endOf(one) > endOf(from)) ?? yearsBefore(from, -1)
  const years = Number(endOf(end).slice(0, 4)) - Number(endOf(from).slice(0, 4))
  const isFiscal = 'from' in from && yearsIn(from) === 1 && from.from.slice(0, 4) !== from.to.slice(0, 4)
  return isFiscal && 'at' in end && end.at.length === 4 ? yearsBefore(from, -years) : end
}

/** Whether a period of months begins in January, unlike `from February to December`. True of all years and days. */
const isCalendarYear = (period: ClaimPeriod): boolean => startOf(period).length !== 7 || startOf(period).endsWith('-01')

/** Whether a period is a five-year window of arms transfers, which is compared with the window before. */
const isArmsWindow = (period: ClaimPeriod, { topics }: Analysis, { flow }: Discourse): boolean =>
  'from' in period &&
  period.from.length === 4 &&
  yearsIn(period) === 5 &&
  (topics.some(({ topic }) => topic.domain === 'arms') || flow?.domain === 'arms')

const isYearOrLess = (period: ClaimPeriod): boolean => ('at' in period ? period.at.length === 4 : yearsIn(period) === 1)

/**
 * Returns the periods for two times: one period from the first to the second; or, for windows of three or more years, or if the first does not begin earlier,
 * the second as period and the first as its base.
 */
function periodsFromEnds(from: ClaimPeriod, to: ClaimPeriod): ClaimPeriods {
  if (isWindow(from) && !('at' in from) && yearsIn(from) >= 3) return { period: to, base: from }
  return daysOf(from).from < daysOf(to).from ? { period: periodFromTo(startOf(from), endOf(to)), base: null } : { period: to, base: from }
}

const isWindow = (period: ClaimPeriod): boolean => 'from' in period && daysOf(period).to.slice(0, 4) !== daysOf(period).from.slice(0, 4)

/**
 * Returns the periods of a change in one number. The base is the one stated, else an earlier time of the sentence, else the year before. Null if the period
 * contains its base.
 */
export function periodsOfChange(
  sentence: Analysis,
  head: Head,
  { when, base, free, own }: TimeCandidates,
  context: Discourse,
): ClaimPeriods {
  const risen = changeSince(sentence, head, own === undefined ? (when ?? base) : undefined, context)
  if (risen !== undefined) return risen
  const points = free.filter(({ role }) => role === 'at')
  const all = sentence.times.filter(
    (time) => (time.role === 'at' || time.role === 'until') && canDate(sentence.text, time) && !isDayOfNews(time),
  )
  if (
    own === undefined &&
    base === undefined &&
    (head.quantity !== undefined || (all[0]?.start ?? 99) < 6) &&
    all.length >= 2 &&
    (/\bfrom\b/i.test(sentence.text) || head.unit === 'times' || summaryBefore.test(textBefore(sentence.text, head)))
  ) {
    const [first, last] = [all[0]!, all.at(-1)!]
    if (startOf(first.period) < startOf(last.period) && !isSpan(first, sentence.text)) return periodsFromTwoTimes(first.period, last.period)
  }
  if (when === undefined && base === undefined && points.length === 0) {
    const period = implicitPeriod(sentence, head, context)
    return { period, base: periodComparedWith(period) ?? null }
  }
  if (own?.role === 'base' && own.rule === 'year-earlier' && !isComparisonTime(own, sentence.text))
    return { period: own.period, base: periodComparedWith(own.period) ?? null }
  if (when === undefined && base !== undefined && !isComparisonTime(base, sentence.text))
    return { period: timeWordedAsBase(base, head, sentence.text) ?? implicitPeriod(sentence, head, context), base: null }
  if (when !== undefined && isYearOnYear(when, sentence.text))
    return { period: { at: endOf(when.period) }, base: { at: startOf(when.period) } }
  const period = when?.period ?? implicitPeriod(sentence, head, context)
  const anchored = base !== undefined && base.anchored !== undefined ? base.anchored(period) : base?.period
  return {
    period,
    base: anchored ?? (isSpan(when, sentence.text) || isOverYears(when, sentence, context) ? null : periodComparedWith(period)) ?? null,
  }
}

/** Whether a time such as `over the same period` is several years long, so that it contains both ends of the change. */
const isOverYears = (time: TimeMention | undefined, sentence: Analysis, context: Discourse): boolean =>
  time !== undefined &&
  time.rule === 'same-time' &&
  isWindow(time.period) &&
  startOf(time.period).length === 4 &&
  /^over\b/i.test(sentence.text.slice(time.start)) &&
  !isArmsWindow(time.period, sentence, context)

/**
 * Returns the period from an earlier time to the main period: `it has since doubled`, `Two years earlier it was 500 million, so sales have doubled`. Undefined
 * for other changes.
 */
function changeSince({ text }: Analysis, head: Head, then: TimeMention | undefined, { mainPeriod }: Discourse): ClaimPeriods | undefined {
  const before = textBefore(text, head.quantity ?? head)
  if (then === undefined || mainPeriod === null || !/\b(?:has|have)(?: since(?: then)?)? (?:\w+ ){0,3}$/i.test(before)) return undefined
  const apart =
    then.end < head.start &&
    /[,;]/.test(textBetween(text, then, head)) &&
    yearsIn(then.period) === 1 &&
    endOf(then.period) < startOf(mainPeriod)
  if (!apart && !/\b(?:has|have) since\b[^,;]*$/i.test(before)) return undefined
  if (isWindow(mainPeriod) && yearsIn(mainPeriod) >= 3) return { period: mainPeriod, base: then.period }
  return { period: periodFromTo(startOf(then.period), endOf(mainPeriod)), base: null }
}

/** Words before a change that sums up two figures: `in 2011 it was 34 billion, in 2014 only 26, a fall of a quarter`. */
const summaryBefore =
  /, (?:that is|i\.e\.|an? (?:\w+ )?(?:rise|fall|drop|gain|increase|decline|decrease|loss|plunge|jump) of)(?: (?:about|some|nearly|almost|over|more than|a|minus|plus))* ?$/i

/** Returns the periods for two times: successive years are a year and its base; other years are the ends of one period. */
function periodsFromTwoTimes(from: ClaimPeriod, to: ClaimPeriod): ClaimPeriods {
  const next = Number(endOf(to).slice(0, 4)) - Number(endOf(from).slice(0, 4)) === 1
  return next || (isWindow(from) && yearsIn(from) >= 3)
    ? { period: to, base: from }
    : { period: periodFromTo(startOf(from), endOf(to)), base: null }
}

/**
 * Returns a time worded like a base of comparison that dates the claim itself: `had peaked a year earlier`, `was 0.2% before the invasion`. Otherwise
 * undefined.
 */
export function timeWordedAsBase(base: TimeMention | undefined, head: Head, text: string): ClaimPeriod | undefined {
  if (base === undefined || head.kind === 'comparison' || /^(?:year|month)-on-/.test(base.rule) || isComparisonTime(base, text))
    return undefined
  return base.anchored !== undefined || (base.rule === 'event' && head.kind !== 'event') ? base.period : undefined
}

/** Whether a time belongs to a comparison, by its own words or those before it: `than a year earlier`. */
const isComparisonTime = ({ start }: TimeMention, text: string): boolean =>
  comparing.test(text.slice(start)) || comparedBefore.test(text.slice(0, start))

const comparedBefore =
  /\b(?:(?:amount|levels?|figures?|total|values?|volume|number|that|those|than|as|from|on|over|against|versus|to|with|above|below|double|twice|triple)(?: of| in| for| at| during)?|of)(?: the)? $/i
const comparing = /^(?:than|from|against|compared|on|over|above|below|year|y-?o|month|m-?o|quarter|q-?o|annual|a year(?= on)|in annual)/i

/** Whether a span is of two successive years: `rose by 15 percent from 2012 to 2013`. */
const isYearOnYear = (time: TimeMention, text: string): boolean =>
  isSpan(time, text) && yearsIn(time.period) === 2 && startOf(time.period).length === 4

import type { ClaimPeriod } from '../../claim.ts'
import { periodAt, periodFromTo } from '../calendar.ts'
import type { TimeMention } from '../mention.ts'
import {
  anyDay,
  anyMonth,
  anyYear,
  dayIn,
  lastMonthCalled,
  monthIn,
  monthOfDocument,
  rangeWord,
  relativeTime,
  type TimeReference,
  type TimeRule,
  timeRule,
} from './time-rule.ts'

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/**
 * Returns the day that is a number of days later; a negative number goes back.
 *
 * @example addDays('2024-02-28', 2)   // '2024-03-01'
 */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** Returns the last day with the name of a weekday. It may be the document's own day, since news published on a Monday often says `on Monday`. */
function lastDayCalled(name: string, { date }: TimeReference): ClaimPeriod | undefined {
  if (date.length < 10) return undefined
  const back = (new Date(`${date}T00:00:00Z`).getUTCDay() - weekdays.indexOf(name.toLowerCase()) + 7) % 7
  return periodAt(addDays(date, -back))
}

/** Moves a day back by a week if it is in the week of the document (from Monday on); earlier days are returned unchanged. */
function sameDayLastWeek(day: ClaimPeriod, { date }: TimeReference): ClaimPeriod {
  const monday = addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
  return 'at' in day && day.at >= monday ? periodAt(addDays(day.at, -7)) : day
}

/** Reads a period between two days of a year. If no year is stated, returns the latest such period whose last month has begun. */
function daysBetween(
  from: readonly [month: string, day: string],
  until: readonly [month: string, day: string],
  now: TimeReference,
  year?: string,
  firstYear?: string,
) {
  const end = year ?? lastMonthCalled(until[0], now).slice(0, 4)
  const last = dayIn(end, until[0], until[1])
  const first = dayIn(year === undefined ? end : (firstYear ?? end), from[0], from[1])
  const start = first !== undefined && last !== undefined && first > last ? dayIn(Number(end) - 1, from[0], from[1]) : first
  if (start === undefined || last === undefined) return undefined
  return year === undefined ? relativeTime(periodFromTo(start, last)) : { period: periodFromTo(start, last) }
}

/** An end of a span: a year, month or day, whichever the text names. */
const endAs = (year: string, month?: string, day?: string): string | undefined =>
  month === undefined ? year : day === undefined ? monthIn(year, month) : dayIn(year, month, day)

const year = `(?:,? (?<y>${anyYear}))?(?![\\d%])`

/** Rules for days and weekdays. They come before the rules that would match only a part of the same words. */
export const dayTimeRules: readonly TimeRule[] = [
  timeRule(
    'days-of-months',
    `(?:from |between )?(?<d>${anyDay}) (?<m>${anyMonth})(?:,? (?<x>${anyYear}))?${rangeWord}(?<e>${anyDay}) (?<n>${anyMonth})${year}`,
    ({ d, m, e, n, y, x }, now) => daysBetween([m!, d!], [n!, e!], now, y, x),
    '21 March to 22 July 2022',
  ),
  timeRule(
    'months-of-days',
    `(?:from |between )?(?<m>${anyMonth}) (?<d>${anyDay})(?:,? (?<x>${anyYear}))?${rangeWord}(?<n>${anyMonth}) (?<e>${anyDay})${year}`,
    ({ d, m, e, n, y, x }, now) => daysBetween([m!, d!], [n!, e!], now, y, x),
    'March 21-July 22',
  ),
  timeRule(
    'days-of-a-month',
    `(?:from |between |on )?(?<d>${anyDay})${rangeWord}(?<e>${anyDay}) (?<m>${anyMonth})${year}`,
    ({ d, m, e, y }, now) => (Number.parseInt(d!, 10) < Number.parseInt(e!, 10) ? daysBetween([m!, d!], [m!, e!], now, y) : undefined),
    '5-8 May 2024',
  ),
  timeRule(
    'month-of-days',
    `(?:from |between |on )?(?<m>${anyMonth}) (?<d>${anyDay})\\s?(?:-|–|to|and)\\s?(?<e>${anyDay})(?!\\d| ?(?:billion|million|per ?cent|bn|mn))${year}`,
    ({ d, m, e, y }, now) => (Number.parseInt(d!, 10) < Number.parseInt(e!, 10) ? daysBetween([m!, d!], [m!, e!], now, y) : undefined),
    'May 5-8, 2024',
  ),
  timeRule(
    'ends-of-two-kinds',
    `from (?:(?:(?<d>${anyDay}) )?(?<m>${anyMonth}) )?(?<x>${anyYear}) (?:to|until|till) (?:(?:(?<e>${anyDay}) )?(?<n>${anyMonth}) )?(?<y>${anyYear})(?![\\d%])`,
    ({ d, m, x, e, n, y }) => {
      const [from, to] = [endAs(x!, m, d), endAs(y!, n, e)]
      return from === undefined || to === undefined || from.length === to.length ? undefined : { period: periodFromTo(from, to) }
    },
    'from 2007 to 2 February 2023',
  ),
  timeRule(
    'weekday',
    `(?:(?:late |early )?on |last |this )(?<w>${weekdays.join('|')})(?: (?:morning|afternoon|evening|night))?(?<p>,? (?:of )?last week)?(?!,? (?:the )?(?:\\d|${anyMonth}))`,
    ({ w, p }, now) => {
      const day = lastDayCalled(w!, now)
      if (day === undefined) return p === undefined ? undefined : relativeTime(periodAt(monthOfDocument(now)))
      return relativeTime(p === undefined ? day : sameDayLastWeek(day, now))
    },
    'on Monday',
  ),
  timeRule(
    'today',
    '(?<w>today(?! (?:it|they|is|are|has|have|only|about|some|almost|nearly|more|less)\\b)|yesterday)',
    ({ w }, now) => relativeTime(periodAt(now.date.length < 10 ? monthOfDocument(now) : addDays(now.date, /yesterday/i.test(w!) ? -1 : 0))),
    'today',
  ),
]

/** Whether a time is a day by which news is dated (a weekday, `today`). Such a day dates events, never figures. */
export const isDayOfNews = ({ rule: name }: TimeMention): boolean => name === 'weekday' || name === 'today'

/** Whether a time dates only the claim that it belongs to, not the next claim: a day of news, or the duration of a change. */
export const datesOnlyItsClaim = (time: TimeMention): boolean =>
  isDayOfNews(time) || time.rule === 'years-run' || time.rule === 'first-years'

const speechVerbBefore =
  /\b(?:said|says|reported|reports|show(?:s|ed)|wrote|added|stated|noted|revealed|put out|told (?:reporters|journalists|lawmakers|AFP|Reuters|(?:a|the) (?:\w+ )?(?:conference|briefing|channel|agency|newspaper)))\s*$/i
const announcementBefore = /\b(?:announced|released|published|issued|disclosed)\s*$/i

/** Whether a time is the date of a statement, not of what is stated: `customs reported on Thursday`. */
export const isDateOfStatement = (text: string, { start, end }: { start: number; end: number }, name = ''): boolean =>
  (speechVerbBefore.test(text.slice(0, start)) && (name !== 'day-month' || /^(?:[.,;)]|$)/.test(text.slice(end)))) ||
  (announcementBefore.test(text.slice(0, start)) && /^(?:[.,;)]|$)/.test(text.slice(end)))

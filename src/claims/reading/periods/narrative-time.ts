import type { ClaimPeriod } from '../../claim.ts'
import { endYear, periodAt, yearsBefore } from '../../text/calendar.ts'
import type { TimeMention } from '../../text/mention.ts'
import { yearsBetweenAccessions } from '../../text/times/counted-times.ts'
import { countOf } from '../../text/times/time-rule.ts'
import type { Discourse } from '../sentence/context.ts'
import type { Head } from '../sentence/head.ts'

const pastPerfect = /\bhad\b/

/**
 * Completes the day or month of an event with a year, from the last full date, in a text on an earlier year: `Met on 21 March 2023. They met again on 18
 * October`. After `had` the event lies before that date, otherwise after it, and never after the document. Returns other times unchanged.
 */
export function withNarrativeYear(
  time: TimeMention,
  text: string,
  { kind }: Pick<Head, 'kind'>,
  { anchor, date }: Pick<Discourse, 'anchor' | 'date'>,
): TimeMention {
  const dayBefore = kind === 'event' && (time.rule === 'day-month' || time.rule === 'month') && !time.absolute ? dayOf(anchor) : undefined
  if (
    dayBefore === undefined ||
    !('at' in time.period) ||
    dayBefore.slice(0, 4) >= date.slice(0, 4) ||
    time.period.at > date ||
    isRecent(time.period.at, date)
  )
    return time
  const { length } = time.period.at
  const same = `${dayBefore.slice(0, 4)}${time.period.at.slice(4)}`
  const isBefore = same < dayBefore.slice(0, length)
  const back = pastPerfect.test(text)
  const years = isBefore === back ? 0 : back ? 1 : -1
  const period = years === 0 ? periodAt(same) : yearsBefore(periodAt(same), years)
  return 'at' in period && period.at <= date.slice(0, length) ? { ...time, period, absolute: true } : time
}

/** Whether a day or month is less than 45 days before the text, which then reports it as news. */
const isRecent = (at: string, date: string): boolean => {
  const last = `${date}-28`.slice(0, 10)
  return (Date.parse(last) - Date.parse(`${at}-01`.slice(0, 10))) / 86_400_000 < 45
}

/** Returns the full date of a period; undefined if the period is not a single day. */
const dayOf = (anchor: ClaimPeriod | null): string | undefined =>
  anchor !== null && 'at' in anchor && anchor.at.length === 10 ? anchor.at : undefined

/**
 * Returns when the other member joined: in `Joined in March 2024, a year after Finland`, Finland joined a year earlier, on an unknown day. If the words give no
 * such distance, returns the period itself; null if the period is unknown.
 */
export function periodOfOtherMember(words: string, period: ClaimPeriod | null): ClaimPeriod | null {
  const { n, way } = yearsBetweenAccessions.exec(words)?.groups ?? {}
  if (n === undefined || period === null) return period
  const years = countOf(n)
  return periodAt(String(Number(endYear(period)) + (way === 'after' ? -years : years)))
}

import type { ClaimPeriod } from '../../claim.ts'
import { endYear, periodAt, yearsBefore } from '../../text/calendar.ts'
import type { TimeMention } from '../../text/mention.ts'
import { yearsApart } from '../../text/times/counted-times.ts'
import { countOf } from '../../text/times/time-rule.ts'
import type { Discourse } from '../sentence/context.ts'
import type { Head } from '../sentence/head.ts'

const pastPerfect = /\bhad\b/

/**
 * `Met on 21 March 2023. They met again on 18 October`: a day or a month without a year, on which something happened, goes on from the day told before it, where that lies in a
 * year before the text's own. What the text looks back to with `had` came before that day, all else after it, as long as the text can know of it.
 */
export function inNarrative(
  time: TimeMention,
  text: string,
  { kind }: Pick<Head, 'kind'>,
  { anchor, date }: Pick<Discourse, 'anchor' | 'date'>,
): TimeMention {
  const told = kind === 'event' && (time.rule === 'day-month' || time.rule === 'month') && !time.absolute ? dayOf(anchor) : undefined
  if (
    told === undefined ||
    !('at' in time.period) ||
    told.slice(0, 4) >= date.slice(0, 4) ||
    time.period.at > date ||
    isRecent(time.period.at, date)
  )
    return time
  const { length } = time.period.at
  const same = `${told.slice(0, 4)}${time.period.at.slice(4)}`
  const isBefore = same < told.slice(0, length)
  const back = pastPerfect.test(text)
  const years = isBefore === back ? 0 : back ? 1 : -1
  const period = years === 0 ? periodAt(same) : yearsBefore(periodAt(same), years)
  return 'at' in period && period.at <= date.slice(0, length) ? { ...time, period, absolute: true } : time
}

/** What lies only weeks before the text is its own news. */
const isRecent = (at: string, date: string): boolean => {
  const last = `${date}-28`.slice(0, 10)
  return (Date.parse(last) - Date.parse(`${at}-01`.slice(0, 10))) / 86_400_000 < 45
}

/** A day that was told in full. */
const dayOf = (anchor: ClaimPeriod | null): string | undefined =>
  anchor !== null && 'at' in anchor && anchor.at.length === 10 ? anchor.at : undefined

/** `Joined in March 2024, a year after Finland`: the other came in a year earlier, on a day that is not told. */
export function periodOfOtherMember(words: string, period: ClaimPeriod | null): ClaimPeriod | null {
  const { n, way } = yearsApart.exec(words)?.groups ?? {}
  if (n === undefined || period === null) return period
  const years = countOf(n)
  return periodAt(String(Number(endYear(period)) + (way === 'after' ? -years : years)))
}

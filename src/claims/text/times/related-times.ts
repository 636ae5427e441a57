import type { ClaimPeriod } from '../../claim.ts'
import { addMonths, daysOf, endOf, endYear, periodAt, periodFromTo, startOf, yearsBefore, yearsIn } from '../calendar.ts'
import type { TimeMention } from '../mention.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../span-text.ts'
import { addDays, isDayOfNews } from './day-times.ts'
import type { TimeReference } from './time-rule.ts'

const future =
  /\b(?:will|shall|wants? to|plans? to|hopes? to|intends? to|aims? to|is to|are to|due|set to|expect\w*|going to|scheduled|planned|ends?|begins?|starts?|opens?|runs?|until|next|upcoming)\b(?! (?:of|in) (?:the )?(?:last|past))/i

/** Matches a verb of ending right before a weekday: `is due to end on Friday`. */
const ends =
  /\b(?:(?:will|to|due to|scheduled to|set to) (?:end|finish|conclude|last|run|close)|ends?|lasts?|runs?)(?: until| till| through| to)? $/i

/** Whether a time opens a sentence about the future: `From 10 August the ban takes effect`, `On 1 March tariffs will rise`. */
const startsFutureClause = (text: string, { start, end }: TimeMention): boolean =>
  /^(?:["“'‘*•-] ?)?$/.test(text.slice(0, start)) &&
  /^[^.;]{0,80}?\b(?:(?:will|shall|is to|are to|is due|are due) |(?:takes?|comes?|enters?|goes) (?:effect|into (?:force|effect)))/i.test(
    text.slice(end),
  ) &&
  !/^[^.;]{0,60}\b(?:said|says|told|announced|promised|warned|that)\b/.test(text.slice(end))

/** Names of the rules for a period between two days. */
const isDays = /^(?:days-of|months?-of-days)/

/**
 * Moves dates in a sentence about the future forward. A month or day without a year, if already past, means that of the next year (`wants to open an office
 * in September`); a weekday means that of the next week.
 */
function withComingDates(times: readonly TimeMention[], text: string, now: TimeReference): TimeMention[] {
  return times.map((time) => {
    const { period, rule: name, start } = time
    if (name === 'weekday' && 'at' in period && period.at < now.date && ends.test(text.slice(0, start)))
      return { ...time, period: periodAt(addDays(period.at, 7)) }
    if ('from' in period && isDays.test(name) && !time.absolute && period.to < now.date && future.test(text.slice(0, start)))
      return { ...time, period: yearsBefore(period, -1) }
    if (
      (name !== 'month' && name !== 'day-month') ||
      !('at' in period) ||
      !(
        (future.test(text.slice(0, start)) &&
          !/\b(?:was|were) (?:due |set |scheduled )?to \w+(?: on| in| by)? ?$/.test(text.slice(0, start))) ||
        startsFutureClause(text, time)
      )
    )
      return time
    const next = yearsBefore(period, -1)
    return period.at < now.date.slice(0, period.at.length) && time.role !== 'since' && now.date.length >= 7
      ? { ...time, period: next }
      : time
  })
}

/** Moves the first of two months without a year back by a year if it would be later than the second: `from 5.4% in January to 2.7% in December`. */
function withOrderedMonths(times: readonly TimeMention[], text: string): TimeMention[] {
  return times.map((time, i) => {
    const next = times[i + 1]
    const paired = next !== undefined && time.rule === 'month' && next.rule === 'month' && /\bto\b/i.test(textBetween(text, time, next))
    return paired && 'at' in time.period && 'at' in next.period && time.period.at > next.period.at
      ? { ...time, period: yearsBefore(time.period, 1) }
      : time
  })
}

/** Whether the second time (`next`) only explains when the year of the first begins or ends: `fiscal 2017, which ended in March`. */
const isBoundOfYear = (time: TimeMention, next: TimeMention | undefined, text: string): boolean =>
  next !== undefined &&
  /fiscal|year/.test(time.rule) &&
  /^,? (?:\(|that |which )?(?:ended|ends|ending|began|begins|beginning|started|starts|runs|ran|closed)(?: from| in| on)? $/i.test(
    `${textBetween(text, time, next)}${/^(?:in|on|from) /.exec(text.slice(next.start))?.[0] ?? ''}`,
  )

/** Replaces the assumed end of a fiscal year by the end that the text states: `fiscal 2022, which ended in September`. */
function withToldEnd(time: TimeMention, next: TimeMention, text: string): TimeMention {
  const named = /\b(\d{4})(?![\d/–-])/.exec(textOfSpan(text, time))?.[1]
  const month = 'at' in next.period && next.period.at.length === 7 ? next.period.at.slice(5) : undefined
  const ended = /\b(?:end(?:ed|s|ing)|closed)\b/i.test(textBetween(text, time, next))
  if (named === undefined || month === undefined || !ended || !('to' in time.period) || time.period.to.slice(5, 7) === month) return time
  return { ...time, period: periodFromTo(addMonths(`${named}-${month}`, -11), `${named}-${month}`) }
}

const isWithin = (inner: ClaimPeriod, outer: ClaimPeriod): boolean => {
  const [a, b] = [daysOf(inner), daysOf(outer)]
  return a.from >= b.from && a.to <= b.to && (a.from > b.from || a.to < b.to)
}

/** Removes times that only explain another one: `the first four months of the Iranian year (21 March to 22 July)`. */
function withoutExplanations(times: readonly TimeMention[], text: string): TimeMention[] {
  const bracketed = (time: TimeMention, next: TimeMention): boolean =>
    /^,? ?\((?:from )?$/.test(textBetween(text, time, next)) && /^\)/.test(textAfter(text, next))
  // `last week, on August 1`: the second time is the more precise one
  const finer = (time: TimeMention, next: TimeMention): boolean =>
    next.role !== 'base' &&
    next.anchored === undefined &&
    /^, (?:namely )?$/.test(textBetween(text, time, next)) &&
    next.period !== time.period &&
    isWithin(next.period, time.period) &&
    !/-year$/.test(next.rule)
  const within = (time: TimeMention, next: TimeMention | undefined): boolean =>
    next !== undefined && (bracketed(time, next) || finer(time, next))
  return times.flatMap((time, i) => {
    const next = times[i + 1]
    if (isBoundOfYear(time, next, text)) return [withToldEnd(time, next!, text)]
    if (i > 0 && isBoundOfYear(times[i - 1]!, time, text)) return []
    if (within(time, next)) return [{ ...next!, start: time.start, role: time.role, absolute: time.absolute || next!.absolute }]
    return i > 0 && within(times[i - 1]!, time) ? [] : [time]
  })
}

/** Joins two fiscal years or decades, or one of them and a year, into one period: `from 2013-14 to 2017-18`, `from the 1970s through 2008`. */
function withSpansJoined(times: readonly TimeMention[], text: string): TimeMention[] {
  const isEnd = ({ rule: name, period, absolute }: TimeMention): boolean =>
    absolute && /^(?:fiscal-year|years-range|decade|year)$/.test(name) && (name === 'decade' || yearsIn(period) === 1)
  const joins = (time: TimeMention, next: TimeMention | undefined): boolean =>
    next !== undefined &&
    isEnd(time) &&
    isEnd(next) &&
    (time.rule !== 'year' || next.rule !== 'year') &&
    /\b[Ff]rom (?:the )?$/.test(`${textBefore(text, time)}${/^from (?:the )?/i.exec(text.slice(time.start))?.[0] ?? ''}`) &&
    /^ (?:to|through|until|up to) (?:the )?$/.test(
      `${textBetween(text, time, next)}${/^(?:until|up to|through|to) (?:the )?/i.exec(text.slice(next.start))?.[0] ?? ''}`,
    ) &&
    daysOf(time.period).to < daysOf(next.period).from
  return times.flatMap((time, i) => {
    const next = times[i + 1]
    if (joins(time, next))
      return [
        {
          ...next!,
          start: time.start,
          role: 'at' as const,
          rule: 'years-range',
          period: periodFromTo(startOf(time.period), endOf(next!.period)),
        },
      ]
    return i > 0 && joins(times[i - 1]!, time) ? [] : [time]
  })
}

/** Resolves times that depend on an earlier time of the sentence. A month without a year is put into the year of the earlier time. */
function withAnchorsResolved(times: readonly TimeMention[], text: string): TimeMention[] {
  const done: TimeMention[] = []
  for (const time of times) {
    const anchor = done.findLast(({ role, absolute }) => absolute && role !== 'base')?.period
    const base = anchor ?? done.findLast((one) => one.role !== 'base' && standsAlone(one) && !isDayOfNews(one))?.period
    if (base === undefined) done.push(time)
    else if (time.anchored !== undefined) done.push({ ...time, period: time.anchored(base), absolute: true })
    else if (anchor === undefined) done.push(time)
    else if (time.rule === 'years-run') done.push({ ...time, period: spanUpTo(endYear(anchor), time.period) })
    else if (time.rule === 'month' && 'at' in time.period && !/\blast\b/i.test(textOfSpan(text, time)))
      done.push({ ...time, period: periodAt(endYear(anchor) + time.period.at.slice(4)) })
    else done.push(time)
  }
  return done
}

/** Whether a time has a meaning without an earlier one. A part of a year (`the first half`) has: it is then read as part of a calendar year. */
const standsAlone = ({ anchored: from, rule: name }: TimeMention): boolean =>
  from === undefined || /^(?:first-|quarter|half|bare-half)/.test(name)

/** Returns a span of the same length that ends in another year: `In 2010 it came to 12 billion; it had tripled in a decade`. */
const spanUpTo = (year: string, period: ClaimPeriod): ClaimPeriod => yearsBefore(period, Number(endYear(period)) - Number(year))

/** Corrects the times of a sentence by the words between them: future dates, explanations, ranges, the order of months, and times that depend on others. */
export const withTimesRelated = (ordered: readonly TimeMention[], text: string, now: TimeReference): TimeMention[] =>
  withAnchorsResolved(withOrderedMonths(withSpansJoined(withoutExplanations(withComingDates(ordered, text, now), text), text), text), text)

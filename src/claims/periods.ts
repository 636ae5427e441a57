import { type Analysis, gap, within } from './analysis.ts'
import { daysOf, fromTo, yearsBefore } from './calendar.ts'
import type { ClaimPeriod } from './claim.ts'
import type { Context } from './context.ts'
import type { Head } from './heads.ts'
import type { Span, TimeMention } from './mention.ts'

/** When a claim is so, and what it is compared with. */
export interface Periods {
  readonly period: ClaimPeriod | null
  readonly base: ClaimPeriod | null
}

const startOf = (period: ClaimPeriod): string => ('at' in period ? period.at : period.from)
const endOf = (period: ClaimPeriod): string => ('at' in period ? period.at : period.to)

/**
 * The periods of a claim: the time beside its number, else in its part of the sentence, else in the sentence, else said before.
 *
 * @param claimed  other heads of the sentence, whose own times are not for this one
 */
export function periodsOf(sentence: Analysis, head: Head, part: Span, claimed: readonly Head[], context: Context): Periods {
  const beside = (quantity: Span | undefined): TimeMention | undefined =>
    quantity === undefined ? undefined : timeBeside(sentence, quantity)
  const own = beside(head.quantity ?? head)
  const theirs =
    head.quantity === undefined ? [] : claimed.filter((other) => other !== head).map((other) => beside(other.quantity ?? other))
  const unclaimed = sentence.times.filter((time) => time === own || !theirs.includes(time))
  const free = (unclaimed.length > 0 ? unclaimed : sentence.times).filter((time) => !/\bnot $/i.test(sentence.text.slice(0, time.start)))
  const when = own?.role === 'at' ? own : (pick(free.filter((time) => within(time, part))) ?? pick(free))
  const base = free.find((time) => time.role === 'base' && (within(time, part) || free.length === 1))
  if (head.from !== undefined) return ends(head, beside(head.from), own ?? when, unsaid(sentence, head, context))
  const since = free.find(
    (time) =>
      time.role === 'since' &&
      !/after/i.test(sentence.text.slice(time.start, time.end)) &&
      !/\bnot $/i.test(sentence.text.slice(0, time.start)),
  )
  if (since !== undefined && (head.kind === 'trend' || when === since)) return { period: sinceThen(since, free, context), base: null }
  const period = when?.period ?? unsaid(sentence, head, context)
  return { period, base: head.kind === 'trend' ? (baseOf(sentence, head, when, base) ?? before(period, when) ?? null) : null }
}

/** A time right behind a number, or right in front of it: `$147 billion in 2021`. */
function timeBeside(sentence: Analysis, quantity: Span): TimeMention | undefined {
  return sentence.times.find((time) => {
    const between = time.start >= quantity.end ? sentence.text.slice(quantity.end, time.start) : undefined
    return between !== undefined && /^\)?\s*(?:in|for|during|over|by|at the end of|as of|,)?\s*(?:the\s*)?$/i.test(between)
  })
}

const pick = (times: readonly TimeMention[]): TimeMention | undefined =>
  times.find((time) => time.role === 'at') ?? times.find((time) => time.role === 'until') ?? times.find((time) => time.role === 'since')

/** Both ends of a change: each number's own time, the context for the one that has none. */
function ends(head: Head, from: TimeMention | undefined, to: TimeMention | undefined, otherwise: ClaimPeriod): Periods {
  const end = to !== undefined && to !== from ? to.period : otherwise
  if (from === undefined) return to !== undefined && 'from' in to.period ? { period: to.period, base: null } : { period: end, base: null }
  const [a, b] = [daysOf(from.period), daysOf(end)]
  const spans = 'from' in from.period && a.to.slice(0, 4) !== a.from.slice(0, 4)
  if (head.rule !== 'from-to' && spans && Number(a.to.slice(0, 4)) - Number(a.from.slice(0, 4)) >= 2)
    return { period: end, base: from.period }
  return a.from < b.from ? { period: fromTo(startOf(from.period), endOf(end)), base: null } : { period: end, base: from.period }
}

/** From then to the last time named, or to the last full year before the document. */
function sinceThen(since: TimeMention, times: readonly TimeMention[], context: Context): ClaimPeriod {
  const end = times.find((time) => time !== since && time.role !== 'base' && startOf(time.period) > startOf(since.period))
  const last =
    end === undefined
      ? context.period !== null && endOf(context.period) > startOf(since.period)
        ? endOf(context.period)
        : context.date.slice(0, 4)
      : endOf(end.period)
  return fromTo(startOf(since.period), last)
}

/** What a change is measured from: a base in the sentence, `on 2022`, or a second time that is earlier. */
function baseOf(sentence: Analysis, head: Head, when: TimeMention | undefined, base: TimeMention | undefined): ClaimPeriod | undefined {
  if (base !== undefined) return base.absolute || when === undefined ? base.period : before(when.period, when)
  const earlier = sentence.times.find(
    (time) => time !== when && when !== undefined && startOf(time.period) < startOf(when.period) && gap(time, head) < 40,
  )
  return earlier?.period
}

/** The period before, as long: the year before a year or months, five years before five. A stretch from one year to another has its base in itself. */
function before(period: ClaimPeriod, when: TimeMention | undefined): ClaimPeriod | undefined {
  const { from, to } = daysOf(period)
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  if (years === 4 && !/from|between/i.test(when?.rule ?? '')) return yearsBefore(period, 5)
  const single = years === 0 || (years === 1 && from.slice(5) > to.slice(5))
  return single && period !== undefined ? yearsBefore(period, 1) : undefined
}

/** No time in the sentence: what was said before for figures, the year of the document for what happened or is so. */
function unsaid(sentence: Analysis, head: Head, context: Context): ClaimPeriod {
  if (head.kind === 'event' || head.kind === 'membership') return yearOf(context)
  const arms = sentence.topics.some(({ topic }) => topic.domain === 'arms') || context.flow?.domain === 'arms'
  return context.period ?? (arms && /SIPRI/.test(context.source ?? '') ? fiveYears(context) : (context.usual ?? yearOf(context)))
}

/** SIPRI compares five whole years with the five before. */
function fiveYears(context: Context): ClaimPeriod {
  const last = Number(context.date.slice(0, 4)) - 1
  return fromTo(String(last - 4), String(last))
}

const yearOf = (context: Context): ClaimPeriod => ({ at: context.date.slice(0, 4) })

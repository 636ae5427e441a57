import { type Analysis, overlaps, within } from './analysis.ts'
import { daysOf, fromTo, yearsBefore, yearsIn } from './calendar.ts'
import type { ClaimPeriod } from './claim.ts'
import type { Context } from './context.ts'
import { isNewsDay } from './day-times.ts'
import type { Head } from './head.ts'
import type { Span, TimeMention } from './mention.ts'
import { unsaidPeriod } from './unsaid-periods.ts'

/** When a claim is so, and what it is compared with. */
export interface Periods {
  readonly period: ClaimPeriod | null
  readonly base: ClaimPeriod | null
}

const startOf = (period: ClaimPeriod): string => ('at' in period ? period.at : period.from)
const endOf = (period: ClaimPeriod): string => ('at' in period ? period.at : period.to)

/** The times that a head may take. */
interface Times {
  /** The one right beside its number. */
  readonly own: TimeMention | undefined
  /** The one it is so at. */
  readonly when: TimeMention | undefined
  readonly base: TimeMention | undefined
  readonly since: TimeMention | undefined
  readonly free: readonly TimeMention[]
}

/**
 * The periods of a claim: the time beside its number, else in its part of the sentence, else in the sentence, else said before.
 *
 * @param claimed  other heads of the sentence, whose own times are not for this one
 */
export function periodsOf(read: Analysis, head: Head, part: Span, claimed: readonly Head[], context: Context): Periods {
  const sentence = { ...read, times: read.times.map((time) => ofYear(settled(time, context), read, head, context)) }
  const times = timesFor(sentence, head, part, claimed, context.date)
  if (head.from !== undefined && head.kind !== 'attribution') return ends(sentence, head, times, context)
  const { when, since } = times
  if (head.rule === 'sanction-state' && when !== undefined && /\b(?:remain|still|in force|in place)/i.test(sentence.text))
    return { period: fromTo(startOf(when.period), context.date.slice(0, 4)), base: null }
  if (since !== undefined && lasts(sentence, head, when, since))
    return { period: sinceThen(since, when, context, head, sentence.text), base: null }
  if (since !== undefined && (when === undefined || when === since || since === times.own)) return { period: since.period, base: null }
  const levels = head.kind === 'trend' && times.own === undefined ? levelsBeside(sentence, head, claimed) : undefined
  if (levels !== undefined) {
    const { from, to } = endPoints(sentence, levels, timesFor(sentence, levels, part, claimed, context.date), context)
    return { period: to, base: from ?? before(to) ?? null }
  }
  if (head.kind === 'trend') return changed(sentence, head, times, context)
  const moved = head.kind === 'ranking' && when === undefined ? movedTo(sentence, head, context) : undefined
  if (moved !== undefined) return { period: moved, base: null }
  const level =
    when !== undefined &&
    (isStretch(when) || isRun(when, sentence.text)) &&
    head.kind === 'quantity' &&
    /\bto\s*$/i.test(sentence.text.slice(0, head.start))
  if (level) return { period: { at: endOf(when.period) }, base: null }
  return { period: when?.period ?? earlier(times.base, head, sentence.text) ?? unsaidPeriod(sentence, head, context), base: null }
}

/** `from 25th in FY22 to second`, `from seventh to tenth`: the place left is of the time before, the place reached of a later one. */
function movedTo(sentence: Analysis, head: Head, context: Context): ClaimPeriod | undefined {
  const { text, times } = sentence
  const led = text.slice(0, head.start)
  if (/\bfrom (?:the )?$/i.test(led)) return before(unsaidPeriod(sentence, head, context))
  const left = times.findLast((time) => time.end <= head.start && leadsOn(text, time, head) && isLeft(text, time, head))
  return left === undefined ? undefined : endAfter(left.period, unsaidPeriod(sentence, head, context), context)
}

/** The two amounts of which a change in per cent tells: `declined by 25 per cent, from 16 billion in 2014 to 12 billion`. */
function levelsBeside(sentence: Analysis, head: Head, claimed: readonly Head[]): Head | undefined {
  return claimed.find((other) => {
    if (other === head || other.from === undefined || head.unit !== 'percent_change') return false
    const between = sentence.text.slice(Math.min(head.end, other.end), Math.max(head.start, other.start))
    return between.length < 60 && !/;|\b(?:while|whereas|but|and)\b/.test(between)
  })
}

/** A time that hangs on one named in a sentence before. */
export function settled(time: TimeMention, { anchor: named, stretch }: Context): TimeMention {
  const anchor = time.rule === 'same-time' ? (stretch ?? named) : named
  return time.absolute || time.anchored === undefined || anchor === null ? time : { ...time, period: time.anchored(anchor), absolute: true }
}

/** What is counted at the end of a year, owed or invested by then is so on its last day; what was sold by then, or done, is the year's. */
function ofYear(time: TimeMention, { topics, text }: Analysis, { kind }: Head, { topic }: Context): TimeMention {
  const { period, rule: name } = time
  if (kind !== 'event' && !/^(?:by|until|to)\b/i.test(text.slice(time.start))) return time
  const isEnd = (name === 'year-end' || name === 'end-of-the-year') && 'at' in period && period.at.endsWith('-12')
  const told = topics.length > 0 ? topics.map((one) => one.topic) : topic === null ? [] : [topic]
  return isEnd && !told.some(({ domain }) => domain === 'finance' || domain === 'investment')
    ? { ...time, period: { at: period.at.slice(0, 4) } }
    : time
}

function timesFor(sentence: Analysis, head: Head, part: Span, claimed: readonly Head[], date: string): Times {
  const all = sentence.times.filter((time) => isUsable(sentence.text, time) && suits(time, sentence, head, date))
  const beside = (one: Head): TimeMention | undefined => timeBeside(sentence, one.quantity ?? one, all)
  const led = all.find((time) => leadsUp(sentence.text, time, head.quantity ?? head))
  const own =
    beside(head) ??
    all.find((time) => time.start < head.end && time.end > head.end) ??
    (led === undefined ? undefined : atItsEnd(led, sentence.text))
  const theirs = claimed
    .filter((other) => other !== head && !overlaps(other, head))
    .map((other) => ({
      other,
      time: beside(other) ?? (isMembership(other) ? all.find((time) => leadsUp(sentence.text, time, other)) : undefined),
    }))
  const isTheirs = (time: TimeMention): boolean =>
    time !== own && theirs.some((one) => one.time === time && (isMembership(head) || isLeft(sentence.text, time, head)))
  const unclaimed = all.filter((time) => time === own || !theirs.some((one) => one.time === time))
  const free = (unclaimed.some(({ role }) => role !== 'base') ? unclaimed : all).filter(
    (time) => !isTheirs(time) && (time === own || !isLeft(sentence.text, time, head)),
  )
  const here = free.filter((time) => within(time, part))
  const when =
    own !== undefined && own.role !== 'base' && own.role !== 'since'
      ? own
      : (aimedAt(free, head) ??
        inApposition(sentence.text, all, head) ??
        pick(here) ??
        pickNear(
          free.filter((time) => !within(time, part)),
          head,
        ))
  const base = here.find(({ role }) => role === 'base') ?? (free.length === 1 ? free.find(({ role }) => role === 'base') : undefined)
  const since =
    own?.role === 'since'
      ? own
      : (here.find(({ role }) => role === 'since') ??
        (when === undefined && (isGoingOn(head) || isRestated(sentence.text, head))
          ? free.find(({ role }) => role === 'since')
          : undefined))
  return { own, when, base, since, free }
}

/** `since 2020, when …`, `from 2012 to 2013, when …`: what follows is of that time, of a run its end. */
const atItsEnd = (time: TimeMention, text: string): TimeMention => ({
  ...time,
  role: time.role === 'since' ? 'at' : time.role,
  ...(isRun(time, text) && /^,? when\b/.test(text.slice(time.end)) ? { period: { at: endOf(time.period) } } : {}),
})

/** `most of all in 2010 with $629 million`, `2003, when it stood at $19 billion`. */
const leadsUp = (text: string, time: TimeMention, head: Span): boolean =>
  (time.end <= head.start && time.role === 'since' && /^, (?:of|to|in) (?:the )?$/.test(text.slice(time.end, head.start))) ||
  (time.end <= head.start && /^,? when (?!.*, (?:and|but|while|which|whereas) )[^;]{1,90}$/.test(text.slice(time.end, head.start))) ||
  (time.end <= head.start &&
    /^(?::|,? when (?:it|they|this|these) (?:was|were|stood|came|amounted|reached|took|bought|sold|supplied|imported|exported|had|made up|accounted for)(?: (?:at|to))?|,? with)(?: (?:about|around|some|nearly|over|just|only))? $/i.test(
      text.slice(time.end, head.start),
    ))

/** `from 25th in FY22 to second`, for what stands behind the `to`. */
const isLeft = (text: string, time: TimeMention, head: Head): boolean =>
  head.from === undefined && leadsOn(text, time, head) && /\bfrom\b[^,;]*$/i.test(text.slice(0, time.start))
/** `$65 billion since 2007, about 52 percent of the total`. */
const isRestated = (text: string, { kind, start }: Head): boolean =>
  kind === 'share' && /, (?:(?:or|about|around|some|nearly|almost|that is|i\.e\.)(?: \w+)? )?$/i.test(text.slice(0, start))
const isGoingOn = ({ kind }: Head): boolean => kind !== 'count' && kind !== 'quantity' && kind !== 'share'
const isMembership = ({ kind, rule }: Head): boolean => kind === 'membership' && rule !== 'membership-too'

/** `from 25th in FY22 to second`: the time of the one before is left behind. */
const leadsOn = (text: string, time: TimeMention, head: Head): boolean =>
  time.end <= head.start && /^,? to\b/i.test(text.slice(time.end, head.start))

/** Whether a kind of time goes with a kind of claim. */
function suits(time: TimeMention, sentence: Analysis, head: Head, date: string): boolean {
  if (isNewsDay(time)) return isOfDay(sentence, head)
  if (time.rule === 'years-run' || time.rule === 'first-years') return head.kind === 'trend'
  if (/^(?:within-years|next-years?)$/.test(time.rule) && !looksAhead(sentence.text, head)) return false
  if (time.role === 'until' && startOf(time.period) > date && head.kind !== 'forecast' && !looksAhead(sentence.text, head)) return false
  if (
    head.kind !== 'event' &&
    head.kind !== 'attribution' &&
    /\b(?:ends?|ending|expires?|runs?)(?: on| until| to| in)* $/i.test(
      sentence.text.slice(0, time.start).concat(/^(?:on|until|to) /i.exec(sentence.text.slice(time.start))?.[0] ?? ''),
    )
  )
    return false
  if (
    time.start >= head.end &&
    /, (?:the )?(?:first|last|latest|earliest|largest|most recent)(?:(?: \w+){0,3} (?:in|on|of|from)| of (?:which|them)\b[^;]{0,40}) $/i.test(
      sentence.text.slice(head.end, time.start),
    )
  )
    return false
  if (
    time.start >= head.end &&
    head.kind !== 'forecast' &&
    head.kind !== 'attribution' &&
    /[,;] (?:and|but|while)\b[^;]*\b(?:will|would|is to|are to)\b/.test(sentence.text.slice(head.end, time.start))
  )
    return false
  if (time.role === 'at' && isOfThen(time, sentence.text, head, date)) return false
  return !isOfCompared(time, sentence, head) && !isApart(time, sentence.text, head)
}

/** Whether the clause of a head speaks of what is to come. */
const looksAhead = (text: string, head: Head): boolean =>
  head.kind === 'attribution' ||
  head.kind === 'event' ||
  /\b(?:will|would|shall|may|might|could|should|can|to|expect\w*|aim\w*|plan\w*|target\w*|hope\w*|goal|pledge\w*)\b/i.test(
    text.slice(Math.max(...[...text.slice(0, head.start).matchAll(/[,;]|\band\b/g)].map(({ index }) => index), 0), head.start),
  )

const apart = /;|, (?:while|whereas|but)\b/

/** `39% after 38.5% in 2021`: the time beside an amount that another is compared with is that one's. */
const isOfCompared = (time: TimeMention, sentence: Analysis, head: Head): boolean =>
  head.from === undefined &&
  (head.kind !== 'trend' || (time.end <= head.start && apart.test(sentence.text.slice(time.end, head.start)))) &&
  isBesideCompared(time, sentence, head)

/**
 * Whether a time stands beside an amount that another is compared with.
 *
 * @param head  only where the amount is behind this one
 */
export function isBesideCompared(time: TimeMention, { text, quantities }: Analysis, head?: Head): boolean {
  const left = /\b(?:up|down) from (?:the )?[^,;]{1,30} (?:in|for|during|of) (?:the )?$/i.exec(text.slice(0, time.start))
  if (left !== null && (head === undefined || head.end <= left.index)) return true
  const compared = quantities.find(
    ({ end }) => end <= time.start && /^ (?:(?:in|for|during|over|of|at) )?(?:the )?$/i.test(text.slice(end, time.start)),
  )
  if (
    compared === undefined ||
    (head !== undefined && (overlaps(compared, head) || (head.end > compared.start && !apart.test(text.slice(time.end, head.start)))))
  )
    return false
  return (
    /\b(?:after|against|from|than|above|below|over|versus|compared (?:with|to))(?: (?:the|its|their|just|only|about|some|nearly|almost))* $/i.test(
      text.slice(0, compared.start),
    ) && !/^ to /i.test(text.slice(time.end))
  )
}

const nowThat =
  /\b(?:and|but|yet|while|which) (?:it |they |that |this )?(?:now |still |today )?(?:is|are|has|have|covers?|counts?|employs?|links?|carries|holds?|makes?|stands?|remains?|accounts?|numbers?|supplies|provides|takes?|buys?|sells?)\b(?! (?:been|since|\w+ed|risen|fallen|grown|become|made|taken|bought|sold|lost|sent)\b)/
const wasThat = /\b(?:was|were|had|signed|founded|opened|began|started|built|joined|came|went|took)\b/

/** `It was signed in 1994 and covers 800 products`: the time of what was is not of what is. */
const isOfThen = ({ end, period }: TimeMention, text: string, head: Head, date: string): boolean =>
  end <= head.start &&
  head.kind !== 'event' &&
  head.kind !== 'trend' &&
  endOf(period).slice(0, 4) < date.slice(0, 4) &&
  ((wasThat.test(text.slice(0, end)) && nowThat.test(text.slice(end, head.start))) ||
    (Number(date.slice(0, 4)) - Number(endOf(period).slice(0, 4)) > 2 &&
      /\b(?:now|today|currently|nowadays|at present)\b/i.test(text.slice(end, head.start)))) &&
  !/[,;] (?:and |but |while )?in \d/.test(text.slice(end, head.start))

/** A `since` of another clause: `have had an agreement since 1997, and both are members`. */
function isApart(time: TimeMention, text: string, head: Head): boolean {
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
        (/^,/.test(between) && /, (?:an?|the|its|long) [^,]*$/i.test(text.slice(0, time.start))))
    )
  return time.start >= head.end && /, (?:and|but|yet)? ?(?:with |of |under )?(?:which|who|whose|when)\b/i.test(between)
}

/** Fields in which numbers count what was done, and things that are granted or sold on a day. */
const deeds: ReadonlySet<string> = new Set(['diplomacy', 'institutions', 'sanctions', 'alliance', 'exercises', 'arms'])
/** Deeds of which it is told that they are the first, or the third of their kind. */
const firsts: ReadonlySet<string> = new Set(['visits', 'exercises', 'treaty', 'trade-agreement', 'relations', 'un-votes', 'vetoes'])
const dealt: ReadonlySet<string> = new Set(['weapon-systems', 'loans', 'aid'])

/** What has a day: a deed, or the votes cast. */
const isOfDay = (sentence: Analysis, { kind }: Head): boolean =>
  kind === 'event' ||
  kind === 'attribution' ||
  (kind === 'membership' && /\b(?:joined|acceded|became|left|quit|admitted)\b/.test(sentence.text)) ||
  (kind === 'count' && sentence.topics.some(({ topic }) => topic.id === 'un-votes' || deeds.has(topic.domain))) ||
  (kind === 'quantity' && sentence.topics.some(({ topic }) => dealt.has(topic.id))) ||
  (kind === 'ranking' && sentence.topics.length > 0 && sentence.topics.every(({ topic }) => firsts.has(topic.id)))

/** `the smallest since 2010` says how rare, not when; `not since`, `as it last was in 2002` and `before 2014` neither. */
function isUsable(text: string, time: TimeMention): boolean {
  const before = text.slice(0, time.start)
  if (/\bnot\s*$/i.test(before) || (time.rule === 'years-in-front' && /\bnever\b/i.test(text))) return false
  if (/\b(?:as (?:it|they) last (?:was|were|did)(?: so)?|last so) (?:in )?$/i.test(before)) return false
  const led = before.replace(/\bsince(?: [\w'’-]+){1,5} $/i, '')
  const holds = /\b(?:has|have|had)(?: \w+){0,2} (?:been|remained|ranked|stood|stayed|kept|held)\b[^,;]*$/i.test(led)
  return !(
    time.role === 'since' &&
    (/^after\b/i.test(text.slice(time.start)) ||
      /\bas ever $/i.test(before) ||
      (!holds && /\b(?:\w+est|(?<!at )most|(?<!at )least|record|best|worst|peak|first time|high|low)(?: [\w'’-]+){0,6}\s*$/i.test(led)))
  )
}

/** A time right behind a number, or behind the amount that follows a word of rank: `$147 billion in 2021`, `a peak of €397 billion in 2022`. */
function timeBeside(sentence: Analysis, head: Span, times: readonly TimeMention[]): TimeMention | undefined {
  const amount = sentence.quantities.find(
    ({ start }) => start >= head.end && /^ (?:of|at)(?: just| about| around)? $/i.test(sentence.text.slice(head.end, start)),
  )
  const end = amount?.end ?? head.end
  return times.find(
    (time) =>
      time.start >= end &&
      /^\)?\s*\(?(?:(?:a|per) (?:year|month|day) (?:from |in |by )?|in|for|during|over|by|at the end of|as of|,)?\s*(?:the\s*)?$/i.test(
        sentence.text.slice(end, time.start),
      ),
  )
}

/** Of a promise: the time that it is for, not when it was made. */
const aimedAt = (times: readonly TimeMention[], { kind }: Head): TimeMention | undefined =>
  kind !== 'attribution' || times.length < 2
    ? undefined
    : [...times]
        .filter(({ role }) => role === 'at' || role === 'until')
        .sort((a, b) => (daysOf(a.period).to < daysOf(b.period).to ? 1 : -1))[0]

/** `grew by 6.3 per cent in 2014 and by 2.7 per cent in 2015, the weakest rate`: what is said of the last. */
const inApposition = (text: string, times: readonly TimeMention[], { start, kind }: Head): TimeMention | undefined =>
  (kind === 'ranking' && /, (?:thus |still |again )?(?:the|its|a|their) (?:\w+ )?$/i.test(text.slice(0, start))) ||
  (kind === 'comparison' &&
    /, (?:(?:and |or )?(?:thus|almost|about|nearly|over|more than|less than|some|roughly) )?$/i.test(text.slice(0, start)))
    ? times.findLast(({ role, end }) => role === 'at' && end <= start)
    : undefined

const pick = (times: readonly TimeMention[]): TimeMention | undefined =>
  times.find(({ role }) => role === 'at') ?? times.find(({ role }) => role === 'until')

/** Outside the part of a head: the last before it, else the first behind it. */
function pickNear(times: readonly TimeMention[], head: Span): TimeMention | undefined {
  const at = times.filter(({ role }) => role === 'at')
  return at.findLast((time) => time.end <= head.start) ?? at[0]
}

const isStretch = ({ period, rule }: TimeMention): boolean => 'from' in period && rule === 'years-range' && yearsIn(period) <= 4

/** A state of affairs or a change that goes on from a time, not a thing that happened then. */
function lasts(sentence: Analysis, head: Head, when: TimeMention | undefined, since: TimeMention): boolean {
  if (head.kind === 'trend') return when === undefined || when.role === 'until' || startOf(when.period) > startOf(since.period)
  if (head.kind === 'ranking') return true
  if (head.kind === 'quantity' || head.kind === 'count' || head.kind === 'share') return when === undefined || when === since
  const clause = clauseOf(sentence.text, head)
  const negative = /\b(?:no|not|never|none|without|kept|keeps|remain(?:s|ed)?|still)\b/i.test(clause)
  return head.kind === 'event' ? negative : head.kind === 'membership' && negative && /\bkept\b/.test(sentence.text)
}

/** The words round a head up to a comma or a conjunction. */
function clauseOf(text: string, head: Head): string {
  const start = Math.max(...[...text.slice(0, head.start).matchAll(/[,;:]|\b(?:and|but|yet|while)\b/g)].map(({ index }) => index), 0)
  const end = text.slice(head.end).search(/[,;:]|\b(?:but|yet|while)\b/)
  return text.slice(start, end < 0 ? text.length : head.end + end)
}

/** From then to the last time named, or to the period that the text is about. */
function sinceThen(since: TimeMention, when: TimeMention | undefined, context: Context, head: Head, said: string): ClaimPeriod {
  const start = startOf(since.period)
  if (when !== undefined && startOf(when.period) > start) return fromTo(start, endOf(when.period))
  const summed = head.kind === 'quantity' || head.kind === 'share'
  const spoken = summed
    ? [context.usual, context.stretch]
    : head.kind === 'ranking'
      ? [context.usual, context.period]
      : head.kind === 'trend'
        ? [context.period, context.usual]
        : []
  if (/\b(?:has|have) (?:\w+ )?been \w+ing\b/i.test(said)) return fromTo(start, context.date.slice(0, 4))
  const last = spoken.find((one) => one !== null && (summed ? startOf(one) : endOf(one)) > start)
  const end = last === undefined || last === null ? context.date.slice(0, 4) : endOf(last)
  return fromTo(start, start.length === 4 ? end.slice(0, 4) : end)
}

/** Both ends of a change: each number's own time, the context for the one that has none. */
function ends(sentence: Analysis, head: Head, times: Times, context: Context): Periods {
  const { from, to } = endPoints(sentence, head, times, context)
  return from === undefined ? { period: to, base: null } : joined(from, to)
}

interface EndPoints {
  readonly from: ClaimPeriod | undefined
  readonly to: ClaimPeriod
}

function endPoints(sentence: Analysis, head: Head, { own, when, base }: Times, context: Context): EndPoints {
  const from = timeBeside(sentence, head.from!, sentence.times) ?? timeOfStart(sentence, head)
  const to = own ?? (when === from ? undefined : when)
  if (from === undefined) {
    const period = to?.period ?? when?.period ?? unsaidPeriod(sentence, head, context)
    if ((to ?? when)?.rule === 'months-to') return { from: undefined, to: period }
    if (base !== undefined) return { from: before(period) ?? base.period, to: period }
    return { from: isYearOrLess(period) ? before(period) : undefined, to: period }
  }
  const end = to?.period ?? endAfter(from.period, unsaidPeriod(sentence, head, context), context)
  return { from: from.role === 'base' && !from.absolute ? (before(end) ?? from.period) : from.period, to: end }
}

/** `from $2.9 billion before the pandemic in 2019`: the time in the same clause as the amount that a change began with, where that stands last. */
const timeOfStart = ({ text, times }: Analysis, { start, from }: Head): TimeMention | undefined =>
  from === undefined || from.start < start
    ? undefined
    : times.find(
        (time) => time.start >= from.end && time.start - from.end < 40 && !/[,;]|\b(?:to|and)\b/i.test(text.slice(from.end, time.start)),
      )

/** The end of a change that names only its beginning: what is spoken of where that is later, counted in the same kind of year. */
function endAfter(from: ClaimPeriod, unsaid: ClaimPeriod, { usual }: Context): ClaimPeriod {
  const end = [unsaid, usual].find((one) => one !== null && endOf(one) > endOf(from)) ?? yearsBefore(from, -1)
  const years = Number(endOf(end).slice(0, 4)) - Number(endOf(from).slice(0, 4))
  const isFiscal = 'from' in from && yearsIn(from) === 1 && from.from.slice(0, 4) !== from.to.slice(0, 4)
  return isFiscal && 'at' in end && end.at.length === 4 ? yearsBefore(from, -years) : end
}

const isYearOrLess = (period: ClaimPeriod): boolean => ('at' in period ? period.at.length === 4 : yearsIn(period) === 1)

/** Two points of time are ends of a stretch; two windows of years are a period and what it is compared with. */
function joined(from: ClaimPeriod, to: ClaimPeriod): Periods {
  if (isWindow(from) && !('at' in from) && yearsIn(from) >= 3) return { period: to, base: from }
  return daysOf(from).from < daysOf(to).from ? { period: fromTo(startOf(from), endOf(to)), base: null } : { period: to, base: from }
}

const isWindow = (period: ClaimPeriod): boolean => 'from' in period && daysOf(period).to.slice(0, 4) !== daysOf(period).from.slice(0, 4)

/** A change in one number: what it is measured from is a base in the sentence, or a second time that is earlier, or the year before. */
function changed(sentence: Analysis, head: Head, { when, base, free, own }: Times, context: Context): Periods {
  const risen = risenSince(sentence, head, own === undefined ? (when ?? base) : undefined, context)
  if (risen !== undefined) return risen
  const points = free.filter(({ role }) => role === 'at')
  const all = sentence.times.filter(
    (time) => (time.role === 'at' || time.role === 'until') && isUsable(sentence.text, time) && !isNewsDay(time),
  )
  if (
    own === undefined &&
    base === undefined &&
    (head.quantity !== undefined || (all[0]?.start ?? 99) < 6) &&
    all.length >= 2 &&
    (/\bfrom\b/i.test(sentence.text) || head.unit === 'times' || summingUp.test(sentence.text.slice(0, head.start)))
  ) {
    const [first, last] = [all[0]!, all.at(-1)!]
    if (startOf(first.period) < startOf(last.period)) return twoPoints(first.period, last.period)
  }
  if (when === undefined && base === undefined && points.length === 0) {
    const period = unsaidPeriod(sentence, head, context)
    return { period, base: before(period) ?? null }
  }
  if (own?.role === 'base' && own.rule === 'year-earlier' && !isCompared(own, sentence.text))
    return { period: own.period, base: before(own.period) ?? null }
  if (when === undefined && base !== undefined && !isCompared(base, sentence.text))
    return { period: earlier(base, head, sentence.text) ?? unsaidPeriod(sentence, head, context), base: null }
  if (when !== undefined && isYearOnYear(when, sentence.text))
    return { period: { at: endOf(when.period) }, base: { at: startOf(when.period) } }
  const period = when?.period ?? unsaidPeriod(sentence, head, context)
  const anchored = base !== undefined && base.anchored !== undefined ? base.anchored(period) : base?.period
  return { period, base: anchored ?? (isRun(when, sentence.text) ? null : before(period)) ?? null }
}

/** `it has since doubled`, `Two years earlier it was 500 million, so sales have doubled`: from then to the time that the text is about. */
function risenSince({ text }: Analysis, head: Head, then: TimeMention | undefined, { usual }: Context): Periods | undefined {
  const led = text.slice(0, (head.quantity ?? head).start)
  if (then === undefined || usual === null || !/\b(?:has|have)(?: since(?: then)?)? (?:\w+ ){0,3}$/i.test(led)) return undefined
  const apart =
    then.end < head.start &&
    /[,;]/.test(text.slice(then.end, head.start)) &&
    yearsIn(then.period) === 1 &&
    endOf(then.period) < startOf(usual)
  if (!apart && !/\b(?:has|have) since\b[^,;]*$/i.test(led)) return undefined
  if (isWindow(usual) && yearsIn(usual) >= 3) return { period: usual, base: then.period }
  return { period: fromTo(startOf(then.period), endOf(usual)), base: null }
}

/** `in 2011 it was 34 billion, in 2014 only 26, a fall of a quarter`: what two figures before make. */
const summingUp =
  /, (?:that is|i\.e\.|an? (?:\w+ )?(?:rise|fall|drop|gain|increase|decline|decrease|loss|plunge|jump) of)(?: (?:about|some|nearly|almost|over|more than|a|minus|plus))* ?$/i

/** Years that follow each other are a year and the year before; years apart are the ends of a stretch. */
function twoPoints(from: ClaimPeriod, to: ClaimPeriod): Periods {
  const next = Number(endOf(to).slice(0, 4)) - Number(endOf(from).slice(0, 4)) === 1
  return next || (isWindow(from) && yearsIn(from) >= 3)
    ? { period: to, base: from }
    : { period: fromTo(startOf(from), endOf(to)), base: null }
}

/** `had peaked a year earlier`, `was 0.2% before the invasion`: a base where nothing is compared is when it was. */
function earlier(base: TimeMention | undefined, head: Head, text: string): ClaimPeriod | undefined {
  if (base === undefined || head.kind === 'comparison' || /^(?:year|month)-on-/.test(base.rule) || isCompared(base, text)) return undefined
  return base.anchored !== undefined || (base.rule === 'event' && head.kind !== 'event') ? base.period : undefined
}

/** Whether the words before a time, or its own, compare with it. */
const isCompared = ({ start }: TimeMention, text: string): boolean =>
  comparing.test(text.slice(start)) || comparedBefore.test(text.slice(0, start))

const comparedBefore =
  /\b(?:(?:amount|level|figure|total|value|volume|number|that|those|than|as|from|on|over|against|versus|to|with|above|below)(?: of| in| for| at| during)?|of)(?: the)? $/i
const comparing = /^(?:than|from|against|compared|on|over|above|below|year|y-?o|month|m-?o|quarter|q-?o|annual|a year(?= on)|in annual)/i

/** `from 2018 to 2022`: a stretch has what it is compared with in itself. */
const isRun = (time: TimeMention | undefined, text: string): boolean =>
  time !== undefined &&
  time.rule === 'years-range' &&
  /(?:^|\b)(?:from|between)\b/i.test(text.slice(Math.max(0, time.start - 8), time.end)) &&
  yearsIn(time.period) > 1

/** `rose by 15 percent from 2012 to 2013`: a year and the year before. */
const isYearOnYear = (time: TimeMention, text: string): boolean =>
  isRun(time, text) && yearsIn(time.period) === 2 && startOf(time.period).length === 4

/** The period before, as long: the year before a year or months, five years before five. */
function before(period: ClaimPeriod): ClaimPeriod | undefined {
  const { from, to } = daysOf(period)
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  if (years === 4) return yearsBefore(period, 5)
  return years === 0 || (years === 1 && from.slice(5) > to.slice(5)) ? yearsBefore(period, 1) : undefined
}

import { daysOf, endOf, yearsIn } from '../../text/calendar.ts'
import type { TextSpan, TimeMention } from '../../text/mention.ts'
import { textAfter, textBefore, textBetween } from '../../text/span-text.ts'
import { type Analysis, overlaps, within } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'
import { canDate, canDateHead } from './time-attachment.ts'

/** The times that can date a head. */
export interface TimeCandidates {
  /** The time right next to the head's number. */
  readonly own: TimeMention | undefined
  /** The time at which the claim holds. */
  readonly when: TimeMention | undefined
  /** The time that the claim is compared with: `than in 2020`. */
  readonly base: TimeMention | undefined
  /** The time at which the state or change began: `since 2020`. */
  readonly since: TimeMention | undefined
  /** All times that do not belong to another head. */
  readonly free: readonly TimeMention[]
}

/**
 * Returns the times of a sentence that can date a head.
 *
 * @param claimed  other heads of the sentence; their own times are excluded
 * @param date     date of the document
 */
export function timeCandidates(sentence: Analysis, head: Head, part: TextSpan, claimed: readonly Head[], date: string): TimeCandidates {
  const all = sentence.times.filter((time) => canDate(sentence.text, time) && canDateHead(time, sentence, head, date))
  const own = ownTimeOf(sentence, head, all)
  const free = freeTimes(sentence, head, claimed, all, own)
  const here = free.filter((time) => within(time, part))
  const outside = free.filter((time) => !within(time, part))
  const when =
    own !== undefined && own.role !== 'base' && own.role !== 'since'
      ? own
      : (targetTime(free, head) ?? timeInApposition(sentence.text, all, head) ?? firstPointOrEnd(here) ?? nearestPoint(outside, head))
  const base = here.find(isBase) ?? (free.length === 1 ? free.find(isBase) : undefined)
  const goesOn = when === undefined && (isOngoingKind(head) || isRestatement(sentence.text, head))
  const since = own?.role === 'since' ? own : (here.find(isSince) ?? (goesOn ? free.find(isSince) : undefined))
  return { own, when, base, since, free }
}

const isBase = ({ role }: TimeMention): boolean => role === 'base'
const isSince = ({ role }: TimeMention): boolean => role === 'since'

/** Returns the time that stands beside the number of a head, contains the end of the head, or introduces it; undefined if there is none. */
function ownTimeOf(sentence: Analysis, head: Head, all: readonly TimeMention[]): TimeMention | undefined {
  const introducing = all.find((time) => introducesHead(sentence.text, time, head.quantity ?? head))
  return (
    timeBeside(sentence, head.quantity ?? head, all) ??
    all.find((time) => time.start < head.end && time.end > head.end) ??
    (introducing === undefined ? undefined : atEndOfSpan(introducing, sentence.text))
  )
}

/** Returns the times that do not belong to another head; all times if only a base of comparison would be left. */
function freeTimes(
  sentence: Analysis,
  head: Head,
  claimed: readonly Head[],
  all: readonly TimeMention[],
  own: TimeMention | undefined,
): readonly TimeMention[] {
  const { text } = sentence
  const theirs = claimed
    .filter((other) => other !== head && !overlaps(other, head))
    .flatMap((other) => [timeOfOther(sentence, other, all), other.from && timeBeside(sentence, other.from, all)])
  const unclaimed = all.filter((time) => time === own || !theirs.includes(time))
  const begun = claimed.some((other) => other !== head && other.from !== undefined)
  return (begun || unclaimed.some(({ role }) => role !== 'base') ? unclaimed : all).filter(
    (time) => time === own || !(isTimeOfChangeStart(text, time, head) || (isMembership(head) && theirs.includes(time))),
  )
}

const timeOfOther = (sentence: Analysis, other: Head, all: readonly TimeMention[]): TimeMention | undefined =>
  timeBeside(sentence, other.quantity ?? other, all) ??
  (isMembership(other) ? all.find((time) => introducesHead(sentence.text, time, other)) : undefined)

/** Turns a time that introduces a clause (`since 2020, when …`) into the time of that clause; for a span (`from 2012 to 2013, when …`) this is its end. */
const atEndOfSpan = (time: TimeMention, text: string): TimeMention => ({
  ...time,
  role: time.role === 'since' ? 'at' : time.role,
  ...(isSpan(time, text) && /^,? when\b/.test(textAfter(text, time)) ? { period: { at: endOf(time.period) } } : {}),
})

/** Whether a time introduces the head: `most of all in 2010 with $629 million`, `2003, when it stood at $19 billion`. */
const introducesHead = (text: string, time: TimeMention, head: TextSpan): boolean =>
  (time.end <= head.start && time.role === 'since' && /^, (?:of|to|in) (?:the )?$/.test(textBetween(text, time, head))) ||
  (time.end <= head.start && /^,? when (?!.*, (?:and|but|while|which|whereas) )[^;]{0,90}$/.test(textBetween(text, time, head))) ||
  (time.end <= head.start &&
    /^(?::|,? when (?:it|they|this|these) (?:was|were|stood|came|amounted|reached|took|bought|sold|supplied|imported|exported|had|made up|accounted for)(?: (?:at|to))?|,? with)(?: (?:about|around|some|nearly|over|just|only))? $/i.test(
      textBetween(text, time, head),
    ))

/** Whether a time belongs to the start of a change: in `from 25th in FY22 to second`, FY22 does not date what follows `to`. */
export const isTimeOfChangeStart = (text: string, time: TimeMention, head: Head): boolean =>
  head.from === undefined && isBeforeTargetOfChange(text, time, head) && /\bfrom\b[^,;]*$/i.test(textBefore(text, time))
/** Whether a share restates the amount before it: `$65 billion since 2007, about 52 percent of the total`. */
const isRestatement = (text: string, { kind, start }: Head): boolean =>
  kind === 'share' && /, (?:(?:or|about|around|some|nearly|almost|that is|i\.e\.)(?: \w+)? )?$/i.test(text.slice(0, start))
const isOngoingKind = ({ kind }: Head): boolean => kind !== 'count' && kind !== 'quantity' && kind !== 'share'
const isMembership = ({ kind, rule }: Head): boolean => kind === 'membership' && rule !== 'membership-too'

/** Whether a time stands right before the `to` of a change: FY22 in `from 25th in FY22 to second`. */
export const isBeforeTargetOfChange = (text: string, time: TimeMention, head: Head): boolean =>
  time.end <= head.start && /^,? to\b/i.test(textBetween(text, time, head))

/**
 * Returns the time right after a number, or after the amount that follows a rank: `$147 billion in 2021`, `a peak of €397 billion in 2022`. Otherwise
 * undefined.
 */
export function timeBeside(sentence: Analysis, head: TextSpan, times: readonly TimeMention[]): TimeMention | undefined {
  const amount = sentence.quantities.find(
    ({ start }) => start >= head.end && /^ (?:of|at)(?: just| about| around)? $/i.test(sentence.text.slice(head.end, start)),
  )
  const end = amount?.end ?? head.end
  return times.find(
    (time) =>
      time.start >= end &&
      /^\)?\s*\(?(?:(?:a|per) (?:year|month|day) (?:from |in |by )?|in|for|of|during|over|by|at the end of|as of|,)?\s*(?:the\s*)?$/i.test(
        sentence.text.slice(end, time.start),
      ),
  )
}

/** For a promise with several times, returns the time it is for (the latest), not the time it was made. Otherwise undefined. */
const targetTime = (times: readonly TimeMention[], { kind }: Head): TimeMention | undefined =>
  kind !== 'attribution' || times.length < 2
    ? undefined
    : [...times]
        .filter(({ role }) => role === 'at' || role === 'until')
        .sort((a, b) => (daysOf(a.period).to < daysOf(b.period).to ? 1 : -1))[0]

/**
 * Returns the last time before a rank or comparison in apposition: `grew by 6.3 per cent in 2014 and by 2.7 per cent in 2015, the weakest rate`. Otherwise
 * undefined.
 */
function timeInApposition(text: string, times: readonly TimeMention[], { start, kind }: Head): TimeMention | undefined {
  const before = text.slice(0, start)
  const record = kind === 'ranking' ? previousRecord.exec(before) : null
  if (record !== null) return times.find(({ end }) => end === record.index)
  const follows =
    (kind === 'ranking' && /, (?:thus |still |again )?(?:the|its|a|their) (?:\w+ )?$/i.test(before)) ||
    (kind === 'comparison' && /, (?:(?:and |or )?(?:thus|almost|about|nearly|over|more than|less than|some|roughly) )?$/i.test(before))
  return follows ? times.findLast(({ role, end }) => role === 'at' && end <= start) : undefined
}

/** Words between a time and the record that it dates: `more than in 2017, the previous record year`. */
const previousRecord = /, (?:the|its|their) (?:previous|former|last|old|earlier) $/i

const firstPointOrEnd = (times: readonly TimeMention[]): TimeMention | undefined =>
  times.find(({ role }) => role === 'at') ?? times.find(({ role }) => role === 'until')

/** Returns the time that dates a head from outside its part of the sentence: the last time before it, else the first. Undefined if there is none. */
function nearestPoint(times: readonly TimeMention[], head: TextSpan): TimeMention | undefined {
  const at = times.filter(({ role }) => role === 'at')
  return at.findLast((time) => time.end <= head.start) ?? at[0]
}

/** Whether a time is a span of several years that begins with the base of comparison: `from 2018 to 2022`. */
export const isSpan = (time: TimeMention | undefined, text: string): boolean =>
  time !== undefined &&
  time.rule === 'years-range' &&
  /(?:^|\b)(?:from|between)\b/i.test(text.slice(Math.max(0, time.start - 8), time.end)) &&
  yearsIn(time.period) > 1

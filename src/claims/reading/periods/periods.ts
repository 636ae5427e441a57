import type { ClaimPeriod } from '../../claim.ts'
import { addMonths, daysOf, endOf, periodComparedWith, periodFromTo, startOf, yearsIn } from '../../text/calendar.ts'
import type { TextSpan, TimeMention } from '../../text/mention.ts'
import { textAfter, textBefore, textOfSpan } from '../../text/span-text.ts'
import type { Analysis } from '../sentence/analysis.ts'
import type { Discourse } from '../sentence/context.ts'
import type { Head } from '../sentence/head.ts'
import {
  type ClaimPeriods,
  endOfChangeFrom,
  endPointsOfChange,
  periodsOfChange,
  periodsOfEnds,
  timeWordedAsBase,
} from './change-periods.ts'
import { implicitPeriod, sipriWindow } from './implicit-period.ts'
import { periodOfOtherMember, withNarrativeYear } from './narrative-time.ts'
import { isBeforeTargetOfChange, isSpan, isTimeOfChangeStart, timeCandidates } from './time-candidates.ts'

/**
 * Returns the periods of a claim: the time beside its number, else in its part of the sentence, else in the sentence, else from the context.
 *
 * @param claimed  other heads of the sentence; their own times are excluded
 */
export function periodsOf(read: Analysis, head: Head, part: TextSpan, claimed: readonly Head[], context: Discourse): ClaimPeriods {
  const { period, base } = ownPeriods(read, head, part, claimed, context)
  return { period: head.rule === 'membership-too' ? periodOfOtherMember(textOfSpan(read.text, head), period) : period, base }
}

function ownPeriods(read: Analysis, head: Head, part: TextSpan, claimed: readonly Head[], context: Discourse): ClaimPeriods {
  const sentence = {
    ...read,
    times: resolvedTimes(read, context).map((time) =>
      asMainPeriod(asWholeYear(withNarrativeYear(time, read.text, head, context), read, head, context), head, context),
    ),
  }
  const times = timeCandidates(sentence, head, part, claimed, context.date)
  if (head.from !== undefined && head.kind !== 'attribution') return periodsOfEnds(sentence, head, times, context, claimed)
  const { when, since } = times
  if (head.rule === 'sanction-state' && when !== undefined && /\b(?:remain|still|in force|in place)/i.test(sentence.text))
    return { period: periodFromTo(startOf(when.period), context.date.slice(0, 4)), base: null }
  if (times.own?.role === 'base' && times.own.absolute && (head.kind === 'quantity' || head.kind === 'count' || head.kind === 'ranking'))
    return { period: times.own.period, base: null }
  if (since !== undefined && isOngoing(sentence, head, when, since))
    return { period: periodSince(since, when, context, head, sentence.text), base: null }
  if (since !== undefined && (when === undefined || when === since || since === times.own)) return { period: since.period, base: null }
  const levels = head.kind === 'trend' && times.own === undefined ? levelsBeside(sentence, head, claimed) : undefined
  if (levels !== undefined) {
    const { from, to } = endPointsOfChange(sentence, levels, timeCandidates(sentence, levels, part, claimed, context.date), context)
    if (from !== undefined && isMonth(from) && isMonth(to) && addMonths(startOf(from), 12) > startOf(to))
      return { period: periodFromTo(startOf(from), startOf(to)), base: null }
    return { period: to, base: from ?? periodComparedWith(to) ?? null }
  }
  if (head.kind === 'trend') return periodsOfChange(sentence, head, times, context)
  const moved = head.kind === 'ranking' && when === undefined ? periodOfNewRank(sentence, head, context) : undefined
  if (moved !== undefined) return { period: moved, base: null }
  const level =
    when !== undefined &&
    (isShortSpan(when) || isSpan(when, sentence.text)) &&
    head.kind === 'quantity' &&
    /\b(?:to|reaching|reached|hitting|totall?ing)\s*$/i.test(textBefore(sentence.text, head))
  if (level) return { period: { at: endOf(when.period) }, base: null }
  return {
    period: when?.period ?? timeWordedAsBase(times.base, head, sentence.text) ?? implicitPeriod(sentence, head, context),
    base: null,
  }
}

/**
 * Returns the period of a rank that has changed: in `from 25th in FY22 to second` and `from seventh to tenth`, the old rank has the earlier time, the new rank
 * a later one. Otherwise undefined.
 */
function periodOfNewRank(sentence: Analysis, head: Head, context: Discourse): ClaimPeriod | undefined {
  const { text, times } = sentence
  const before = textBefore(text, head)
  if (/\b(?:from|had (?:still |only )?been) (?:the )?$/i.test(before)) return periodComparedWith(implicitPeriod(sentence, head, context))
  const left = times.findLast(
    (time) => time.end <= head.start && isBeforeTargetOfChange(text, time, head) && isTimeOfChangeStart(text, time, head),
  )
  return left === undefined ? undefined : endOfChangeFrom(left.period, implicitPeriod(sentence, head, context), context)
}

/** Returns the two amounts behind a percentage change as one head: `declined by 25 per cent, from 16 billion in 2014 to 12 billion`. Otherwise undefined. */
function levelsBeside(sentence: Analysis, head: Head, claimed: readonly Head[]): Head | undefined {
  return claimed.find((other) => {
    if (other === head || other.from === undefined || (head.unit !== 'percent_change' && head.unit !== 'times')) return false
    const between = sentence.text.slice(Math.min(head.end, other.end), Math.max(head.start, other.start))
    return between.length < 60 && !/;|\b(?:while|whereas|but|and)\b/.test(between)
  })
}

/** Resolves the times of a sentence; drops a time that depends on an agreement whose date is unknown. */
export const resolvedTimes = ({ times }: Analysis, context: Discourse): readonly TimeMention[] =>
  times.filter(({ rule: name }) => name !== 'agreement' || context.agreementPeriod !== null).map((time) => resolvedTime(time, context))

/** Resolves a time that depends on an earlier sentence; returns other times unchanged. */
export function resolvedTime(time: TimeMention, { anchor: named, lastSpan, agreementPeriod, occasionPeriod }: Discourse): TimeMention {
  if (time.rule === 'agreement' && agreementPeriod !== null)
    return { ...time, period: time.anchored?.(agreementPeriod) ?? time.period, absolute: true }
  const day = time.rule === 'that-day' && (named === null || daysOf(named).from !== daysOf(named).to) ? occasionPeriod : null
  const anchor = day ?? (time.rule === 'same-time' ? (lastSpan ?? named) : named)
  return time.absolute || time.anchored === undefined || anchor === null ? time : { ...time, period: time.anchored(anchor), absolute: true }
}

/**
 * Replaces a time by the main period if both mean the same: `this year` for figures counted from January means those months; `over five years`, in a text on a
 * five-year window, means that window.
 */
function asMainPeriod(time: TimeMention, { kind }: Head, context: Discourse): TimeMention {
  const { mainPeriod, lastSpan } = context
  const { period, rule: name } = time
  if (name === 'years-run' && yearsIn(period) === 6 && kind !== 'trend' && /SIPRI/.test(context.source ?? ''))
    return { ...time, period: sipriWindow(context), rule: 'years-range' }
  if (
    mainPeriod === null ||
    !('from' in mainPeriod) ||
    kind === 'event' ||
    kind === 'attribution' ||
    kind === 'membership' ||
    kind === 'forecast'
  )
    return time
  if (
    name === 'this-year' &&
    'at' in period &&
    mainPeriod.from === `${period.at}-01` &&
    lastSpan !== null &&
    startOf(lastSpan) === mainPeriod.from
  )
    return { ...time, period: mainPeriod }
  return name === 'years-run' && mainPeriod.from.length === 4 && yearsIn(mainPeriod) === yearsIn(period) - 1
    ? { ...time, period: mainPeriod, rule: 'years-range' }
    : time
}

/** Replaces the end of a year (`by the end of the year`) by the year, for sales and events; debts and investments keep the end. */
function asWholeYear(time: TimeMention, { topics, text }: Analysis, { kind }: Head, { topic }: Discourse): TimeMention {
  const { period, rule: name } = time
  if (kind !== 'event' && !/^(?:by|until|to)\b/i.test(text.slice(time.start))) return time
  const isEnd = (name === 'year-end' || name === 'end-of-the-year') && 'at' in period && period.at.endsWith('-12')
  const topicsNamed = topics.length > 0 ? topics.map((one) => one.topic) : topic === null ? [] : [topic]
  return isEnd && !topicsNamed.some(({ domain }) => domain === 'finance' || domain === 'investment')
    ? { ...time, period: { at: period.at.slice(0, 4) } }
    : time
}

const isMonth = (period: ClaimPeriod): boolean => 'at' in period && period.at.length === 7

const isShortSpan = ({ period, rule }: TimeMention): boolean =>
  'from' in period && rule === 'years-range' && yearsIn(period) > 1 && yearsIn(period) <= 4

/** Whether a claim is a state of affairs or change that continues from a time, rather than an event at that time. */
function isOngoing(sentence: Analysis, head: Head, when: TimeMention | undefined, since: TimeMention): boolean {
  if (head.kind === 'trend') return when === undefined || when.role === 'until' || startOf(when.period) > startOf(since.period)
  if (head.kind === 'ranking') return true
  if (head.kind === 'quantity' || head.kind === 'count' || head.kind === 'share') return when === undefined || when === since
  const clause = clauseOf(sentence.text, head)
  const negative = /\b(?:no|not|never|none|without|kept|keeps|remain(?:s|ed)?|still)\b/i.test(clause)
  const isHeld = head.rule === 'exercise' && /\b(?:has|have) (?:regularly )?been (?:held|conducted|staged)\b/.test(sentence.text)
  if (
    isHeld ||
    (head.kind === 'event' && /\b(?:every|each) (?:year|month|summer|spring|autumn|winter)\b|\bannually\b/i.test(sentence.text))
  )
    return true
  return head.kind === 'event' ? negative : head.kind === 'membership' && negative && /\bkept\b/.test(sentence.text)
}

/** Returns the words around a head up to a comma or conjunction. */
function clauseOf(text: string, head: Head): string {
  const start = Math.max(...[...textBefore(text, head).matchAll(/[,;:]|\b(?:and|but|yet|while)\b/g)].map(({ index }) => index), 0)
  const end = textAfter(text, head).search(/[,;:]|\b(?:but|yet|while)\b/)
  return text.slice(start, end < 0 ? text.length : head.end + end)
}

/** Returns the period from a `since` to the last named time, to the main period, or to the document's year. */
function periodSince(since: TimeMention, when: TimeMention | undefined, context: Discourse, head: Head, said: string): ClaimPeriod {
  const start = startOf(since.period)
  if (when !== undefined && startOf(when.period) > start) return periodFromTo(start, endOf(when.period))
  const summed = head.kind === 'quantity' || head.kind === 'share'
  const candidates = summed
    ? [context.mainPeriod, context.lastSpan]
    : head.kind === 'ranking'
      ? [context.mainPeriod, context.currentPeriod]
      : head.kind === 'trend'
        ? [context.currentPeriod, context.mainPeriod]
        : []
  if (/\b(?:has|have) (?:\w+ )?been \w+ing\b/i.test(said)) return periodFromTo(start, context.date.slice(0, 4))
  const last = candidates.find((one) => one !== null && (summed ? startOf(one) : daysOf(one).to) > start)
  const end = last === undefined || last === null ? context.date.slice(0, 4) : endOf(last)
  return periodFromTo(start, start.length === 4 ? end.slice(0, 4) : end)
}

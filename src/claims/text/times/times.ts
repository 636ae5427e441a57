import { memoized } from '../memo.ts'
import type { TimeMention } from '../mention.ts'
import { matchesOf } from '../patterns/matches.ts'
import { textAfter, textBefore, textOfSpan } from '../span-text.ts'
import { contextTimeRules } from './context-times.ts'
import { yearCountRules, yearSpanRules } from './counted-times.ts'
import { dateTimeRules, monthTimeRules, yearTimeRules } from './dated-times.ts'
import { dayTimeRules, isDateOfStatement, isDayOfNews } from './day-times.ts'
import { fiscalTimeRules } from './fiscal-times.ts'
import { partTimeRules } from './part-times.ts'
import { withTimesRelated } from './related-times.ts'
import { comparedTimeRules, relativeTimeRules } from './relative-times.ts'
import type { TimeReference, TimeRule } from './time-rule.ts'

/** The rules in the order in which they are tried. A rule comes before the rules that would match only a part of the same words. */
export const timeRules: readonly TimeRule[] = [
  ...contextTimeRules,
  ...fiscalTimeRules,
  ...dayTimeRules,
  ...partTimeRules,
  ...monthTimeRules,
  ...yearSpanRules,
  ...dateTimeRules,
  ...comparedTimeRules,
  ...yearTimeRules,
  ...yearCountRules,
  ...relativeTimeRules,
]

function readTimes(text: string, now: TimeReference): TimeMention[] {
  const found: TimeMention[] = []
  const said: TimeMention[] = []
  for (const { name, pattern, read } of timeRules) {
    for (const match of matchesOf(text, pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (
        [...found, ...said].some((other) => span.start < other.end && other.start < span.end) ||
        isCitation(text, span) ||
        (name === 'year' && isPartOfName(text, span))
      )
        continue
      const time = read(match.groups ?? {}, now)
      if (time === undefined) continue
      const role = time.role === undefined || time.role === 'at' ? roleByWords(text, span, name) : time.role
      const mention: TimeMention = { ...span, absolute: true, rule: name, ...time, role }
      const list = (isDayOfNews(mention) || name === 'day-month') && isDateOfStatement(text, span, name) ? said : found
      list.push(mention)
    }
  }
  const ordered = found.sort((a, b) => a.start - b.start)
  return withTimesRelated(ordered, text, now)
}

/**
 * Finds the times of a sentence, in order. Relative ones are resolved against the date of the document, and dependent ones (`two years later`) against an
 * earlier time of the sentence.
 *
 * @example timesIn('Trade grew between 2018 and 2021', { date: '2024', fiscal: { firstMonth: 4, namedByEnd: true } })[0].period   // { from: '2018', to: '2021' }
 */
export const timesIn: (text: string, now: TimeReference) => readonly TimeMention[] = memoized(readTimes, (text, { date, fiscal }) =>
  mayBeFiscal.test(text) ? `${date} ${JSON.stringify(fiscal)} ${text}` : `${date} ${text}`,
)

/** Matches what a fiscal year may be read from. The times of all other sentences are the same whatever the fiscal year. */
const mayBeFiscal = /fiscal|financial|FY|Iranian|Persian|Afghan|solar|\d\s?[-–—/]\s?\d|(?<!\d)1[34]\d\d(?!\d)/i

const citationBefore = /\((?:\p{Lu}[\p{L}.&-]*(?:, ?| )(?:and |et al\.?,? )?){0,4}\p{Lu}[\p{L}.&-]*(?:(?:, ?| )(?:and |et al\.?,? )?)?$/u

/** Whether a year belongs to a citation: `(SIPRI 2024)` dates a publication. */
const isCitation = (text: string, { start, end }: { start: number; end: number }): boolean =>
  citationBefore.test(text.slice(0, start)) && /^[a-z]?\)/.test(text.slice(end))

/** Whether a year is part of the name of an exercise: `Juniper Oak 2023 involves 140 aircraft`. */
const isPartOfName = (text: string, { start, end }: { start: number; end: number }): boolean =>
  /(?<!\p{L})(?!In |By |From |Since |Until |During |The |Fiscal |Financial )\p{Lu}[\p{L}’'-]+ (?!Year )\p{Lu}[\p{L}’'-]+ $/u.test(
    text.slice(0, start),
  ) &&
  (/^ (?:involves?|brings|includes?|began|begins|started|starts|ends|ended|took|runs|will)\b/.test(text.slice(end)) ||
    /\b(?:exercises?|drills?|war ?games?|manoeuvres|maneuvers)\b/i.test(text))

const thanIn =
  '(?:than|as)(?: in| at| during| over)(?: the(?: (?:years|period))?)?|than(?: the(?: (?:years|period))?)?|as (?:much|many|high|low|large|big|great|strong|often) as|against(?: the(?: (?:years|period))?)?'
/** Words after which a time is a base of comparison: `above its level of`, but not `against the war in`. */
const belowTheLevel = String.raw`(?:than|below|above|against|exceed\w*) (?:the|its|their) (?!(?:\w+ )?(?:resolution|draft|motion|text|war|attack|treaty|agreement|invasion|measures?|sanctions)\b)[\w-]+(?: [\w-]+)? (?:of|in)`
const belowThatOf =
  '(?:below|above|than|from|on|over|to|with|against) (?:that|those|the (?:level|figure|total|amount|average|value|volume|one)s?) (?:of|in|for|during|over)(?: the)?'
/** Words with an amount after which a time is a base of comparison: `on the 64.6 billion of`. */
const onAmountOf = String.raw`(?:on|than|exceed\w*) (?:the |its |their )?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3} )?[\d.,]+ ?\w*(?: \w+)? (?:of|recorded in|reached in|seen in)`
const multipleOfThat = '(?:times|twice|double|half|triple|third|quarter|fifth) (?:of )?(?:that|those) (?:of|in|for)(?: the)?'
const multipleOfLevel = String.raw`(?:times|twice|double|half|triple|third|quarter|fifth|exceed\w*|than) (?:the |its |their )?(?:figure|value|amount|volume|total|bill|number)s? (?:of|in|for|recorded in|reached in)(?: the)?`
const datedLevel = String.raw`(?:on|of|above|below|from) the(?= \d{4} (?:level|bill|total|figure|value|volume))`
const baseBefore = new RegExp(
  String.raw`\b(?:${thanIn}|${belowTheLevel}|${belowThatOf}|(?:compared|relative) (?:with|to)(?: the)?|${onAmountOf}|${multipleOfThat}|${multipleOfLevel}|levels? (?:of|in)|what (?:it|they) (?:was|were|had been) in|relative to|${datedLevel})\s*$`,
  'i',
)
/** A change before `from`, `on` or `over`, after which a time is the base of the change: `a slip of 0.6% from April`. */
const changedFrom =
  /(?:%|per ?cent|percent|points?|-?fold|times)(?: (?:higher|lower|more|less|up|down|above|below|increase|rise|jump|surge|growth|gain|fall|drop|decline|decrease|reduction))? (?:from|on|over|above|below)(?: (?:in|that of|the))?\s*$/i

/** Names of the rules for the duration of a change: in `by 22 percent over the last five years` the time is not a base of comparison. */
const spanRules: ReadonlySet<string> = new Set([
  'same-time',
  'last-years',
  'last-decade',
  'years-run',
  'first-years',
  'twelve-months',
  'years-range',
])

/** Returns the role that the surrounding words give a time: `than in`, `their level of`, `since the war of`. */
function roleByWords(text: string, span: { start: number; end: number }, name: string): TimeMention['role'] {
  const before = textBefore(text, span)
  const isRange =
    spanRules.has(name) || /^from (?!\S+$)/i.test(textOfSpan(text, span)) || /^,? (?:to|through|until|up to) /.test(textAfter(text, span))
  const led = `${before}${isRange ? '' : (/^(?:from|on|over) /i.exec(text.slice(span.start))?.[0] ?? '')}`
  if (baseBefore.test(before) || changedFrom.test(led) || isLevelOf(text, span) || isFirstOfTwoWindows(text, span)) return 'base'
  if (/\bsince (?:the )?$/i.test(before)) return 'since'
  return /\b[Ss]ince (?:(?:the|its|their|a|an|it|they|both|(?:[a-z]+ )?(?:records?|data|figures|statistics|measurements|reporting|recording|series)) |(?=[A-Z]))(?:[\w'’-]+ ){1,8}(?:of|in) $/.test(
    before,
  )
    ? 'since'
    : 'at'
}

/** Whether a time is the first of two that are compared: `between 2010-14 and 2015-19`, `from 2019 to 47 billion`. */
const isFirstOfTwoWindows = (text: string, { start, end }: { start: number; end: number }): boolean => {
  const opening = /^(?:between|from) (?:the (?:years )?)?/i.exec(text.slice(start, end))?.[0] ?? ''
  const named = text.slice(start + opening.length, end)
  const led = opening !== '' || /\b(?:between|from) (?:the (?:years |period )?)?$/i.test(text.slice(0, start))
  if (!led) return false
  return /^\d{4}[-–]\d/.test(named)
    ? /^ (?:and|to) (?:the )?\d{4}[-–]\d/.test(text.slice(end))
    : /^\d{4}$/.test(named) &&
        /^ to (?:(?:about|around|nearly|just|over|almost|some|roughly|more than|less than|under|an?(?: new)? record(?: of)?) )*(?:[$€£¥]|[\d.,]+ (?:billion|million|trillion|bn|mn|per ?cent))/i.test(
          text.slice(end),
        )
}

/** Whether a time dates the level with which a figure is compared: `half of the 2022 bill`. */
const isLevelOf = (text: string, { start, end }: { start: number; end: number }): boolean =>
  /\b(?:on|of|than|above|below|from|times|double|twice|half|triple|exceed\w*|match\w*) (?:the )?$/i.test(
    `${text.slice(0, start)}${/^the /i.test(text.slice(start)) ? 'the ' : ''}`,
  ) && /^ (?:levels?|bill|total|figures?|value|volume|amount)\b/i.test(text.slice(end))

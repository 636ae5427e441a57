import { addMonths, endOf, fiscalMonths, iranianYear, periodAt, periodFromTo, startOf } from '../calendar.ts'
import { ordinalOf } from '../numbers/number-words.ts'
import { type FromAnchor, monthBefore, monthsOfAnchorYear, quarterOfAnchorYear, wholeYearLater, yearOfAnchor } from './anchored-periods.ts'
import { addDays } from './day-times.ts'
import {
  anchoredTime,
  anyMonth,
  anyYear,
  countOf,
  lastMonthCalled,
  monthIn,
  monthOfDocument,
  rangeWord,
  relativeTime,
  smallCount,
  type TimeReference,
  type TimeRule,
  timeRule,
  yearOfDocument,
} from './time-rule.ts'

/** Moves the earlier time by a number of days; returns that day if `exact`, else its month. An earlier time that is a month or year is returned unchanged. */
const daysLater =
  (days: number, exact: boolean): FromAnchor =>
  (anchor) => {
    const end = endOf(anchor)
    if (end.length < 10) return anchor
    const day = addDays(end, days)
    return periodAt(exact ? day : day.slice(0, 7))
  }

/** Returns the day, month or quarter after the earlier time; for `week`, the month of the day a week later. A longer earlier time is returned unchanged. */
const unitAfter =
  (unit: string): FromAnchor =>
  (anchor) => {
    const end = endOf(anchor)
    if (/day/i.test(unit)) return daysLater(1, true)(anchor)
    if (/week/i.test(unit)) return daysLater(7, false)(anchor)
    if (end.length < 7) return anchor
    const next = addMonths(end.slice(0, 7), 1)
    return /quarter/i.test(unit) ? periodFromTo(next, addMonths(next, 2)) : periodAt(next)
  }

/** Verbs that may have a month as subject: `January brought`. */
const monthSubjectVerb =
  '(?:brought|saw|had|was|were|marked|showed|gave|set|ended|produced|yielded|recorded|witnessed|accounted|alone|itself)'
const measuredNoun =
  '(?:exports|imports|trade|shipments|sales|figures?|data|deficit|surplus|turnover|purchases|deliveries|total|volume|exchange)'

const capital = (name: string): boolean => /^\p{Lu}/u.test(name)

/** Returns the last year of the document's decade. */
const decadeEnd = (now: TimeReference): string => String(Math.floor(yearOfDocument(now) / 10) * 10 + 9)

/** Rules for times that depend on an earlier time of the text (`May of that year`), or that have no preposition (`January brought`). */
export const contextTimeRules: readonly TimeRule[] = [
  timeRule(
    'months-of-that-year',
    `(?:from |between )?(?<a>${anyMonth})(?:${rangeWord}(?<b>${anyMonth}))? (?:of |in )?(?<w>that|the same|the following|the next) year`,
    ({ a, b, w }, now) => {
      const read = monthsOfAnchorYear(a!, b ?? a!)
      return anchoredTime((anchor) => read(/next|following/i.test(w!) ? wholeYearLater(1)(anchor) : anchor), now)
    },
    'in February of that year',
  ),
  timeRule(
    'whole-year',
    '(?:for|in|over) (?:the (?:full|whole|entire) year|the year as a whole|the year(?=,? (?:fell|rose|dropped|grew|went|were|was|came|stood|reached|totall?ed|amounted|increased|declined|decreased|hit)\\b))|the (?=annual (?:\\p{L}+ )?(?:surplus|deficit|exports|imports|turnover|trade|total)\\b)',
    (_, now) => anchoredTime(yearOfAnchor, now),
    'for the full year',
  ),
  timeRule('last-one', '(?:in|during) the (?:last|previous) one', (_, now) => anchoredTime(wholeYearLater(-1), now), 'in the last one'),
  timeRule(
    'months-since',
    `(?:in|over|during) the ${smallCount} (?<u>months|years) since`,
    ({ n, u }, now) =>
      /years/i.test(u!)
        ? relativeTime(periodFromTo(String(yearOfDocument(now) - countOf(n!)), String(yearOfDocument(now))))
        : now.date.length < 7
          ? undefined
          : relativeTime(periodFromTo(addMonths(monthOfDocument(now), -countOf(n!)), monthOfDocument(now))),
    'in the two months since',
  ),
  timeRule(
    'agreement',
    '(?<w>before|since|prior to|pre-dating) (?:the|its|this|that|their) (?:(?!new|next|revised)\\p{L}+ ){0,2}(?:agreement|deal|pact|accord|treaty|FTA)(?: (?:came|entered|went) into (?:force|effect)| took effect| was (?:signed|implemented|concluded)| began)?(?=[ ,.;]|$)',
    ({ w }, now) =>
      /since/i.test(w!)
        ? anchoredTime((agreed) => agreed, now, 'since')
        : anchoredTime((agreed) => periodAt(String(Number(startOf(agreed).slice(0, 4)) - 1)), now, 'base'),
    'before the agreement',
  ),
  timeRule('since-then', 'since then(?! \\d)', (_, now) => anchoredTime((anchor) => anchor, now, 'since'), 'since then'),
  timeRule(
    'then-to',
    `from (?:then|that (?:year|time))(?: on)? (?:to|until|till|up to|through) (?<y>${anyYear})`,
    ({ y }, now) => anchoredTime((anchor) => periodFromTo(startOf(anchor).slice(0, 4), y!), now),
    'from then to 2014',
  ),
  timeRule(
    'month-to-year-end',
    `(?:from|between|since) (?<m>${anyMonth}),? (?<y>${anyYear}) (?:and|to|until|till|through) (?:the )?(?:end of (?:that|the|the same) year|year[- ]end)`,
    ({ m, y }) => ({ period: periodFromTo(monthIn(y!, m!), `${y}-12`) }),
    'between June 2022 and the end of that year',
  ),
  timeRule(
    'month-before-that',
    `the (?:(?:preceding|previous) (?<m>${anyMonth})|(?<m2>${anyMonth}) before(?! (?:the|it|that|last|his|its)))`,
    ({ m, m2 }, now) => anchoredTime(monthBefore((m ?? m2)!), now),
    'the July before',
  ),
  timeRule(
    'unit-after',
    '(?:in |during |on )?the (?:following|subsequent) (?<u>month|week|day|quarter)|(?<!\\b(?:in|over|within|for|during|until|by) )the next (?<n>day|week|month)(?=[ ,])|the (?<v>month|week|day) after(?=[,.;]|$)',
    ({ u, n, v }, now) => anchoredTime(unitAfter((u ?? n ?? v)!), now),
    'the following month',
  ),
  timeRule(
    'days-later',
    `(?:(?:some|a few|several|only|just|barely|less than) )*(?:${smallCount} )?(?<u>days?|weeks?) (?<w>later|afterwards|earlier)(?! than)`,
    ({ n, u, w }, now) => {
      const count = n === undefined ? 0 : countOf(n)
      const days = (/week/i.test(u!) ? 7 : 1) * count * (/earlier/i.test(w!) ? -1 : 1)
      return anchoredTime(daysLater(days, count > 0 && /day/i.test(u!)), now)
    },
    'two days later',
  ),
  timeRule(
    'other-quarter',
    `the (?<n>second|third|fourth|last)(?<=\\bquarter\\b[^.;]{0,90}[ ,]in the \\w+)(?= (?:by|to|it|they|she|exports|imports|only|just|even|the)\\b|[,.;]|$)`,
    ({ n }, now) => anchoredTime(quarterOfAnchorYear(/last/i.test(n!) ? 4 : ordinalOf(n!)), now),
    'in the second quarter by 12 per cent, in the third by 3',
  ),
  timeRule(
    'turn-of-century',
    '(?:at |around |since |before )?the turn of the (?:century|millennium)',
    () => ({ period: periodAt('2000') }),
    'at the turn of the century',
  ),
  timeRule(
    'iranian-year',
    '(?<=\\b(?:in|of|since|by|to|during) )(?<y>1[34]\\d\\d)(?![\\d%-]|[.,]\\d| (?:\\p{Ll}+s\\b|million|billion))',
    ({ y }, now) => (now.fiscal === iranianYear ? { period: fiscalMonths(Number(y) + 621, iranianYear) } : undefined),
    'in 1402',
  ),
  timeRule(
    'end-of-decade',
    '(?:by |until |before |to )?(?:the )?end of (?:the|this) decade',
    (_, now) => relativeTime(periodAt(String(Number(decadeEnd(now)) + 1)), 'until'),
    'by the end of the decade',
  ),
  timeRule(
    'this-decade',
    '(?:in|during|within|before|for|of) (?:this|the current) decade',
    (_, now) => relativeTime(periodFromTo(String(yearOfDocument(now)), decadeEnd(now))),
    'in this decade',
  ),
  timeRule('next-month', 'next month', (_, now) => relativeTime(periodAt(addMonths(monthOfDocument(now), 1))), 'next month'),
  timeRule(
    'month-itself',
    `(?<![\\d] |\\b(?:to|and|until|through|from) )(?<m>${anyMonth})(?=['’]s ${measuredNoun}\\b| ${measuredNoun}\\b| ${monthSubjectVerb}\\b)`,
    ({ m }, now) => (capital(m!) ? relativeTime(periodAt(lastMonthCalled(m!, now))) : undefined),
    'January brought',
  ),
]

import type { ClaimPeriod } from '../../claim.ts'
import { addMonths, type FiscalYear, fiscalMonths, iranianYear, periodAt, periodFromTo } from '../calendar.ts'
import { ordinalOf } from '../numbers/number-words.ts'
import { type FromAnchor, yearsLater } from './anchored-periods.ts'
import {
  anchoredTime,
  anyDay,
  anyMonth,
  anyYear,
  countOf,
  lastMonthCalled,
  monthIn,
  monthOfDocument,
  rangeWord,
  relativeTime,
  type TimeReference,
  type TimeRule,
  timeRule,
  yearOfDocument,
  yearWithCentury,
} from './time-rule.ts'

type Groups = Readonly<Record<string, string | undefined>>

const N = String.raw`(?<n>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})`
const named = String.raw`(?:(?<y2>${anyYear})[-–/](?<b2>\d{4}|\d\d) (?:fiscal|financial)(?: year)?|(?<w>current |ongoing |last |past |previous |this )?(?:(?<i>Iranian|Persian|Afghan|solar)(?: calendar| fiscal| solar)? year|(?:fiscal|financial)(?: year)?|FY) ?'?(?<y>${anyYear}|1[34]\d\d(?!\d)|(?<=FY ?'?)\d\d(?!\d))?(?:(?<=\d)[-–/](?<b>\d{4}|\d\d)(?!\d))?)`

/** Returns the period of a number of months that ends with the given month. */
const monthsTo = (count: number, end: string): ClaimPeriod => periodFromTo(addMonths(end, 1 - count), end)

const monthOfYear = (name: string, year: string | undefined, now: TimeReference): string =>
  year === undefined
    ? lastMonthCalled(name, now)
    : monthIn(/^\d/.test(year) ? year : yearOfDocument(now) - (/last/i.test(year) ? 1 : 0), name)

/** Returns the named fiscal year; without a name the fiscal year of the document, or (for `last`) the fiscal year before. */
function fiscalYearIn({ w, i, y2, b2, y = y2, b = b2 }: Groups, now: TimeReference): ClaimPeriod {
  const fiscal: FiscalYear = i === undefined ? now.fiscal : iranianYear
  const startOf = (year: number): ClaimPeriod => fiscalMonths(fiscal.namedByEnd ? year + 1 : year, fiscal)
  if (y === undefined) {
    const month = monthOfDocument(now)
    const current = yearOfDocument(now) - (Number(month.slice(5)) >= fiscal.firstMonth ? 0 : 1)
    return startOf(current - (/last|past|previous/i.test(w ?? '') ? 1 : 0))
  }
  if (b !== undefined) return startOf(yearWithCentury(y.length === 2 ? `20${y}` : y, b) - 1)
  const year = y.length === 2 ? 2000 + Number(y) : Number(y)
  return year < 1500 ? fiscalMonths(year + 621, iranianYear) : fiscalMonths(year, fiscal)
}

/** Returns the months of a fiscal year from `first` to `last`, counted from 1. If the year begins within a month, one more month is needed at the end. */
function partOf(groups: Groups, now: TimeReference, first: number, last: number): ClaimPeriod {
  const year = fiscalYearIn(groups, now)
  const start = 'at' in year ? year.at : year.from
  const shared = 'to' in year && year.to === addMonths(start, 12) ? 1 : 0
  return periodFromTo(addMonths(start, first - 1), addMonths(start, last - 1 + shared))
}

/** Returns the period between two named months of a fiscal year. */
function monthsWithin(year: ClaimPeriod, first: string, last: string): ClaimPeriod {
  const start = 'at' in year ? year.at : year.from
  const of = (name: string): string => {
    const month = monthIn(start.slice(0, 4), name)
    return month < start ? monthIn(Number(start.slice(0, 4)) + 1, name) : month
  }
  return periodFromTo(of(first), of(last))
}

/** Returns the same part of the previous fiscal year. If the earlier time begins on a day, not in a month, returns the whole previous fiscal year. */
const fiscalBefore =
  (now: TimeReference): FromAnchor =>
  (anchor) =>
    'from' in anchor && anchor.from.length === 10 ? fiscalYearIn({ w: 'last' }, now) : yearsLater(-1)(anchor)

const isNamed = ({ y, y2 }: Groups): boolean => (y ?? y2) !== undefined
const part = (groups: Groups, now: TimeReference, first: number, last: number): { period: ClaimPeriod; absolute: boolean } => ({
  period: partOf(groups, now, first, last),
  absolute: isNamed(groups),
})

/** Rules for years that do not begin in January, for their parts, and for periods counted back from a month. */
export const fiscalTimeRules: readonly TimeRule[] = [
  timeRule(
    'fiscal-months',
    `(?:the )?first ${N} months(?: \\([^()]{3,30}\\))? of (?:the )?${named}`,
    (groups, now) => part(groups, now, 1, countOf(groups['n']!)),
    'the first nine months of the fiscal year 2022-23',
  ),
  timeRule(
    'fiscal-quarter',
    `(?:the )?(?<q>first|second|third|fourth|last|final)[- ](?<u>quarter|half)(?: \\([^()]{3,30}\\))? of (?:the )?${named}`,
    (groups, now) => {
      const long = groups['u'] === 'half' ? 6 : 3
      const n = /last|final/i.test(groups['q']!) ? 12 / long : ordinalOf(groups['q']!)
      return part(groups, now, long * (n - 1) + 1, long * n)
    },
    'the first quarter of fiscal 2023',
  ),
  timeRule(
    'fiscal-quarter-code',
    `(?<u>[QH])(?<q>[1-4])(?: of| in)?[ -]?${named}`,
    (groups, now) => {
      const long = /h/i.test(groups['u']!) ? 6 : 3
      return part(groups, now, long * (Number(groups['q']) - 1) + 1, long * Number(groups['q']))
    },
    'Q1 FY24',
  ),
  timeRule(
    'months-of-fiscal-year',
    `(?:from )?(?:the )?(?<m>${anyMonth})${rangeWord}(?<l>${anyMonth})(?: period)?,?(?: of| in)?(?: the)? (?:(?<y0>${anyYear})[-–/](?<b0>\\d\\d)(?!\\d)|${named})`,
    ({ m, l, y0, b0, ...groups }, now) => {
      const year = fiscalYearIn(y0 === undefined ? groups : { y: y0, b: b0 }, now)
      return { period: monthsWithin(year, m!, l!), absolute: y0 !== undefined || isNamed(groups) }
    },
    'April-February 2022-23',
  ),
  timeRule(
    'months-to',
    `(?:(?:the|a) )?(?:${N}[- ]months?(?: period)?|(?:fiscal |financial |full |whole )?(?<u>year|half[- ]year|quarter))(?:,? (?:that|which))?[- ](?:to|up to|until|through|end(?:ed|ing|s)?)(?: in| on| the end of| end| mid| late| early)* (?:(?<d>${anyDay}) (?:of )?)?(?<m>${anyMonth})(?: (?<d2>${anyDay})(?!\\d))?(?:,? (?:of )?(?<y>${anyYear}|last year|this year))?`,
    ({ n, u, m, y, d, d2 }, now) => {
      const day = Number.parseInt(d ?? d2 ?? '31', 10)
      const count = n === undefined ? (/half/i.test(u!) ? 6 : /quarter/i.test(u!) ? 3 : 12) : countOf(n)
      return {
        period: monthsTo(count + (day > 9 && day < 26 ? 1 : 0), monthOfYear(m!, y, now)),
        absolute: y !== undefined && /^\d/.test(y),
      }
    },
    'the twelve months to December 2022',
  ),
  timeRule(
    'quarters-to',
    `(?<b>(?:than|from|on|over|against|compared (?:with|to)) (?:in )?)?(?:the )?four quarters (?:to|up to|ending(?: in)?) (?:the )?(?:end of )?(?:Q(?<q>[1-4])|the (?<w>first|second|third|fourth) quarter)(?: of| in|,)? (?<y>${anyYear})`,
    ({ b, q, w, y }) => ({
      period: monthsTo(12, `${y}-${String(3 * (q === undefined ? ordinalOf(w!) : Number(q))).padStart(2, '0')}`),
      ...(b === undefined ? {} : { role: 'base' as const }),
    }),
    'the four quarters to the end of Q1 2022',
  ),
  timeRule(
    'since-year-to',
    `since (?:the )?(?:year (?:to|ended|ending) )?(?<m>${anyMonth})(?:[- ]year)? (?<y>${anyYear})(?: year)?`,
    ({ m, y }) => ({ period: periodAt(monthIn(y!, m!)), role: 'since' }),
    'since the December 2017 year',
  ),
  timeRule(
    'year-to-month',
    `(?:the )?(?<m>${anyMonth})[- ](?:(?<y>${anyYear})[- ])?(?<u>year|quarter|half[- ]year)(?:(?: of| in|,)? (?<z>${anyYear}))?(?![- ]on)`,
    ({ m, y, u, z }, now) => {
      const year = y ?? z
      return {
        period: monthsTo(/quarter/i.test(u!) ? 3 : /half/i.test(u!) ? 6 : 12, monthOfYear(m!, year, now)),
        absolute: year !== undefined,
      }
    },
    'the March 2018 year',
  ),
  timeRule(
    'fiscal-before',
    `(?:than |from |on |over |against |compared (?:with|to) )?(?:in |during )?the (?:(?:previous|preceding|prior) (?:fiscal|financial|Iranian|Persian)(?: calendar)?(?: year)?(?! ?\\d)|(?:fiscal|financial) year (?:before|earlier))`,
    (_, now) => anchoredTime(fiscalBefore(now), now, 'base'),
    'than in the previous fiscal year',
  ),
  timeRule(
    'fiscal-year',
    `(?:the )?${named}`,
    (groups, now) => {
      const isKnown = isNamed(groups) || groups['w'] !== undefined
      return isKnown ? { period: fiscalYearIn(groups, now), absolute: isNamed(groups) } : undefined
    },
    'fiscal year 2022-23',
  ),
  timeRule(
    'some-months',
    `(?<=\\b(?<!time )(?:in|over|during|for)(?: the)? )${N}[- ]months?(?: period)?(?: (?:of|in) (?:the )?(?<y>${anyYear}|this year|last year|year))?(?! (?:to|ended|ending|after|before|later|earlier|ago|of|from|since|starting|until|through|ahead|on))`,
    ({ n, y }, now) => {
      const count = countOf(n!)
      if (y !== undefined && /^\d/.test(y)) return { period: periodFromTo(`${y}-01`, `${y}-${String(count).padStart(2, '0')}`) }
      const month = Number(monthOfDocument(now).slice(5))
      if (count < 2 || count > 11 || now.date.length < 7) return undefined
      if (y === undefined && (month < count || month - count > 4)) return undefined
      const of = yearOfDocument(now) - (/last/i.test(y ?? '') ? 1 : 0)
      return relativeTime(periodFromTo(`${of}-01`, `${of}-${String(count).padStart(2, '0')}`))
    },
    'in four months',
  ),
]

import type { ClaimPeriod } from '../../claim.ts'
import { addMonths, monthsOfYear, periodFromTo, yearsBefore } from '../calendar.ts'
import { numberOf, ordinalOf } from '../numbers/number-words.ts'
import {
  anyMonth,
  anyYear,
  givenYear,
  halfOfYear,
  lastMonthCalled,
  monthIn,
  monthOfDocument,
  ofYear,
  quarterOfYear,
  type ReadTime,
  rangeWord,
  relativeTime,
  type TimeReference,
  type TimeRule,
  timeRule,
  yearOfDocument,
} from './time-rule.ts'

const ofWhich = `(?:${anyYear}|this year|last year)`

/** Returns a part of a year. If no year is stated, returns the latest such part that ends no later than the month after the document. */
function partOf(year: string | undefined, now: TimeReference, of: (year: number) => ClaimPeriod): ReadTime {
  if (year !== undefined) return { period: of(givenYear(year, now)), absolute: true }
  const period = of(yearOfDocument(now))
  const end = 'at' in period ? period.at : period.to
  const last = end <= addMonths(monthOfDocument(now), 1) ? period : yearsBefore(period, 1)
  return { ...relativeTime(last), anchored: (anchor) => partOfFiscal(anchor, of) ?? last }
}

/**
 * Returns a part of the fiscal year that is the earlier time: `In the fiscal year to March it was 5 billion; the first eleven months …`. Undefined if the
 * earlier time is not a fiscal year.
 */
function partOfFiscal(anchor: ClaimPeriod, of: (year: number) => ClaimPeriod): ClaimPeriod | undefined {
  if (
    'at' in anchor ||
    anchor.from.length !== 7 ||
    !(anchor.to === addMonths(anchor.from, 11) || anchor.to === addMonths(anchor.from, 12)) ||
    anchor.from.endsWith('-01')
  )
    return undefined
  const [shift, shared] = [Number(anchor.from.slice(5)) - 1, anchor.to === addMonths(anchor.from, 12) ? 1 : 0]
  const part = of(Number(anchor.from.slice(0, 4)))
  const [from, to] = 'at' in part ? [part.at, part.at] : [part.from, part.to]
  return periodFromTo(addMonths(from, shift), addMonths(to, shift + shared))
}

/** Rules for months, quarters and halves of a calendar year. */
export const partTimeRules: readonly TimeRule[] = [
  timeRule(
    'months-so-far',
    `(?:by|up to|to|until) (?:the )?(?:end of |end-)(?<m>${anyMonth})(?:,? (?<y>${ofWhich}))?(?=,? [^.;,]{0,40}\\b(?:had|has|have) (?:already |so far )?(?:sold|bought|imported|exported|shipped|delivered|traded|taken|sent|received|purchased|supplied)\\b)`,
    ({ m, y }, now) => partOf(y, now, (year) => periodFromTo(`${year}-01`, monthIn(year, m!))),
    'by the end of May China had bought',
  ),
  timeRule(
    'months-of-a-year',
    `(?:from |between )?(?:the )?(?<a>${anyMonth})${rangeWord}(?<b>${anyMonth})(?: period| quarter)?,? (?:of |in )?(?<y>${ofWhich})(?![-–/]\\d\\d(?!\\d))`,
    ({ a, b, y }, now) => {
      const year = givenYear(y, now)
      const [start, end] = [monthIn(year, a!), monthIn(year, b!)]
      return { period: periodFromTo(start <= end ? start : monthIn(year - 1, a!), end) }
    },
    'January to May 2024',
  ),
  timeRule(
    'months',
    `(?:from |between |the )?(?<a>${anyMonth})(?:\\s?[-–—]\\s?|(?<=\\b(?:from|between|in|for|during) (?:the )?${anyMonth}) (?:to|until|till|through|and) | through )(?<b>${anyMonth})(?: period| quarter)?(?! \\d)`,
    ({ a, b }, now) => {
      const end = lastMonthCalled(b!, now)
      const start = monthIn(end.slice(0, 4), a!)
      return relativeTime(periodFromTo(start <= end ? start : monthIn(Number(end.slice(0, 4)) - 1, a!), end))
    },
    'in January-May',
  ),
  timeRule(
    'first-quarters',
    `(?:the )?first (?<n>two|three) quarters(?:${ofYear})?`,
    ({ n, y, y2 }, now) => partOf(y ?? y2, now, (year) => monthsOfYear(year, 1, 3 * numberOf(n!))),
    'the first three quarters of 2024',
  ),
  timeRule(
    'first-months',
    `(?:(?<z>${anyYear}|this year|last year)['’]s |the )?first (?<n>two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,2}) months(?:(?: \\([^()]{3,30}\\))?${ofYear})?(?! of (?:the|its|his|that|office|war))`,
    ({ n, y, y2, z }, now) => partOf(y ?? y2 ?? z, now, (year) => monthsOfYear(year, 1, numberOf(n!))),
    'the first nine months of 2024',
  ),
  timeRule(
    'quarter',
    `(?:(?<z>${anyYear}|this year|last year)['’]s |the )?(?<n>first|second|third|fourth|(?:last|final)(?= quarter (?:of|in)))[- ]quarter(?:${ofYear})?(?! (?:of the (?:\\w+ )?century|million|billion))`,
    ({ n, y, y2, z }, now) => partOf(y ?? y2 ?? z, now, (year) => quarterOfYear(year, /last|final/i.test(n!) ? 4 : ordinalOf(n!))),
    'the first quarter of 2023',
  ),
  timeRule(
    'year-quarter-code',
    `(?<y>${anyYear})[ /-]?Q(?<n>[1-4])`,
    ({ n, y }) => ({ period: quarterOfYear(Number(y), Number(n)) }),
    '2023 Q1',
  ),
  timeRule(
    'quarter-code',
    `(?:Q(?<n>[1-4])|(?<k>[1-4])Q)(?!\\p{L})(?:(?: (?:of |in )?|/|-)?(?<y>${anyYear})|(?! ?\\d))`,
    ({ n, k, y }, now) => partOf(y, now, (year) => quarterOfYear(year, Number(n ?? k))),
    'Q1 2023',
  ),
  timeRule(
    'half',
    `(?:the )?(?<n>first|second|latter)[- ]half(?:[- ]year)?${ofYear}`,
    ({ n, y, y2 }, now) => partOf(y ?? y2, now, (year) => halfOfYear(year, /first/i.test(n!) ? 1 : 2)),
    'the second half of 2023',
  ),
  timeRule(
    'bare-half',
    `(?:(?<z>${anyYear}|this year|last year)['’]s |(?<=\\b(?:in|over|during|for) )the )(?<n>first|second) half(?:[- ]year)?(?! of)`,
    ({ n, z }, now) => partOf(z, now, (year) => halfOfYear(year, /first/i.test(n!) ? 1 : 2)),
    "2023's first half",
  ),
  timeRule(
    'half-code',
    `(?:H(?<n>[12])|(?<k>[12])H)(?!\\p{L})(?:(?: (?:of |in )?|/|-)?(?<y>${anyYear})|(?! ?\\d))`,
    ({ n, k, y }, now) => partOf(y, now, (year) => halfOfYear(year, Number(n ?? k))),
    'H1 2023',
  ),
]

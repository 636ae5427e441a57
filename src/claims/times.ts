import { at, type FiscalYear, fiscalMonths, fromTo, monthOf, monthPattern, months, monthsOn } from './calendar.ts'
import type { ClaimPeriod } from './claim.ts'
import type { TimeMention } from './mention.ts'
import { numberOf, ordinalOf } from './number-words.ts'

/** What relative times are resolved against: the day of the document (as fine as it is known) and how the states of the text count fiscal years. */
export interface Now {
  readonly date: string
  readonly fiscal: FiscalYear
}

interface Read {
  readonly period: ClaimPeriod
  readonly role?: TimeMention['role']
  readonly absolute?: boolean
}

type Groups = Readonly<Record<string, string | undefined>>

export interface TimeRule {
  readonly name: string
  readonly pattern: RegExp
  read(groups: Groups, now: Now): Read | undefined
  readonly example: string
}

const M = monthPattern
const Y = String.raw`(?:1[89]|20)\d\d`
const to = String.raw`\s?(?:-|–|—|to|until|till|through|and)\s?`
const D = String.raw`\d{1,2}(?:st|nd|rd|th)?`
const rule = (name: string, source: string, read: TimeRule['read'], example: string): TimeRule => ({
  name,
  pattern: new RegExp(`(?<![\\w$€£.])${source}`, 'giu'),
  read,
  example,
})
const yearOf = (now: Now): number => Number(now.date.slice(0, 4))
const monthNow = (now: Now): string => (now.date.length >= 7 ? now.date.slice(0, 7) : `${now.date.slice(0, 4)}-12`)
const longYear = (start: string, end: string): number => (end.length === 2 ? Number(start.slice(0, 2) + end) : Number(end))
const monthIn = (year: string | number, name: string): string => `${year}-${String(monthOf(name)).padStart(2, '0')}`
const dayIn = (year: string | number, month: string, day: string): string =>
  `${monthIn(year, month)}-${String(Number.parseInt(day, 10)).padStart(2, '0')}`
/** A month without its year is the last one before the document. */
const lastMonthCalled = (name: string, now: Now): string => {
  const this_ = monthIn(yearOf(now), name)
  return this_ <= monthNow(now) ? this_ : monthIn(yearOf(now) - 1, name)
}
const before = (years: number, now: Now): ClaimPeriod => at(String(yearOf(now) - years))
const years = (count: number, now: Now): ClaimPeriod => fromTo(monthsOn(monthNow(now), -12 * count), monthNow(now))
const relative = (period: ClaimPeriod, role?: TimeMention['role']): Read => ({
  period,
  absolute: false,
  ...(role === undefined ? {} : { role }),
})
const quarter = (year: number, n: number): ClaimPeriod => months(year, 3 * n - 2, 3 * n)
const half = (year: number, n: number): ClaimPeriod => months(year, 6 * n - 5, 6 * n)
const givenYear = (year: string | undefined, now: Now): number =>
  year === undefined ? yearOf(now) : /^\d{4}$/.test(year) ? Number(year) : /last|previous/.test(year) ? yearOf(now) - 1 : yearOf(now)
const ofYear = String.raw`(?: (?:of|in) (?:the )?(?<y>${Y}|this year|last year|the year|current year|previous year|year)|,? (?<y2>${Y}))`

/** The rules in the order in which they are tried: the longer form before what it holds. */
export const timeRules: readonly TimeRule[] = [
  rule(
    'months-of-two-years',
    `(?:from |between )?(?<a>${M}) (?<ya>${Y})${to}(?<b>${M}) (?<yb>${Y})`,
    ({ a, ya, b, yb }) => ({ period: fromTo(monthIn(ya!, a!), monthIn(yb!, b!)) }),
    'April 2022 to January 2023',
  ),
  rule(
    'day-month-year',
    `(?<d>${D}) (?:of )?(?<m>${M}),? (?<y>${Y})`,
    ({ d, m, y }) => ({ period: at(dayIn(y!, m!, d!)) }),
    '1 August 2025',
  ),
  rule('month-day-year', `(?<m>${M}) (?<d>${D}),? (?<y>${Y})`, ({ d, m, y }) => ({ period: at(dayIn(y!, m!, d!)) }), 'August 1, 2025'),
  rule(
    'months-of-a-year',
    `(?:from |between )?(?<a>${M})${to}(?<b>${M}),? (?:of )?(?<y>${Y}|this year|last year)`,
    ({ a, b, y }, now) => ({ period: fromTo(monthIn(givenYear(y, now), a!), monthIn(givenYear(y, now), b!)) }),
    'January to May 2024',
  ),
  rule(
    'months',
    `(?<=\\b(?:from|between|in|for|during) )(?<a>${M})${to}(?<b>${M})`,
    ({ a, b }, now) => {
      const end = lastMonthCalled(b!, now)
      return relative(fromTo(monthIn(end.slice(0, 4), a!), end))
    },
    'in January-May',
  ),
  rule(
    'month-year',
    `(?:early |mid-|late |the (?:start|end|beginning) of )?(?<m>${M}),? (?:of )?(?<y>${Y})`,
    ({ m, y }) => ({ period: at(monthIn(y!, m!)) }),
    'May 2023',
  ),
  rule(
    'first-months',
    `(?:the )?first (?<n>two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,2}) months${ofYear}?`,
    ({ n, y, y2 }, now) => ({ period: months(givenYear(y ?? y2, now), 1, numberOf(n!)), absolute: (y ?? y2) !== undefined }),
    'the first nine months of 2024',
  ),
  rule(
    'quarter',
    `(?:the )?(?<n>first|second|third|fourth|(?:last|final)(?= quarter (?:of|in)))[- ]quarter${ofYear}?`,
    ({ n, y, y2 }, now) => ({
      period: quarter(givenYear(y ?? y2, now), /last|final/i.test(n!) ? 4 : ordinalOf(n!)),
      absolute: (y ?? y2) !== undefined,
    }),
    'the first quarter of 2023',
  ),
  rule('quarter-code', `Q(?<n>[1-4])(?: (?:of )?|/|-)(?<y>${Y})`, ({ n, y }) => ({ period: quarter(Number(y), Number(n)) }), 'Q1 2023'),
  rule(
    'half',
    `(?:the )?(?<n>first|second|latter) half${ofYear}`,
    ({ n, y, y2 }, now) => ({ period: half(givenYear(y ?? y2, now), /first/i.test(n!) ? 1 : 2), absolute: (y ?? y2) !== undefined }),
    'the second half of 2023',
  ),
  rule('half-code', `H(?<n>[12])(?: (?:of )?|/|-)(?<y>${Y})`, ({ n, y }) => ({ period: half(Number(y), Number(n)) }), 'H1 2023'),
  rule(
    'fiscal-code',
    `FY ?'?(?<y>\\d{2}|${Y})(?:[-–/](?<b>\\d{2}))?\\b`,
    ({ y, b }, now) => ({
      period: fiscalMonths(
        b !== undefined ? longYear(y!, b) - (now.fiscal.namedByEnd ? 0 : 1) : y!.length === 2 ? 2000 + Number(y) : Number(y),
        now.fiscal,
      ),
    }),
    'FY23',
  ),
  rule(
    'fiscal-year',
    `(?:fiscal|financial)(?: year)? (?<y>${Y})(?:[-–/](?<b>\\d{2,4}))?`,
    ({ y, b }, now) => ({
      period: fiscalMonths(b === undefined ? Number(y) : longYear(y!, b) - (now.fiscal.namedByEnd ? 0 : 1), now.fiscal),
    }),
    'fiscal year 2022-23',
  ),
  rule(
    'years-range',
    `(?<role>(?:from|between|over|during|in|since) )?(?:the (?:years|period) )?(?<a>${Y})(?:\\s?[-–—/]\\s?|(?<=(?:from|between) ${Y}) (?:to|and|until|through) | to )(?<b>${Y}|\\d\\d)(?![\\d%])`,
    ({ a, b, role }, now) => {
      const end = longYear(a!, b!)
      const span = end - Number(a)
      if (span <= 0) return undefined
      if (span === 1 && b!.length === 2) return { period: fiscalMonths(now.fiscal.namedByEnd ? end : Number(a), now.fiscal) }
      return { period: fromTo(a!, String(end)), role: roleOf(role) }
    },
    'between 2018 and 2021',
  ),
  rule(
    'decade',
    `(?<part>early |mid-|late )?(?:the )?(?<d>(?:1[89]|20)\\d0)s`,
    ({ d, part }) => {
      const [low, high] = part === undefined ? [0, 9] : /early/i.test(part) ? [0, 3] : /mid/i.test(part) ? [4, 6] : [7, 9]
      return { period: fromTo(String(Number(d) + low), String(Number(d) + high)) }
    },
    'the 1990s',
  ),
  rule(
    'year-earlier',
    "(?:than |from |on |over |against |compared (?:with|to) )?(?:the (?:same (?:period|months?|quarter|time) (?:of |in )?)?(?:previous|preceding|prior) year|(?:a|one) year (?:earlier|before|ago)|the year before|(?:the )?same (?:period|months?|quarter|time) (?:of |in )?(?:last year|a year (?:earlier|ago|before)|the (?:previous|preceding|prior) year|the year before)|last year's (?:level|figure|total))",
    (_, now) => relative(before(1, now), 'base'),
    'from a year earlier',
  ),
  rule(
    'year-on-year',
    '(?:year[- ]on[- ]year|year[- ]over[- ]year|y-?o-?y\\b|yoy\\b|on the year|annually|per year|a year(?= (?:on|to))|in annual terms)',
    (_, now) => relative(before(1, now), 'base'),
    'year on year',
  ),
  rule(
    'year',
    `(?<role>by |until |till |up to |before |since |after |from |through |as of |compared (?:with|to) |against |than in |than |on |over )?(?:the (?:year|end of|start of|beginning of) |(?:the )?(?:early|mid|late)[- ]|end-|year-end )?(?<y>${Y})(?![-\\d%]|\\s?(?:tanks|troops|soldiers|km|kilomet|tonnes|tons|people|companies))`,
    ({ y, role }) => ({ period: at(y!), role: roleOf(role) }),
    'since 2014',
  ),
  rule(
    'last-years',
    '(?:over |in |during |within |for )?(?:the )?(?:last|past|previous|recent) (?<n>two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|\\d{1,2}) (?<u>years|months|decades|quarters)',
    ({ n, u }, now) => {
      const count = numberOf(n!)
      return relative(
        u === 'months'
          ? fromTo(monthsOn(monthNow(now), -count), monthNow(now))
          : years(u === 'decades' ? 10 * count : u === 'quarters' ? count / 4 : count, now),
      )
    },
    'over the past six months',
  ),
  rule('last-decade', '(?:over |in |during )?(?:the )?(?:last|past) decade', (_, now) => relative(years(10, now)), 'over the past decade'),
  rule(
    'years-ago',
    '(?<n>two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|\\d{1,2}) (?<u>years|decades) (?:ago|earlier|before)',
    ({ n, u }, now) => relative(before(numberOf(n!) * (u === 'decades' ? 10 : 1), now), 'base'),
    'ten years ago',
  ),
  rule('decade-ago', '(?:a|one) decade (?:ago|earlier|before)', (_, now) => relative(before(10, now), 'base'), 'a decade ago'),
  rule(
    'so-far',
    '(?:so far|thus far|to date) this year|(?:this|the) year (?:so far|to date)|year-to-date|since the (?:start|beginning) of (?:the|this) year',
    (_, now) =>
      relative(
        fromTo(
          `${yearOf(now)}-01`,
          now.date.length >= 7
            ? monthsOn(monthNow(now), -1) < `${yearOf(now)}-01`
              ? monthNow(now)
              : monthsOn(monthNow(now), -1)
            : `${yearOf(now)}-12`,
        ),
      ),
    'so far this year',
  ),
  rule(
    'last-year',
    '(?:(?<=\\b(?:in|for|over|during) )the )?(?:last|past) year(?!s)|last calendar year',
    (_, now) => relative(before(1, now)),
    'last year',
  ),
  rule('this-year', '(?:this|the current) year', (_, now) => relative(before(0, now)), 'this year'),
  rule('next-year', 'next year', (_, now) => relative(before(-1, now)), 'next year'),
  rule(
    'next-years',
    '(?:over |in |within |during )?(?:the )?(?:next|coming) (?<n>two|three|four|five|ten|\\d{1,2})(?:[-–]\\d{1,2})? years',
    ({ n }, now) => relative(fromTo(String(yearOf(now)), String(yearOf(now) + numberOf(n!)))),
    'over the next five years',
  ),
  rule('last-month', '(?:last|the past|the previous) month', (_, now) => relative(at(monthsOn(monthNow(now), -1))), 'last month'),
  rule('this-month', 'this month', (_, now) => relative(at(monthNow(now))), 'this month'),
  rule(
    'last-quarter',
    '(?:last|the previous) quarter',
    (_, now) => {
      const [year = 0, month = 1] = monthNow(now).split('-').map(Number)
      const n = Math.ceil(month / 3) - 1
      return relative(n === 0 ? quarter(year - 1, 4) : quarter(year, n))
    },
    'last quarter',
  ),
  rule(
    'month',
    `(?<=\\b(?:in|since|by|until|of|last|during|from|for|for|early|late|mid) )(?<m>${M})(?! \\d)`,
    ({ m }, now) => (m === 'may' ? undefined : relative(at(lastMonthCalled(m!, now)))),
    'in October',
  ),
  rule(
    'day-month',
    `(?:on )(?:(?<d>${D}) (?<m>${M})|(?<m2>${M}) (?<d2>${D}))`,
    ({ d, m, d2, m2 }, now) => relative(at(dayIn(lastMonthCalled((m ?? m2)!, now).slice(0, 4), (m ?? m2)!, (d ?? d2)!))),
    'on 4 February',
  ),
]

function roleOf(word: string | undefined): TimeMention['role'] {
  const bare = word?.trim().toLowerCase() ?? ''
  if (bare === 'since' || bare === 'after') return 'since'
  if (['by', 'until', 'till', 'up to', 'before', 'through', 'as of'].includes(bare)) return 'until'
  return /^(?:compared|against|than)/.test(bare) ? 'base' : 'at'
}

/**
 * The times of a sentence, in their order, relative ones resolved.
 *
 * @example timesIn('Trade grew between 2018 and 2021', { date: '2024', fiscal: { firstMonth: 4, namedByEnd: true } })[0].period   // { from: '2018', to: '2021' }
 */
export function timesIn(text: string, now: Now): TimeMention[] {
  const found: TimeMention[] = []
  for (const { name, pattern, read } of timeRules) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (found.some((other) => span.start < other.end && other.start < span.end)) continue
      const time = read(match.groups ?? {}, now)
      if (time !== undefined) found.push({ ...span, role: 'at', absolute: true, rule: name, ...time })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

import type { ClaimPeriod } from '../../claim.ts'
import { type FiscalYear, lastDayOf, monthOf, monthPattern, monthsOfYear, periodAt, periodFromTo } from '../calendar.ts'
import type { TimeMention } from '../mention.ts'
import { numberOf } from '../numbers/number-words.ts'
import type { FromAnchor } from './anchored-periods.ts'

/** What relative times are resolved against: the date of the document, and the fiscal year of the text. */
export interface TimeReference {
  readonly date: string
  readonly fiscal: FiscalYear
}

export interface ReadTime {
  readonly period: ClaimPeriod
  readonly role?: TimeMention['role']
  readonly absolute?: boolean
  readonly anchored?: FromAnchor
}

type Groups = Readonly<Record<string, string | undefined>>

/** One way to write a time: a pattern, its meaning, and an example that a test reads. */
export interface TimeRule {
  readonly name: string
  readonly pattern: RegExp
  read(groups: Groups, now: TimeReference): ReadTime | undefined
  readonly example: string
}

/** Parts of patterns: a month, a year, the word between the two ends of a range, and a day. */
export const anyMonth: string = monthPattern
export const anyYear: string = String.raw`(?:1[89]|20)\d\d`
export const rangeWord: string = String.raw`\s?(?:-|–|—|to|until|till|through|and)\s?`
export const anyDay: string = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?`

export const timeRule = (name: string, source: string, read: TimeRule['read'], example: string): TimeRule => ({
  name,
  pattern: new RegExp(`(?<![\\w$€£.])${source}`, 'giu'),
  read,
  example,
})

export const yearOfDocument = (now: TimeReference): number => Number(now.date.slice(0, 4))
export const monthOfDocument = (now: TimeReference): string => (now.date.length >= 7 ? now.date.slice(0, 7) : `${now.date.slice(0, 4)}-12`)
export const yearWithCentury = (start: string, end: string): number => (end.length === 2 ? Number(start.slice(0, 2) + end) : Number(end))
export const monthIn = (year: string | number, name: string): string => `${year}-${String(monthOf(name)).padStart(2, '0')}`
/** Returns a day of a month; undefined for a day that does not exist, such as 31 June. */
export function dayIn(year: string | number, month: string, day: string): string | undefined {
  const whole = monthIn(year, month)
  const found = `${whole}-${String(Number.parseInt(day, 10)).padStart(2, '0')}`
  return found <= lastDayOf(whole) ? found : undefined
}
/** Returns a day as a period; undefined for a day that does not exist. */
export const periodOfDay = (year: string | number, month: string, day: string): ClaimPeriod | undefined => {
  const found = dayIn(year, month, day)
  return found === undefined ? undefined : periodAt(found)
}

/** Returns the latest month of that name; it may be the month of the document, but not a later one. */
export function lastMonthCalled(name: string, now: TimeReference): string {
  const this_ = monthIn(yearOfDocument(now), name)
  return this_ <= monthOfDocument(now) ? this_ : monthIn(yearOfDocument(now) - 1, name)
}

export const yearsAgo = (years: number, now: TimeReference): ClaimPeriod => periodAt(String(yearOfDocument(now) - years))
/** Returns the period of a number of whole years that ends with the year before the document's. */
export const yearsUpToLast = (count: number, now: TimeReference): ClaimPeriod =>
  periodFromTo(String(yearOfDocument(now) - count), String(yearOfDocument(now) - 1))
export const relativeTime = (period: ClaimPeriod, role?: TimeMention['role']): ReadTime => ({
  period,
  absolute: false,
  ...(role === undefined ? {} : { role }),
})
export const anchoredTime = (from: FromAnchor, now: TimeReference, role?: TimeMention['role']): ReadTime => ({
  ...relativeTime(from(periodAt(monthOfDocument(now))), role),
  anchored: from,
})

/** A small number in words or digits, as a pattern with the group `n`. */
export const smallCount: string = String.raw`(?<!\p{L}-)(?<n>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|\d{1,2})`
export const countOf = (word: string): number => (/^an?$/i.test(word) ? 1 : numberOf(word))
export const countInYears = (n: string, unit: string): number => countOf(n) * (/decade/i.test(unit) ? 10 : 1)
export const quarterOfYear = (year: number, n: number): ClaimPeriod => monthsOfYear(year, 3 * n - 2, 3 * n)
export const halfOfYear = (year: number, n: number): ClaimPeriod => monthsOfYear(year, 6 * n - 5, 6 * n)
export const givenYear = (year: string | undefined, now: TimeReference): number =>
  year === undefined
    ? yearOfDocument(now)
    : /^\d{4}$/.test(year)
      ? Number(year)
      : /last|previous/i.test(year)
        ? yearOfDocument(now) - 1
        : yearOfDocument(now)
export const ofYear: string = `(?: (?:of|in) (?:the )?(?<y>${anyYear}|this year|last year|the year|current year|previous year|year)|,? (?<y2>${anyYear}))`

/** Returns the role of a time from the word before: `since 2014`, `by May` (`until`), `than in June` (`base`); `at` without such a word. */
export function roleOf(word: string | undefined): TimeMention['role'] {
  const bare = word?.trim().toLowerCase() ?? ''
  if (bare === 'since' || bare === 'after') return 'since'
  if (['by', 'until', 'till', 'up to', 'before', 'through', 'as of'].includes(bare)) return 'until'
  return /^(?:compared|against|than|on$|over$)/.test(bare) ? 'base' : 'at'
}

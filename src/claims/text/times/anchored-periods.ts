import type { ClaimPeriod } from '../../claim.ts'
import { addMonths, endOf, monthOf, monthsOfYear, periodAt, periodFromTo, startOf, yearsBefore, yearsIn } from '../calendar.ts'

/** Computes the period of a time from that of an earlier time of the text, `anchor`: `two years later`, `that year`. */
export type FromAnchor = (anchor: ClaimPeriod) => ClaimPeriod

/**
 * Moves a period by a number of years. A month or day moved by two years or more becomes a year. A range of more than five years becomes a year too, counted
 * from the end of the range. All other periods keep their precision.
 */
export const yearsLater =
  (years: number): FromAnchor =>
  (anchor) =>
    ('at' in anchor ? anchor.at.length > 4 && Math.abs(years) >= 2 : anchor.from.length === 4 && yearsIn(anchor) > 5)
      ? periodAt(yearAfter(anchor, years))
      : yearsBefore(anchor, -years)

const yearAfter = (anchor: ClaimPeriod, years: number): string => String(Number(endOf(anchor).slice(0, 4)) + years)

/** Moves the end of an earlier time by a number of months. A year remains a year and is moved by whole years only. */
export const monthsLater =
  (count: number): FromAnchor =>
  (anchor) => {
    const end = endOf(anchor)
    return end.length >= 7
      ? periodAt(addMonths(end.slice(0, 7), count))
      : periodAt(yearAfter(anchor, count >= 12 ? Math.floor(count / 12) : 0))
  }

/** Moves an earlier time back by a number of months; its length does not change: a quarter stays a quarter. A year is returned unchanged. */
export const monthsBack =
  (count: number): FromAnchor =>
  (anchor) => {
    const back = (when: string): string => addMonths(when.slice(0, 7), -count)
    return endOf(anchor).length < 7 ? anchor : 'at' in anchor ? periodAt(back(anchor.at)) : periodFromTo(back(anchor.from), back(anchor.to))
  }

/** Whether a period is a fiscal year: twelve months that do not begin in January. */
const isFiscal = (anchor: ClaimPeriod): boolean =>
  'from' in anchor &&
  anchor.from.length === 7 &&
  !anchor.from.endsWith('-01') &&
  (anchor.to === addMonths(anchor.from, 11) || anchor.to === addMonths(anchor.from, 12))

/** Returns the calendar year of the earlier time; a fiscal year is returned unchanged. */
export const yearOfAnchor: FromAnchor = (anchor) => (isFiscal(anchor) ? anchor : periodAt(endOf(anchor).slice(0, 4)))
export const sameAsAnchor: FromAnchor = (anchor) => anchor
export const wholeYearLater =
  (years: number): FromAnchor =>
  (anchor) =>
    isFiscal(anchor) ? yearsBefore(anchor, -years) : periodAt(yearAfter(anchor, years))

/** Returns the first month of that name after the earlier time: `the following January`. */
export const followingMonth =
  (name: string): FromAnchor =>
  (anchor) => {
    const end = endOf(anchor)
    const month = String(monthOf(name)).padStart(2, '0')
    return periodAt(`${Number(end.slice(0, 4)) + (end.length >= 7 && end.slice(5, 7) < month ? 0 : 1)}-${month}`)
  }

/** Returns the last month of that name before the earlier time: `the July before`. */
export const monthBefore =
  (name: string): FromAnchor =>
  (anchor) => {
    const start = endOf(anchor)
    const month = String(monthOf(name)).padStart(2, '0')
    return periodAt(`${Number(start.slice(0, 4)) - (start.length >= 7 && month < start.slice(5, 7) ? 0 : 1)}-${month}`)
  }

/** Returns a quarter of the year of the earlier time. */
export const quarterOfAnchorYear =
  (n: number): FromAnchor =>
  (anchor) =>
    monthsOfYear(Number(endOf(anchor).slice(0, 4)), 3 * n - 2, 3 * n)

/** Returns named months of the year of the earlier time. */
export const monthsOfAnchorYear =
  (first: string, last: string): FromAnchor =>
  (anchor) => {
    const year = endOf(anchor).slice(0, 4)
    const month = (name: string): string => `${year}-${String(monthOf(name)).padStart(2, '0')}`
    return periodFromTo(month(first), month(last))
  }

/** Returns a number of whole years right before the earlier time: `in the twenty years before`. */
export const yearsBeforeAnchor =
  (years: number): FromAnchor =>
  (anchor) => {
    const start = startOf(anchor)
    if (isFiscal(anchor)) return periodFromTo(addMonths(start, -12 * years), addMonths(start, -1))
    const year = Number(start.slice(0, 4))
    return periodFromTo(String(year - years), String(year - 1))
  }

/** Returns a number of years from the earlier time on: `over the first five years`. */
export const yearsFromAnchor =
  (years: number): FromAnchor =>
  (anchor) => {
    const year = Number(startOf(anchor).slice(0, 4))
    return periodFromTo(String(year), String(year + years))
  }

const seasons: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

/** Returns the three months of a season of the northern hemisphere; winter begins in the given year. */
export function seasonOf(name: string, year: number): ClaimPeriod {
  const start = `${year}-${String(seasons[name.toLowerCase()]).padStart(2, '0')}`
  return periodFromTo(start, addMonths(start, 2))
}

/** Returns the latest season of that name that ends in the given month or before. */
export function lastSeason(name: string, month: string): ClaimPeriod {
  const year = Number(month.slice(0, 4))
  const this_ = seasonOf(name, year)
  return startOf(this_) <= month && endOf(this_) <= month ? this_ : seasonOf(name, year - 1)
}

/** Events that texts on foreign relations use as dates (`since the annexation of Crimea`), with the month of each. */
export const datedEvents: readonly (readonly [words: string, month: string])[] = [
  ["(?:(?:start|beginning) of the )?(?:full-scale |Russian |Russia['’]s (?:full-scale )?)?invasion(?: of Ukraine)?", '2022-02'],
  ["(?:Russia['’]s |Russian )?annexation of Crimea", '2014-03'],
  ["(?:(?:full-scale |Russian |Russia['’]s )?war (?:in|on|against) Ukraine|(?:Ukraine|Ukrainian) war)", '2022-02'],
  ['(?:(?:start|beginning|outbreak) of the )?war(?! (?:in|on|of|with|between|against|began|broke))', '2022-02'],
  ['end of the Cold War', '1991-12'],
  ['(?:collapse|break-?up|dissolution|end) of the (?:Soviet Union|USSR)', '1991-12'],
  ['(?:coronavirus |Covid(?:-19)? )?pandemic', '2020-03'],
  ['fall of the (?:Berlin )?Wall', '1989-11'],
  ['Brexit referendum', '2016-06'],
]

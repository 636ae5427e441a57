import type { ClaimPeriod } from '../claim.ts'
import { factFile } from './fact-files.ts'

const monthNames = 'january february march april may june july august september october november december'.split(' ')

/** Names and abbreviations of months, as a pattern without groups. Does not match a longer word with the same beginning, such as `decisions` or `maritime`. */
export const monthPattern: string = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?![\wÀ-ɏ])`

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/**
 * Returns the number of a month by its English name or abbreviation; 1 is January.
 *
 * @example monthOf('Sept.')   // 9
 */
export function monthOf(name: string): number {
  const start = name.toLowerCase().slice(0, 3)
  return monthNames.findIndex((month) => month.startsWith(start)) + 1
}

/**
 * Returns the month that is a number of months later; a negative number goes back.
 *
 * @example addMonths('2024-01', -1)   // '2023-12'
 */
export function addMonths(month: string, count: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  const months = year * 12 + (of - 1) + count
  return `${Math.floor(months / 12)}-${twoDigits((months % 12) + 1)}`
}

/** Makes a period of a single year, month or day. */
export const periodAt = (when: string): ClaimPeriod => ({ at: when })

/** Makes a period from its first and last date; if both are the same, a single date. */
export const periodFromTo = (from: string, to: string): ClaimPeriod => (from === to ? { at: from } : { from, to })

/** Returns the first year, month or day of a period, as the period states it. */
export const startOf = (period: ClaimPeriod): string => ('at' in period ? period.at : period.from)
export const endOf = (period: ClaimPeriod): string => ('at' in period ? period.at : period.to)
export const endYear = (period: ClaimPeriod): string => endOf(period).slice(0, 4)

/** Makes a period of months of one year: `monthsOfYear(2023, 1, 3)` is the first quarter of 2023. */
export const monthsOfYear = (year: number, first: number, last: number): ClaimPeriod =>
  periodFromTo(`${year}-${twoDigits(first)}`, `${year}-${twoDigits(last)}`)

/** A state's fiscal year: its first month, and whether it is named after the calendar year in which it ends. */
export interface FiscalYear {
  readonly firstMonth: number
  readonly namedByEnd: boolean
  /** Set if the year begins in the middle of a month, so that it ends in the same month of the next year: the Iranian year from 21 March. */
  readonly withinMonth?: true
  /** Set if no state of the text counts its trade by this fiscal year, so that `2022-23` may also mean two calendar years. */
  readonly assumed?: true
}

const published = factFile<{ readonly years: readonly (FiscalYear & { readonly state: string; readonly use: string })[] }>(
  'fiscal-years',
).years
const yearsUsedFor = (use: string): Readonly<Record<string, FiscalYear>> =>
  Object.fromEntries(published.flatMap(({ state, use: its, ...year }) => (its === use ? [[state, year]] : [])))

/** Fiscal years of the states that use them in their trade and debt statistics. */
const fiscalYears = yearsUsedFor('trade and debt statistics')

/** Iran's year, from 21 March. Texts on other states' trade with Iran use the fiscal years of those states. */
export const iranianYear: FiscalYear = yearsUsedFor('Iranian calendar')['IRN']!

/** Fiscal years of states that use them for the budget only and count trade by calendar years. */
const budgetYears = yearsUsedFor('budget only')

/**
 * Returns the fiscal year of the first state that counts its trade by fiscal years; else that of the first state with a budget year; else India's, the most
 * frequent in texts. In the last two cases the fiscal year is marked as `assumed`.
 */
export function fiscalYearOf(states: readonly string[]): FiscalYear {
  const first = (years: Readonly<Record<string, FiscalYear>>): FiscalYear | undefined =>
    states.map((state) => years[state]).find((year) => year !== undefined)
  const own = first(fiscalYears) ?? (states.includes('IRN') ? iranianYear : undefined)
  return own ?? { ...(first(budgetYears) ?? fiscalYears['IND']!), assumed: true }
}

/**
 * Returns the months of a fiscal year.
 *
 * @example fiscalMonths(2023, { firstMonth: 4, namedByEnd: true })   // { from: '2022-04', to: '2023-03' }
 */
export function fiscalMonths(year: number, { firstMonth, namedByEnd, withinMonth }: FiscalYear): ClaimPeriod {
  const start = `${namedByEnd ? year - 1 : year}-${twoDigits(firstMonth)}`
  return { from: start, to: addMonths(start, withinMonth ? 12 : 11) }
}

/** Returns the first day of a year or month; a day is returned unchanged. */
export const firstDayOf = (when: string): string => when + '-01-01'.slice((when.length - 4) % 6 === 0 ? (when.length - 4 === 6 ? 6 : 0) : 3)

/** Returns the last day of a year or month; a day is returned unchanged. */
export function lastDayOf(when: string): string {
  if (when.length === 4) return `${when}-12-31`
  if (when.length === 10) return when
  const month = when.slice(5)
  const year = Number(when.slice(0, 4))
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return `${when}-${month === '02' ? (isLeap ? 29 : 28) : shortMonths.has(month) ? 30 : 31}`
}

const shortMonths: ReadonlySet<string> = new Set(['04', '06', '09', '11'])

/**
 * Returns the first and the last day of a period.
 *
 * @example daysOf({ from: '2022-04', to: '2023-02' })   // { from: '2022-04-01', to: '2023-02-28' }
 */
export function daysOf(period: ClaimPeriod): { readonly from: string; readonly to: string } {
  const [from, to] = 'at' in period ? [period.at, period.at] : [period.from, period.to]
  return { from: firstDayOf(from), to: lastDayOf(to) }
}

/** Moves a period back by a number of years: `2023` becomes `2022`, months become the same months of the earlier year. */
export function yearsBefore(period: ClaimPeriod, years: number): ClaimPeriod {
  const back = (when: string): string => daysThatAre(`${Number(when.slice(0, 4)) - years}${when.slice(4)}`)
  return 'at' in period ? { at: back(period.at) } : { from: back(period.from), to: back(period.to) }
}

/** Replaces 29 February by 28 February if the year has no 29 February; other dates are returned unchanged. */
const daysThatAre = (when: string): string =>
  when.endsWith('-02-29') && lastDayOf(when.slice(0, 7)) < when ? lastDayOf(when.slice(0, 7)) : when

/** Counts the whole years in a period; returns at least 1. */
export function yearsIn(period: ClaimPeriod): number {
  const { from, to } = daysOf(period)
  return Math.max(1, Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + (to.slice(5) >= from.slice(5) ? 1 : 0))
}

/**
 * Returns the earlier period from which a change is counted. For a period of up to twelve months: the same period a year earlier. For a period from one
 * calendar year to the fourth after it (2018 to 2022): the same period five years earlier. Undefined for other lengths.
 */
export function periodComparedWith(period: ClaimPeriod): ClaimPeriod | undefined {
  const { from, to } = daysOf(period)
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  if (years === 4) return yearsBefore(period, 5)
  return years === 0 || (years === 1 && from.slice(5) > to.slice(5)) ? yearsBefore(period, 1) : undefined
}

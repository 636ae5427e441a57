import type { ClaimPeriod } from '../claim.ts'
import { daysOf } from './calendar.ts'

/** Returns the last day that the date of the text may mean: the end of the month or year if the date has no day. */
export function lastDayOfText(bench: { readonly date: string }): string {
  return daysOf({ at: bench.date }).to
}

/**
 * Whether a day lies within a period, which may be extended by some days at both ends.
 *
 * @example isWithinSpan('2001-06-15', { at: '2001' })   // true
 */
export function isWithinSpan(day: string, period: ClaimPeriod, slack = 0): boolean {
  const { from, to } = daysOf(period)
  return day >= shiftDay(from, -slack) && day <= shiftDay(to, slack)
}

/**
 * Returns the day some days later, or earlier if the number is negative.
 *
 * @example shiftDay('2019-12-31', 1)   // '2020-01-01'
 */
export function shiftDay(day: string, days: number): string {
  return days === 0 ? day : new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Returns the first and last year of a period. */
export function yearsOfPeriod(period: ClaimPeriod): { from: number; to: number } {
  const [from, to] = 'at' in period ? [period.at, period.at] : [period.from, period.to]
  return { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) }
}

/** A figure of a year that ended longer ago than this tells the past, not the present. */
const presentYears = 5

/**
 * Whether a year ended more than five years before a day, so that no sentence may lead with its figures as if they told the present.
 *
 * @param year   calendar year
 * @param day    ISO date
 *
 * @example isPastYear(2020, '2026-11-24')   // true
 */
export function isPastYear(year: number, day: string): boolean {
  return `${year + presentYears}-12-31` < day
}

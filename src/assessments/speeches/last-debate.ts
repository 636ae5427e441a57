/**
 * Returns the year of the last General Debate that is over on a day: a session's debate counts as over at the end of October.
 *
 * @example lastDebate('2026-06-04')   // 2025
 */
export function lastDebate(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) >= '10-31' ? 0 : 1)
}

/** What ended so many years before the day of the page or more says nothing of now. */
const oldYears = 4

/**
 * Returns whether a period ended four years before a day or more; undefined where its end names no year.
 *
 * @example ['2014/2024', '2009-01-01/2019-12-31', 'session 80'].map((period) => isLongPast(period, '2026-11-24'))   // [false, true, undefined]
 */
export function isLongPast(period: string, day: string): boolean | undefined {
  const end = /(\d{4})(?:-\d\d-\d\d)?$/.exec(period)?.[1]
  return end === undefined ? undefined : Number(end) + oldYears <= Number(day.slice(0, 4))
}

/**
 * Whether the text is an existing year, month or day: `2015`, `2015-02` or `2015-02-28`.
 *
 * @example isToldDate('2015-02-30')   // false
 */
export function isToldDate(text: string | null): boolean {
  if (!/^(?:1[89]|20)\d\d(?:-\d\d(?:-\d\d)?)?$/.test(text ?? '')) return false
  const { first } = daysOfToldDate(text!)
  return !Number.isNaN(Date.parse(first)) && new Date(first).toISOString().startsWith(first)
}

/**
 * Returns the first and the last day that a year, month or day can mean.
 *
 * @param date   a date for which `isToldDate` holds
 * @example daysOfToldDate('2016-02').last   // '2016-02-29'
 */
export function daysOfToldDate(date: string): { readonly first: string; readonly last: string } {
  const first = `${date}${'-01-01'.slice(date.length - 4)}`
  if (date.length === 10) return { first: date, last: date }
  if (date.length === 4) return { first, last: `${date}-12-31` }
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5))]
  return { first, last: `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}` }
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/**
 * Returns the first and last day of an English date such as `26 May 2022`, `14-15 December 2001` or `30 January 86`; null if the text is not a date. Two-digit
 * years are in the twentieth century.
 *
 * @example daysOfEnglishDate('14-15 December 2001')   // { first: '2001-12-14', last: '2001-12-15' }
 * @example daysOfEnglishDate('30 January 86')   // { first: '1986-01-30', last: '1986-01-30' }
 * @example daysOfEnglishDate('31 February 2014')   // null
 */
export function daysOfEnglishDate(text: string): { first: string; last: string } | null {
  const [, from, to, name, digits] = /^(\d{1,2})(?:\s*-\s*(\d{1,2}))? ([A-Z][a-z]+) (\d{4}|\d\d)$/.exec(text) ?? []
  const month = months.indexOf(name ?? '') + 1
  if (from === undefined || digits === undefined || month === 0) return null
  const year = digits.length === 2 ? `19${digits}` : digits
  const first = isoDay(year, month, Number(from))
  const last = isoDay(year, month, Number(to ?? from))
  return first === null || last === null || last < first ? null : { first, last }
}

/**
 * Returns a day as `YYYY-MM-DD`; null if the day does not exist, or its year is before 1800 or after 2099.
 *
 * @example isoDay('2022', 2, 29)   // null
 */
export function isoDay(year: string, month: number, day: number): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !/^(18|19|20)/.test(year) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso
}

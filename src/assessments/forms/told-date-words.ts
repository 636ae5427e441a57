const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/**
 * Writes a date as precisely as it is given.
 *
 * @example toldDateWords('2022-02-24')   // "24 February 2022"
 * @example toldDateWords('2026-03')   // "March 2026"
 */
export function toldDateWords(date: string): string {
  const [year, month, day] = date.split('-')
  if (month === undefined) return year!
  const name = `${months[Number(month) - 1]} ${year}`
  return day === undefined ? name : `${Number(day)} ${name}`
}

/**
 * Writes a period between two such dates: `in 2025`, `on 12 May 2021`, `from 28 February to 8 April 2026`.
 *
 * @param last   null while the period goes on
 * @example toldPeriodWords('2026-02-28', '2026-04-08')   // "from 28 February to 8 April 2026"
 * @example toldPeriodWords('2022-02-24', null)   // "since 24 February 2022"
 */
export function toldPeriodWords(first: string, last: string | null): string {
  if (last === null) return `since ${toldDateWords(first)}`
  if (first === last) return `${first.length === 10 ? 'on' : 'in'} ${toldDateWords(first)}`
  const sameYear = first.slice(0, 4) === last.slice(0, 4) && first.length > 4 && last.length > 4
  return `from ${sameYear ? toldDateWords(first).slice(0, -5) : toldDateWords(first)} to ${toldDateWords(last)}`
}

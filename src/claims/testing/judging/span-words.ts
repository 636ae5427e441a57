import type { DaySpan } from '../record/series.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/**
 * Returns a span of days in its shortest form as data: `2023`, `2019/2023`, `2024-01-01/2024-05-31`.
 *
 * @example isoInterval({ from: '2019-01-01', to: '2023-12-31' })   // '2019/2023'
 */
export function isoInterval(days: DaySpan): string {
  const [first, last] = ends(days)
  return first === last ? first : `${first}/${last}`
}

/** Returns the two ends of a span, as years if the span consists of whole years, else as days. */
const ends = ({ from, to }: DaySpan): readonly [string, string] =>
  from.endsWith('-01-01') && to.endsWith('-12-31') ? [from.slice(0, 4), to.slice(0, 4)] : [from, to]

/**
 * Returns a span of days as a sentence has it: `2023`, `2019 to 2023`, `April 2024 to March 2025`, `2 March 2022`.
 *
 * @example spanText({ from: '2024-04-01', to: '2025-03-31' })   // 'April 2024 to March 2025'
 * @example spanText({ from: '2022-03-02', to: '2022-03-02' })   // '2 March 2022'
 */
export function spanText(days: DaySpan): string {
  const [first, last] = ends(days)
  const isWhole = isFirstOfMonth(days.from) && isLastOfMonth(days.to)
  const [from, to] = [first, last].map((end) => (end.length === 4 ? end : isWhole ? monthOf(end) : dayOf(end)))
  return from === to ? from! : `${from} to ${to}`
}

const isFirstOfMonth = (day: string): boolean => day.endsWith('-01')

function isLastOfMonth(day: string): boolean {
  const [year, month, of] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === of
}

const monthOf = (day: string): string => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
const dayOf = (day: string): string => `${Number(day.slice(8))} ${monthOf(day)}`

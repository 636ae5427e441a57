import { VisavisError } from '../../errors.ts'

/** Returns the first day of a year, a month or a day. */
export function periodStart(text: string): string {
  return text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text
}

/** Returns the last day of a year, a month or a day. */
export function periodEnd(text: string): string {
  if (text.length === 4) return `${text}-12-31`
  if (text.length === 10) return text
  const [year, month] = text.split('-').map(Number)
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10)
}

/**
 * Returns the first day of `from` and the last day of `to`, each a year, a month or a day; a missing limit stays missing.
 *
 * @throws VisavisError BadDate if the window ends before it begins
 */
export function requestedPeriod(from: string | undefined, to: string | undefined): { from?: string; to?: string } {
  const first = from === undefined ? undefined : periodStart(from)
  const last = to === undefined ? undefined : periodEnd(to)
  if (first !== undefined && last !== undefined && last < first) {
    throw new VisavisError('BadDate', `the window ends before it begins: from ${from} to ${to}`, { hint: `--from ${to} --to ${from}` })
  }
  return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) }
}

/**
 * Refuses a window that reaches into a future year. Later days of the current year are allowed.
 *
 * @param asked   the date as the user wrote it, for the message
 * @throws VisavisError BadDate
 */
export function refuseFuture(window: { from?: string; to?: string }, asked: string | undefined, today: string): void {
  const first = [window.from, window.to].find((day) => day !== undefined && day.slice(0, 4) > today.slice(0, 4))
  if (first === undefined) return
  throw new VisavisError('BadDate', `${asked ?? first} lies in the future (today is ${today})`, { hint: `--to ${today.slice(0, 4)}` })
}

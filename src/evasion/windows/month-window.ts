/** The months that are compared: each month from a date on with the same month of the calendar in the last twelve before it. */
export interface MonthWindow {
  readonly post: readonly string[]
  /** For each month of `post`, its counterpart. With more than twelve months, a counterpart stands more than once. */
  readonly pre: readonly string[]
  /** Counterparts a year earlier still, of a pretended date at which nothing happened; undefined if the data do not reach back so far. */
  readonly placeboPre?: readonly string[]
  /** Months from the date on that have no counterpart in the data, and so are left out. */
  readonly leftOut: readonly string[]
}

/**
 * Returns the window of comparison; undefined if the data have no month from the date on, or no counterpart for any.
 *
 * @param months   months of the data, `2022-03`
 * @param since    first month of the treatment
 * @example monthWindow(['2021-03', '2022-03', '2022-04'], '2022-03')   // { post: ['2022-03'], pre: ['2021-03'], leftOut: ['2022-04'] }
 */
export function monthWindow(months: readonly string[], since: string): MonthWindow | undefined {
  const held = new Set(months)
  const after = [...held].filter((month) => month >= since).sort()
  const pairs = after.map((month) => [month, counterpart(month, since)] as const)
  const kept = pairs.filter(([, before]) => held.has(before))
  if (kept.length === 0) return undefined
  const earlier = kept.map(([, before]) => monthsBefore(before, 12))
  return {
    post: kept.map(([month]) => month),
    pre: kept.map(([, before]) => before),
    ...(earlier.every((month) => held.has(month)) ? { placeboPre: earlier } : {}),
    leftOut: pairs.filter(([, before]) => !held.has(before)).map(([month]) => month),
  }
}

function counterpart(month: string, since: string): string {
  let before = month
  while (before >= since) before = monthsBefore(before, 12)
  return before
}

/**
 * Returns the month some months earlier.
 *
 * @example monthsBefore('2022-03', 4)   // '2021-11'
 */
export function monthsBefore(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/**
 * Returns the first calendar year that counts as treated: that of the date, or the next one if the date lies in the second half of its year.
 *
 * @example [firstTreatedYear('2022-03'), firstTreatedYear('2018-11')]   // [2022, 2019]
 */
export function firstTreatedYear(since: string): number {
  return Number(since.slice(0, 4)) + (since.slice(5) > '06' ? 1 : 0)
}

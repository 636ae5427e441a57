import type { GoodsOfYear, OverTime } from '../forms/over-time-form.ts'
import { firstReport, type GoodsReport } from '../record/pair-goods.ts'
import { grouped } from '../rows/grouped.ts'

/** One flow of goods in one year, by state or summed over members, as some source reports it. */
interface YearlyReport {
  readonly direction: GoodsOfYear['direction']
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly source: string
}

/** The goods between two states by year, oldest first: firm reports where a year has any, in USD where any report is. */
export function goodsByYear(reports: readonly GoodsReport[]): OverTime['goods'] {
  return yearsOfGoods(reports, ({ firm }) => firm, firstReport)
}

/**
 * Sorts reports of goods by direction and year.
 *
 * @param isFirm   where a year has firm reports of a direction, the others are left out
 * @param choose   picks the central one of several reports
 */
export function yearsOfGoods<T extends YearlyReport>(
  reports: readonly T[],
  isFirm: (report: T) => boolean,
  choose: (reports: readonly T[]) => T,
): OverTime['goods'] {
  const unit = reports.some((report) => report.unit === 'USD') ? 'USD' : (reports[0]?.unit ?? 'USD')
  const groups = grouped(
    reports.filter((report) => report.unit === unit),
    ({ direction, year }) => `${year} ${direction}`,
  )
  const years = [...groups.values()].map((group): GoodsOfYear => {
    const firm = group.filter(isFirm)
    const used = firm.length > 0 ? firm : group
    const { direction, year, value, source } = choose(used)
    const values = used.map((report) => report.value)
    const range = { low: Math.min(...values), high: Math.max(...values) }
    return { direction, year, value, ...range, reports: used.length, estimated: firm.length === 0, source }
  })
  const isSplit = (year: number): boolean => groups.has(`${year} a-to-b`) && groups.has(`${year} b-to-a`)
  // single totals of years before would be drawn as specks
  const firstSplit = Math.min(...years.flatMap(({ direction, year }) => (direction === 'both' ? [] : [year])))
  const isShown = ({ direction, year }: GoodsOfYear): boolean =>
    direction !== 'both' || (!isSplit(year) && (year > firstSplit || firstSplit === Number.POSITIVE_INFINITY))
  return {
    unit,
    years: years.filter(isShown).sort((x, y) => x.year - y.year || (x.direction < y.direction ? -1 : 1)),
  }
}

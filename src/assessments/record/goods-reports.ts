import type { Snapshot } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import type { ObservationRow } from '../rows/observation-row.ts'
import { loadRows } from './rows-in-memory.ts'

/** One report of goods traded between the pair in one calendar year. */
export interface GoodsReport {
  readonly direction: 'a-to-b' | 'b-to-a' | 'both'
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly indicator: string
  /** ISO3 code or bloc of the reporter; null where the source reconciles both sides or does not name the reporter. */
  readonly reporter: string | null
  readonly valuation: string | null
  readonly status: string
  readonly source: string
  readonly vintage: string
  readonly locator: string
  /** The source's own annual figure, or our sum of its twelve months. */
  readonly basis: 'year' | 'months'
  /** The two directional reports, where we added them up to a total. */
  readonly parts?: readonly GoodsReport[]
}

export const goodsIndicators = ['goods-trade-flow', 'goods-imports', 'goods-exports', 'goods-trade'] as const

/** The same, and the table that covers all pairs up to 2014. */
export const tradeIndicators: readonly string[] = [...goodsIndicators, 'goods-imports-cow']

/**
 * Sources that carry another source's reports in a different edition. Where both cover a flow, it counts as one report,
 * not two.
 */
const editionOf: Readonly<Record<string, string>> = {
  'comext-sanctioned': 'comext',
  'imf-dots-world': 'imf-imts',
  'imf-imts-2025': 'imf-imts',
}

/** The window and indicators to search. */
export interface GoodsWindow {
  /** First day; a reported year must not begin before it. */
  readonly from?: string | undefined
  /** Last day. */
  readonly to: string
  /** Which series; default: `goodsIndicators`. */
  readonly indicators?: readonly string[]
}

/**
 * Reads every report of goods traded between a and b for a calendar year in the window. Fiscal years and partial years are
 * left out. Monthly data are summed to a year where all twelve months are available.
 */
export async function goodsReports(snapshot: Snapshot, a: string, b: string, window: GoodsWindow): Promise<GoodsReport[]> {
  const held = await loadRows(snapshot, window.to, [a, b])
  return goodsReportsIn(held.between(a, b), a, window)
}

/** Returns the same reports as `goodsReports`, from rows between a and b that are already read. */
export function goodsReportsIn(held: readonly ObservationRow[], a: string, window: Omit<GoodsWindow, 'to'> = {}): GoodsReport[] {
  const { from = '', indicators = goodsIndicators } = window
  const rows = held.filter((row) => (indicators as readonly string[]).includes(row.indicator) && row.start >= from).sort(inOrder)
  const years = rows.filter((row) => isPeriod(row, '-01-01', '-12-31')).map((row) => reportOf(row, a))
  const known = new Set(years.map(keyOf))
  const sums = monthSums(rows.filter(isMonth).map((row) => reportOf(row, a))).filter((sum) => !known.has(keyOf(sum)))
  return sums.length === 0 ? years : [...years, ...sums].sort((x, y) => x.year - y.year || (x.source < y.source ? -1 : 1))
}

const orderedBy = ['start', 'source', 'indicator', 'reporter', 'unit', 'vintage', 'locator'] as const

/** Orders rows by the columns of `orderedBy`; rows without a reporter come last. */
function inOrder(x: ObservationRow, y: ObservationRow): number {
  for (const name of orderedBy) {
    const [one, other] = [x[name], y[name]]
    if (one !== other) return one === null ? 1 : other === null || one < other ? -1 : 1
  }
  return 0
}

/** Returns the reports, without those that another source carries in its own edition. */
export function withoutOtherEditions(reports: readonly GoodsReport[]): GoodsReport[] {
  const held = new Set(reports.map(keyOf))
  return reports.filter((report) => {
    const main = editionOf[report.source]
    return main === undefined || !held.has(keyOf({ ...report, source: main }))
  })
}

function keyOf(report: GoodsReport): string {
  return [report.year, report.source, report.indicator, report.direction, report.reporter, report.unit].join('|')
}

function isPeriod({ start, end }: ObservationRow, first: string, last: string): boolean {
  return start.slice(4) === first && end === start.slice(0, 4) + last
}

function isMonth(row: ObservationRow): boolean {
  if (row.start.slice(0, 7) !== row.end.slice(0, 7)) return false
  const [year, month] = row.start.split('-').map(Number)
  return isPeriod(row, `-${String(month).padStart(2, '0')}-01`, new Date(Date.UTC(year!, month!, 0)).toISOString().slice(4, 10))
}

/** Sums twelve months that count the same thing. One estimated month makes the year an estimate. */
function monthSums(months: readonly GoodsReport[]): GoodsReport[] {
  const groups = grouped(months, (month) => `${keyOf(month)}|${month.valuation}|${month.vintage}`)
  return [...groups.values()].flatMap((group) => {
    if (group.length !== 12) return []
    const status = group.every((month) => month.status === 'observed') ? 'observed' : 'estimated'
    const value = group.reduce((sum, month) => sum + month.value, 0)
    return [{ ...group[0]!, value, status, locator: `${group[0]!.locator} and 11 more months`, basis: 'months' }]
  })
}

function reportOf(row: ObservationRow, a: string): GoodsReport {
  const { value, unit, indicator, reporter, valuation, status, source, vintage, locator } = row
  return {
    direction: indicator === 'goods-trade' ? 'both' : row.from === a ? 'a-to-b' : 'b-to-a',
    year: Number(row.start.slice(0, 4)),
    ...{ value, unit, indicator, reporter, valuation, status, source, vintage, locator },
    basis: 'year',
  }
}

/** Writes a list for `IN (…)`; only for trusted words from our own code. */
export function quotedList(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ')
}

/**
 * Returns the two-way totals, one per source, reporter and year: the source's own total, otherwise the sum of both directions. A
 * single direction never counts as a total.
 */
export function totalReports(reports: readonly GoodsReport[]): GoodsReport[] {
  const groups = grouped(reports, (report) => `${report.year} ${report.source} ${report.reporter} ${report.unit}`)
  return [...groups.values()].flatMap((group) => totalOf(group))
}

function totalOf(group: readonly GoodsReport[]): GoodsReport[] {
  const printed = group.find((report) => report.direction === 'both')
  if (printed !== undefined) return [printed]
  const out = group.find((report) => report.direction === 'a-to-b')
  const back = group.find((report) => report.direction === 'b-to-a')
  if (out === undefined || back === undefined) return []
  const status = out.status === 'observed' && back.status === 'observed' ? 'observed' : 'estimated'
  return [
    {
      ...out,
      direction: 'both',
      value: out.value + back.value,
      status,
      basis: out.basis === 'year' ? back.basis : 'months',
      valuation: out.valuation === back.valuation ? out.valuation : null,
      indicator: `${out.indicator} + ${back.indicator}`,
      locator: `${out.locator}; ${back.locator}`,
      parts: [out, back],
    },
  ]
}

/**
 * Returns the smallest and the largest total that the reports of one year allow: the totals of each source and reporter, and the sums of the smallest and of the
 * largest report of each direction, whoever made them. Undefined where no source and reporter has a total.
 */
export function totalRange(reports: readonly GoodsReport[]): { low: number; high: number } | undefined {
  const totals = totalReports(reports).map(({ value }) => value)
  if (totals.length === 0) return undefined
  const [out, back] = (['a-to-b', 'b-to-a'] as const).map((way) =>
    reports.filter(({ direction }) => direction === way).map(({ value }) => value),
  ) as [number[], number[]]
  const sums = out.length === 0 || back.length === 0 ? [] : [Math.min(...out) + Math.min(...back), Math.max(...out) + Math.max(...back)]
  return { low: Math.min(...totals, ...sums), high: Math.max(...totals, ...sums) }
}

/**
 * Whether a report is observed, or reconciled from both sides' reports, and not an estimate that fills in for a missing reporter.
 */
export function isObservedOrReconciled(report: GoodsReport): boolean {
  return report.status === 'observed' || report.reporter === null
}

/**
 * Chooses the central value among competing reports of one flow: firm reports first, and among them the reconciled report, a published total, the importer's
 * and the exporter's, in this order. Customs check imports more closely than exports. The other reports form the interval.
 */
export function preferredReport(reports: readonly GoodsReport[]): GoodsReport {
  const order = (report: GoodsReport): number =>
    (isObservedOrReconciled(report) ? 0 : 10) +
    (report.reporter === null ? 0 : report.indicator === 'goods-trade' ? 1 : report.indicator === 'goods-imports' ? 2 : 3)
  return [...reports].sort((x, y) => order(x) - order(y) || (x.source < y.source ? -1 : 1))[0]!
}

import type { Cell, Snapshot } from '../store/index.ts'
import { grouped } from './grouped.ts'

/** One report of the goods that went between the pair in one calendar year. */
export interface GoodsReport {
  readonly direction: 'a-to-b' | 'b-to-a' | 'both'
  readonly year: number
  readonly value: number
  readonly unit: string
  readonly indicator: string
  /** ISO3 of who reports; null where the source reconciles both sides. */
  readonly reporter: string | null
  readonly valuation: string | null
  readonly status: string
  readonly source: string
  readonly vintage: string
  readonly locator: string
}

export const goodsIndicators = ['goods-trade-flow', 'goods-imports', 'goods-exports', 'goods-trade'] as const

/** Every report of goods between a and b for a calendar year that ends by `to`; fiscal years and part years are left out. */
export async function goodsReports(snapshot: Snapshot, a: string, b: string, to: string): Promise<GoodsReport[]> {
  const rows = await snapshot.rows(
    `SELECT * FROM observations WHERE indicator IN (${quoted(goodsIndicators)}) AND value IS NOT NULL AND end_date <= $to
       AND ((from_id = $a AND to_id = $b) OR (from_id = $b AND to_id = $a))
       AND substr(start_date, 5) = '-01-01' AND end_date = substr(start_date, 1, 4) || '-12-31'
     ORDER BY start_date, source, indicator, reporter`,
    { a, b, to },
  )
  return rows.map((row) => reportOf(row, a))
}

function reportOf(row: Record<string, Cell>, a: string): GoodsReport {
  const text = (name: string): string => String(row[name])
  return {
    direction: row['indicator'] === 'goods-trade' ? 'both' : row['from_id'] === a ? 'a-to-b' : 'b-to-a',
    year: Number(text('start_date').slice(0, 4)),
    value: row['value'] as number,
    unit: text('unit'),
    indicator: text('indicator'),
    reporter: row['reporter'] as string | null,
    valuation: row['valuation'] as string | null,
    status: text('status'),
    source: text('source'),
    vintage: text('vintage'),
    locator: text('locator'),
  }
}

/** A list for `IN (…)` of words that we wrote ourselves. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ')
}

/**
 * Totals of both directions, one per source, reporter and year: the source's own total where it prints one, else the sum of its two directions
 * where it has both. One direction alone never counts as a total.
 */
export function totals(reports: readonly GoodsReport[]): GoodsReport[] {
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
      indicator: `${out.indicator} + ${back.indicator}`,
      locator: `${out.locator}; ${back.locator}`,
    },
  ]
}

/** What a reporter observed, or a source made by weighing both sides' reports; not a guess for a reporter that fell silent. */
export function isFirm(report: GoodsReport): boolean {
  return report.status === 'observed' || report.reporter === null
}

/**
 * Which of rival reports of one thing stands for it: the reconciled one, else the importer's (customs look harder at what comes in), else the first.
 * The others make the interval.
 */
export function preferred(reports: readonly GoodsReport[]): GoodsReport {
  const order = (report: GoodsReport): number =>
    (isFirm(report) ? 0 : 10) +
    (report.reporter === null ? 0 : report.indicator === 'goods-trade' ? 1 : report.indicator === 'goods-imports' ? 2 : 3)
  return [...reports].sort((x, y) => order(x) - order(y) || (x.source < y.source ? -1 : 1))[0]!
}

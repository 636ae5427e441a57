import { grouped } from '../../assessments/rows/grouped.ts'
import type { Snapshot } from '../../store/index.ts'
import type { GoodsList } from '../goods/goods-list.ts'
import type { FlowOfTwoReports } from '../methods/ghost-share.ts'
import type { FlowsThroughHub } from '../methods/re-export-echo.ts'
import type { UnitValues } from '../methods/unit-value-premium.ts'
import type { MonthWindow } from '../windows/month-window.ts'
import { codesOnly } from './product-amounts.ts'

/** Monthly reports by HS6, as `visavis pull comtrade` brings them, in USD. */
interface Report {
  readonly product: string
  readonly month: string
  readonly from: string
  readonly to: string
  readonly reporter: string
  readonly value: number
  readonly isCif: boolean
}

/** The reports of a hub's trade that ghost share and echo need. */
export interface HubReports {
  readonly flows: readonly FlowOfTwoReports[]
  readonly through: readonly FlowsThroughHub[]
  /** Index of the first treated month of `through`. */
  readonly treated: number
}

/** Returns the reports of a hub's trade by product and month; the lists are empty if the record has none. */
export async function hubReports(snapshot: Snapshot, hub: string, target: string, list: GoodsList, since: string): Promise<HubReports> {
  const rows = await snapshot.rows(
    `SELECT product, substr(start_date, 1, 7) AS month, from_id, to_id, reporter, value, valuation FROM product_flows
     WHERE source = 'comtrade' AND unit = 'USD' AND length(product) = 6 AND (to_id = $hub OR from_id = $hub)
       AND substr(end_date, 1, 7) = substr(start_date, 1, 7) ORDER BY ALL`,
    { hub },
  )
  const reports = rows.map(reportOf).filter(({ product }) => isListed(list, product))
  return { flows: flowsOf(reports, hub, target, since), ...throughHub(reports, hub, target, since) }
}

function reportOf(row: Readonly<Record<string, unknown>>): Report {
  const text = (name: string): string => String(row[name])
  return {
    ...{ product: text('product'), month: text('month'), from: text('from_id'), to: text('to_id'), reporter: text('reporter') },
    ...{ value: Number(row['value']), isCif: row['valuation'] === 'CIF' },
  }
}

function isListed({ codes }: GoodsList, product: string): boolean {
  return codes === undefined || codes.some(({ code }) => product.startsWith(code) || code.startsWith(product))
}

/**
 * Pairs each exporter's report of goods to the hub with the hub's report. A hub without a report of a product from anybody in the month has not reported; one
 * that reports it from others only reports none from this exporter.
 */
function flowsOf(reports: readonly Report[], hub: string, target: string, since: string): FlowOfTwoReports[] {
  const imports = reports.filter(({ to, reporter }) => to === hub && reporter === hub)
  const key = (one: Report): string => `${one.product} ${one.month} ${one.from}`
  const byFlow = new Map(imports.map((one) => [key(one), one]))
  const reported = new Set(imports.map(({ product, month }) => `${product} ${month}`))
  return reports
    .filter(({ to, from, reporter, month }) => to === hub && reporter === from && from !== target && month >= since)
    .map((one) => {
      const own = byFlow.get(key(one))
      const imported = own?.value ?? (reported.has(`${one.product} ${one.month}`) ? 0 : null)
      return { product: one.product, exported: one.value, imported, isCif: own?.isCif ?? true }
    })
}

/** Sums arrivals by the exporters' reports, and departures to the target by the hub's, over the months that both have. */
function throughHub(reports: readonly Report[], hub: string, target: string, since: string): Pick<HubReports, 'through' | 'treated'> {
  const arriving = reports.filter(({ to, from, reporter }) => to === hub && reporter === from && from !== target)
  const leaving = reports.filter(({ from, to, reporter }) => from === hub && to === target && reporter === hub)
  const monthsOf = (some: readonly Report[]): Set<string> => new Set(some.map(({ month }) => month))
  const both = monthsOf(leaving)
  const months = [...monthsOf(arriving)].filter((month) => both.has(month)).sort()
  const treated = months.findIndex((month) => month >= since)
  if (treated < 1) return { through: [], treated }
  const products = [...new Set(arriving.map(({ product }) => product))].sort()
  const series = (some: readonly Report[], product: string): Float64Array => {
    const cells = new Float64Array(months.length)
    for (const one of some) {
      const place = one.product === product ? months.indexOf(one.month) : -1
      if (place >= 0) cells[place]! += one.value
    }
    return cells
  }
  return {
    through: products.map((product) => ({ product, arriving: series(arriving, product), leaving: series(leaving, product) })),
    treated,
  }
}

/** Returns amounts and weights of each product at a hub and at controls, of the rows that have a weight. */
export async function unitValues(
  snapshot: Snapshot,
  {
    hub,
    controls,
    list,
    window,
  }: { readonly hub: string; readonly controls: readonly string[]; readonly list: GoodsList; readonly window: MonthWindow },
): Promise<UnitValues[]> {
  const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')
  const side = `CASE WHEN to_id = '${hub}' THEN 'hub' ELSE 'controls' END`
  const when = `CASE WHEN substr(start_date, 1, 7) IN (${quoted(window.post)}) THEN 'post' WHEN substr(start_date, 1, 7) IN (${quoted(window.pre)}) THEN 'pre' END`
  const rows = await snapshot.rows(
    `SELECT product, ${side} AS side, ${when} AS time, round(sum(value), 2) AS value, round(sum(tonnes), 6) AS tonnes FROM product_flows
     WHERE ${codesOnly} AND tonnes > 0 AND to_id IN (${quoted([hub, ...controls])}) GROUP BY ALL HAVING time IS NOT NULL ORDER BY ALL`,
  )
  const products = grouped(
    rows.filter((row) => isListed(list, String(row['product']))),
    (row) => String(row['product']),
  )
  return [...products].map(([product, group]) => {
    const at = (of: string, time: string): { value: number; tonnes: number } => {
      const row = group.find((one) => one['side'] === of && one['time'] === time)
      return { value: Number(row?.['value'] ?? 0), tonnes: Number(row?.['tonnes'] ?? 0) }
    }
    return {
      product,
      hub: { pre: at('hub', 'pre'), post: at('hub', 'post') },
      controls: { pre: at('controls', 'pre'), post: at('controls', 'post') },
    }
  })
}

import type { Cell } from '../store/index.ts'
import { indicatorOf } from '../store/indicators.ts'
import type { Bench } from './assessment.ts'
import { type GoodsReport, goodsReports, isFirm, preferred, totals, withoutOtherEditions } from './goods-reports.ts'
import { grouped } from './grouped.ts'
import { inSentence } from './phrases.ts'
import type { YearSeries } from './turning-points-form.ts'

/** Goods in both directions by the one reporter who has the longest run of years; of equals the one whose report stands for trade elsewhere. */
export async function tradeSeries(bench: Bench): Promise<YearSeries[]> {
  const { a, b, to } = bench.dyad
  const reports = totals(withoutOtherEditions(await goodsReports(bench.snapshot, a.iso3, b.iso3, { to }))).filter(isFirm)
  const groups = [...grouped(reports, (report) => `${report.source} ${report.reporter} ${report.unit}`).values()]
  const longest = Math.max(0, ...groups.map((group) => longestRun(group.map((report) => report.year))))
  const candidates = groups.filter((group) => longestRun(group.map((report) => report.year)) === longest)
  if (candidates.length === 0) return []
  const first = preferred(candidates.map((group) => group[0]!))
  return [goodsSeries(bench, candidates.find((group) => group[0] === first)!)]
}

function goodsSeries(bench: Bench, reports: readonly GoodsReport[]): YearSeries {
  const { a, b } = bench.dyad
  const { source, reporter, unit, vintage } = reports[0]!
  const who = reporter === null ? source : `${source}, reported by ${reporter}`
  const by = reporter === null ? 'reporter is null' : `reporter = '${reporter}'`
  return {
    id: 'goods-trade',
    label: `goods trade (${who})`,
    domain: 'trade',
    unit,
    model: 'trend',
    logarithm: true,
    points: reports.map((report) => [report.year, report.value] as const),
    method: 'both directions, current prices, in logarithms: a slope is growth a year',
    evidence: [
      {
        source,
        vintage,
        rows: `observations where source = '${source}' and ${by} and from_id in ('${a.iso3}', '${b.iso3}') and to_id in ('${a.iso3}', '${b.iso3}')`,
        count: reports.length,
      },
    ],
  }
}

/** Fossil fuels in each direction: the one series of source and fuel with the longest run of full years. */
export async function energySeries(bench: Bench): Promise<YearSeries[]> {
  const { a, b, to } = bench.dyad
  const rows = await bench.snapshot.rows(
    `SELECT indicator, from_id, to_id, source, vintage, unit, substr(start_date, 1, 4)::INTEGER AS year, value FROM observations
       WHERE indicator LIKE 'fossil-imports%' AND value IS NOT NULL AND end_date <= $to AND start_date LIKE '%-01-01' AND end_date = substr(start_date, 1, 4) || '-12-31'
         AND ((from_id = $a AND to_id = $b) OR (from_id = $b AND to_id = $a)) ORDER BY source, indicator, year`,
    { a: a.iso3, b: b.iso3, to },
  )
  return [a, b].flatMap((seller) => {
    const own = rows.filter((row) => row['from_id'] === seller.iso3)
    const groups = [...grouped(own, (row) => `${row['source']} ${row['indicator']} ${row['unit']}`).values()]
    const runs = groups.map((group) => longestRun(group.map((row) => Number(row['year']))))
    const at = runs.indexOf(Math.max(...runs))
    return at < 0 ? [] : [fuelSeries(groups[at]!, seller === a ? b.name : a.name, seller.name)]
  })
}

function fuelSeries(rows: readonly Record<string, Cell>[], buyer: string, seller: string): YearSeries {
  const [first] = rows as [Record<string, Cell>]
  const text = (name: string): string => String(first[name])
  const title = (indicatorOf(text('indicator'))?.title ?? text('indicator')).replace(/^Imports of /, '')
  return {
    id: `${text('indicator')} ${text('from_id')}`,
    label: `${title} from ${inSentence(seller)} to ${inSentence(buyer)} (${text('source')})`,
    domain: 'energy',
    unit: text('unit'),
    model: 'trend',
    logarithm: true,
    points: rows.map((row) => [Number(row['year']), row['value'] as number] as const),
    method: 'as the source gives it, in logarithms: a slope is growth a year',
    evidence: [
      {
        source: text('source'),
        vintage: text('vintage'),
        rows: `observations where source = '${text('source')}' and indicator = '${text('indicator')}' and from_id = '${text('from_id')}' and to_id = '${text('to_id')}'`,
        count: rows.length,
      },
    ],
  }
}

/**
 * How many years the longest stretch without a gap has.
 *
 * @example longestRun([2001, 2003, 2004, 2005])   // 3
 */
export function longestRun(years: readonly number[]): number {
  const known = new Set(years)
  let longest = 0
  for (const year of known) {
    let length = 1
    if (known.has(year - 1)) continue
    while (known.has(year + length)) length++
    longest = Math.max(longest, length)
  }
  return longest
}

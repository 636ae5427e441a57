import { indicatorOf } from '../../store/indicators/indicators.ts'
import { goodsSeriesEvidence } from '../economy/goods/goods-evidence.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import type { YearSeries } from '../forms/turning-points-form.ts'
import { inSentence } from '../forms/wording.ts'
import { firstReport, type GoodsReport, goodsOfPage } from '../record/pair-goods.ts'
import { coversCalendarYear } from '../record/pair-observations.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import { grouped } from '../rows/grouped.ts'
import type { PairRow } from '../rows/observation-row.ts'

/**
 * Returns two-way goods trade from the reporter with the longest run of years. In a tie, `firstReport` decides.
 */
export async function tradeSeries(bench: DomainInputs): Promise<YearSeries[]> {
  const reports = (await goodsOfPage(bench)).totals.filter(({ firm }) => firm)
  const groups = [...grouped(reports, (report) => `${report.source} ${report.reporter} ${report.unit}`).values()]
  const longest = Math.max(0, ...groups.map((group) => longestRun(group.map((report) => report.year))))
  const candidates = groups.filter((group) => longestRun(group.map((report) => report.year)) === longest)
  if (candidates.length === 0) return []
  const first = firstReport(candidates.map((group) => group[0]!))
  return [goodsSeries(bench, candidates.find((group) => group[0] === first)!)]
}

function goodsSeries(bench: DomainInputs, reports: readonly GoodsReport[]): YearSeries {
  const { a, b } = bench.dyad
  const { source, reporter, unit } = reports[0]!
  const who = reporter === null ? source : `${source}, reported by ${reporter}`
  return {
    id: 'goods-trade',
    label: `goods trade (${who})`,
    domain: 'trade',
    unit,
    model: 'trend',
    logarithm: true,
    points: reports.map((report) => [report.year, report.value] as const),
    method: 'both directions, current prices, in logarithms: a slope is growth a year',
    evidence: [goodsSeriesEvidence(reports, { a: a.iso3, b: b.iso3 })],
  }
}

/** Returns fossil fuels in each direction, from the single series (source and fuel) with the longest run of full years. */
export async function energySeries(bench: DomainInputs): Promise<YearSeries[]> {
  const { a, b } = bench.dyad
  const held = (await loadedRows(bench)).between(a.iso3, b.iso3)
  const rows = held
    .filter((row) => row.indicator.startsWith('fossil-imports') && coversCalendarYear(row))
    .sort((x, y) => ordered(x.source, y.source) || ordered(x.indicator, y.indicator) || ordered(x.start, y.start))
  return [a, b].flatMap((seller) => {
    const own = rows.filter((row) => row.from === seller.iso3)
    const groups = [...grouped(own, (row) => `${row.source} ${row.indicator} ${row.unit}`).values()]
    const runs = groups.map((group) => longestRun(group.map(yearOf)))
    const at = runs.indexOf(Math.max(...runs))
    return at < 0 ? [] : [fuelSeries(groups[at]!, seller === a ? b.name : a.name, seller.name)]
  })
}

function ordered(x: string, y: string): number {
  return x < y ? -1 : Number(x > y)
}

function yearOf(row: PairRow): number {
  return Number(row.start.slice(0, 4))
}

function fuelSeries(rows: readonly PairRow[], buyer: string, seller: string): YearSeries {
  const { indicator, from, to, source, vintage, unit } = rows[0]!
  const title = (indicatorOf(indicator)?.title ?? indicator).replace(/^Imports of /, '')
  return {
    id: `${indicator} ${from}`,
    label: `${title} from ${inSentence(seller)} to ${inSentence(buyer)} (${source})`,
    domain: 'energy',
    unit,
    model: 'trend',
    logarithm: true,
    points: rows.map((row) => [yearOf(row), row.value] as const),
    method: 'as the source gives it, in logarithms: a slope is growth a year',
    evidence: [
      {
        source,
        vintage,
        rows: `observations where source = '${source}' and indicator = '${indicator}' and unit = '${unit}' and from_id = '${from}' and to_id = '${to}' and start_date >= '${rows[0]!.start}' and end_date <= '${rows.at(-1)!.end}' and substr(start_date, 5) = '-01-01' and end_date = substr(start_date, 1, 4) || '-12-31'`,
        count: rows.length,
      },
    ],
  }
}

/**
 * Returns the length in years of the longest uninterrupted run.
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

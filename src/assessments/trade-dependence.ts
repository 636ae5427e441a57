import type { State } from '../states/index.ts'
import type { Estimate, Known } from '../store/index.ts'
import type { Bench } from './assessment.ts'
import { type GoodsReport, isFirm, preferred, totals } from './goods-reports.ts'
import { inSentence, possessive } from './phrases.ts'
import { vintageOf } from './unknown.ts'

interface Gdp {
  readonly year: number
  readonly value: number
  readonly source: string
}

/** What the trade weighs for each side: as a share of its GDP in the latest year with all three figures, and of all its exports and imports where the source has them. */
export async function tradeDependence(bench: Bench, reports: readonly GoodsReport[]): Promise<Estimate[]> {
  const { a, b } = bench.dyad
  const [gdpA, gdpB, shares] = await Promise.all([gdpOf(bench, a), gdpOf(bench, b), partnerShares(bench, reports)])
  const observed = totals(reports).filter((report) => isFirm(report) && report.unit === 'USD')
  const years = observed.map((report) => report.year).filter((year) => gdpA.has(year) && gdpB.has(year))
  if (years.length === 0) return shares
  const inYear = observed.filter((report) => report.year === Math.max(...years))
  return [gdpShare(bench, 'a', a, inYear, gdpA), gdpShare(bench, 'b', b, inYear, gdpB), ...shares]
}

async function gdpOf(bench: Bench, state: State): Promise<Map<number, Gdp>> {
  const rows = await bench.snapshot.rows(
    "SELECT start_date, value, source FROM observations WHERE indicator = 'gdp' AND from_id = $state AND value IS NOT NULL AND end_date <= $to",
    { state: state.iso3, to: bench.dyad.to },
  )
  return new Map(
    rows.map((row) => {
      const year = Number(String(row['start_date']).slice(0, 4))
      return [year, { year, value: row['value'] as number, source: String(row['source']) }]
    }),
  )
}

function gdpShare(bench: Bench, side: 'a' | 'b', state: State, reports: readonly GoodsReport[], gdps: ReadonlyMap<number, Gdp>): Known {
  const chosen = preferred(reports)
  const gdp = gdps.get(chosen.year)!
  const shares = reports.map((report) => report.value / gdp.value)
  return {
    state: chosen.status === 'observed' ? 'observed' : 'estimated',
    id: `gdp-share-${side}`,
    label: `both directions as a share of ${possessive(state.name)} GDP`,
    unit: 'share',
    period: String(chosen.year),
    value: chosen.value / gdp.value,
    interval: shares.length === 1 ? 'exact' : { low: Math.min(...shares), high: Math.max(...shares), kind: 'reports' },
    ...(shares.length === 1 ? { certainty: 'one report' as const } : {}),
    method: `goods in both directions (${chosen.source}) over GDP (${gdp.source}), both in current US dollars; trade is turnover and GDP value added, so this is a ratio, not a part`,
    evidence: [
      {
        source: chosen.source,
        vintage: chosen.vintage,
        rows: `observations where source = '${chosen.source}' and start_date = '${chosen.year}-01-01'`,
        count: reports.length,
      },
      {
        source: gdp.source,
        vintage: vintageOf(bench.cards, gdp.source),
        rows: `observations where indicator = 'gdp' and from_id = '${state.iso3}' and start_date = '${chosen.year}-01-01'`,
        count: 1,
      },
    ],
  }
}

/** Each direction as a share of all that the exporter sells (same source and reporter), and of all that the importer buys. */
async function partnerShares(bench: Bench, reports: readonly GoodsReport[]): Promise<Known[]> {
  const { a, b } = bench.dyad
  const sides: [string, State, State, 'from_id' | 'to_id'][] = [
    ['export-share-a', a, b, 'from_id'],
    ['import-share-b', b, a, 'to_id'],
    ['export-share-b', b, a, 'from_id'],
    ['import-share-a', a, b, 'to_id'],
  ]
  const found = await Promise.all(sides.map((side) => partnerShare(bench, reports, ...side)))
  return found.flat()
}

async function partnerShare(
  bench: Bench,
  reports: readonly GoodsReport[],
  id: string,
  state: State,
  partner: State,
  end: 'from_id' | 'to_id',
): Promise<Known[]> {
  const other = end === 'from_id' ? 'to_id' : 'from_id'
  const rows = await bench.snapshot.rows(
    `SELECT part.value AS part, whole.value AS whole, part.start_date, part.source, part.vintage, part.status
     FROM observations part JOIN observations whole ON whole.indicator = part.indicator AND whole.source = part.source AND whole.start_date = part.start_date
       AND whole.end_date = part.end_date AND whole.unit = part.unit AND whole.${end} = part.${end} AND whole.${other} = 'WLD' AND whole.reporter IS NOT DISTINCT FROM part.reporter
     WHERE part.${end} = $state AND part.${other} = $partner AND part.indicator IN ('goods-exports', 'goods-imports') AND whole.value > 0
       AND part.end_date <= $to AND part.end_date = substr(part.start_date, 1, 4) || '-12-31'
     ORDER BY part.status = 'observed' DESC, part.start_date DESC, part.source LIMIT 1`,
    { state: state.iso3, partner: partner.iso3, to: bench.dyad.to },
  )
  if (reports.length === 0) return []
  return rows.map((row) => shareOf(bench, id, state, partner, end, row))
}

function shareOf(
  bench: Bench,
  id: string,
  state: State,
  partner: State,
  end: 'from_id' | 'to_id',
  row: Readonly<Record<string, unknown>>,
): Known {
  const year = String(row['start_date']).slice(0, 4)
  const source = String(row['source'])
  const flow = end === 'from_id' ? 'exports' : 'imports'
  return {
    state: row['status'] === 'observed' ? 'observed' : 'estimated',
    id,
    label: `${possessive(partner.name)} share of ${possessive(state.name)} goods ${flow}`,
    unit: 'share',
    period: year,
    value: (row['part'] as number) / (row['whole'] as number),
    interval: 'exact',
    certainty: 'one report',
    method: `${flow} with ${inSentence(partner.name)} over all ${flow}, same source (${source}) and reporter`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `observations where source = '${source}' and ${end} = '${state.iso3}' and start_date = '${year}-01-01'`,
        count: 2,
      },
    ],
  }
}

import type { State } from '../../states/index.ts'
import { type Estimate, type Known, unknownUnlessFinite } from '../../store/index.ts'
import { goodsEvidence } from '../economy/goods-evidence.ts'
import { sameKind } from '../economy/goods-levels.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import { inSentence, possessive } from '../forms/wording.ts'
import { type GoodsReport, isObservedOrReconciled, preferredReport, totalRange, totalReports } from '../record/goods-reports.ts'
import { coversCalendarYear } from '../record/pair-observations.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { LoadedRows, ObservationRow } from '../rows/observation-row.ts'

interface Gdp {
  readonly year: number
  readonly value: number
  readonly source: string
}

/**
 * Computes the trade dependence of each side. Trade is compared with GDP in the latest year with all three figures, and with total exports and imports where
 * available.
 */
export async function tradeDependence(bench: DomainInputs, reports: readonly GoodsReport[]): Promise<Estimate[]> {
  const { a, b } = bench.dyad
  const held = await loadedRows(bench)
  const [gdpA, gdpB] = [gdpOf(held.of(a.iso3)), gdpOf(held.of(b.iso3))]
  const shares = reports.length === 0 ? [] : partnerShares(bench, held)
  const observed = totalReports(reports).filter((report) => isObservedOrReconciled(report) && report.unit === 'USD')
  const years = observed.map((report) => report.year).filter((year) => gdpA.has(year) && gdpB.has(year))
  if (years.length === 0) return shares
  const inYear = observed.filter((report) => report.year === Math.max(...years))
  const range = totalRange(sameKind(inYear, reports))!
  return [gdpShare(bench, 'a', a, inYear, range, gdpA), gdpShare(bench, 'b', b, inYear, range, gdpB), ...shares]
}

function gdpOf(rows: readonly ObservationRow[]): Map<number, Gdp> {
  // the World Bank's figures come last, so that they stand where both have a year
  const own = ['gdp-imf', 'gdp'].flatMap((wanted) => rows.filter(({ indicator }) => indicator === wanted))
  return new Map(own.map(({ start, value, source }) => [Number(start.slice(0, 4)), { year: Number(start.slice(0, 4)), value, source }]))
}

function gdpShare(
  bench: DomainInputs,
  side: 'a' | 'b',
  state: State,
  reports: readonly GoodsReport[],
  { low, high }: { low: number; high: number },
  gdps: ReadonlyMap<number, Gdp>,
): Estimate {
  const chosen = preferredReport(reports)
  const gdp = gdps.get(chosen.year)!
  const single = reports.length === 1 && low === high
  const share: Known = {
    state: chosen.status === 'observed' ? 'observed' : 'estimated',
    id: `gdp-share-${side}`,
    label: `both directions as a share of ${possessive(state.name)} GDP`,
    unit: 'share',
    period: String(chosen.year),
    value: chosen.value / gdp.value,
    interval: single ? 'exact' : { low: low / gdp.value, high: high / gdp.value, kind: 'reports' },
    ...(single ? { certainty: 'one report' as const } : {}),
    method: `goods in both directions (${chosen.source}) over GDP (${gdp.source}), both in current US dollars; trade is turnover and GDP value added, so this is a ratio, not a part`,
    evidence: [
      ...reports.map((report) => goodsEvidence(report, { a: bench.dyad.a.iso3, b: bench.dyad.b.iso3 })),
      {
        source: gdp.source,
        vintage: vintageOf(bench.cards, gdp.source),
        rows: `observations where indicator in ('gdp', 'gdp-imf') and source = '${gdp.source}' and from_id = '${state.iso3}' and start_date = '${chosen.year}-01-01'`,
        count: 1,
      },
    ],
  }
  return unknownUnlessFinite(share, `division by zero: ${gdp.source} has a GDP of 0 for ${inSentence(state.name)} in ${gdp.year}`)
}

/** Returns each direction as a share of the exporter's total exports and of the importer's total imports, from the same source and reporter. */
function partnerShares(bench: DomainInputs, held: LoadedRows): Known[] {
  const { a, b } = bench.dyad
  const sides: [string, State, State, 'from' | 'to'][] = [
    ['export-share-a', a, b, 'from'],
    ['import-share-b', b, a, 'to'],
    ['export-share-b', b, a, 'from'],
    ['import-share-a', a, b, 'to'],
  ]
  return sides.flatMap(([id, state, partner, end]) => partnerShare(bench, held, id, state, partner, end))
}

/** Returns one share: an observed figure before an estimated one, then the latest year. */
function partnerShare(bench: DomainInputs, held: LoadedRows, id: string, state: State, partner: State, end: 'from' | 'to'): Known[] {
  const isTrade = ({ indicator }: ObservationRow): boolean => indicator === 'goods-exports' || indicator === 'goods-imports'
  const wholes = held.of(state.iso3).filter((row) => isTrade(row) && row[end === 'from' ? 'to' : 'from'] === 'WLD' && row.value > 0)
  const key = (row: ObservationRow): string => [row.indicator, row.source, row.start, row.end, row.unit, row.reporter].join(' ')
  const byKey = new Map([...wholes].reverse().map((row) => [key(row), row]))
  const parts = held
    .between(state.iso3, partner.iso3)
    .filter((row) => isTrade(row) && row[end] === state.iso3 && coversCalendarYear(row) && byKey.has(key(row)))
  const [part] = parts.sort(
    (x, y) =>
      Number(y.status === 'observed') - Number(x.status === 'observed') ||
      (x.start === y.start ? (x.source < y.source ? -1 : Number(x.source > y.source)) : x.start > y.start ? -1 : 1),
  )
  return part === undefined ? [] : [shareOf(bench, id, state, partner, end, part, byKey.get(key(part))!.value)]
}

function shareOf(
  bench: DomainInputs,
  id: string,
  state: State,
  partner: State,
  end: 'from' | 'to',
  part: ObservationRow,
  whole: number,
): Known {
  const year = part.start.slice(0, 4)
  const { source } = part
  const flow = end === 'from' ? 'exports' : 'imports'
  const by = part.reporter === null ? 'reporter is null' : `reporter = '${part.reporter}'`
  return {
    state: part.status,
    id,
    label: `${possessive(partner.name)} share of ${possessive(state.name)} goods ${flow}`,
    unit: 'share',
    period: year,
    value: part.value / whole,
    interval: 'exact',
    certainty: 'one report',
    method: `${flow} with ${inSentence(partner.name)} over all ${flow}, same source (${source}) and reporter`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `observations where source = '${source}' and indicator = '${part.indicator}' and ${by} and unit = '${part.unit}' and ${end}_id = '${state.iso3}' and ${end === 'from' ? 'to' : 'from'}_id in ('${partner.iso3}', 'WLD') and start_date = '${part.start}' and end_date = '${part.end}'`,
        count: 2,
      },
    ],
  }
}

import { rankAmongSorted } from '../../measures/index.ts'
import { type Cell, type Estimate, isInPairOrder, type Snapshot } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { type GoodsReport, isObservedOrReconciled, totalReports } from '../record/goods-reports.ts'
import { hasIsolatedFigures } from '../record/isolated-figure-sources.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

/** With fewer pairs a percentile is meaningless; the number of pairs is always printed. */
const fewest = 10

/**
 * Returns the pair's percentile among all pairs that one source covers in one year. A source that reconciles both sides of many pairs is preferred; otherwise
 * the partners of one reporter are used.
 *
 * Figures of different reporters are never ranked together.
 */
export async function tradePercentile(bench: DomainInputs, reports: readonly GoodsReport[]): Promise<Estimate[]> {
  const ranked = reports.filter(({ source }) => !hasIsolatedFigures(source))
  const observed = totalReports(ranked).filter(
    (report) => isObservedOrReconciled(report) && report.basis === 'year' && report.indicator.includes('+'),
  )
  const ordered = [...observed].sort((x, y) => Number(x.reporter !== null) - Number(y.reporter !== null) || y.year - x.year)
  for (const report of ordered) {
    const peers = await peersOf(bench, report)
    if (peers.length >= fewest) return [percentileOf(report, peers)]
  }
  const period = bench.dyad.to.slice(0, 4)
  return [
    unknown(
      { id: 'goods-trade-rank', label: 'percentile among pairs', unit: 'percentile', period },
      `no source that has both directions of this pair in one year has both of ${fewest} pairs or more in that year`,
    ),
  ]
}

/**
 * Returns the totals of every pair with both directions, from the same source, reporter and year. Where many pairs are assessed, the totals of all reporters are
 * read in one query.
 */
async function peersOf({ snapshot, held }: DomainInputs, { source, year, unit, reporter }: GoodsReport): Promise<Float64Array> {
  const read =
    held === undefined && !isInPairOrder(snapshot)
      ? totalsOfReporter(snapshot, source, year, unit, reporter)
      : totalsByReporter(snapshot, source, year, unit)
  return (await read).get(reporter) ?? new Float64Array()
}

type TotalsByReporter = ReadonlyMap<string | null, Float64Array>

const totalsByReporter = cachedBySnapshot((snapshot, source: string, year: number, unit: string) =>
  readPeers(snapshot, { source, year, unit }, undefined),
)

const totalsOfReporter = cachedBySnapshot((snapshot, source: string, year: number, unit: string, reporter: string | null) =>
  readPeers(snapshot, { source, year, unit }, { reporter }),
)

/** SQL conditions: goods between two states, and pairs that have both directions. */
const ofStates = "indicator IN ('goods-trade-flow', 'goods-imports', 'goods-exports') AND from_id <> 'WLD' AND to_id <> 'WLD'"
const bothWays = 'QUALIFY count(*) OVER (PARTITION BY least(from_id, to_id), greatest(from_id, to_id)) = 2'

/** Returns the totals by reporter in ascending order; for all reporters where none is given. */
async function readPeers(
  snapshot: Snapshot,
  { source, year, unit }: Pick<GoodsReport, 'source' | 'year' | 'unit'>,
  only: Pick<GoodsReport, 'reporter'> | undefined,
): Promise<TotalsByReporter> {
  const parameters: Record<string, Cell> = { source, start: `${year}-01-01`, end: `${year}-12-31`, unit, ...only }
  const found = await snapshot.columns(
    `SELECT reporter, sum(value) AS total FROM observations
     WHERE source = $source AND ${only === undefined ? 'true' : 'reporter IS NOT DISTINCT FROM $reporter'} AND start_date = $start AND end_date = $end AND unit = $unit AND ${ofStates}
     GROUP BY reporter, least(from_id, to_id), greatest(from_id, to_id) HAVING count(*) = 2 ORDER BY total`,
    parameters,
  )
  const [reporters, totals] = [found['reporter'] as (string | null)[], found['total'] as number[]]
  const groups = grouped(
    totals.map((_, i) => i),
    (i) => reporters[i]!,
  )
  return new Map([...groups].map(([whose, rows]) => [whose, Float64Array.from(rows, (i) => totals[i]!)]))
}

function percentileOf(report: GoodsReport, peers: Float64Array): Estimate {
  const whom =
    report.reporter === null
      ? `the ${peers.length} pairs that ${report.source} covers`
      : `${report.reporter}'s ${peers.length} partners in ${report.source}`
  return {
    state: report.status === 'observed' ? 'observed' : 'estimated',
    id: 'goods-trade-rank',
    label: `percentile among ${whom}`,
    unit: 'percentile',
    period: String(report.year),
    value: rankAmongSorted(peers, report.value),
    interval: 'exact',
    method: `mid-rank of the total of both directions among ${whom} in ${report.year}`,
    evidence: [
      {
        source: report.source,
        vintage: report.vintage,
        rows: `observations where source = '${report.source}' and ${report.reporter === null ? 'reporter is null' : `reporter = '${report.reporter}'`} and start_date = '${report.year}-01-01' and end_date = '${report.year}-12-31' and unit = '${report.unit}' and ${ofStates.replaceAll('IN', 'in').replaceAll('AND', 'and')} ${bothWays.toLowerCase()}`,
        count: 2 * peers.length,
      },
    ],
  }
}

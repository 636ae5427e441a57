import { midRankPercentiles } from '../../measures/index.ts'
import { PercentileScale } from '../../measures/similarity/percentile-scale.ts'
import { tradeIntensity } from '../../measures/trade/trade-intensity.ts'
import type { Cell } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import { goodsReports, totalReports } from '../record/goods-reports.ts'
import { listSourcesCondition } from '../record/isolated-figure-sources.ts'
import type { Component, Pairs, UnavailableComponent } from './composite-component.ts'

/** With fewer pairs a percentile is meaningless. */
const fewest = 10

/** One source and year that has both directions of the pair, reconciled or as reported by importers. */
interface Table {
  readonly source: string
  readonly year: number
  readonly unit: string
  readonly indicator: 'goods-trade-flow' | 'goods-imports'
}

/**
 * Returns the intensity of goods trade from one source and year. A source and year that covers the requested pair comes first, then reconciled figures before
 * importers' reports, then the latest year.
 *
 * Shares are taken among the states that the source covers; their number is given in the answer.
 */
export async function tradeComponent(bench: DomainInputs, pairs: Pairs): Promise<Component | UnavailableComponent> {
  const table = await tableFor(bench)
  if (table === undefined)
    return { id: 'trade', reason: `no source in the record has both directions of ${fewest} or more pairs in one year by that day` }
  const { trade, rows } = await tradeOf(bench, table, pairs)
  const values = tradeIntensity(pairs.states.length, pairs.a, pairs.b, trade)
  const scale = new PercentileScale(values)
  const covered = statesIn(trade, pairs)
  const rivals = await rivalsOf(bench, table, pairs, { trade, values, scale })
  return {
    id: 'trade',
    title: `intensity of goods trade among the ${covered} states of ${table.source}`,
    period: String(table.year),
    unit: 'index',
    values,
    percentiles: midRankPercentiles(values),
    population: scale.known,
    method: `both directions over what the trade of the two with these ${covered} states would lead to expect; ${table.indicator === 'goods-imports' ? 'importers’ reports' : 'reconciled reports'}, ${table.unit}, current prices`,
    evidence: [
      {
        source: table.source,
        vintage: vintageOf(bench.cards, table.source),
        rows: `observations where source = '${table.source}' and indicator = '${table.indicator}' and start_date = '${table.year}-01-01' and end_date = '${table.year}-12-31'`,
        count: rows,
      },
    ],
    ...(rivals === undefined ? { certainty: 'one report' } : { rivals }),
    why: (a, b) => `${table.source} has no trade both ways between ${a.name} and ${b.name} for ${table.year}`,
  }
}

const stated = `start_date LIKE '%-01-01' AND end_date = substr(start_date, 1, 4) || '-12-31' AND value IS NOT NULL AND from_id <> 'WLD' AND to_id <> 'WLD' AND ${listSourcesCondition}
  AND ((indicator = 'goods-trade-flow' AND reporter IS NULL) OR (indicator = 'goods-imports' AND reporter = to_id))`

/** Finds the best source and year available. */
async function tableFor({ snapshot, dyad }: DomainInputs): Promise<Table | undefined> {
  const rows = await snapshot.rows(
    `WITH flows AS (SELECT source, indicator, unit, start_date, least(from_id, to_id) AS x, greatest(from_id, to_id) AS y FROM observations WHERE ${stated} AND end_date <= $to),
       both_ways AS (SELECT source, indicator, unit, start_date, x, y FROM flows GROUP BY ALL HAVING count(*) = 2)
     SELECT source, indicator, unit, start_date, count(*)::INTEGER AS pairs, bool_or(x = $x AND y = $y) AS has FROM both_ways GROUP BY ALL HAVING count(*) >= ${fewest}
     ORDER BY has DESC, indicator DESC, start_date DESC, pairs DESC, source LIMIT 1`,
    { to: dyad.to, x: dyad.a.iso3 < dyad.b.iso3 ? dyad.a.iso3 : dyad.b.iso3, y: dyad.a.iso3 < dyad.b.iso3 ? dyad.b.iso3 : dyad.a.iso3 },
  )
  return rows[0] === undefined ? undefined : tableNamed(rows[0])
}

function tableNamed(row: Readonly<Record<string, Cell>>): Table {
  return {
    source: String(row['source']),
    year: Number(String(row['start_date']).slice(0, 4)),
    unit: String(row['unit']),
    indicator: row['indicator'] === 'goods-imports' ? 'goods-imports' : 'goods-trade-flow',
  }
}

/** Returns the sum of both directions for each pair; NaN where the source lacks one of them. */
async function tradeOf({ snapshot }: DomainInputs, table: Table, pairs: Pairs): Promise<{ trade: Float64Array; rows: number }> {
  const found = await snapshot.columns(
    `SELECT least(from_id, to_id) AS x, greatest(from_id, to_id) AS y, sum(value) AS total FROM observations
     WHERE ${stated} AND source = $source AND indicator = $indicator AND unit = $unit AND start_date = $start GROUP BY x, y HAVING count(*) = 2`,
    { source: table.source, indicator: table.indicator, unit: table.unit, start: `${table.year}-01-01` },
  )
  const trade = new Float64Array(pairs.a.length).fill(Number.NaN)
  const [x, y, total] = ['x', 'y', 'total'].map((name) => found[name] ?? []) as [string[], string[], number[]]
  total.forEach((value, row) => {
    const [i, j] = [pairs.place.get(x[row]!), pairs.place.get(y[row]!)]
    if (i !== undefined && j !== undefined) trade[pairs.of(i, j)] = value
  })
  return { trade, rows: 2 * total.length }
}

function statesIn(trade: Float64Array, pairs: Pairs): number {
  const seen = new Set<number>()
  trade.forEach((value, pair) => {
    if (Number.isNaN(value)) return
    seen.add(pairs.a[pair]!)
    seen.add(pairs.b[pair]!)
  })
  return seen.size
}

/** Returns the pair's percentile if its lowest or its highest report for that year were correct, all else unchanged. */
async function rivalsOf(
  { snapshot, dyad }: DomainInputs,
  table: Table,
  pairs: Pairs,
  found: { trade: Float64Array; values: Float64Array; scale: PercentileScale },
): Promise<Component['rivals']> {
  const { a, b } = dyad
  const [first, second] = [pairs.place.get(a.iso3), pairs.place.get(b.iso3)]
  const pair = first === undefined || second === undefined ? -1 : pairs.of(first, second)
  const [own, value] = [found.trade[pair] ?? Number.NaN, found.values[pair] ?? Number.NaN]
  if (Number.isNaN(value) || !(own > 0)) return undefined
  const reports = totalReports(await goodsReports(snapshot, a.iso3, b.iso3, { from: `${table.year}-01-01`, to: `${table.year}-12-31` }))
  const others = reports.filter((one) => one.unit === table.unit && one.source !== table.source).map((one) => one.value)
  if (others.length === 0) return undefined
  const at = (sum: number): number => found.scale.at((value * sum) / own)
  return { low: at(Math.min(own, ...others)), high: at(Math.max(own, ...others)), reports: 1 + others.length }
}

import { midRankPercentiles } from '../../measures/index.ts'
import { PercentileScale } from '../../measures/similarity/percentile-scale.ts'
import { tradeIntensity } from '../../measures/trade/trade-intensity.ts'
import { figuresOf, isSelection, openMemory } from '../../memory/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import type { Component, Pairs, UnavailableComponent } from './composite-component.ts'

/** With fewer pairs a percentile is meaningless. */
const fewest = 10

/** From so many pairs on a list is one of all pairs, not of the partners of a few reporters. */
const allPairs = 2000

/** One source and year with both directions of many pairs, reconciled or as reported by importers. */
interface Table {
  readonly source: string
  readonly year: number
  readonly unit: string
  readonly indicator: 'goods-trade-flow' | 'goods-imports'
}

/**
 * Returns the intensity of goods trade from one source and year: the newest year of which a source has all pairs; where none has, the list with the most pairs.
 *
 * Shares are taken among the states that the source covers; their number is given in the answer.
 */
export async function tradeComponent(bench: DomainInputs, pairs: Pairs): Promise<Component | UnavailableComponent> {
  await openMemory(bench.snapshot)
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

/** Flows between two parties as a source reconciles them, or as the importer reports them. */
const flows = `SELECT pair, source, indicator, unit, year, value FROM goods_reports r
  WHERE 'WLD' NOT IN (from_id, to_id) AND NOT ${isSelection} AND year || '-12-31' <= $to AND parts = 1
    AND ((indicator = 'goods-trade-flow' AND reporter IS NULL) OR (indicator = 'goods-imports' AND reporter = to_id))`

/** The table to rank in: see `tradeComponent`. Of two of one year the reconciled one, then that with more pairs. */
async function tableFor({ snapshot, dyad }: DomainInputs): Promise<Table | undefined> {
  const [row] = await snapshot.rows(
    `WITH both_ways AS (SELECT source, indicator, unit, year, pair FROM (${flows}) GROUP BY ALL HAVING count(*) = 2),
       lists AS (SELECT source, indicator, unit, year, count(*)::INTEGER AS pairs FROM both_ways GROUP BY ALL HAVING count(*) >= ${fewest})
     SELECT source, indicator, unit, year FROM lists
     ORDER BY pairs >= ${allPairs} DESC, if(pairs >= ${allPairs}, year, pairs) DESC, indicator DESC, year DESC, pairs DESC, source, unit LIMIT 1`,
    { to: dyad.to },
  )
  return row as unknown as Table | undefined
}

/** Returns the sum of both directions for each pair; NaN where the source lacks one of them. */
async function tradeOf({ snapshot, dyad }: DomainInputs, table: Table, pairs: Pairs): Promise<{ trade: Float64Array; rows: number }> {
  const found = await snapshot.columns(
    `SELECT split_part(pair, ' ', 1) AS x, split_part(pair, ' ', 2) AS y, sum(value ORDER BY value) AS total FROM (${flows})
     WHERE source = $source AND indicator = $indicator AND unit = $unit AND year = $year GROUP BY pair HAVING count(*) = 2 ORDER BY pair`,
    { ...table, to: dyad.to },
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
  const row = (await figuresOf(snapshot, a.iso3, b.iso3))
    .series('goods-trade', a.iso3, b.iso3, dyad.to)
    .find((one) => one.year === table.year && one.unit === table.unit)
  if (row === undefined || row.low === null || row.high === null) return undefined
  const at = (sum: number): number => found.scale.at((value * sum) / own)
  return { low: at(Math.min(own, row.low)), high: at(Math.max(own, row.high)), reports: row.n ?? 1 }
}

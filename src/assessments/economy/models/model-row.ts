import type { Cell, Evidence, TableName } from '../../../store/index.ts'
import type { DomainInputs } from '../../forms/assessment.ts'
import { cachedBySnapshot } from '../../rows/snapshot-cache.ts'

/** The newest row of a pair in a table of derived figures, which has one for each pair and year. */
export interface ModelRow {
  readonly cells: Readonly<Record<string, Cell>>
  readonly year: string
  readonly evidence: readonly Evidence[]
  /** Whether the first state of the row is the second of the page. */
  readonly isTurned: boolean
}

type PairTable = Extract<TableName, 'trade_norms' | 'trade_losses'>

/** Returns the pair's newest row whose year ended by the day of the page; undefined if there is none. */
export async function modelRow(bench: DomainInputs, table: PairTable): Promise<ModelRow | undefined> {
  const { a, b, to } = bench.dyad
  const isTurned = a.iso3 > b.iso3
  const [first, second] = isTurned ? [b.iso3, a.iso3] : [a.iso3, b.iso3]
  const rows =
    bench.held === undefined
      ? await rowsOfPair(bench.snapshot, table, first, second)
      : (await allRows(bench.snapshot, table)).get(`${first} ${second}`)
  const cells = rows?.findLast(({ year }) => `${year}-12-31` <= to)
  if (cells === undefined) return undefined
  const year = String(cells['year'])
  const where = `${table} where state_a = '${first}' and state_b = '${second}' and year = ${year}`
  const evidence = [{ source: String(cells['source']), vintage: String(cells['vintage']), rows: where, count: 1 }]
  return { cells, year, evidence, isTurned }
}

type Row = Readonly<Record<string, Cell>>

const rowsOfPair = cachedBySnapshot(
  async (snapshot, table: PairTable, a: string, b: string): Promise<Row[]> =>
    snapshot.rows(`SELECT * FROM ${table} WHERE state_a = $a AND state_b = $b ORDER BY year`, { a, b }),
)

const allRows = cachedBySnapshot(async (snapshot, table: PairTable): Promise<ReadonlyMap<string, Row[]>> => {
  const byPair = new Map<string, Row[]>()
  for (const row of await snapshot.rows(`SELECT * FROM ${table} ORDER BY year`)) {
    const key = `${row['state_a']} ${row['state_b']}`
    const own = byPair.get(key)
    if (own === undefined) byPair.set(key, [row])
    else own.push(row)
  }
  return byPair
})

import { similarityOfTable } from '../measures/index.ts'
import type { Cell, Known } from '../store/index.ts'
import type { Bench, Item } from './assessment.ts'
import { votersOf } from './roll-calls.ts'

const words: Readonly<Record<string, string>> = { 1: 'yes', 2: 'abstained', 3: 'no' }

/** Kappa of the pair in every calendar year with votes in common up to a day, on resolutions as a whole: the long view, without intervals of its own. */
export async function votesByYear(bench: Bench, until: string): Promise<Known[]> {
  const rows = await pairRows(
    bench,
    `SELECT substr(date, 1, 4) AS year, x, y, count(*)::INTEGER AS n, string_agg(DISTINCT source, ' ' ORDER BY source) AS source FROM pair WHERE date <= $until GROUP BY year, x, y ORDER BY year`,
    { until },
  )
  const tables = new Map<string, { cells: Float64Array; sources: Set<string> }>()
  for (const row of rows) {
    const year = String(row['year'])
    const entry = tables.get(year) ?? { cells: new Float64Array(9), sources: new Set<string>() }
    entry.cells[(Number(row['x']) - 1) * 3 + Number(row['y']) - 1] = row['n'] as number
    for (const source of String(row['source']).split(' ')) entry.sources.add(source)
    tables.set(year, entry)
  }
  return [...tables].flatMap(([year, { cells, sources }]) => yearly(bench, year, cells, [...sources]))
}

function yearly(bench: Bench, year: string, cells: Float64Array, sources: readonly string[]): Known[] {
  const { n, kappa_quadratic: value } = similarityOfTable(cells)
  if (Number.isNaN(value)) return []
  return [
    {
      state: 'observed',
      id: 'kappa_quadratic.series',
      label: `kappa in ${year}`,
      unit: 'index',
      period: year,
      value,
      interval: 'exact',
      method: `${n} votes in common; one of the yearly series, exact for these votes; for sampling error ask for --from ${year} --to ${year}`,
      evidence: sources.map((source) => ({
        source,
        vintage: bench.cards.get(source)?.vintage ?? 'unknown',
        rows: `roll_calls where kind = 'whole' and date between '${year}-01-01' and '${year}-12-31'`,
        count: n,
      })),
    },
  ]
}

/** The latest votes in the period on which one said yes and the other no, named. */
export async function opposingVotes(bench: Bench, period: { from: string; to: string }, most: number): Promise<Item[]> {
  const { a, b } = bench.dyad
  const rows = await pairRows(
    bench,
    `SELECT * FROM pair WHERE date BETWEEN $from AND $to AND ((x = '1' AND y = '3') OR (x = '3' AND y = '1')) ORDER BY date DESC, id DESC LIMIT ${most}`,
    period,
  )
  return rows.map((row) => ({
    kind: 'vote',
    date: dayOf(row),
    text: `${row['symbol']}, ${row['title']}: ${a.name} ${words[String(row['x'])]}, ${b.name} ${words[String(row['y'])]}`,
    source: String(row['source']),
    citation: String(row['symbol']),
  }))
}

/** Voeten's file has the true year and month for sessions up to 57, but not the day (docs/sources/un-ga-votes.md): no day is printed then. */
function dayOf(row: Readonly<Record<string, Cell>>): string {
  const date = String(row['date'])
  return row['source'] === 'un-votes' && Number(row['session']) <= 57 ? date.slice(0, 7) : date
}

/** Runs a query over `pair`: the roll calls on whole resolutions on which both have a position, x and y being theirs. */
async function pairRows(bench: Bench, query: string, parameters: Readonly<Record<string, Cell>>): Promise<Record<string, Cell>[]> {
  const voters = await votersOf(bench.snapshot)
  const [i, j] = [voters.indexOf(bench.dyad.a.iso3) + 1, voters.indexOf(bench.dyad.b.iso3) + 1]
  if (i === 0 || j === 0) return []
  return bench.snapshot.rows(
    `WITH pair AS (SELECT id, date, session, symbol, title, source, substr(votes, ${i}, 1) AS x, substr(votes, ${j}, 1) AS y FROM roll_calls
       WHERE kind = 'whole' AND substr(votes, ${i}, 1) <> '.' AND substr(votes, ${j}, 1) <> '.') ${query}`,
    parameters,
  )
}

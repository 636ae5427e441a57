import type { Cell, Known } from '../store/index.ts'
import type { Bench, Item } from './assessment.ts'
import { grouped } from './grouped.ts'
import { votersOf } from './roll-calls.ts'
import { vintageOf } from './unknown.ts'
import { drawnSimilarity } from './vote-draws.ts'

const words: Readonly<Record<string, string>> = { 1: 'yes', 2: 'abstained', 3: 'no' }

/** Kappa of the pair in every calendar year with votes in common up to a day, on resolutions as a whole: the long view, each year with its interval. */
export async function votesByYear(bench: Bench, until: string): Promise<Known[]> {
  const rows = await pairRows(bench, 'SELECT substr(date, 1, 4) AS year, x, y, source FROM pair WHERE date <= $until ORDER BY date, id', {
    until,
  })
  const years = grouped(rows, (row) => String(row['year']))
  return [...years].flatMap(([year, votes]) => yearly(bench, year, votes))
}

function yearly(bench: Bench, year: string, rows: readonly Record<string, Cell>[]): Known[] {
  const positions = Uint8Array.from(rows.flatMap((row) => [Number(row['x']) || 0, Number(row['y']) || 0]))
  const { draws, seed } = bench.dyad
  const drawn = drawnSimilarity({ states: 2, rollCalls: rows.length, positions }, 0, 1, { draws, seed })
  const { n, kappa_quadratic: value } = drawn.point
  if (n === 0 || Number.isNaN(value)) return []
  const sources = [...new Set(rows.map((row) => String(row['source'])))].sort()
  return [
    {
      state: 'observed',
      id: 'kappa_quadratic.series',
      label: `kappa in ${year}`,
      unit: 'index',
      period: year,
      value,
      interval: drawn.interval('kappa_quadratic'),
      method: `${n} votes in common; bootstrap over roll calls, ${draws} draws, seed ${seed}`,
      evidence: sources.map((source) => ({
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `roll_calls where kind = 'whole' and date between '${year}-01-01' and '${year}-12-31' and source = '${source}'`,
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

/** Runs a query over `pair`: the roll calls on whole resolutions, x and y being the positions of the two, `.` where there is none. */
async function pairRows(bench: Bench, query: string, parameters: Readonly<Record<string, Cell>>): Promise<Record<string, Cell>[]> {
  const voters = await votersOf(bench.snapshot)
  const [i, j] = [voters.indexOf(bench.dyad.a.iso3) + 1, voters.indexOf(bench.dyad.b.iso3) + 1]
  if (i === 0 || j === 0) return []
  return bench.snapshot.rows(
    `WITH pair AS (SELECT id, date, session, symbol, title, source, substr(votes, ${i}, 1) AS x, substr(votes, ${j}, 1) AS y FROM roll_calls
       WHERE kind = 'whole') ${query}`,
    parameters,
  )
}

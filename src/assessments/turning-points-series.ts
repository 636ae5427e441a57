import { similarityOfTable } from '../measures/index.ts'
import type { Cell, Known } from '../store/index.ts'
import type { Bench } from './assessment.ts'
import { grouped } from './grouped.ts'
import { votersOf } from './roll-calls.ts'
import type { YearSeries } from './turning-points-form.ts'
import { vintageOf } from './unknown.ts'
import { periodOf } from './vote-window.ts'

/** A year with fewer votes in common says too little to be a point of a series. */
const leastVotes = 10

/** Kappa and the share of same positions in every full year of votes on whole resolutions. */
export async function voteSeries(bench: Bench): Promise<YearSeries[]> {
  const rows = await voteCounts(bench)
  const years = [...grouped(rows, (row) => String(row['year']))].map(([year, group]) => ({ year: Number(year), cells: cellsOf(group) }))
  const enough = years.filter(({ cells }) => cells.reduce((sum, cell) => sum + cell, 0) >= leastVotes)
  const measured = enough.map(({ year, cells }) => ({ year, constant: isConstant(cells), ...similarityOfTable(cells) }))
  const common = { domain: 'diplomacy', model: 'mean', logarithm: false, evidence: evidenceOf(bench, rows) } as const
  const method = `votes on whole resolutions, years with at least ${leastVotes} in common`
  return [
    {
      ...common,
      id: 'kappa_quadratic',
      label: 'kappa of votes',
      unit: 'index',
      points: measured.filter(({ constant }) => !constant).map((one) => [one.year, one.kappa_quadratic] as const),
      method: `${method}, and in which neither took one position throughout`,
    },
    {
      ...common,
      id: 'agreement',
      label: 'same position in votes',
      unit: 'share',
      points: measured.map((one) => [one.year, one.agreement] as const),
      method,
    },
  ]
}

async function voteCounts(bench: Bench): Promise<Record<string, Cell>[]> {
  const [voters, period] = await Promise.all([votersOf(bench.snapshot), periodOf(bench)])
  const [i, j] = [voters.indexOf(bench.dyad.a.iso3) + 1, voters.indexOf(bench.dyad.b.iso3) + 1]
  if (i === 0 || j === 0 || period === undefined) return []
  const until = period.to.endsWith('-12-31') ? period.to : `${Number(period.to.slice(0, 4)) - 1}-12-31`
  return bench.snapshot.rows(
    `WITH pair AS (SELECT substr(date, 1, 4) AS year, source, substr(votes, ${i}, 1) AS x, substr(votes, ${j}, 1) AS y FROM roll_calls
       WHERE kind = 'whole' AND date <= $until)
     SELECT year, source, x, y, count(*)::INTEGER AS n FROM pair WHERE x <> '.' AND y <> '.' GROUP BY ALL ORDER BY year, source, x, y`,
    { until },
  )
}

function cellsOf(rows: readonly Record<string, Cell>[]): Float64Array {
  const cells = new Float64Array(9)
  for (const row of rows) cells[(Number(row['x']) - 1) * 3 + Number(row['y']) - 1]! += Number(row['n'])
  return cells
}

/** One of the two took a single position throughout: kappa is then 0 or undefined whatever the other did. */
function isConstant(cells: Float64Array): boolean {
  const taken = (sums: number[]): number => sums.filter((sum) => sum > 0).length
  const rows = [0, 1, 2].map((i) => cells[3 * i]! + cells[3 * i + 1]! + cells[3 * i + 2]!)
  const columns = [0, 1, 2].map((i) => cells[i]! + cells[3 + i]! + cells[6 + i]!)
  return taken(rows) === 1 || taken(columns) === 1
}

function evidenceOf(bench: Bench, rows: readonly Record<string, Cell>[]): Known['evidence'] {
  return [...grouped(rows, (row) => String(row['source']))].map(([source, group]) => ({
    source,
    vintage: vintageOf(bench.cards, source),
    rows: `roll_calls where kind = 'whole' and date between '${group[0]!['year']}-01-01' and '${group.at(-1)!['year']}-12-31' and source = '${source}'`,
    count: group.reduce((sum, row) => sum + Number(row['n']), 0),
  }))
}

import { vintageOf } from '../forms/unknown.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

/**
 * Reads an observation between each state and the chosen one by year: from the state to the chosen one (`to-chosen`), or the other way (`from-chosen`). A
 * state without a row is unknown.
 */
export async function readPeople(
  { snapshot, cards, to }: WorldInputs,
  chosen: string,
  indicator: 'migrant-stock' | 'visa-rule',
  way: 'to-chosen' | 'from-chosen',
): Promise<WorldReading> {
  const rows = await rowsTowards(snapshot, chosen, to, indicator, way)
  const cells = new WorldCells()
  for (const { state, year, value } of rows) cells.set(state, year, { value })
  const end = way === 'to-chosen' ? 'to_id' : 'from_id'
  const sources = [...new Set(rows.map(({ source }) => source))]
  return {
    column: cells.column,
    evidence: sources.map((source) => ({
      source,
      vintage: vintageOf(cards, source),
      rows: `observations where source = '${source}' and indicator = '${indicator}' and ${end} = '${chosen}'`,
      count: rows.filter((row) => row.source === source).length,
    })),
  }
}

interface Row {
  readonly state: string
  readonly year: number
  readonly value: number
  readonly source: string
}

const rowsTowards = cachedBySnapshot(
  async (snapshot, chosen: string, to: string, indicator: string, way: 'to-chosen' | 'from-chosen'): Promise<readonly Row[]> => {
    const [own, other] = way === 'to-chosen' ? ['from_id', 'to_id'] : ['to_id', 'from_id']
    const rows = await snapshot.rows(
      `SELECT ${own} AS state, start_date[:4]::INTEGER AS year, value, source FROM observations
       WHERE indicator = $indicator AND ${other} = $chosen AND end_date <= $to ORDER BY end_date, source, ${own}`,
      { indicator, chosen, to },
    )
    return rows as unknown as Row[]
  },
)

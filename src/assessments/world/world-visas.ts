import { vintageOf } from '../forms/unknown.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

/** Reads the visa rule of each state for citizens of the chosen one, by the year of the list. A state without a row is unknown. */
export async function readVisaRules({ snapshot, cards, to }: WorldInputs, chosen: string): Promise<WorldReading> {
  const rows = await rulesFor(snapshot, chosen, to)
  const cells = new WorldCells()
  for (const { state, year, value } of rows) cells.set(state, year, { value })
  const sources = [...new Set(rows.map(({ source }) => source))]
  return {
    column: cells.column,
    evidence: sources.map((source) => ({
      source,
      vintage: vintageOf(cards, source),
      rows: `observations where source = '${source}' and indicator = 'visa-rule' and from_id = '${chosen}'`,
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

const rulesFor = cachedBySnapshot(async (snapshot, chosen: string, to: string): Promise<readonly Row[]> => {
  const rows = await snapshot.rows(
    `SELECT to_id AS state, start_date[:4]::INTEGER AS year, value, source FROM observations
     WHERE indicator = 'visa-rule' AND from_id = $chosen AND end_date <= $to ORDER BY end_date, source, to_id`,
    { chosen, to },
  )
  return rows as unknown as Row[]
})

import { vintageOf } from '../forms/unknown.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { lastDebate } from '../speeches/last-debate.ts'
import { normalQuantile95 } from '../votes/ideal-point-fit.ts'
import { WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

const source = 'visavis-speeches'

/**
 * Reads the similarity of General Debate speeches with one state by session, as derived in the record, with a 90 % interval from
 * the standard error.
 */
export function readSpeeches(bench: WorldInputs, chosen: string): Promise<WorldReading> {
  return readings(bench.snapshot, chosen, bench)
}

const readings = cachedBySnapshot(
  async (snapshot, chosen: string, { to, cards }: WorldInputs): Promise<WorldReading> => {
    const held = (snapshot.manifest.tables.speech_similarities ?? []).length > 0
    const where = '(state_a = $chosen OR state_b = $chosen) AND year <= $last'
    const last = lastDebate(to)
    const rows = held
      ? await snapshot.rows(`SELECT state_a, state_b, year, similarity, se FROM speech_similarities WHERE ${where} ORDER BY year`, {
          chosen,
          last,
        })
      : []
    const cells = new WorldCells()
    for (const row of rows) {
      const [value, se] = [Number(row['similarity']), Number(row['se'])]
      const other = row['state_a'] === chosen ? row['state_b'] : row['state_a']
      cells.set(String(other), Number(row['year']), { value, low: value - normalQuantile95 * se, high: value + normalQuantile95 * se })
    }
    const behind = `speech_similarities where (state_a = '${chosen}' or state_b = '${chosen}') and year <= ${last}`
    return { column: cells.column, evidence: [{ source, vintage: vintageOf(cards, source), rows: behind, count: rows.length }] }
  },
  (chosen, { to }) => [chosen, to],
)

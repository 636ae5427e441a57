import type { Snapshot } from '../../store/index.ts'
import { inList } from './conditions.ts'
import { cachedBySnapshot, type SnapshotCache } from './snapshot-cache.ts'

/** The GDP of a state in a year, in current USD. */
interface Gdp {
  readonly state: string
  readonly year: number
  readonly value: number
}

/** GDP by the World Bank of some states, or of all, by state and year. */
export async function gdpOf(snapshot: Snapshot, only: readonly string[] | null): Promise<readonly Gdp[]> {
  const whose = only === null ? 'true' : `from_id IN ${inList(only)}`
  const rows = await snapshot.rows(
    `SELECT from_id AS state, start_date[:4]::INTEGER AS year, value FROM observations WHERE indicator = 'gdp' AND source = 'world-bank' AND value > 0 AND ${whose} ORDER BY state, year`,
  )
  return rows as unknown as Gdp[]
}

/** GDP of every state in every year of the record. */
export const recordGdp: SnapshotCache<[], readonly Gdp[]> = cachedBySnapshot((snapshot) => gdpOf(snapshot, null))

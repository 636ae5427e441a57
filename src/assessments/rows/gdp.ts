import { openMemory } from '../../memory/memory.ts'
import { inList } from './conditions.ts'
import { cachedBySnapshot, type SnapshotCache } from './snapshot-cache.ts'

/** The GDP of a state in a year, in current USD. */
interface Gdp {
  readonly state: string
  readonly year: number
  readonly value: number
}

/** GDP by the World Bank, without the projections that stand in for it elsewhere, of some states or of all (null), by state and year. */
export const gdpOf: SnapshotCache<[only: readonly string[] | null], readonly Gdp[]> = cachedBySnapshot(async (snapshot, only) => {
  await openMemory(snapshot)
  const whose = only === null ? 'true' : `state IN ${inList(only)}`
  return (await snapshot.rows(
    `SELECT state, year, value FROM gdp WHERE indicator = 'gdp' AND value > 0 AND ${whose} ORDER BY state, year`,
  )) as unknown as Gdp[]
})

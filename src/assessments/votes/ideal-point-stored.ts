import { multiverse, type SpecifiedPoint } from '../../measures/ideal-points/ideal-point-multiverse.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'
import { votesDigest } from './ideal-point-votes.ts'

/** Positions of a session by specification. */
export type StoredPoints = ReadonlyMap<string, readonly SpecifiedPoint[]>

/**
 * Reads the positions of a session by specification, as stored in the snapshot. Undefined unless all are stored and were
 * estimated from exactly the snapshot's votes.
 */
export const storedPoints: SnapshotCache<[session: number], StoredPoints | undefined> = cachedBySnapshot(async (snapshot, session) => {
  if ((snapshot.manifest.tables.estimated_points ?? []).length === 0) return undefined
  const digest = await votesDigest(snapshot)
  if ((await specificationsHeld(snapshot, digest)) !== multiverse.length) return undefined
  const found = await snapshot.columns(
    'SELECT specification, state, votes, point, sd FROM estimated_points WHERE session = $session AND digest = $digest',
    { digest, session },
  )
  const points = new Map(multiverse.map(({ name }) => [name, [] as SpecifiedPoint[]]))
  found['specification']!.forEach((name, row) => {
    const [state, votes, point, sd] = ['state', 'votes', 'point', 'sd'].map((column) => found[column]![row]) as [
      string,
      number,
      number,
      number,
    ]
    points.get(String(name))?.push({ state, session, votes, point, sd })
  })
  return points
})

const specificationsHeld = cachedBySnapshot(async (snapshot, digest: string) => {
  const counted = 'SELECT count(DISTINCT specification)::INTEGER AS n FROM estimated_points WHERE digest = $digest'
  return Number((await snapshot.rows(counted, { digest }))[0]!['n'])
})

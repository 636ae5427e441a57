import { multiverse, type SpecifiedPoint } from '../measures/ideal-point-multiverse.ts'
import type { Snapshot } from '../store/index.ts'
import { votesDigest } from './ideal-point-votes.ts'

/** Positions of a session by specification, as the snapshot holds them; undefined where it holds none that were estimated from just its votes. */
export async function keptPoints(snapshot: Snapshot, session: number): Promise<ReadonlyMap<string, readonly SpecifiedPoint[]> | undefined> {
  if ((snapshot.manifest.tables.estimated_points ?? []).length === 0) return undefined
  const digest = await votesDigest(snapshot)
  const [whole] = await snapshot.rows('SELECT count(DISTINCT specification)::INTEGER AS n FROM estimated_points WHERE digest = $digest', {
    digest,
  })
  if (whole?.['n'] !== multiverse.length) return undefined
  const rows = (await snapshot.rows(
    'SELECT specification, state, session, votes, point, sd FROM estimated_points WHERE digest = $digest AND session = $session',
    { digest, session },
  )) as unknown as (SpecifiedPoint & { readonly specification: string })[]
  return new Map(multiverse.map(({ name }) => [name, rows.filter(({ specification }) => specification === name)]))
}

import { vintageOf } from '../forms/unknown.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { lastEnded } from '../votes/ideal-point-figures.ts'
import { distanceBetween, normalQuantile95 } from '../votes/ideal-point-fit.ts'
import { votesDigest } from '../votes/ideal-point-votes.ts'
import { WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

const source = 'visavis-ideal-points'

interface Point {
  readonly state: string
  readonly session: number
  readonly votes: number
  readonly point: number
  readonly sd: number
}

/**
 * Reads the ideal-point distance from one state by session (the year is that of its opening), under the default specification. It
 * is read from the record's estimates for exactly its own votes.
 */
export async function worldIdealPoints(bench: WorldInputs, chosen: string): Promise<WorldReading> {
  const last = lastEnded(bench.to)
  const points = (await usualPoints(bench.snapshot)).filter(({ session }) => session <= last)
  const own = new Map(points.filter(({ state }) => state === chosen).map((one) => [one.session, one]))
  const cells = new WorldCells()
  for (const { state, session, votes, point, sd } of points) {
    const mine = own.get(session)
    if (mine === undefined || state === chosen) continue
    const { distance, low, high } = distanceBetween(point - mine.point, Math.hypot(sd, mine.sd))
    cells.set(state, 1945 + session, { value: distance, low, high, n: Math.min(votes, mine.votes) })
  }
  const rows = `estimated_points where specification = 'usual' and session <= ${last}`
  return { column: cells.column, evidence: [{ source, vintage: vintageOf(bench.cards, source), rows, count: points.length }] }
}

/** How the interval of a distance was computed, for the method line. */
export const idealPointMethod: string = `distance of positions of the usual specification; ends at ${normalQuantile95.toFixed(3)} standard deviations of the difference, the two taken as independent`

const usualPoints = cachedBySnapshot(async (snapshot): Promise<readonly Point[]> => {
  if ((snapshot.manifest.tables.estimated_points ?? []).length === 0) return []
  const found = await snapshot.rows(
    "SELECT state, session, votes, point, sd FROM estimated_points WHERE specification = 'usual' AND digest = $digest ORDER BY session, state",
    { digest: await votesDigest(snapshot) },
  )
  return found as unknown as Point[]
})

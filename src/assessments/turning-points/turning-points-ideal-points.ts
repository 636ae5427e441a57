import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import type { YearSeries } from '../forms/turning-points-form.ts'
import { vintageOf } from '../forms/unknown.ts'
import { inList } from '../rows/conditions.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { lastEnded } from '../votes/ideal-point-figures.ts'
import { votesDigest } from '../votes/ideal-point-votes.ts'

const source = 'visavis-ideal-points'
/** A session with fewer votes by either state is left out, because the position then rests mostly on other sessions. */
const leastVotes = 10

/**
 * Returns the pair's ideal-point distance in every completed session under the default specification, by the year in which the
 * session opened. Empty where the record has no estimates from exactly its own votes.
 */
export async function idealSeries(bench: DomainInputs): Promise<YearSeries[]> {
  if ((bench.snapshot.manifest.tables.estimated_points ?? []).length === 0) return []
  const { a, b, to } = bench.dyad
  const points = await usualPoints(bench.snapshot)
  const own = distances(points.get(a.iso3) ?? [], points.get(b.iso3) ?? []).filter(({ session }) => session <= lastEnded(to))
  if (own.length === 0) return []
  return [
    {
      id: 'ideal_point_distance',
      label: 'distance of ideal points',
      domain: 'diplomacy',
      unit: 'index',
      model: 'mean',
      logarithm: false,
      points: own.map(({ session, distance }) => [openingYear(session), distance] as const),
      method: `usual specification; sessions by the year they opened in, with at least ${leastVotes} votes of each`,
      evidence: [
        {
          source,
          vintage: vintageOf(bench.cards, source),
          rows: `estimated_points where specification = 'usual' and state in ${inList([a.iso3, b.iso3])} and session in (${own.map(({ session }) => session).join(', ')})`,
          count: 2 * own.length,
        },
      ],
    },
  ]
}

interface UsualPoint {
  readonly session: number
  readonly point: number
}

/** Reads the ideal points under the default specification, estimated from exactly the snapshot's votes, by state and session. */
const usualPoints = cachedBySnapshot(async (snapshot): Promise<ReadonlyMap<string, readonly UsualPoint[]>> => {
  const rows = await snapshot.rows(
    `SELECT state, session, point FROM estimated_points WHERE specification = 'usual' AND votes >= ${leastVotes} AND digest = $digest ORDER BY state, session`,
    { digest: await votesDigest(snapshot) },
  )
  return grouped(rows as unknown as (UsualPoint & { readonly state: string })[], ({ state }) => state)
})

function distances(one: readonly UsualPoint[], other: readonly UsualPoint[]): { session: number; distance: number }[] {
  const others = new Map(other.map(({ session, point }) => [session, point]))
  return one.flatMap(({ session, point }) => {
    const its = others.get(session)
    return its === undefined ? [] : [{ session, distance: Math.abs(point - its) }]
  })
}

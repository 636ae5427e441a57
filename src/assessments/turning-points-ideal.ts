import { openingYear } from '../measures/ideal-point-record.ts'
import { isKnown } from '../store/index.ts'
import type { Bench, DomainAssessment } from './assessment.ts'
import { lastEnded } from './ideal-point-figures.ts'
import { votesDigest } from './ideal-point-votes.ts'
import type { YearSeries } from './turning-points-form.ts'
import { vintageOf } from './unknown.ts'

const source = 'visavis-ideal-points'
/** A session with fewer votes of either leaves its place to the sessions around it. */
const leastVotes = 10

/**
 * Distance of the pair's ideal points in every session that had ended, under the usual specification, by the year in which the session opened. None where the record holds none that
 * were estimated from just its votes.
 */
export async function idealSeries(bench: Bench, found: readonly DomainAssessment[]): Promise<YearSeries[]> {
  if ((bench.snapshot.manifest.tables.estimated_points ?? []).length === 0) return []
  const { a, b, to } = bench.dyad
  const rows = await bench.snapshot.rows(
    `SELECT one.digest, one.session, abs(one.point - other.point) AS distance FROM estimated_points AS one JOIN estimated_points AS other USING (specification, session, digest)
       WHERE specification = 'usual' AND one.state = $a AND other.state = $b AND session <= $last AND least(one.votes, other.votes) >= ${leastVotes} ORDER BY session`,
    { a: a.iso3, b: b.iso3, last: lastEnded(to) },
  )
  const own = await ofTheseVotes(bench, found, rows)
  if (own.length === 0) return []
  return [
    {
      id: 'ideal_point_distance',
      label: 'distance of ideal points',
      domain: 'diplomacy',
      unit: 'index',
      model: 'mean',
      logarithm: false,
      points: own.map((row) => [openingYear(Number(row['session'])), row['distance'] as number] as const),
      method: `usual specification; sessions by the year they opened in, with at least ${leastVotes} votes of each`,
      evidence: [
        {
          source,
          vintage: vintageOf(bench.cards, source),
          rows: `estimated_points where specification = 'usual' and state in ('${a.iso3}', '${b.iso3}')`,
          count: 2 * own.length,
        },
      ],
    },
  ]
}

/** Where diplomacy tells a distance, the votes have been compared already. */
async function ofTheseVotes<T extends Readonly<Record<string, unknown>>>(
  bench: Bench,
  found: readonly DomainAssessment[],
  rows: readonly T[],
): Promise<readonly T[]> {
  const told = found.some(({ estimates }) => estimates.some((one) => one.id === 'ideal_point_distance' && isKnown(one)))
  const digests = new Set(rows.map((row) => row['digest']))
  if (digests.size === 0 || (told && digests.size === 1)) return rows
  const digest = await votesDigest(bench.snapshot)
  return rows.filter((row) => row['digest'] === digest)
}

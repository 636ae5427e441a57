import { multiverse, pointsUnder } from '../../measures/ideal-points/ideal-point-multiverse.ts'
import type { PooledSeries } from '../../outlook/pooled/pooled-fit.ts'
import type { Snapshot } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { loadRecordedVotes } from '../votes/ideal-point-votes.ts'
import { agreementSeries, distanceSeries, type PointsBySession, placeSeries, pointsBySession, recordPoints } from './vote-series.ts'

/** Series of all pairs, with the names of their sides. */
export interface NamedSeries {
  readonly data: PooledSeries
  /** The two states of a series, in its direction. */
  readonly sidesOf: (series: number) => readonly [string, string]
  /** The same number for both directions of a pair. */
  readonly pairOf: (series: number) => number
}

/** From these on forecasts are scored. */
export const firstOrigin = { session: 45, year: 1990 } as const
/** Standing is learnt from on. */
export const firstStanding = 1946

/** The last session and the last calendar year that had ended when a record was made. */
export function lastWhole({ created }: { readonly created: string }): { readonly session: number; readonly year: number } {
  const year = Number(created.slice(0, 4)) - 1
  return { session: created.slice(5, 10) >= '09-15' ? year - 1945 : year - 1946, year }
}

/** The first session whose votes alone are estimated: before it there are too few. */
export const firstEdition = 12

/** A position in an edition. */
export interface EditionPoint {
  readonly state: string
  readonly session: number
  readonly point: number
}

/** Ideal points as they would have been estimated from the votes up to each of some sessions. */
export async function editionsOfPoints(snapshot: Snapshot, sessions: readonly number[]): Promise<EditionPoint[][]> {
  const { voters, votes, items } = await loadRecordedVotes(snapshot)
  const editions: EditionPoint[][] = []
  for (const session of sessions) {
    const own = votes.filter(({ date }) => date < `${1946 + session}-09-15`)
    const points = await pointsUnder({ voters, votes: own, items: items.slice(0, own.length) }, multiverse[0]!)
    // a forecast looks back fifteen sessions at most
    editions.push(
      points
        .filter((one) => one.session > session - 15)
        .map(({ state, session: of, point }) => ({ state, session: of, point: Number(point.toFixed(4)) })),
    )
  }
  return editions
}

/** Arranges editions, from `firstEdition` on, by the session up to which they know the votes. */
export async function editionsBySession(
  snapshot: Snapshot,
  editions: readonly (readonly EditionPoint[])[],
): Promise<(knownIn: number) => PointsBySession | undefined> {
  const place = new Map((await votersOf(snapshot)).map((state, i) => [state, i]))
  const found = editions.map((points) => pointsBySession(points, place))
  return (knownIn) => found[knownIn - firstEdition]
}

/** Distances of ideal points as known at the time. */
export async function distancesThen(
  snapshot: Snapshot,
  last: number,
  editions: (knownIn: number) => PointsBySession | undefined,
): Promise<NamedSeries> {
  const voters = await votersOf(snapshot)
  return ofVoters(voters, distanceSeries(voters.length, editions, last))
}

/** Distances of ideal points smoothed over all votes. */
export async function distancesNow(snapshot: Snapshot, last: number): Promise<NamedSeries> {
  const [voters, points] = [await votersOf(snapshot), await recordPoints(snapshot)]
  return ofVoters(
    voters,
    distanceSeries(voters.length, () => points, last),
  )
}

export async function agreements(snapshot: Snapshot, last: number): Promise<NamedSeries> {
  return ofVoters(await votersOf(snapshot), await agreementSeries(snapshot, last))
}

export async function places(snapshot: Snapshot, last: number): Promise<NamedSeries> {
  return ofVoters(await votersOf(snapshot), await placeSeries(snapshot, last))
}

function ofVoters(voters: readonly string[], data: PooledSeries): NamedSeries {
  const pairs = voters.flatMap((a, i) => voters.slice(i + 1).map((b) => [a, b] as const))
  return { data, sidesOf: (s) => pairs[s]!, pairOf: (s) => s }
}

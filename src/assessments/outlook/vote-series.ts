import type { PooledSeries } from '../../outlook/pooled/pooled-fit.ts'
import { overlapping, yearly } from '../../outlook/pooled/series-features.ts'
import type { Snapshot } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'
import { storedPlaces } from '../votes/stored-places.ts'
import { rollCallRange, wholeVotes } from '../votes/vote-matrix.ts'
import { leastCommonVotes, pairIndex, placeSessions, sessionDays, usualPoints, votePlaces } from '../votes/vote-places.ts'

/** The first session whose values are used: earlier ones had other members and few votes. */
export const firstSession = 20

/** All unordered pairs of things numbered from 0. */
export function unorderedPairs(count: number): { readonly a: Uint16Array; readonly b: Uint16Array } {
  const size = (count * (count - 1)) / 2
  const [a, b] = [new Uint16Array(size), new Uint16Array(size)]
  for (let i = 0, at = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++, at++) {
      a[at] = i
      b[at] = j
    }
  }
  return { a, b }
}

/** Positions of voters by session and place in `voters`: NaN where a state has none. */
export type PointsBySession = ReadonlyMap<number, Float64Array>

/**
 * The distance of ideal points of every pair by session.
 *
 * @param editions   the positions as estimated from the votes up to each session; with one edition for all, later votes have smoothed earlier positions
 */
export function distanceSeries(voters: number, editions: (knownIn: number) => PointsBySession | undefined, last: number): PooledSeries {
  const { a, b } = unorderedPairs(voters)
  return {
    series: a.length,
    first: firstSession,
    last,
    shape: yearly,
    correction: 0,
    at: (s, session, knownIn) => {
      const points = editions(knownIn)?.get(session)
      return points === undefined ? Number.NaN : Math.abs(points[a[s]!]! - points[b[s]!]!)
    },
  }
}

/** The stored positions of the usual specification; empty where the record has none of exactly its own votes. */
export const recordPoints: SnapshotCache<[], PointsBySession> = cachedBySnapshot(async (snapshot) => {
  const points = await usualPoints(snapshot)
  const place = new Map((await votersOf(snapshot)).map((state, i) => [state, i]))
  return pointsBySession([...points.values()].flat(), place)
})

/** Arranges positions by session and voter. */
export function pointsBySession(
  rows: Iterable<{ readonly state: string; readonly session: number; readonly point: number }>,
  place: ReadonlyMap<string, number>,
): PointsBySession {
  const found = new Map<number, Float64Array>()
  for (const { state, session, point } of rows) {
    const own = found.get(session) ?? new Float64Array(place.size).fill(Number.NaN)
    own[place.get(state)!] = point
    found.set(session, own)
  }
  return found
}

/**
 * The agreement rate of every pair by session, in percent: the share of votes on whole resolutions on which both took the same position. Missing where they have
 * fewer than 20 votes in common.
 */
export async function agreementSeries(snapshot: Snapshot, last: number): Promise<PooledSeries> {
  const voters = await votersOf(snapshot)
  const { a, b } = unorderedPairs(voters.length)
  const rates = new Map<number, Float64Array>()
  for (let session = firstSession; session <= last; session++) {
    const rateOf = await agreementInSession(snapshot, session)
    rates.set(
      session,
      Float64Array.from(a, (first, s) => rateOf(first, b[s]!)),
    )
  }
  return {
    series: a.length,
    first: firstSession,
    last,
    shape: yearly,
    correction: 0,
    at: (s, session) => rates.get(session)?.[s] ?? Number.NaN,
  }
}

/** Returns a function that gives the agreement rate of two voters in a session; NaN with too few common votes. */
export const agreementInSession: SnapshotCache<[session: number], (a: number, b: number) => number> = cachedBySnapshot(
  async (snapshot, session) => {
    const [votes, voters] = [await wholeVotes(snapshot), await votersOf(snapshot)]
    const { from, to } = rollCallRange(votes, sessionDays(session, session).from, sessionDays(session, session).to)
    const rows = voters.map((state) => votes.positions(state)!.subarray(from, to))
    return (a, b) => {
      const [x, y] = [rows[a]!, rows[b]!]
      let [same, both] = [0, 0]
      for (let r = 0; r < x.length; r++) {
        if (x[r] === 0 || y[r] === 0) continue
        both++
        if (x[r] === y[r]) same++
      }
      return both < leastCommonVotes ? Number.NaN : (100 * same) / both
    }
  },
)

/** The place of every pair among all pairs by how closely they vote in a session and the two before, as percentile; 100 = closest. */
export async function placeSeries(snapshot: Snapshot, last: number): Promise<PooledSeries> {
  const voters = await votersOf(snapshot)
  const { a } = unorderedPairs(voters.length)
  const places = new Map<number, Float64Array>()
  for (let session = firstSession; session <= last; session++)
    places.set(session, (await votePlaces(snapshot, session - placeSessions + 1, session)).places)
  return {
    series: a.length,
    first: firstSession,
    last,
    shape: overlapping,
    correction: 1,
    at: (s, session) => places.get(session)?.[s] ?? Number.NaN,
  }
}

/** Returns the place of one pair in a session and the two before, stored or computed; NaN where it has none. */
export async function placeInSession(snapshot: Snapshot, session: number, a: number, b: number): Promise<number> {
  const pair = pairIndex((await votersOf(snapshot)).length, a, b)
  const stored = (await storedPlaces(snapshot))?.at(session, pair)
  return stored ?? (await votePlaces(snapshot, session - placeSessions + 1, session)).places[pair] ?? Number.NaN
}

/**
 * Returns the agreement rates of one pair in the sessions from one on, by session, as `agreementInSession` gives them: read from the votes of the two alone,
 * which is faster where the votes of all states have not been read.
 */
export async function agreementOfPair(snapshot: Snapshot, a: number, b: number, from: number, to: number): Promise<Map<number, number>> {
  const rows = await snapshot.rows(
    `WITH pair AS (
       SELECT substr(date, 1, 4)::INTEGER - CASE WHEN substr(date, 6) >= '09-15' THEN 1945 ELSE 1946 END AS session, votes[$a] AS x, votes[$b] AS y
       FROM roll_calls WHERE kind = 'whole' AND date BETWEEN $first AND $last)
     SELECT session, count(*) FILTER (x = y)::INTEGER AS same, count(*)::INTEGER AS common FROM pair WHERE x IN ('1', '2', '3') AND y IN ('1', '2', '3') GROUP BY session`,
    { a: a + 1, b: b + 1, first: sessionDays(from, from).from, last: sessionDays(to, to).to },
  )
  return new Map(
    (rows as unknown as { session: number; same: number; common: number }[]).map(({ session, same, common }) => [
      session,
      common < leastCommonVotes ? Number.NaN : (100 * same) / common,
    ]),
  )
}

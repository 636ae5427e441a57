import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import {
  type CentredSums,
  type CentredVotes,
  centredAgreement,
  centredError,
  centredSums,
  centredVotes,
  midRankPercentiles,
  rankAmongSorted,
} from '../../measures/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'
import { normalQuantile95 } from './ideal-point-fit.ts'
import { votesDigest } from './ideal-point-votes.ts'
import { rollCallRange, wholeVotes } from './vote-matrix.ts'

/** With fewer common votes a pair's place is off by more than a quarter of the ranking in one case of ten: docs/measures/diplomacy-headline.md. */
export const leastCommonVotes = 20

/** Sessions that a place rests on: docs/measures/diplomacy-headline.md. */
export const placeSessions = 3

/** Says why a figure is missing where two states have too few common votes. */
export function tooFewVotes(n: number, when: string): string {
  return `too few votes: ${n} in common in ${when}, fewer than ${leastCommonVotes}`
}

/** The places of all pairs in a window of sessions. */
export interface VotePlaces {
  readonly first: number
  readonly last: number
  /** Common roll calls by pair, in the order of `pairIndex`. */
  readonly n: Uint32Array
  /** Percentile of the pair among all pairs, 100 = closest; NaN where it has too few common votes, or no ideal points of both. */
  readonly places: Float64Array
  /** Number of pairs with a place. */
  readonly pairs: number
  /** Whether places rest on ideal points too; false where the record has none of exactly its own votes. */
  readonly withIdealPoints: boolean
  /** Number of roll calls. */
  readonly rollCalls: number
  /** The place of a pair with its 90 % interval; undefined where it has none. */
  readonly placeOf: (i: number, j: number) => PlaceWithEnds | undefined
}

/** A pair's place, 0 to 100. */
export interface PlaceWithEnds {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Returns the position of a pair of voters in lists of all pairs.
 *
 * @example pairIndex(4, 1, 3)   // 4
 */
export function pairIndex(states: number, i: number, j: number): number {
  const [a, b] = i < j ? [i, j] : [j, i]
  return (a * (2 * states - a - 1)) / 2 + b - a - 1
}

/** Returns the first and last day of a window of sessions; a session runs from 15 September to the next 14 September. */
export function sessionDays(first: number, last: number): { from: string; to: string } {
  return { from: `${openingYear(first)}-09-15`, to: `${openingYear(last + 1)}-09-14` }
}

/**
 * Ranks all pairs by how close they vote in a window of sessions: the mean of a pair's ranks by centred agreement and by the distance of ideal points, ranked
 * again. Pairs with too few common votes have no place and do not count among the others.
 */
export const votePlaces: SnapshotCache<[first: number, last: number], VotePlaces> = cachedBySnapshot(async (snapshot, first, last) => {
  const sessions = Array.from({ length: last - first + 1 }, (_, k) => first + k)
  const [voters, votes, points] = [
    await votersOf(snapshot),
    await Promise.all(sessions.map((session) => votesOfSession(snapshot, session))),
    await meanPoints(snapshot, first, last),
  ]
  const sums = await Promise.all(sessions.map((session) => sumsOfSession(snapshot, session)))
  return rankPairs({ first, last, states: voters.length, votes, sums, points })
})

/** Sums of all pairs in one session. */
export interface SessionSums {
  readonly n: Uint16Array
  readonly difference: Float64Array
  readonly scale: Float64Array
}

const votesOfSession = cachedBySnapshot(async (snapshot, session: number): Promise<CentredVotes> => {
  const [votes, voters] = [await wholeVotes(snapshot), await votersOf(snapshot)]
  const days = sessionDays(session, session)
  const { from, to } = rollCallRange(votes, days.from, days.to)
  const positions = new Uint8Array(voters.length * (to - from))
  voters.forEach((state, i) => {
    votes
      .positions(state)!
      .subarray(from, to)
      .forEach((position, r) => {
        positions[r * voters.length + i] = position
      })
  })
  return centredVotes({ states: voters.length, rollCalls: to - from, positions })
})

const sumsOfSession = cachedBySnapshot(async (snapshot, session: number) => sumsOfPairs(await votesOfSession(snapshot, session)))

/** Sums the votes of every pair. */
export function sumsOfPairs(votes: CentredVotes): SessionSums {
  const { states } = votes
  const pairs = (states * (states - 1)) / 2
  const sums = { n: new Uint16Array(pairs), difference: new Float64Array(pairs), scale: new Float64Array(pairs) }
  const present = Array.from({ length: states }, (_, i) => i).filter((i) => hasVoted(votes, i))
  for (const i of present) {
    for (const j of present) {
      if (j <= i) continue
      const at = pairIndex(states, i, j)
      const { n, difference, scale } = centredSums(votes, i, j)
      sums.n[at] = n
      sums.difference[at] = difference
      sums.scale[at] = scale
    }
  }
  return sums
}

function hasVoted({ deviations, rollCalls }: CentredVotes, state: number): boolean {
  return deviations.subarray(state * rollCalls, (state + 1) * rollCalls).some((one) => !Number.isNaN(one))
}

/** Mean position of each voter over the sessions in which it has one, with its standard deviation; NaN without any. */
export interface MeanPoints {
  readonly point: Float64Array
  readonly sd: Float64Array
}

async function meanPoints(snapshot: Snapshot, first: number, last: number): Promise<MeanPoints | undefined> {
  const [voters, points] = [await votersOf(snapshot), await usualPoints(snapshot)]
  if (points.size === 0) return undefined
  const place = new Map(voters.map((state, i) => [state, i]))
  const sum = { point: new Float64Array(voters.length), variance: new Float64Array(voters.length), n: new Float64Array(voters.length) }
  for (let session = first; session <= last; session++) {
    for (const { state, point, sd } of points.get(String(session)) ?? []) {
      const at = place.get(state)!
      sum.point[at]! += point
      sum.variance[at]! += sd * sd
      sum.n[at]!++
    }
  }
  return { point: sum.point.map((one, i) => one / sum.n[i]!), sd: sum.variance.map((one, i) => Math.sqrt(one) / sum.n[i]!) }
}

/** Position of a state in a session under the usual specification. */
export interface UsualPoint {
  readonly state: string
  readonly session: number
  readonly point: number
  readonly sd: number
}

/** Reads the ideal points of the usual specification by session; empty where the record has none of exactly its own votes. */
export const usualPoints: SnapshotCache<[], ReadonlyMap<string, readonly UsualPoint[]>> = cachedBySnapshot(async (snapshot) => {
  if ((snapshot.manifest.tables.estimated_points ?? []).length === 0) return new Map()
  const found = await snapshot.columns(
    "SELECT state, session, point, sd FROM estimated_points WHERE specification = 'usual' AND digest = $digest ORDER BY session, state",
    { digest: await votesDigest(snapshot) },
  )
  const [state, session, point, sd] = ['state', 'session', 'point', 'sd'].map((name) => found[name] ?? []) as [
    string[],
    number[],
    number[],
    number[],
  ]
  const points = state.map((own, i): UsualPoint => ({ state: own, session: session[i]!, point: point[i]!, sd: sd[i]! }))
  return grouped(points, (one) => String(one.session))
})

export interface PlaceInputs {
  readonly first: number
  readonly last: number
  readonly states: number
  readonly votes: readonly CentredVotes[]
  readonly sums: readonly SessionSums[]
  readonly points: MeanPoints | undefined
}

/** Ranks all pairs of a window from their sums and mean points. */
export function rankPairs({ first, last, states, votes, sums, points }: PlaceInputs): VotePlaces {
  const pairs = (states * (states - 1)) / 2
  const [n, agreement, distance] = [new Uint32Array(pairs), new Float64Array(pairs).fill(Number.NaN), new Float64Array(pairs)]
  for (let i = 0, at = 0; i < states; i++) {
    for (let j = i + 1; j < states; j++, at++) {
      const sum = summed(sums, at)
      n[at] = sum.n
      distance[at] = points === undefined ? 0 : -Math.abs(points.point[i]! - points.point[j]!)
      if (sum.n >= leastCommonVotes && !Number.isNaN(distance[at]!)) agreement[at] = centredAgreement(sum)
      else distance[at] = Number.NaN
    }
  }
  const means = meanRanks(agreement, points === undefined ? agreement : distance)
  const places = midRankPercentiles(means)
  let ranks: Ranks | undefined
  const sorted = (): Ranks => ({
    agreement: risingKnown(agreement),
    distance: points === undefined ? undefined : risingKnown(distance),
    means: risingKnown(means),
  })
  return {
    ...{ first, last, n, places },
    pairs: places.reduce((sum, place) => (Number.isNaN(place) ? sum : sum + 1), 0),
    withIdealPoints: points !== undefined,
    rollCalls: votes.reduce((sum, one) => sum + one.rollCalls, 0),
    placeOf: (i, j) => {
      const at = pairIndex(states, i, j)
      const value = places[at]!
      if (Number.isNaN(value)) return undefined
      ranks ??= sorted()
      const own = { agreement: agreement[at]!, distance: distance[at]!, error: normalQuantile95 * centredError(votes, i, j) }
      const apart = points === undefined ? 0 : normalQuantile95 * Math.hypot(points.sd[i]!, points.sd[j]!)
      return { value, low: Math.min(value, moved(ranks, own, -1, apart)), high: Math.max(value, moved(ranks, own, 1, apart)) }
    },
  }
}

function summed(sums: readonly SessionSums[], at: number): CentredSums {
  let n = 0
  let difference = 0
  let scale = 0
  for (const one of sums) {
    n += one.n[at]!
    difference += one.difference[at]!
    scale += one.scale[at]!
  }
  return { n, difference, scale }
}

function meanRanks(one: Float64Array, other: Float64Array): Float64Array {
  const [x, y] = [midRankPercentiles(one), midRankPercentiles(other)]
  return x.map((rank, at) => (rank + y[at]!) / 2)
}

function risingKnown(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value)).sort()
}

interface Ranks {
  readonly agreement: Float64Array
  readonly distance: Float64Array | undefined
  readonly means: Float64Array
}

/** Returns the place with both figures moved to the ends of their intervals: both come from the same votes, so their errors are taken as going together. */
function moved(
  ranks: Ranks,
  own: { readonly agreement: number; readonly distance: number; readonly error: number },
  way: 1 | -1,
  apart: number,
): number {
  const first = rankAmongSorted(ranks.agreement, own.agreement + way * own.error)
  const second = ranks.distance === undefined ? first : rankAmongSorted(ranks.distance, Math.min(0, own.distance + way * apart))
  return rankAmongSorted(ranks.means, (first + second) / 2)
}

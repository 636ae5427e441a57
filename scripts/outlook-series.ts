import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { votersOf } from '../src/assessments/forms/roll-calls.ts'
import {
  firstGoodsYear,
  type GoodsFlow,
  type GoodsMeasure,
  GoodsRecord,
  goodsRecord,
  goodsSeries,
  insuranceAndFreight,
} from '../src/assessments/outlook/goods-series.ts'
import {
  agreementSeries,
  distanceSeries,
  type PointsBySession,
  placeSeries,
  pointsBySession,
  recordPoints,
} from '../src/assessments/outlook/vote-series.ts'
import { recordGdp } from '../src/assessments/rows/gdp.ts'
import { loadRecordedVotes } from '../src/assessments/votes/ideal-point-votes.ts'
import { multiverse, pointsUnder } from '../src/measures/ideal-points/ideal-point-multiverse.ts'
import type { PooledSeries } from '../src/outlook/pooled/pooled-fit.ts'
import { stateByCow } from '../src/states/index.ts'
import type { Snapshot } from '../src/store/index.ts'

/** Series of all pairs, with the names of their sides. */
export interface NamedSeries {
  readonly data: PooledSeries
  /** The two states of a series, in its direction. */
  readonly sidesOf: (series: number) => readonly [string, string]
  /** The same number for both directions of a pair. */
  readonly pairOf: (series: number) => number
}

/** The first session whose votes alone are estimated: before it there are too few. */
const firstEdition = 12
/** Goods trade is learnt from on: before it few states report. */
const firstLearntYear = 1955

type EditionRows = Readonly<Record<string, readonly { readonly state: string; readonly session: number; readonly point: number }[]>>

/**
 * Ideal points of every session as they would have been estimated from the votes up to each session.
 *
 * @param file   keeps the estimates, which take minutes, for the next run with the same votes; undefined: they are made anew
 */
export async function pointEditions(
  snapshot: Snapshot,
  last: number,
  file: string | undefined,
): Promise<(knownIn: number) => PointsBySession | undefined> {
  const rows =
    file !== undefined && existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as EditionRows)
      : await estimatedEditions(snapshot, last)
  if (file !== undefined && !existsSync(file)) writeFileSync(file, JSON.stringify(rows))
  const place = new Map((await votersOf(snapshot)).map((state, i) => [state, i]))
  const editions = new Map(Object.entries(rows).map(([session, points]) => [Number(session), pointsBySession(points, place)]))
  return (knownIn) => editions.get(knownIn)
}

async function estimatedEditions(snapshot: Snapshot, last: number): Promise<EditionRows> {
  const { voters, votes, items } = await loadRecordedVotes(snapshot)
  const editions: Record<string, { state: string; session: number; point: number }[]> = {}
  for (let session = firstEdition; session <= last; session++) {
    const own = votes.filter(({ date }) => date < `${1946 + session}-09-15`)
    const points = await pointsUnder({ voters, votes: own, items: items.slice(0, own.length) }, multiverse[0]!)
    // a forecast looks back fifteen sessions at most
    editions[session] = points
      .filter((one) => one.session > session - 15)
      .map(({ state, session: of, point }) => ({ state, session: of, point: Number(point.toFixed(4)) }))
  }
  return editions
}

/** Distances of ideal points as known at the time, and smoothed over all votes. */
export async function distances(
  snapshot: Snapshot,
  last: number,
  editions: (knownIn: number) => PointsBySession | undefined,
): Promise<Record<string, NamedSeries>> {
  const voters = await votersOf(snapshot)
  const points = await recordPoints(snapshot)
  return {
    'ideal-point-distance': ofVoters(voters, distanceSeries(voters.length, editions, last)),
    'ideal-point-distance-smoothed': ofVoters(
      voters,
      distanceSeries(voters.length, () => points, last),
    ),
  }
}

export async function agreements(snapshot: Snapshot, last: number): Promise<Record<string, NamedSeries>> {
  return { 'agreement-rate': ofVoters(await votersOf(snapshot), await agreementSeries(snapshot, last)) }
}

export async function places(snapshot: Snapshot, last: number): Promise<Record<string, NamedSeries>> {
  return { 'agreement-place': ofVoters(await votersOf(snapshot), await placeSeries(snapshot, last)) }
}

function ofVoters(voters: readonly string[], data: PooledSeries): NamedSeries {
  const pairs = voters.flatMap((a, i) => voters.slice(i + 1).map((b) => [a, b] as const))
  return { data, sidesOf: (s) => pairs[s]!, pairOf: (s) => s }
}

/** Goods trade by Correlates of War to the year before the record's, and by the record from then on. */
export async function goodsSeriesFrom(folder: string, snapshot: Snapshot): Promise<Record<string, NamedSeries>> {
  const record = await goodsRecord(snapshot, null)
  const whole = new GoodsRecord([...earlierFlows(folder), ...flowsIn(record)], await recordGdp(snapshot))
  const n = whole.states.length
  const named = (measure: GoodsMeasure): NamedSeries => ({
    data: goodsSeries(whole, measure),
    sidesOf: (s) => [whole.states[Math.floor(s / n)]!, whole.states[s % n]!],
    pairOf: (s) => Math.min(Math.floor(s / n), s % n) * n + Math.max(Math.floor(s / n), s % n),
  })
  return { 'goods-flow': named('flow'), 'trade-gdp-share': named('gdpShare'), 'trade-dependence': named('dependence') }
}

function* flowsIn(record: GoodsRecord): Iterable<GoodsFlow> {
  for (let year = record.first; year <= record.last; year++)
    for (const [i, from] of record.states.entries())
      for (const [j, to] of record.states.entries()) {
        const value = record.flow(i, j, year)
        if (value > 0) yield { from, to, year, value }
      }
}

function* earlierFlows(folder: string): Iterable<GoodsFlow> {
  const path = join(folder, 'cow-trade', 'cow_trade_ndy_v4.csv.gz')
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n').slice(1)
  for (const line of lines) {
    const [first, second, year, fromSecond, fromFirst] = line.split(',')
    if (Number(year) < firstLearntYear || Number(year) >= firstGoodsYear) continue
    const [a, b] = [first, second].map((code) => stateByCow(Number(code), `${year}-12-31`)?.iso3)
    if (a === undefined || b === undefined) continue
    const million = 1e6 / insuranceAndFreight
    yield { from: b, to: a, year: Number(year), value: Number(fromSecond) * million }
    yield { from: a, to: b, year: Number(year), value: Number(fromFirst) * million }
  }
}

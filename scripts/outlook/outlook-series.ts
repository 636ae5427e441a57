import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  agreements as agreementsOf,
  distancesNow,
  distancesThen,
  type EditionPoint,
  editionsBySession,
  editionsOfPoints,
  firstEdition,
  type NamedSeries,
  places as placesOf,
} from '../../src/assessments/outlook/backtest-series.ts'
import {
  firstGoodsYear,
  type GoodsFlow,
  type GoodsMeasure,
  GoodsRecord,
  goodsRecord,
  goodsSeries,
} from '../../src/assessments/outlook/goods-series.ts'
import type { PointsBySession } from '../../src/assessments/outlook/vote-series.ts'
import { gdpOf } from '../../src/assessments/rows/gdp.ts'
import { insuranceAndFreight } from '../../src/memory/steps/goods-fob.ts'
import { stateByCow } from '../../src/states/index.ts'
import type { Snapshot } from '../../src/store/index.ts'

export type { NamedSeries }

/** Goods trade is learnt from on: before it few states report. */
const firstLearntYear = 1955

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
      ? Object.values(JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, readonly EditionPoint[]>>)
      : await editionsOfPoints(
          snapshot,
          Array.from({ length: last - firstEdition + 1 }, (_, i) => firstEdition + i),
        )
  if (file !== undefined && !existsSync(file))
    writeFileSync(file, JSON.stringify(Object.fromEntries(rows.map((points, i) => [firstEdition + i, points]))))
  return editionsBySession(snapshot, rows)
}

/** Distances of ideal points as known at the time, and smoothed over all votes. */
export async function distances(
  snapshot: Snapshot,
  last: number,
  editions: (knownIn: number) => PointsBySession | undefined,
): Promise<Record<string, NamedSeries>> {
  return {
    'ideal-point-distance': await distancesThen(snapshot, last, editions),
    'ideal-point-distance-smoothed': await distancesNow(snapshot, last),
  }
}

export async function agreements(snapshot: Snapshot, last: number): Promise<Record<string, NamedSeries>> {
  return { 'agreement-rate': await agreementsOf(snapshot, last) }
}

export async function places(snapshot: Snapshot, last: number): Promise<Record<string, NamedSeries>> {
  return { 'agreement-place': await placesOf(snapshot, last) }
}

/** Goods trade by Correlates of War to the year before the record's, and by the record from then on. */
export async function goodsSeriesFrom(folder: string, snapshot: Snapshot): Promise<Record<string, NamedSeries>> {
  const record = await goodsRecord(snapshot, null)
  const whole = new GoodsRecord([...earlierFlows(folder), ...flowsIn(record)], await gdpOf(snapshot, null))
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

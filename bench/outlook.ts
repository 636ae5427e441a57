import { votersOf } from '../src/assessments/forms/roll-calls.ts'
import { everyOutlook } from '../src/assessments/outlook/every-outlook.ts'
import { goodsRecord } from '../src/assessments/outlook/goods-series.ts'
import { pairOutlook } from '../src/assessments/outlook/pair-outlook.ts'
import { distanceSeries, recordPoints } from '../src/assessments/outlook/vote-series.ts'
import { standingFacts } from '../src/assessments/standing/standing-record.ts'
import { thetaForecast } from '../src/outlook/models/theta.ts'
import type { OutlookFits } from '../src/outlook/targets/outlook-fits.ts'
import { readOutlookFits } from '../src/outlook/targets/stored-fits.ts'
import { existedOn, stateOf, states } from '../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../src/store/index.ts'

/** Times the outlook of one pair from an opened record, and of all pairs, against Theta fitted to each series alone in the same run. */
export async function run(): Promise<void> {
  console.log('outlook: 11 targets, 5 horizons; processor time, one thread')
  const fits = await readOutlookFits()
  const snapshot = await openSnapshot(bundledRecord())
  const day = snapshot.manifest.created.slice(0, 10)
  const [china, russia] = [stateOf('CHN')!, stateOf('RUS')!]
  const began = process.cpuUsage()
  await pairOutlook(snapshot, china, russia, day, fits)
  const one = process.cpuUsage(began)
  console.log(`  one pair, the first from an opened record: ${((one.user + one.system) / 1000).toFixed(0)} ms`)
  await goodsRecord(snapshot, null)
  await standingFacts(snapshot)
  const alive = states.filter((state) => existedOn(state, day))
  const start = process.cpuUsage()
  let [pairs, forecasts] = [0, 0]
  for (const [i, a] of alive.entries())
    for (const b of alive.slice(i + 1)) {
      forecasts += (await pairOutlook(snapshot, a, b, day, fits)).targets.length
      pairs++
    }
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  console.log(`  all ${pairs} pairs: ${seconds.toFixed(1)} s, ${forecasts} forecasts, ${((1e6 * seconds) / forecasts).toFixed(1)} µs each`)
  const series = await someSeries(snapshot)
  const before = process.cpuUsage()
  for (const own of series) thetaForecast(own, 10)
  const theirs = process.cpuUsage(before)
  const each = (theirs.user + theirs.system) / series.length
  // a call of Theta gives all horizons of one series, as five of our forecasts do
  console.log(
    `    Theta, fitted to each series alone: ${each.toFixed(0)} µs a series, ${((each * forecasts) / 5 / (1e6 * seconds)).toFixed(1)} times ours`,
  )
  await allWithEvents(snapshot, day, fits)
  snapshot.close()
}

/** Times `outlook all`: quantities and events of all pairs, as lines of CSV, on two threads and on one. */
async function allWithEvents(snapshot: Snapshot, day: string, fits: OutlookFits): Promise<void> {
  const request = { to: day, state: undefined, horizon: undefined, target: undefined }
  const taken: number[] = []
  for (const threads of [2, 1]) {
    const [began, wall] = [process.cpuUsage(), Date.now()]
    const { forecasts, rows } = await everyOutlook(request, snapshot, fits, { threads })
    const { user, system } = process.cpuUsage(began)
    const bytes = rows.pieces.reduce((sum, { length }) => sum + length, 0)
    taken.push(Date.now() - wall)
    console.log(
      `  outlook all, ${threads} ${threads === 1 ? 'thread' : 'threads'}: ${((user + system) / 1e6).toFixed(1)} s of processor time, ${((Date.now() - wall) / 1000).toFixed(1)} s; ${forecasts} forecasts, ${(bytes / 1e6).toFixed(0)} MB`,
    )
  }
  console.log(`    two threads are ${(taken[1]! / taken[0]!).toFixed(1)} times as fast as one`)
}

/** Distances of ideal points of every fortieth pair, without gaps. */
async function someSeries(snapshot: Snapshot): Promise<number[][]> {
  const points = await recordPoints(snapshot)
  const data = distanceSeries((await votersOf(snapshot)).length, () => points, 80)
  const found: number[][] = []
  for (let s = 0; s < data.series; s += 40) {
    const own = Array.from({ length: 40 }, (_, k) => data.at(s, 41 + k, 80))
    if (own.every(Number.isFinite)) found.push(own)
  }
  return found
}

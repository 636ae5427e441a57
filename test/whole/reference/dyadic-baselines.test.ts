import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { PooledExamples, PooledLearner, type PooledSeries } from '../../../src/outlook/pooled/pooled-fit.ts'
import { writeForecast } from '../../../src/outlook/pooled/pooled-forecast.ts'
import { medianAt, quantileLevels } from '../../../src/outlook/pooled/quantile-forecast.ts'
import { gaugeCount, partCount, yearly } from '../../../src/outlook/pooled/series-features.ts'

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url))
const haveShared = existsSync(shared) || process.env['CI'] === 'true'

interface Errors {
  count: number
  noChange: number
  combined: number
}

const anything = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

/** Absolute errors over all origins from `first` on whose outcome is in the panel; series need a value five periods before the origin, too. */
function rolled(examples: PooledExamples, first: number, horizon: number): Errors {
  const learner = new PooledLearner(examples, horizon)
  const found: Errors = { count: 0, noChange: 0, combined: 0 }
  const quantiles = new Float64Array(quantileLevels.length)
  for (let origin = first; origin + horizon <= examples.data.last; origin++) {
    const fit = learner.fitAt(origin)!
    const features = examples.featuresAt(origin)
    const { series, outcome } = examples.outcomesOf(origin, horizon)
    series.forEach((s, i) => {
      const at = s * (partCount + gaugeCount)
      writeForecast(fit, features, at, anything, quantiles)
      found.count++
      found.noChange += Math.abs(outcome[i]! - features[at]!)
      found.combined += Math.abs(outcome[i]! - quantiles[medianAt]!)
    })
  }
  return { count: found.count, noChange: found.noChange / found.count, combined: found.combined / found.count }
}

describe.skipIf(!haveShared)('absolute distance of ideal points, file of June 2024, sessions 50 to 78 (needs ../shared)', () => {
  const panel = haveShared ? new PooledExamples(distances()) : undefined

  test.each([
    [1, 464_292, 0.1736, 0.1672, 0.1645],
    [2, 445_670, 0.2075, 0.1992, 0.1955],
    [5, 391_801, 0.2724, 0.2614, 0.2505],
    [10, 300_646, 0.3279, 0.3149, 0.2949],
  ])(
    '%i sessions ahead: no change as published, and the combination below the best simple baseline',
    (horizon, count, noChange, best, ours) => {
      const found = rolled(panel!, 50, horizon)
      expect(found.count).toBe(count)
      expect(Math.abs(found.noChange - noChange)).toBeLessThanOrEqual(1e-4)
      expect(found.combined).toBeLessThanOrEqual(best)
      // the figure of docs/outlook/forecast.md
      expect(found.combined).toBeCloseTo(ours, 4)
    },
  )
})

describe.skipIf(!haveShared)('logarithm of positive directed trade, COW 4.0, origins from 1995 on (needs ../shared)', () => {
  const panel = haveShared ? new PooledExamples(trade()) : undefined

  test.each([
    [1, 204_465, 0.3897, 0.3893, 0.3846],
    [2, 189_967, 0.5168, 0.5118, 0.4977],
    [5, 150_946, 0.7971, 0.7664, 0.7046],
    [10, 93_502, 1.2438, 1.1541, 0.896],
  ])(
    '%i years ahead: no change as published, and the combination below the best simple baseline',
    (horizon, count, noChange, best, ours) => {
      const found = rolled(panel!, 1995 - firstTradeYear, horizon)
      expect(found.count).toBe(count)
      expect(Math.abs(found.noChange - noChange)).toBeLessThanOrEqual(1e-4)
      expect(found.combined).toBeLessThanOrEqual(best)
      // the figure of docs/outlook/forecast.md
      expect(found.combined).toBeCloseTo(ours, 4)
    },
  )
})

/** Distance of every pair of states in every session from 0 to 78. */
function distances(): PooledSeries {
  const periods = 79
  const lines = readFileSync(`${shared}/reference/idealpoints/IdealpointestimatesAll_Jun2024.csv`, 'utf8').trimEnd().split('\n').slice(1)
  const points = new Map<string, Float64Array>()
  for (const line of lines) {
    const [, state, session, , point] = line.split(',')
    const own = points.get(state!) ?? new Float64Array(periods).fill(Number.NaN)
    own[Number(session)] = Number(point)
    points.set(state!, own)
  }
  const all = [...points.values()]
  const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => a.map((point, t) => Math.abs(point - b[t]!))))
  return panelOf(pairs, periods)
}

/** Thirty years before the first origin are enough to learn from. */
const firstTradeYear = 1950

function trade(): PooledSeries {
  const periods = 2015 - firstTradeYear
  const lines = gunzipSync(readFileSync(`${shared}/data/cow-trade/cow_trade_ndy_v4.csv.gz`))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  const flows = new Map<string, Float64Array>()
  for (const line of lines) {
    const [a, b, year, fromB, fromA] = line.split(',')
    const t = Number(year) - firstTradeYear
    for (const [pair, flow] of [
      [`${a} ${b}`, fromB],
      [`${b} ${a}`, fromA],
    ] as const) {
      if (t < 0 || !(Number(flow) > 0)) continue
      const own = flows.get(pair) ?? new Float64Array(periods).fill(Number.NaN)
      own[t] = Math.log(Number(flow))
      flows.set(pair, own)
    }
  }
  return panelOf([...flows.values()], periods)
}

function panelOf(rows: readonly Float64Array[], periods: number): PooledSeries {
  return { series: rows.length, first: 0, last: periods - 1, shape: yearly, correction: 0, at: (s, t) => rows[s]![t] ?? Number.NaN }
}

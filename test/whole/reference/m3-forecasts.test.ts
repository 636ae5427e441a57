import { beforeAll, describe, expect, test } from 'vitest'
import { reproductions } from '../../../src/measures/reproductions/reproductions.ts'
import { normalQuantile } from '../../../src/numeric/normal.ts'
import { arimaForecast } from '../../../src/outlook/models/arima.ts'
import { etsForecast } from '../../../src/outlook/models/ets.ts'
import type { PointForecast } from '../../../src/outlook/models/point-forecast.ts'
import { driftForecast, noChange } from '../../../src/outlook/models/random-walk.ts'
import { thetaForecast } from '../../../src/outlook/models/theta.ts'
import { type Bands, coverage, msis } from '../../../src/outlook/scores/interval-scores.ts'
import { mase, smape } from '../../../src/outlook/scores/point-scores.ts'
import type { SeriesForecast } from '../../../src/outlook/series/forecast-answer.ts'
import { forecastSeries } from '../../../src/outlook/series/forecast-series.ts'
import type { TimeSeries } from '../../../src/outlook/series/series-faults.ts'
import { expectKept } from '../../reference/kept-comparison.ts'
import {
  haveM3,
  type M3Series,
  type PublishedForecast,
  readM3,
  readPublishedForecasts,
  readPublishedScores,
} from '../../reference/m3-yearly.ts'

type Model = (y: ArrayLike<number>, horizon: number) => PointForecast

interface Made {
  readonly series: M3Series
  readonly forecast: PointForecast
}

/** The models; by how much, in relative terms, their forecasts may differ from R's, and their scores from the published ones. */
const models: readonly (readonly [string, Model, number, number])[] = [
  ['naive', noChange, 1e-9, 1e-9],
  ['drift', driftForecast, 1e-9, 1e-9],
  ['theta', thetaForecast, 1e-6, 1e-6],
  ['ets', etsForecast, 1e-3, 0.05],
  ['arima', arimaForecast, 1e-3, 0.05],
]

const all = haveM3 ? readM3() : []

describe.skipIf(!haveM3)('the 645 yearly series of the M3 competition (needs ../shared)', () => {
  test('all series are there', () => {
    expect(all.length).toBe(645)
    expect(Math.min(...all.map(({ past }) => past.length))).toBe(14)
  })

  describe.each(models)('%s', (name, model, near, nearScore) => {
    let made: readonly Made[] = []
    let published: ReadonlyMap<string, PublishedForecast> = new Map()

    beforeAll(() => {
      made = all.map((series) => ({ series, forecast: model(series.past, 6) }))
      published = readPublishedForecasts(name)
    })

    test(`the model is the one that R chooses for all 645, and the forecasts are R's, to ${near}`, () => {
      const far = made.filter(({ series, forecast }) => {
        const { mean } = published.get(series.name)!
        return !mean.every((value, h) => Math.abs(forecast.mean[h]! - value) <= near * Math.abs(value))
      })
      expect(far.map(({ series }) => series.name)).toEqual([])
      const others = made.filter(({ series, forecast }) => forecast.model !== published.get(series.name)!.model)
      expect(others.map(({ series, forecast }) => `${series.name} ${forecast.model}`)).toEqual([])
      if (name === 'ets' || name === 'arima') expectKept(`m3-model-${name}`, 1 - others.length / made.length, made.length)
    })

    test('the scores are the published ones', () => {
      const scores = readPublishedScores(name)
      const mean = (of: (one: Made) => number): number => made.reduce((sum, one) => sum + of(one), 0) / made.length
      const at =
        (level: number): ((one: Made) => number) =>
        (one) =>
          coverage(one.series.actual, bandsOf(one.forecast, level))
      const ours = {
        smape: mean(({ series, forecast }) => smape(series.actual, forecast.mean)),
        mase: mean(({ series, forecast }) => mase(series.past, series.actual, forecast.mean)),
        cov80: mean(at(0.8)),
        cov95: mean(at(0.95)),
        msis95: mean(({ series, forecast }) => msis(series.past, series.actual, bandsOf(forecast, 0.95), 0.95)),
      }
      expect(reproductions.find(({ id }) => id === `m3-smape-${name}`)!.ours).toBeCloseTo(ours.smape, 6)
      for (const key of ['smape', 'mase', 'cov80', 'cov95', 'msis95'] as const)
        expect(Math.abs(ours[key] - scores[key]), `${key}: ${ours[key]} against ${scores[key]}`).toBeLessThanOrEqual(nearScore)
    })
  })
})

describe.skipIf(!haveM3)('bands pooled over the 645 series (needs ../shared)', () => {
  const asked = all.map(({ name, past }): TimeSeries => {
    const after = (steps: number): string => String(past.length + steps)
    return { name, periods: Array.from(past, (_, i) => String(i + 1)), values: past, missing: [], after }
  })

  test.each(['naive', 'drift', 'theta', 'ets'] as const)(
    '%s: 95 % hold 93 to 97 %, 80 % hold 78 to 84 %, and MSIS is below 30.6',
    (model) => {
      const { series, pool } = forecastSeries(asked, { model, horizon: 6, bands: 'pooled' })
      expect(pool!.series).toBe(645)
      const mean = (of: (bands: (level: number) => Bands, one: M3Series) => number): number =>
        series.reduce((sum, one, i) => sum + of((level) => pooledBands(one, level), all[i]!), 0) / series.length
      const holds95 = mean((bands, { actual }) => coverage(actual, bands(0.95)))
      const score = mean((bands, { past, actual }) => msis(past, actual, bands(0.95), 0.95))
      const holds80 = mean((bands, { actual }) => coverage(actual, bands(0.8)))
      expect([holds95 >= 0.93, holds95 <= 0.97, holds80 >= 0.78, holds80 <= 0.84, score <= 30.6]).toEqual(Array(5).fill(true))
      if (model !== 'theta') return
      expectKept('m3-pooled-coverage', holds95, 6 * series.length)
      expectKept('m3-pooled-msis', score, series.length)
    },
  )
})

function pooledBands({ forecasts }: SeriesForecast, level: number): Bands {
  const bands = forecasts.map((one) => one.bands.find((band) => band.level === level)!)
  return { low: bands.map(({ low }) => low), high: bands.map(({ high }) => high) }
}

function bandsOf({ mean, error }: PointForecast, level: number): Bands {
  const reach = normalQuantile((1 + level) / 2)
  return { low: mean.map((value, h) => value - reach * error[h]!), high: mean.map((value, h) => value + reach * error[h]!) }
}

import type { ForecastModel } from '../models/forecast-models.ts'

/** Where the bands of a series come from: errors pooled over all series of the file, or the model's own normal errors. */
export type BandsFrom = 'pooled' | 'model'

/** One band of a forecast. */
export interface ForecastBand {
  /** Share of values that it should hold: 0.5, 0.8, 0.9, 0.95. */
  readonly level: number
  readonly low: number
  readonly high: number
}

/** The forecast of one period. */
export interface PeriodForecast {
  readonly period: string
  /** Periods ahead: 1 is the first after the last value. */
  readonly horizon: number
  readonly median: number
  readonly bands: readonly ForecastBand[]
}

/** The forecasts of one series. */
export interface SeriesForecast {
  readonly name: string
  /** The model with its form: `ARIMA(1,1,0)`. */
  readonly model: string
  readonly values: number
  readonly first: string
  readonly last: string
  readonly bandsFrom: BandsFrom
  /** What should be known before the forecast is used, in sentences. */
  readonly notes: readonly string[]
  readonly forecasts: readonly PeriodForecast[]
}

/** The answer of `visavis forecast`. */
export interface ForecastAnswer {
  readonly schemaVersion: 1
  readonly file: string
  readonly model: ForecastModel
  readonly horizon: number
  readonly series: readonly SeriesForecast[]
  /** Series without a forecast, and why. */
  readonly refused: readonly { readonly name: string; readonly why: string }[]
  /** Series and held-out origins behind pooled bands; null where the bands are the model's. */
  readonly pool: { readonly series: number; readonly origins: number } | null
}

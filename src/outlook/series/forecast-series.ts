import { modelBand } from '../bands/model-bands.ts'
import { type PooledErrors, pooledBand, pooledErrors } from '../bands/pooled-bands.ts'
import { type ForecastModel, forecastBy } from '../models/forecast-models.ts'
import type { PointForecast } from '../models/point-forecast.ts'
import type { ForecastAnswer, PeriodForecast, SeriesForecast } from './forecast-answer.ts'
import { breakAtEnd, reasonAgainst, type TimeSeries } from './series-faults.ts'

/** Levels of the bands. */
export const bandLevels: readonly number[] = [0.5, 0.8, 0.9, 0.95]

/** What is asked of a set of series. */
export interface ForecastRequest {
  readonly model: ForecastModel
  /** How many periods ahead. */
  readonly horizon: number
  /** `model`: bands are the model's own even where there are enough series for pooled ones. */
  readonly bands: 'pooled' | 'model'
}

/**
 * Forecasts every series of a set, with bands that are calibrated over all of them where they are enough.
 *
 * @param onDone   told how many series are done
 */
export function forecastSeries(
  all: readonly TimeSeries[],
  { model, horizon, bands }: ForecastRequest,
  onDone?: (done: number) => void,
): Pick<ForecastAnswer, 'series' | 'refused' | 'pool'> {
  const refused: { name: string; why: string }[] = []
  const fit = all.filter((series) => {
    const why = reasonAgainst(series, horizon)
    if (why !== undefined) refused.push({ name: series.name, why })
    return why === undefined
  })
  const pool =
    bands === 'pooled'
      ? pooledErrors(
          fit.map(({ values }) => values),
          model,
          horizon,
        )
      : undefined
  const series = fit.flatMap((one, i) => {
    onDone?.(i)
    const made = madeForecast(one, model, horizon)
    if (typeof made !== 'string') return [described(one, made, pool)]
    refused.push({ name: one.name, why: made })
    return []
  })
  return { series, refused, pool: pool === undefined ? null : { series: pool.series, origins: pool.origins } }
}

/** The forecast, or why there is none. */
function madeForecast({ values }: TimeSeries, model: ForecastModel, horizon: number): PointForecast | string {
  try {
    const made = forecastBy(model, values, horizon)
    const hasNumbers = made.mean.every(Number.isFinite) && made.error.every(Number.isFinite)
    return hasNumbers ? made : 'its numbers are too large to be computed with'
  } catch (error) {
    if (error instanceof RangeError) return `no ${model} model can be fitted to it`
    throw error
  }
}

function described(one: TimeSeries, made: PointForecast, pool: PooledErrors | undefined): SeriesForecast {
  return {
    name: one.name,
    model: made.model,
    values: one.values.length,
    first: one.periods[0]!,
    last: one.periods.at(-1)!,
    bandsFrom: pool === undefined ? 'model' : 'pooled',
    notes: notesOn(one, made),
    forecasts: periodForecasts(one, made, pool),
  }
}

function periodForecasts(one: TimeSeries, made: PointForecast, pool: PooledErrors | undefined): PeriodForecast[] {
  const bands = bandLevels.map((level) => ({
    level,
    ...(pool === undefined ? modelBand(made, level) : pooledBand(pool, one.values, made, level)),
  }))
  return Array.from(made.mean, (median, h) => ({
    period: one.after(h + 1),
    horizon: h + 1,
    median,
    bands: bands.map(({ level, low, high }) => ({ level, low: low[h]!, high: high[h]! })),
  }))
}

function notesOn({ values, periods }: TimeSeries, { error }: PointForecast): string[] {
  const at = breakAtEnd(values)
  const notes: string[] = []
  if (at !== undefined)
    notes.push(
      `The value of ${periods[at]} lies far outside what the values before it lead to expect: the series may have broken there, and its past may no longer be a guide.`,
    )
  // an exact line leaves no error from which a band could follow
  if (error.every((one) => one < 1e-9 * Math.abs(values.at(-1)!)))
    notes.push('The model fits the series exactly, so that its bands have no width: they say nothing of what could change.')
  return notes
}

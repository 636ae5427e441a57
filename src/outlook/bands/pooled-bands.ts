import { type ForecastModel, fewestValues, forecastBy } from '../models/forecast-models.ts'
import type { PointForecast } from '../models/point-forecast.ts'
import { meanAbsoluteChange } from '../scores/point-scores.ts'

/** Errors of forecasts made at origins in the past of many series, each by the scale of its series; one ascending list for each period ahead. */
export interface PooledErrors {
  readonly byHorizon: readonly Float64Array[]
  /** How many series, and how many origins in all, they come from. */
  readonly series: number
  readonly origins: number
}

/** Low and high end of a band for each period ahead. */
export interface BandEnds {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Origins in each series at most, spread evenly between the first and the last possible one. */
const mostPerSeries = 4
/** Origins in all, about: more change the quantiles little and cost time. */
const mostInAll = 1200
/** The fewest series, and origins in all, from which a band is taken: at 95 %, each tail then has two errors. */
const fewestSeries = 20
const fewestOrigins = 80
/** Values before the first origin. */
const fewestBefore = Math.max(8, fewestValues)

/**
 * Collects the errors of a model at held-out origins: the series is cut, the model is fitted anew to what came before, and its forecast is compared with what
 * came after. Nothing after the last value of a series is used, so that bands for the future rest on the past alone.
 *
 * @param all       the series, evenly spaced
 * @param horizon   how many periods ahead
 * @returns         the errors; undefined where there are too few series or origins
 * @see Vovk, Gammerman & Shafer 2005, Algorithmic Learning in a Random World (conformal prediction); pooled here over series by period ahead
 */
export function pooledErrors(all: readonly Float64Array[], model: ForecastModel, horizon: number): PooledErrors | undefined {
  const usable = all.filter((y) => y.length >= fewestBefore + horizon)
  if (usable.length < fewestSeries) return undefined
  const each = Math.min(mostPerSeries, Math.max(1, Math.round(mostInAll / usable.length)))
  const byHorizon: number[][] = Array.from({ length: horizon }, () => [])
  let [series, origins] = [0, 0]
  usable.forEach((y, i) => {
    const found = chosenOrigins(y.length, horizon, each, i).filter((origin) => collect(y, origin, model, byHorizon))
    series += Number(found.length > 0)
    origins += found.length
  })
  if (series < fewestSeries || origins < fewestOrigins) return undefined
  return { byHorizon: byHorizon.map((errors) => Float64Array.from(errors).sort()), series, origins }
}

/** Of the possible origins `each` ones; where these are fewer than all, the series take turns, so that early and late origins are alike in number. */
function chosenOrigins(length: number, horizon: number, each: number, turn: number): number[] {
  const [first, last] = [fewestBefore, length - horizon]
  const spread = Array.from({ length: mostPerSeries }, (_, k) => Math.round(last - (k * (last - first)) / (mostPerSeries - 1)))
  const turned = Array.from({ length: each }, (_, k) => spread[(turn + Math.floor((k * mostPerSeries) / each)) % mostPerSeries]!)
  return [...new Set(turned)]
}

function collect(y: Float64Array, origin: number, model: ForecastModel, byHorizon: readonly number[][]): boolean {
  const forecast = forecastOrNone(model, y.subarray(0, origin), byHorizon.length)
  if (forecast === undefined) return false
  const before = meanAbsoluteChange(y.subarray(0, origin))
  byHorizon.forEach((errors, h) => {
    const scale = scaleOf(before, forecast.error[h]!)
    if (scale > 0) errors.push((y[origin + h]! - forecast.mean[h]!) / scale)
  })
  return true
}

function forecastOrNone(model: ForecastModel, y: Float64Array, horizon: number): PointForecast | undefined {
  try {
    return forecastBy(model, y, horizon)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/**
 * The scale of an error: the geometric mean of what the model expects and of the mean change from one period to the next. Each alone is worse: a model's own
 * error is too small where it fits too well, and the mean change knows nothing of how far ahead the forecast looks.
 */
function scaleOf(change: number, error: number): number {
  return Math.sqrt(change * error)
}

/**
 * Returns the band of one level around a forecast: the quantiles of the pooled errors, by the scale of this series. The band is not symmetric where the errors
 * are not; it always holds the forecast itself.
 *
 * @param y       the series that the forecast was made from
 * @param level   share of values that the band should hold, such as 0.95
 */
export function pooledBand(pool: PooledErrors, y: ArrayLike<number>, { mean, error }: PointForecast, level: number): BandEnds {
  const change = meanAbsoluteChange(y)
  const end = (tail: number): Float64Array =>
    mean.map((value, h) => value + scaleOf(change, error[h]!) * conformalQuantile(pool.byHorizon[h]!, tail))
  return {
    low: end((1 - level) / 2).map((low, h) => Math.min(low, mean[h]!)),
    high: end((1 + level) / 2).map((high, h) => Math.max(high, mean[h]!)),
  }
}

/** The quantile with the rank of one more error, the one to come: a little farther out than that of the errors themselves. */
function conformalQuantile(errors: Float64Array, tail: number): number {
  const n = errors.length
  const outward = 0.5 + ((tail - 0.5) * (n + 1)) / n
  const depth = (n - 1) * Math.min(1, Math.max(0, outward))
  const below = errors[Math.floor(depth)]!
  return below + (depth - Math.floor(depth)) * (errors[Math.ceil(depth)]! - below)
}

import { normalQuantile } from '../../numeric/normal.ts'
import type { PointForecast } from '../models/point-forecast.ts'
import type { BandEnds } from './pooled-bands.ts'

/**
 * Returns the band of one level that follows from the model itself, with normal errors. Such bands are too narrow: on the M3 yearly series those of 95 % hold
 * 78 to 84 % of the values.
 *
 * @param level   share of values that the band should hold, such as 0.95
 * @example modelBand({ model: '', mean: Float64Array.of(1), error: Float64Array.of(0) }, 0.95).low   // [1]
 */
export function modelBand({ mean, error }: PointForecast, level: number): BandEnds {
  const reach = normalQuantile((1 + level) / 2)
  return { low: mean.map((value, h) => value - reach * error[h]!), high: mean.map((value, h) => value + reach * error[h]!) }
}

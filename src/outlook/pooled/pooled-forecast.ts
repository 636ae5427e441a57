import { quantileLevels } from './quantile-forecast.ts'
import { gaugeCount, partCount } from './series-features.ts'

/** How a set of series is forecast so many periods ahead. */
export interface PooledFit {
  /** Weights of the simple forecasts, in the order of `writeFeatures`. */
  readonly weights: readonly number[]
  /** Weights of the gauges of the error; below `leastScale` the scale does not fall. */
  readonly scale: readonly number[]
  readonly leastScale: number
  /** Quantiles of the errors in units of the scale, by the level of the forecast, ascending. */
  readonly groups: readonly { readonly centre: number; readonly quantiles: readonly number[] }[]
  /** Number of past forecasts that it was learnt from. */
  readonly examples: number
}

/** Values that a quantity can take. */
export interface ValueRange {
  readonly least: number
  readonly most: number
}

/**
 * Writes the quantiles of a forecast.
 *
 * @param features    of the series, as `writeFeatures` writes them
 * @param at          where they begin
 * @param range       limits beyond which no quantile lies
 * @param quantiles   one number for each of `quantileLevels`, overwritten
 */
export function writeForecast(
  { weights, scale, leastScale, groups }: PooledFit,
  features: Float64Array,
  at: number,
  { least, most }: ValueRange,
  quantiles: Float64Array,
): void {
  let [forecast, size] = [0, 0]
  for (let k = 0; k < partCount; k++) forecast += weights[k]! * features[at + k]!
  for (let k = 0; k < gaugeCount; k++) size += scale[k]! * features[at + partCount + k]!
  size = Math.max(leastScale, size)
  // between the centres of two groups the quantiles go over into each other, so that no forecast jumps
  let upper = 0
  while (upper < groups.length - 1 && groups[upper]!.centre < forecast) upper++
  const lower = Math.max(0, upper - 1)
  const [below, above] = [groups[lower]!, groups[upper]!]
  const share = upper === lower ? 0 : Math.min(1, Math.max(0, (forecast - below.centre) / (above.centre - below.centre)))
  for (let i = 0; i < quantileLevels.length; i++) {
    const error = below.quantiles[i]! + share * (above.quantiles[i]! - below.quantiles[i]!)
    quantiles[i] = Math.min(most, Math.max(least, forecast + size * error))
  }
}

/** From which past values of a series a forecast is made. */
export interface PastShape {
  /** Periods from one value to the next that is used: 3 where values are of overlapping three-period windows. */
  readonly spacing: number
  /** Values in the short and in the long mean, the last one included. */
  readonly short: number
  readonly long: number
  /** The value so many steps before the last must be there, too; the change since then is the drift. */
  readonly needed: number
}

export const yearly: PastShape = { spacing: 1, short: 3, long: 10, needed: 5 }
export const overlapping: PastShape = { spacing: 3, short: 2, long: 4, needed: 1 }

/** Number of simple forecasts that are combined, and of gauges of the error. */
export const partCount = 5
export const gaugeCount = 3

/**
 * Writes the simple forecasts of a series, in this order: its last value, the means of its last few and of its last many values, its change over the last
 * few years, and 1, whose weight is a growth common to all series. Then the gauges of its error: 1, its mean absolute change, and the distance of
 * the last value from the long mean.
 *
 * @param back       returns the value so many periods before the last; NaN where it is missing
 * @param features   `partCount + gaugeCount` numbers from `at` on are written
 * @returns          whether the series can be forecast: its last value, and that before the drift, are there
 */
export function writeFeatures(back: (periods: number) => number, shape: PastShape, features: Float64Array, at = 0): boolean {
  const { spacing, short, long, needed } = shape
  const last = back(0)
  const before = back(needed * spacing)
  if (Number.isNaN(last) || Number.isNaN(before)) return false
  let [sum, count, shortMean, moved, moves, previous] = [0, 0, last, 0, 0, Number.NaN]
  for (let k = 0; k < long; k++) {
    const value = back(k * spacing)
    if (!Number.isNaN(value)) {
      sum += value
      count++
      if (!Number.isNaN(previous)) {
        moved += Math.abs(value - previous)
        moves++
      }
    }
    previous = value
    if (k === short - 1) shortMean = sum / count
  }
  const longMean = sum / count
  features[at] = last
  features[at + 1] = shortMean
  features[at + 2] = longMean
  features[at + 3] = last - before
  features[at + 4] = 1
  features[at + 5] = 1
  features[at + 6] = moves === 0 ? Math.abs(last - before) / needed : moved / moves
  features[at + 7] = Math.abs(last - longMean)
  return true
}

import { millsRatioFast } from '../../numeric/normal-tables.ts'

/** Result of the last call of `writeAbstentionDensities`. */
export const abstentionDensities: Float64Array = new Float64Array(2)

/**
 * Writes to `abstentionDensities` the densities of a standard normal at the two ends of an interval, each divided by the probability inside the interval.
 *
 * Computed from Mills ratios, so that narrow intervals and those far in a tail keep their precision.
 *
 * @param low    first end
 * @param high   second end, not below the first
 */
export function writeAbstentionDensities(low: number, high: number): void {
  const mirrored = low + high < 0
  const a = mirrored ? -high : low
  const b = mirrored ? -low : high
  let near = 0
  let far = 0
  if (a < -6) far = b > 9 ? 0 : 0.3989422804014327 * Math.exp(-0.5 * b * b)
  else {
    const fall = Math.exp(-0.5 * (b - a) * (a + b))
    near = 1 / Math.max(millsRatioFast(a) - millsRatioFast(b) * fall, 1e-12)
    far = fall * near
  }
  abstentionDensities[0] = mirrored ? far : near
  abstentionDensities[1] = mirrored ? near : far
}

/**
 * Returns the logarithm of the probability inside an interval; call it directly after `writeAbstentionDensities` with the same ends.
 *
 * @param low    first end
 * @param high   second end
 */
export function logAbstention(low: number, high: number): number {
  const mirrored = low + high < 0
  const near = mirrored ? -high : low
  const ratio = mirrored ? abstentionDensities[1]! : abstentionDensities[0]!
  return ratio === 0 ? 0 : -0.5 * near * near - 0.9189385332046727 - Math.log(ratio)
}

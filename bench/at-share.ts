/**
 * Returns the measured value that this share of all values are below; NaN if there are none. It is always one that was measured, so 1 gives the largest.
 */
export function atShare(values: readonly number[], share: number): number {
  return [...values].sort((x, y) => x - y)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN
}

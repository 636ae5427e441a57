/** One outcome (such as the log of exports) of several units (such as partners) in the same periods. No cell is missing. */
export interface OutcomePanel {
  readonly units: readonly string[]
  readonly periods: readonly number[]
  /** One row for each unit, one cell for each period. */
  readonly outcomes: readonly Float64Array[]
}

/** Returns the mean of the cells `from .. to-1`. */
export function meanBetween(cells: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += cells[i]!
  return sum / (to - from)
}

/**
 * Returns the index of the first period at or after the treatment.
 *
 * @throws RangeError if no period lies before it, or none from it on
 */
export function firstPostIndex(periods: readonly number[], treatedFrom: number): number {
  const index = periods.findIndex((period) => period >= treatedFrom)
  if (index < 1) throw new RangeError(`the panel has no periods on both sides of ${treatedFrom}`)
  return index
}

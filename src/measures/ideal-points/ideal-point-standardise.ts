import { type IdealPointEstimate, stepWidth } from './ideal-point-estimate.ts'

/** Votes do not distinguish positions beyond this. */
const largest = 5

/**
 * Takes the steps, constrained to mean 0 and variance 1 over all cells (including the variance of each cell's own
 * estimate), and returns the largest move of a cell.
 *
 * The two constraints act as forces on every cell, in proportion to the information of its votes if they were on a
 * continuous scale. This matches the effect of standardising after each sweep in the authors' sampler. Rescaling after
 * a Newton step would have another fixed point.
 */
export function standardise(estimate: IdealPointEstimate): number {
  const { cells, steps, anchors } = estimate
  const n = anchors.length
  const { scale, shift } = constraintForces(estimate)
  let change = 0
  for (let i = 0; i < n; i++) {
    const x = cells[2 * i]!
    const y = Math.max(-largest, Math.min(largest, steps[i * stepWidth]! - steps[i * stepWidth + 2]! * (scale * x + shift)))
    change = Math.max(change, Math.abs(y - x))
    cells[2 * i] = y
    cells[2 * i + 1] = steps[i * stepWidth + 1]!
    anchors[i] = y * (1 + scale) + shift
  }
  return change
}

/**
 * Returns the strength of the constraints, given the steps: a cell moves back by its weight times (scale times its position +
 * shift).
 */
export function constraintForces({ cells, steps, anchors }: IdealPointEstimate): { readonly scale: number; readonly shift: number } {
  const n = anchors.length
  let scale = 0
  let shift = 0
  let ownVariance = 0
  for (let i = 0; i < n; i++) ownVariance += steps[i * stepWidth + 1]!
  ownVariance /= n
  for (let round = 0; round < 6; round++) {
    let mean = 0
    let square = 0
    let weight = 0
    let weighted = 0
    let across = 0
    let acrossWeighted = 0
    for (let i = 0; i < n; i++) {
      const x = cells[2 * i]!
      const w = steps[i * stepWidth + 2]!
      const y = steps[i * stepWidth]! - w * (scale * x + shift)
      mean += y
      square += y * y
      weight += w
      weighted += w * x
      across += 2 * y * w
      acrossWeighted += 2 * y * w * x
    }
    const excess = square + n * (ownVariance - 1)
    const determinant = weighted * across - weight * acrossWeighted
    if (determinant === 0) break
    scale += (mean * across - weight * excess) / determinant
    shift += (weighted * excess - acrossWeighted * mean) / determinant
  }
  return { scale, shift }
}

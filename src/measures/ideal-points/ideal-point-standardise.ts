import { type IdealPointEstimate, stepWidth } from './ideal-point-state.ts'

/** Positions beyond are not told apart by any vote. */
const largest = 5

/**
 * Takes the steps, held to mean 0 and variance 1 over all cells (the variance of each cell's own estimate included), and says how far the furthest cell went.
 *
 * The two constraints act as forces on every cell, in proportion to how much its votes could tell if they were answered on a scale: that is what standardising
 * after each sweep does in the authors' sampler. Simply rescaling after a Newton step would not have the same fixed point.
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

/** How hard the constraints push, given the steps: a cell goes back by its weight times (scale times its position + shift). */
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

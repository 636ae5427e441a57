import { type CellPrior, sharedDoubles } from './ideal-point-prior.ts'
import type { IdealPointSample } from './ideal-point-sample.ts'

/**
 * Numbers per item: slope, two cut points, and the six of their covariance (slope-slope, slope-1, slope-2, 1-1, 1-2,
 * 2-2).
 */
export const itemWidth = 9
/** Numbers per cell's step: position, variance, weight of the constraints. */
export const stepWidth = 3

/** Everything that changes during an estimation, in shared memory so that threads work on it together. */
export interface IdealPointEstimate {
  /** Position and variance of each cell, interleaved. */
  readonly cells: Float64Array
  readonly items: Float64Array
  readonly steps: Float64Array
  /** Position of each cell as its neighbours use it: before the constraints, as in the authors' sampler. */
  readonly anchors: Float64Array
  readonly prior: CellPrior
}

export function emptyEstimate(sample: IdealPointSample, prior: CellPrior): IdealPointEstimate {
  const n = sample.cellState.length
  return {
    cells: sharedDoubles(2 * n),
    items: sharedDoubles(itemWidth * sample.items.length),
    steps: sharedDoubles(stepWidth * n),
    anchors: sharedDoubles(n),
    prior,
  }
}

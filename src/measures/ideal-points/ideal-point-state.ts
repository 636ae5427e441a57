import { type CellPrior, sharedDoubles } from './ideal-point-prior.ts'
import type { IdealPointSample } from './ideal-point-sample.ts'

/** Numbers kept of an item: slope, two cut points, and the six of their covariance (slope-slope, slope-1, slope-2, 1-1, 1-2, 2-2). */
export const itemWidth = 9
/** Numbers of a cell's step: position, variance, weight of the constraints. */
export const stepWidth = 3

/** All that changes while an estimate is made; shared memory, so that threads work on it together. */
export interface IdealPointEstimate {
  /** Position and variance of each cell, side by side. */
  readonly cells: Float64Array
  readonly items: Float64Array
  readonly steps: Float64Array
  /** Position of each cell as its neighbours see it: before the constraints, as in the authors' sampler. */
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

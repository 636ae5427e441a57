import { randomStream } from '../../numeric/random.ts'
import { normalDraws, uniform } from '../../numeric/random-normal.ts'
import type { CellPrior, PriorName } from '../ideal-points/ideal-point-prior.ts'
import type { IdealPointSample } from '../ideal-points/ideal-point-sample.ts'

/** Numbers per item in a chain: slope, first and second cut point. */
export const itemStride = 3

/** The starting point of every chain and the constraints on the scale, in shared memory. */
export interface ChainStart {
  readonly sample: IdealPointSample
  readonly prior: CellPrior
  readonly priorName: PriorName
  /** Position and standard deviation of each cell in the fit. */
  readonly positions: Float64Array
  readonly deviations: Float64Array
  readonly anchors: Float64Array
  /** Slope and two cut points of each item in the fit. */
  readonly items: Float64Array
  /**
   * The constraint to mean 0 and variance 1, as a potential on each cell: half the first times the squared position,
   * and the second times the position.
   */
  readonly squarePull: Float64Array
  readonly linearPull: Float64Array
}

/** One Markov chain over positions and items. */
export interface Chain extends ChainStart {
  readonly x: Float64Array
  /**
   * For each cell, the value that its neighbours use: a draw of its conditional mean, as in the authors' sampler.
   * Unused with the other priors.
   */
  readonly seen: Float64Array
  readonly drawnItems: Float64Array
  readonly normal: () => number
  readonly uniform: () => number
}

/** Starts a chain at positions scattered around the fit's, each by its own standard deviation. */
export function startChain(from: ChainStart, seed: number, number: number): Chain {
  const stream = randomStream(seed, 'ideal-point chain', number)
  const normal = normalDraws(stream)
  return {
    ...from,
    x: from.positions.map((position, cell) => position + from.deviations[cell]! * normal()),
    seen: Float64Array.from(from.anchors),
    drawnItems: Float64Array.from(from.items),
    normal,
    uniform: () => uniform(stream),
  }
}

/**
 * Rescales the positions to mean 0 and variance 1, and the items with them, so that the probability of every vote is
 * unchanged. The constraints keep the chain close to this already; this removes the remainder.
 */
export function standardiseChain({ x, seen, drawnItems }: Chain): void {
  const n = x.length
  const mean = x.reduce((sum, value) => sum + value, 0) / n
  const scale = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n)
  for (let cell = 0; cell < n; cell++) {
    x[cell] = (x[cell]! - mean) / scale
    seen[cell] = (seen[cell]! - mean) / scale
  }
  for (let at = 0; at < drawnItems.length; at += itemStride) {
    const moved = drawnItems[at]! * mean
    drawnItems[at] = drawnItems[at]! * scale
    drawnItems[at + 1] = drawnItems[at + 1]! - moved
    drawnItems[at + 2] = drawnItems[at + 2]! - moved
  }
}

import { inverseMillsFast } from '../../numeric/normal-tables.ts'
import { abstentionDensities, writeAbstentionDensities } from './ideal-point-abstention.ts'
import { type IdealPointEstimate, itemWidth, stepWidth } from './ideal-point-estimate.ts'
import type { IdealPointSample } from './ideal-point-sample.ts'
import { boundCost, nearExpectedBound, writeExpectedBoundCost } from './ideal-point-utility-bound.ts'

/**
 * Share of the information on a continuous scale that is added to the curvature. Where every vote of a cell is nearly certain, the curvature alone is a poor
 * guide, and Newton steps would oscillate indefinitely.
 */
const damping = 0.05

/** Sums over the votes of one cell: score, information, and the information if votes were on a continuous scale. */
const sums = new Float64Array(3)

/**
 * Takes one Newton step of the positions of cells, given the items and their uncertainty. Writes three numbers per cell to
 * `steps`: the new position, its variance, and how much the constraints (mean 0, variance 1 over all cells) would move
 * it; see `standardise`.
 *
 * Each cell is independent, so threads can work on separate ranges.
 */
export function updateCells(sample: IdealPointSample, estimate: IdealPointEstimate, from: number, to: number): void {
  const { cellStart, cellItem } = sample
  const { cells, items, steps, anchors, prior } = estimate
  for (let cell = from; cell < to; cell++) {
    const x = cells[2 * cell]!
    const v = cells[2 * cell + 1]!
    const [firstAbstention, firstNo] = [cellStart[3 * cell + 1]!, cellStart[3 * cell + 2]!]
    sums.fill(0)
    addOneSided(items, cellItem, cellStart[3 * cell]!, firstAbstention, x, v, 0)
    addOneSided(items, cellItem, firstNo, cellStart[3 * cell + 3]!, x, v, 1)
    addAbstentions(items, cellItem, firstAbstention, firstNo, x, v)
    const [score, information, squares] = [sums[0]!, sums[1]!, sums[2]!]
    const lag = prior.lag[cell]!
    const next = prior.next[cell]!
    let precision = prior.precision[cell]!
    let pull = precision * ((lag < 0 ? 0 : anchors[lag]!) - x)
    if (next >= 0) {
      precision += prior.precision[next]!
      pull += prior.precision[next]! * (anchors[next]! - x)
    }
    const caution = 1 / (information + precision + damping * squares)
    const at = cell * stepWidth
    steps[at] = x + Math.max(-1, Math.min(1, caution * (score + pull)))
    steps[at + 1] = 1 / (information + precision)
    steps[at + 2] = (squares + precision) * caution
  }
}

/** Adds votes on one side of a cut point: yes below the first (`side` 0), no above the second (1). */
function addOneSided(items: Float64Array, cellItem: Int32Array, from: number, to: number, x: number, v: number, side: 0 | 1): void {
  const sign = side === 0 ? 1 : -1
  let score = 0
  let information = 0
  let squares = 0
  for (let k = from; k < to; k++) {
    const at = cellItem[k]! * itemWidth
    const slope = items[at]!
    const vss = items[at + 3]!
    const vsc = items[at + 4 + side]!
    const square = slope * slope + vss
    const z = sign * (items[at + 1 + side]! - slope * x)
    const spread = Math.sqrt(Math.max(0, v * square + x * (vss * x - 2 * vsc) + items[at + 6 + 2 * side]!))
    const left = inverseMillsFast(z - spread)
    const right = inverseMillsFast(z + spread)
    const bend = 0.5 * (left * (z - spread + left) + right * (z + spread + right))
    score -= 0.5 * sign * slope * (left + right) + bend * (vss * x - vsc)
    information += bend * square
    squares += square
    const expected = -sign * slope * x
    if (expected > nearExpectedBound) {
      writeExpectedBoundCost(expected, Math.sqrt(v * square + x * x * vss))
      score += sign * slope * boundCost[1]! - vss * x * boundCost[2]!
      information += square * boundCost[2]!
    }
  }
  sums[0]! += score
  sums[1]! += information
  sums[2]! += squares
}

/** Adds votes that lie between the two cut points. */
function addAbstentions(items: Float64Array, cellItem: Int32Array, from: number, to: number, x: number, v: number): void {
  for (let k = from; k < to; k++) {
    const at = cellItem[k]! * itemWidth
    const slope = items[at]!
    const vss = items[at + 3]!
    const vs1 = items[at + 4]!
    const vs2 = items[at + 5]!
    const square = slope * slope + vss
    const low = items[at + 1]! - slope * x
    const high = items[at + 2]! - slope * x
    const spread = Math.sqrt(Math.max(0, v * square + x * (vss * x - vs1 - vs2) + 0.5 * (items[at + 6]! + items[at + 8]!)))
    writeAbstentionDensities(low - spread, high - spread)
    const left1 = abstentionDensities[0]!
    const left2 = abstentionDensities[1]!
    writeAbstentionDensities(low + spread, high + spread)
    const right1 = abstentionDensities[0]!
    const right2 = abstentionDensities[1]!
    const bend11 = 0.5 * (left1 * (left1 - low + spread) + right1 * (right1 - low - spread))
    const bend22 = 0.5 * (left2 * (left2 + high - spread) + right2 * (right2 + high + spread))
    const bend12 = -0.5 * (left1 * left2 + right1 * right2)
    const bend = bend11 + bend22 + 2 * bend12
    sums[0]! += 0.5 * slope * (left1 + right1 - left2 - right2) - bend * vss * x + (bend11 + bend12) * vs1 + (bend22 + bend12) * vs2
    sums[1]! += bend * square
    sums[2]! += square
  }
}

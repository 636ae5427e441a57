import { inverseMillsFast } from '../../numeric/normal-tables.ts'
import { abstentionDensities, writeAbstentionDensities } from './ideal-point-abstention.ts'
import { type IdealPointEstimate, itemWidth } from './ideal-point-estimate.ts'
import type { IdealPointSample } from './ideal-point-sample.ts'
import { boundCost, nearExpectedBound, writeExpectedBoundCost } from './ideal-point-utility-bound.ts'

/**
 * The flat prior of cut points on [-7, 7] as a normal with the same variance, 49 / 3. It also determines cut points
 * that no vote determines.
 */
export const cutPrecision: number = 3 / 49
/** Items have slopes with prior N(0, 1). */
export const slopePrecision = 1
const largestCut = 7
const leastWidth = 1e-4

/** Sums over the votes of one item: score of the slope and the two cut points, then their information (slope-slope, slope-1, slope-2, 1-1, 1-2, 2-2). */
const sums = new Float64Array(9)

/**
 * Takes one Newton step of the slope and cut points of items, given the positions of the cells and their uncertainty. Score
 * and information are averaged over that uncertainty, by two points at one standard deviation on either side.
 *
 * Each item is independent, so threads can work on separate ranges.
 */
export function updateItems(sample: IdealPointSample, estimate: IdealPointEstimate, from: number, to: number): void {
  const { itemStart, itemCell } = sample
  const { cells, items } = estimate
  for (let item = from; item < to; item++) {
    const at = item * itemWidth
    const [firstYes, firstAbstention] = [itemStart[3 * item]!, itemStart[3 * item + 1]!]
    const [firstNo, end] = [itemStart[3 * item + 2]!, itemStart[3 * item + 3]!]
    sums.fill(0)
    addOneSided(cells, itemCell, firstYes, firstAbstention, items, at, 0)
    addOneSided(cells, itemCell, firstNo, end, items, at, 1)
    addAbstentions(cells, itemCell, firstAbstention, firstNo, items, at)
    sums[0]! -= slopePrecision * items[at]!
    sums[3]! += slopePrecision
    if (firstAbstention === firstNo) oneCut(items, at)
    else twoCuts(items, at)
  }
}

/** Adds votes on one side of a cut point: yes below the first (`side` 0), no above the second (1). */
function addOneSided(
  cells: Float64Array,
  itemCell: Int32Array,
  from: number,
  to: number,
  items: Float64Array,
  at: number,
  side: 0 | 1,
): void {
  const sign = side === 0 ? 1 : -1
  const slope = items[at]!
  const cut = items[at + 1 + side]!
  const vss = items[at + 3]!
  const vsc = items[at + 4 + side]!
  const vcc = items[at + 6 + 2 * side]!
  const square = slope * slope + vss
  let gs = 0
  let gc = 0
  let iss = 0
  let isc = 0
  let icc = 0
  for (let k = from; k < to; k++) {
    const cell = 2 * itemCell[k]!
    const x = cells[cell]!
    const v = cells[cell + 1]!
    const z = sign * (cut - slope * x)
    const spread = Math.sqrt(Math.max(0, v * square + x * (vss * x - 2 * vsc) + vcc))
    const left = inverseMillsFast(z - spread)
    const right = inverseMillsFast(z + spread)
    const push = 0.5 * sign * (left + right)
    const bend = 0.5 * (left * (z - spread + left) + right * (z + spread + right))
    gs -= x * push + v * slope * bend
    gc += push
    iss += bend * (x * x + v)
    isc -= bend * x
    icc += bend
    const expected = -sign * slope * x
    if (expected > nearExpectedBound) {
      writeExpectedBoundCost(expected, Math.sqrt(v * square + x * x * vss))
      gs += sign * x * boundCost[1]! - v * slope * boundCost[2]!
      iss += boundCost[2]! * (x * x + v)
    }
  }
  sums[0]! += gs
  sums[1 + side]! += gc
  sums[3]! += iss
  sums[4 + side]! += isc
  sums[6 + 2 * side]! += icc
}

/** Adds votes that lie between the two cut points. */
function addAbstentions(cells: Float64Array, itemCell: Int32Array, from: number, to: number, items: Float64Array, at: number): void {
  const slope = items[at]!
  const cut1 = items[at + 1]!
  const cut2 = items[at + 2]!
  const vss = items[at + 3]!
  const across = items[at + 4]! + items[at + 5]!
  const own = 0.5 * (items[at + 6]! + items[at + 8]!)
  const square = slope * slope + vss
  for (let k = from; k < to; k++) {
    const cell = 2 * itemCell[k]!
    const x = cells[cell]!
    const v = cells[cell + 1]!
    const low = cut1 - slope * x
    const high = cut2 - slope * x
    const spread = Math.sqrt(Math.max(0, v * square + x * (vss * x - across) + own))
    writeAbstentionDensities(low - spread, high - spread)
    const left1 = abstentionDensities[0]!
    const left2 = abstentionDensities[1]!
    writeAbstentionDensities(low + spread, high + spread)
    const right1 = abstentionDensities[0]!
    const right2 = abstentionDensities[1]!
    const push1 = 0.5 * (left1 + right1)
    const push2 = 0.5 * (left2 + right2)
    const bend11 = 0.5 * (left1 * (left1 - low + spread) + right1 * (right1 - low - spread))
    const bend22 = 0.5 * (left2 * (left2 + high - spread) + right2 * (right2 + high + spread))
    const bend12 = -0.5 * (left1 * left2 + right1 * right2)
    const bend = bend11 + bend22 + 2 * bend12
    sums[0]! += x * (push1 - push2) - v * slope * bend
    sums[1]! -= push1
    sums[2]! += push2
    sums[3]! += bend * (x * x + v)
    sums[4]! -= x * (bend11 + bend12)
    sums[5]! -= x * (bend22 + bend12)
    sums[6]! += bend11
    sums[7]! += bend12
    sums[8]! += bend22
  }
}

/** Moves an item without abstentions: a single cut point divides yes from no. */
function oneCut(items: Float64Array, at: number): void {
  const cut = items[at + 1]!
  const gs = sums[0]!
  const gc = sums[1]! + sums[2]! - cutPrecision * cut
  const iss = sums[3]!
  const isc = sums[4]! + sums[5]!
  const icc = sums[6]! + sums[8]! + cutPrecision
  const determinant = iss * icc - isc * isc
  const ds = (icc * gs - isc * gc) / determinant
  const dc = (iss * gc - isc * gs) / determinant
  const share = Math.min(1, 1 / Math.max(1e-9, Math.abs(ds), Math.abs(dc)))
  items[at] = items[at]! + share * ds
  items[at + 1] = within(cut + share * dc)
  items[at + 2] = items[at + 1]!
  const across = -isc / determinant
  const own = iss / determinant
  settle(items, at + 3, icc / determinant, across, across, own, own, own)
}

function twoCuts(items: Float64Array, at: number): void {
  const gs = sums[0]!
  const g1 = sums[1]! - cutPrecision * items[at + 1]!
  const g2 = sums[2]! - cutPrecision * items[at + 2]!
  const iss = sums[3]!
  const is1 = sums[4]!
  const is2 = sums[5]!
  const i11 = sums[6]! + cutPrecision
  const i12 = sums[7]!
  const i22 = sums[8]! + cutPrecision
  const mss = i11 * i22 - i12 * i12
  const ms1 = i12 * is2 - is1 * i22
  const ms2 = is1 * i12 - i11 * is2
  const m11 = iss * i22 - is2 * is2
  const m12 = is1 * is2 - iss * i12
  const m22 = iss * i11 - is1 * is1
  const scale = 1 / (iss * mss + is1 * ms1 + is2 * ms2)
  const ds = (mss * gs + ms1 * g1 + ms2 * g2) * scale
  const d1 = (ms1 * gs + m11 * g1 + m12 * g2) * scale
  const d2 = (ms2 * gs + m12 * g1 + m22 * g2) * scale
  const share = Math.min(1, 1 / Math.max(1e-9, Math.abs(ds), Math.abs(d1), Math.abs(d2)))
  const cut1 = items[at + 1]! + share * d1
  const cut2 = items[at + 2]! + share * d2
  const middle = 0.5 * (cut1 + cut2)
  const half = Math.max(0.5 * (cut2 - cut1), 0.5 * leastWidth)
  items[at] = items[at]! + share * ds
  items[at + 1] = within(middle - half)
  items[at + 2] = within(middle + half)
  settle(items, at + 3, mss * scale, ms1 * scale, ms2 * scale, m11 * scale, m12 * scale, m22 * scale)
}

/**
 * Moves half way to a new covariance. With a full step, step and covariance would oscillate indefinitely on items with
 * few votes on one side.
 */
function settle(items: Float64Array, at: number, vss: number, vs1: number, vs2: number, v11: number, v12: number, v22: number): void {
  items[at] = 0.5 * (items[at]! + vss)
  items[at + 1] = 0.5 * (items[at + 1]! + vs1)
  items[at + 2] = 0.5 * (items[at + 2]! + vs2)
  items[at + 3] = 0.5 * (items[at + 3]! + v11)
  items[at + 4] = 0.5 * (items[at + 4]! + v12)
  items[at + 5] = 0.5 * (items[at + 5]! + v22)
}

function within(cut: number): number {
  return Math.max(-largestCut, Math.min(largestCut, cut))
}

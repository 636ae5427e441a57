import { inverseMillsFast } from '../numeric/normal-tables.ts'
import { abstention, between } from './ideal-point-abstention.ts'
import type { IdealPointSample } from './ideal-point-sample.ts'
import { type Estimate, itemWidth } from './ideal-point-state.ts'

/** The flat prior of cut points on [-7, 7] as a normal of the same variance, 49 / 3: it also places the cut points that no vote places. */
const cutPrecision = 3 / 49
/** Items have slopes with prior N(0, 1). */
const slopePrecision = 1
const largestCut = 7
const leastWidth = 1e-4

/**
 * One Newton step of the slope and the cut points of items, given the positions of the cells and how sure they are: the score and the information are expected
 * ones, over both, by two points at one standard deviation either side.
 *
 * Each item is worked by itself, so any range of items may be another thread's.
 */
export function updateItems(sample: IdealPointSample, estimate: Estimate, from: number, to: number): void {
  const { itemStart, itemCell } = sample
  const { cells, items } = estimate
  for (let item = from; item < to; item++) {
    const at = item * itemWidth
    const slope = items[at]!
    const cut1 = items[at + 1]!
    const cut2 = items[at + 2]!
    const vss = items[at + 3]!
    const vs1 = items[at + 4]!
    const vs2 = items[at + 5]!
    const v11 = items[at + 6]!
    const v22 = items[at + 8]!
    const firstYes = itemStart[3 * item]!
    const firstAbstention = itemStart[3 * item + 1]!
    const firstNo = itemStart[3 * item + 2]!
    const end = itemStart[3 * item + 3]!
    const square = slope * slope + vss
    let gs = -slopePrecision * slope
    let g1 = 0
    let g2 = 0
    let iss = slopePrecision
    let is1 = 0
    let is2 = 0
    let i11 = 0
    let i12 = 0
    let i22 = 0
    for (let k = firstYes; k < firstAbstention; k++) {
      const cell = 2 * itemCell[k]!
      const x = cells[cell]!
      const v = cells[cell + 1]!
      const z = cut1 - slope * x
      const spread = Math.sqrt(Math.max(0, v * square + x * (vss * x - 2 * vs1) + v11))
      const left = inverseMillsFast(z - spread)
      const right = inverseMillsFast(z + spread)
      const push = 0.5 * (left + right)
      const bend = 0.5 * (left * (z - spread + left) + right * (z + spread + right))
      gs -= x * push + v * slope * bend
      g1 += push
      iss += bend * (x * x + v)
      is1 -= bend * x
      i11 += bend
    }
    for (let k = firstNo; k < end; k++) {
      const cell = 2 * itemCell[k]!
      const x = cells[cell]!
      const v = cells[cell + 1]!
      const z = slope * x - cut2
      const spread = Math.sqrt(Math.max(0, v * square + x * (vss * x - 2 * vs2) + v22))
      const left = inverseMillsFast(z - spread)
      const right = inverseMillsFast(z + spread)
      const push = 0.5 * (left + right)
      const bend = 0.5 * (left * (z - spread + left) + right * (z + spread + right))
      gs += x * push - v * slope * bend
      g2 -= push
      iss += bend * (x * x + v)
      is2 -= bend * x
      i22 += bend
    }
    for (let k = firstAbstention; k < firstNo; k++) {
      const cell = 2 * itemCell[k]!
      const x = cells[cell]!
      const v = cells[cell + 1]!
      const low = cut1 - slope * x
      const high = cut2 - slope * x
      const spread = Math.sqrt(Math.max(0, v * square + x * (vss * x - vs1 - vs2) + 0.5 * (v11 + v22)))
      abstention(low - spread, high - spread)
      const left1 = between[0]!
      const left2 = between[1]!
      abstention(low + spread, high + spread)
      const right1 = between[0]!
      const right2 = between[1]!
      const push1 = 0.5 * (left1 + right1)
      const push2 = 0.5 * (left2 + right2)
      const bend11 = 0.5 * (left1 * (left1 - low + spread) + right1 * (right1 - low - spread))
      const bend22 = 0.5 * (left2 * (left2 + high - spread) + right2 * (right2 + high + spread))
      const bend12 = -0.5 * (left1 * left2 + right1 * right2)
      const bend = bend11 + bend22 + 2 * bend12
      gs += x * (push1 - push2) - v * slope * bend
      g1 -= push1
      g2 += push2
      iss += bend * (x * x + v)
      is1 -= x * (bend11 + bend12)
      is2 -= x * (bend22 + bend12)
      i11 += bend11
      i12 += bend12
      i22 += bend22
    }
    if (firstAbstention === firstNo) oneCut(items, at, gs, g1 + g2 - cutPrecision * cut1, iss, is1 + is2, i11 + i22 + cutPrecision)
    else
      twoCuts(items, at, gs, g1 - cutPrecision * cut1, g2 - cutPrecision * cut2, iss, is1, is2, i11 + cutPrecision, i12, i22 + cutPrecision)
  }
}

/** Where nobody abstained, one cut point divides yes from no. */
function oneCut(items: Float64Array, at: number, gs: number, gc: number, iss: number, isc: number, icc: number): void {
  const determinant = iss * icc - isc * isc
  const ds = (icc * gs - isc * gc) / determinant
  const dc = (iss * gc - isc * gs) / determinant
  const share = Math.min(1, 1 / Math.max(1e-9, Math.abs(ds), Math.abs(dc)))
  items[at] = items[at]! + share * ds
  items[at + 1] = items[at + 2] = within(items[at + 1]! + share * dc)
  const across = -isc / determinant
  const own = iss / determinant
  settle(items, at + 3, icc / determinant, across, across, own, own, own)
}

function twoCuts(
  items: Float64Array,
  at: number,
  gs: number,
  g1: number,
  g2: number,
  iss: number,
  is1: number,
  is2: number,
  i11: number,
  i12: number,
  i22: number,
): void {
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

/** Goes half the way to a new covariance: the whole way, step and covariance would swing about each other for ever on items with few on one side. */
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

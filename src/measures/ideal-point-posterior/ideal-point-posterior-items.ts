import { logNormalCdfFast, logNormalCdfResult } from '../../numeric/normal-tables.ts'
import { abstentionDensities, logAbstention, writeAbstentionDensities } from '../ideal-points/ideal-point-abstention.ts'
import { cutPrecision, slopePrecision } from '../ideal-points/ideal-point-items.ts'
import { boundCost, nearBound, writeBoundCost } from '../ideal-points/ideal-point-utility-bound.ts'
import { type Chain, itemStride } from './ideal-point-posterior-chain-state.ts'

const longestStep = 1

/**
 * Result of the last call of `weigh`: log density of an item, its derivatives with respect to slope and cut points, and the information (slope-slope,
 * slope-1, slope-2, 1-1, 1-2, 2-2).
 */
const sums = new Float64Array(10)
/**
 * The target of a Newton step, and the Cholesky factor of the information (slope-slope, 1-slope, 1-1, 2-slope, 2-1,
 * 2-2): from the current point, and from the proposal.
 */
const here = new Float64Array(9)
const there = new Float64Array(9)
const proposed = new Float64Array(3)

/**
 * Moves the slope and cut points of each item together, given the cells, by a Metropolis-Hastings step with a normal
 * proposal around a Newton step.
 *
 * @returns sum of the items' log densities before the move: the log probability of all votes with the prior of the
 * items
 */
export function moveItems(chain: Chain): number {
  let total = 0
  for (let item = 0; item < chain.sample.items.length; item++) total += moveItem(chain, item)
  return total
}

function moveItem(chain: Chain, item: number): number {
  const { drawnItems, sample } = chain
  const at = item * itemStride
  const single = sample.itemStart[3 * item + 1] === sample.itemStart[3 * item + 2]
  weigh(chain, item, drawnItems[at]!, drawnItems[at + 1]!, drawnItems[at + 2]!)
  const before = sums[0]!
  newton(here, single, drawnItems[at]!, drawnItems[at + 1]!, drawnItems[at + 2]!)
  propose(chain, single)
  const threshold = Math.log(chain.uniform())
  const [slope, cut1, cut2] = [proposed[0]!, proposed[1]!, proposed[2]!]
  if (single ? cut1 !== cut2 : cut1 >= cut2) return before
  weigh(chain, item, slope, cut1, cut2)
  newton(there, single, slope, cut1, cut2)
  const forward = logProposal(here, slope, cut1, cut2, single)
  const reverse = logProposal(there, drawnItems[at]!, drawnItems[at + 1]!, drawnItems[at + 2]!, single)
  if (sums[0]! - before + reverse - forward <= threshold) return before
  drawnItems.set(proposed, at)
  return sums[0]!
}

/** Writes the log density and its first two derivatives at a slope and two cut points to `sums`. */
function weigh({ sample, x }: Chain, item: number, slope: number, cut1: number, cut2: number): void {
  const { itemStart, itemCell } = sample
  const [firstAbstention, firstNo] = [itemStart[3 * item + 1]!, itemStart[3 * item + 2]!]
  sums.fill(0)
  addOneSided(x, itemCell, itemStart[3 * item]!, firstAbstention, slope, cut1, 0)
  addOneSided(x, itemCell, firstNo, itemStart[3 * item + 3]!, slope, cut2, 1)
  addAbstentions(x, itemCell, firstAbstention, firstNo, slope, cut1, cut2)
  sums[0]! -= 0.5 * slopePrecision * slope * slope
  sums[1]! -= slopePrecision * slope
  sums[4]! += slopePrecision
  const cuts = firstAbstention === firstNo ? 1 : 2
  for (let i = 0; i < cuts; i++) {
    const cut = i === 0 ? cut1 : cut2
    sums[0]! -= 0.5 * cutPrecision * cut * cut
    sums[2 + i]! -= cutPrecision * cut
    sums[7 + 2 * i]! += cutPrecision
  }
}

function addOneSided(x: Float64Array, list: Int32Array, from: number, to: number, slope: number, cut: number, side: 0 | 1): void {
  const sign = side === 0 ? 1 : -1
  let value = 0
  let gs = 0
  let gc = 0
  let iss = 0
  let isc = 0
  let icc = 0
  for (let k = from; k < to; k++) {
    const position = x[list[k]!]!
    const tilt = sign * slope * position
    const z = sign * cut - tilt
    logNormalCdfFast(z)
    const push = logNormalCdfResult[1]!
    const bend = push * (z + push)
    const bent = bend * position
    value += logNormalCdfResult[0]!
    gs -= position * push
    gc += push
    iss += bent * position
    isc -= bent
    icc += bend
    if (tilt < -nearBound) {
      writeBoundCost(-tilt)
      value -= boundCost[0]!
      gs += position * boundCost[1]!
      iss += position * position * boundCost[2]!
    }
  }
  sums[0]! += value
  sums[1]! += sign * gs
  sums[2 + side]! += sign * gc
  sums[4]! += iss
  sums[5 + side]! += isc
  sums[7 + 2 * side]! += icc
}

function addAbstentions(x: Float64Array, list: Int32Array, from: number, to: number, slope: number, cut1: number, cut2: number): void {
  for (let k = from; k < to; k++) {
    const position = x[list[k]!]!
    const low = cut1 - slope * position
    const high = cut2 - slope * position
    writeAbstentionDensities(low, high)
    const push1 = abstentionDensities[0]!
    const push2 = abstentionDensities[1]!
    const bend11 = push1 * (push1 - low)
    const bend22 = push2 * (push2 + high)
    const bend12 = -push1 * push2
    sums[0]! += logAbstention(low, high)
    sums[1]! += position * (push1 - push2)
    sums[2]! -= push1
    sums[3]! += push2
    sums[4]! += position * position * (bend11 + bend22 + 2 * bend12)
    sums[5]! -= position * (bend11 + bend12)
    sums[6]! -= position * (bend22 + bend12)
    sums[7]! += bend11
    sums[8]! += bend12
    sums[9]! += bend22
  }
}

/**
 * Computes the centre and the factor of the proposal from `sums` at a point. Without abstentions, one cut point moves
 * and the second follows it.
 */
function newton(to: Float64Array, single: boolean, slope: number, cut1: number, cut2: number): void {
  const a = Math.sqrt(sums[4]!)
  const b = (single ? sums[5]! + sums[6]! : sums[5]!) / a
  const c = Math.sqrt((single ? sums[7]! + 2 * sums[8]! + sums[9]! : sums[7]!) - b * b)
  const d = single ? 0 : sums[6]! / a
  const e = single ? 0 : (sums[8]! - b * d) / c
  const f = single ? 1 : Math.sqrt(sums[9]! - d * d - e * e)
  const u = sums[1]! / a
  const v = ((single ? sums[2]! + sums[3]! : sums[2]!) - b * u) / c
  const w = single ? 0 : (sums[3]! - d * u - e * v) / f
  const s3 = w / f
  const s2 = (v - e * s3) / c
  const s1 = (u - b * s2 - d * s3) / a
  const share = Math.min(1, longestStep / Math.max(1e-9, Math.abs(s1), Math.abs(s2), Math.abs(s3)))
  to[0] = slope + share * s1
  to[1] = cut1 + share * s2
  to[2] = single ? to[1] : cut2 + share * s3
  to[3] = a
  to[4] = b
  to[5] = c
  to[6] = d
  to[7] = e
  to[8] = f
}

/** Draws from the proposal; its covariance is the inverse of the information. */
function propose(chain: Chain, single: boolean): void {
  const third = single ? 0 : chain.normal() / here[8]!
  const second = (chain.normal() - here[7]! * third) / here[5]!
  proposed[0] = here[0]! + (chain.normal() - here[4]! * second - here[6]! * third) / here[3]!
  proposed[1] = here[1]! + second
  proposed[2] = single ? proposed[1] : here[2]! + third
}

function logProposal(from: Float64Array, slope: number, cut1: number, cut2: number, single: boolean): number {
  const [d1, d2, d3] = [slope - from[0]!, cut1 - from[1]!, single ? 0 : cut2 - from[2]!]
  const u = from[3]! * d1 + from[4]! * d2 + from[6]! * d3
  const v = from[5]! * d2 + from[7]! * d3
  const w = from[8]! * d3
  return Math.log(from[3]! * from[5]! * from[8]!) - 0.5 * (u * u + v * v + w * w)
}

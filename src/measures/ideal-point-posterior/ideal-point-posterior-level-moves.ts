import { logNormalCdfFast, logNormalCdfResult } from '../../numeric/normal-tables.ts'
import { logAbstention, writeAbstentionDensities } from '../ideal-points/ideal-point-abstention.ts'
import { cutPrecision, slopePrecision } from '../ideal-points/ideal-point-items.ts'
import { boundCost, nearBound, writeBoundCost } from '../ideal-points/ideal-point-utility-bound.ts'
import { type Group, tiedWidth } from './ideal-point-posterior-cell-groups.ts'
import { priorTargets } from './ideal-point-posterior-cells.ts'
import { type Chain, itemStride } from './ideal-point-posterior-chain-state.ts'

const furthest = 5

/** A way of moving a group, with its step length, which is tuned during warm-up. */
export interface LevelMove {
  readonly group: Group
  readonly kind: 'shift' | 'stretch'
  length: number
  tries: number
}

export function levelMove(group: Group, kind: LevelMove['kind']): LevelMove {
  return { group, kind, length: 0.03, tries: 0 }
}

/** Acceptance rate at which a one-dimensional random walk is most efficient. */
const taken = 0.44

/**
 * Shifts all positions of a group by the same amount, or stretches them around their mean, together with the items that
 * only this group voted on. Moving cell by cell, the level of a session would take hundreds of sweeps to change,
 * because its items hold it in place.
 *
 * @param tune   whether the step length may change: only during warm-up
 */
export function moveLevel(chain: Chain, move: LevelMove, tune: boolean): void {
  const { group, kind } = move
  const step = move.length * chain.normal()
  const centre = meanOf(chain.x, group)
  const [stretch, shift] = kind === 'shift' ? [1, step] : [Math.exp(step), 0]
  const threshold = Math.log(chain.uniform())
  const jacobian = kind === 'shift' ? 0 : step * (group.to - group.from - group.own.length)
  const gain = logDensity(chain, group, centre, stretch, shift) - logDensity(chain, group, centre, 1, 0) + jacobian
  if (gain > threshold) take(chain, group, centre, stretch, shift)
  if (!tune) return
  move.tries++
  move.length *= Math.exp((Math.min(1, Math.exp(gain)) - taken) / Math.sqrt(move.tries))
}

function meanOf(x: Float64Array, { from, to }: Group): number {
  let sum = 0
  for (let cell = from; cell < to; cell++) sum += x[cell]!
  return sum / (to - from)
}

/** Computes the log density of everything that a move changes. */
function logDensity(chain: Chain, group: Group, centre: number, stretch: number, shift: number): number {
  return (
    ofCells(chain, group, centre, stretch, shift) +
    ofItems(chain, group, centre, stretch, shift) +
    ofVotes(chain, group, centre, stretch, shift) -
    ofBounds(chain, group, centre, stretch, shift)
  )
}

function ofCells(chain: Chain, { from, to }: Group, centre: number, stretch: number, shift: number): number {
  const { x, prior, squarePull, linearPull } = chain
  const others = priorTargets(chain)
  let value = 0
  for (let cell = from; cell < to; cell++) {
    const moved = centre + stretch * (x[cell]! - centre) + shift
    if (Math.abs(moved) > furthest) return Number.NEGATIVE_INFINITY
    const lag = prior.lag[cell]!
    const next = prior.next[cell]!
    const inside = lag >= from && lag < to
    const off = inside ? stretch * (x[cell]! - others[lag]!) : moved - (lag < 0 ? 0 : others[lag]!)
    value -= 0.5 * (prior.precision[cell]! * off * off + squarePull[cell]! * moved * moved) + linearPull[cell]! * moved
    if (next >= to) value -= 0.5 * prior.precision[next]! * (moved - x[next]!) ** 2
  }
  return value
}

function ofItems({ drawnItems, sample }: Chain, { own }: Group, centre: number, stretch: number, shift: number): number {
  const { itemStart } = sample
  let value = 0
  for (const item of own) {
    const at = item * itemStride
    const slope = drawnItems[at]! / stretch
    const moved = slope * (centre + shift) - drawnItems[at]! * centre
    const [cut1, cut2] = [drawnItems[at + 1]! + moved, drawnItems[at + 2]! + moved]
    const single = itemStart[3 * item + 1] === itemStart[3 * item + 2]
    value -= 0.5 * (slopePrecision * slope * slope + cutPrecision * (cut1 * cut1 + (single ? 0 : cut2 * cut2)))
  }
  return value
}

function ofVotes({ x, drawnItems }: Chain, { tied }: Group, centre: number, stretch: number, shift: number): number {
  let value = 0
  for (let k = 0; k < tied.length; k += tiedWidth) {
    const at = tied[k]! * itemStride
    const tilt = drawnItems[at]! * (centre + stretch * (x[tied[k + 1]!]! - centre) + shift)
    const category = tied[k + 2]!
    if (category === 1) {
      const low = drawnItems[at + 1]! - tilt
      const high = drawnItems[at + 2]! - tilt
      writeAbstentionDensities(low, high)
      value += logAbstention(low, high)
    } else {
      logNormalCdfFast(category === 0 ? drawnItems[at + 1]! - tilt : tilt - drawnItems[at + 2]!)
      value += logNormalCdfResult[0]!
    }
  }
  return value
}

/** Only cells beyond this have votes with a latent utility that may approach its bound. */
const farOut = 1.4

function ofBounds({ x, drawnItems, sample }: Chain, { from, to, isOwn }: Group, centre: number, stretch: number, shift: number): number {
  const { cellStart, cellItem } = sample
  const along = (centre + shift) / stretch - centre
  let cost = 0
  for (let cell = from; cell < to; cell++) {
    const position = x[cell]!
    if (Math.abs(position) < farOut) continue
    const [ofOwn, ofTied] = [position + along, centre + stretch * (position - centre) + shift]
    for (const [category, sign] of [
      [0, -1],
      [2, 1],
    ] as const) {
      const end = cellStart[3 * cell + category + 1]!
      for (let k = cellStart[3 * cell + category]!; k < end; k++) {
        const item = cellItem[k]!
        const expected = sign * drawnItems[item * itemStride]! * (isOwn[item] === 1 ? ofOwn : ofTied)
        if (expected < nearBound) continue
        writeBoundCost(expected)
        cost += boundCost[0]!
      }
    }
  }
  return cost
}

function take({ x, seen, drawnItems }: Chain, { from, to, own }: Group, centre: number, stretch: number, shift: number): void {
  for (let cell = from; cell < to; cell++) {
    x[cell] = centre + stretch * (x[cell]! - centre) + shift
    seen[cell] = centre + stretch * (seen[cell]! - centre) + shift
  }
  for (const item of own) {
    const at = item * itemStride
    const slope = drawnItems[at]! / stretch
    const moved = slope * (centre + shift) - drawnItems[at]! * centre
    drawnItems[at] = slope
    drawnItems[at + 1] = drawnItems[at + 1]! + moved
    drawnItems[at + 2] = drawnItems[at + 2]! + moved
  }
}

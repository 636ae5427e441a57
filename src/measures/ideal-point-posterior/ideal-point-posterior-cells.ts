import { logNormalCdfFast, logNormalCdfResult } from '../../numeric/normal-tables.ts'
import { abstentionDensities, logAbstention, writeAbstentionDensities } from '../ideal-points/ideal-point-abstention.ts'
import { boundCost, nearBound, writeBoundCost } from '../ideal-points/ideal-point-utility-bound.ts'
import { type Chain, itemStride } from './ideal-point-posterior-chain-state.ts'

/** Votes do not distinguish positions beyond this; the authors' sampler has the same bound. */
const largest = 5
const longestStep = 1

/**
 * Result of the last call of `weighVotes`, on what the votes of a cell imply about a position: log probability, its derivative, the information, and the sum of
 * squared slopes.
 */
const votes = new Float64Array(4)
/** Result of the last call of `weigh`, with the prior and the constraints: log density, its derivative, and the information. */
const density = new Float64Array(3)

/**
 * Moves each cell once, given the items, by a Metropolis-Hastings step. The proposal is normal around a Newton step, so
 * nearly all proposals are accepted and depend little on the previous position.
 */
export function moveCells(chain: Chain): void {
  for (let cell = 0; cell < chain.x.length; cell++) moveCell(chain, cell)
}

function moveCell(chain: Chain, cell: number): void {
  const { x } = chain
  weigh(chain, cell, x[cell]!)
  const [before, derivative, information] = [density[0]!, density[1]!, density[2]!]
  const centre = x[cell]! + bounded(derivative / information)
  const proposed = centre + chain.normal() / Math.sqrt(information)
  const threshold = Math.log(chain.uniform())
  const own: readonly number[] = [votes[0]!, votes[1]!, votes[2]!, votes[3]!]
  if (Math.abs(proposed) <= largest) weigh(chain, cell, proposed)
  const back = x[cell]! - proposed - bounded(density[1]! / density[2]!)
  const there = 0.5 * Math.log(information) - 0.5 * information * (proposed - centre) ** 2
  const reverse = 0.5 * Math.log(density[2]!) - 0.5 * density[2]! * back * back
  if (Math.abs(proposed) <= largest && density[0]! - before + reverse - there > threshold) x[cell] = proposed
  else votes.set(own)
  note(chain, cell)
}

function bounded(step: number): number {
  return Math.max(-longestStep, Math.min(longestStep, step))
}

/**
 * Draws the value of the cell that its neighbours use. In the authors' sampler, the next session depends on the mean of the position given the latent utilities
 * drawn. No utilities are drawn here, so that mean is drawn from its distribution given the position.
 */
function note(chain: Chain, cell: number): void {
  if (chain.priorName !== 'bailey-strezhnev-voeten') return
  const { x, prior, seen } = chain
  const lag = prior.lag[cell]!
  const own = prior.precision[cell]!
  const total = votes[3]! + own
  const pull = own * ((lag < 0 ? 0 : seen[lag]!) - x[cell]!)
  const spread = Math.sqrt(Math.max(0, votes[3]! - votes[2]!)) / total
  seen[cell] = x[cell]! + (votes[1]! + pull) / total + spread * chain.normal()
}

/** Writes the log density of a position given everything else, up to a constant, to `density`. */
function weigh(chain: Chain, cell: number, x: number): void {
  const { prior } = chain
  weighVotes(chain, cell, x)
  const lag = prior.lag[cell]!
  const next = prior.next[cell]!
  const square = chain.squarePull[cell]!
  const own = prior.precision[cell]!
  const off = x - (lag < 0 ? 0 : priorTargets(chain)[lag]!)
  let value = votes[0]! - 0.5 * own * off * off - 0.5 * square * x * x - chain.linearPull[cell]! * x
  let derivative = votes[1]! - own * off - square * x - chain.linearPull[cell]!
  let information = votes[2]! + own + Math.max(0, square)
  if (next >= 0) {
    const precision = prior.precision[next]!
    const apart = x - chain.x[next]!
    value -= 0.5 * precision * apart * apart
    derivative -= precision * apart
    information += precision
  }
  density[0] = value
  density[1] = derivative
  density[2] = information
}

/** Returns the prior mean of each cell: the neighbours' drawn values in the authors' prior, their positions in the others. */
export function priorTargets(chain: Chain): Float64Array {
  return chain.priorName === 'bailey-strezhnev-voeten' ? chain.seen : chain.x
}

function weighVotes({ sample, drawnItems }: Chain, cell: number, x: number): void {
  const { cellStart, cellItem } = sample
  const [firstAbstention, firstNo] = [cellStart[3 * cell + 1]!, cellStart[3 * cell + 2]!]
  votes.fill(0)
  addOneSided(cellItem, cellStart[3 * cell]!, firstAbstention, drawnItems, 1, x)
  addOneSided(cellItem, firstNo, cellStart[3 * cell + 3]!, drawnItems, 2, x)
  addAbstentions(cellItem, firstAbstention, firstNo, drawnItems, x)
}

function addOneSided(list: Int32Array, from: number, to: number, items: Float64Array, side: 1 | 2, x: number): void {
  const sign = side === 1 ? 1 : -1
  let value = 0
  let derivative = 0
  let information = 0
  let squares = 0
  for (let k = from; k < to; k++) {
    const at = list[k]! * itemStride
    const slope = items[at]!
    const tilt = sign * slope * x
    const z = sign * items[at + side]! - tilt
    logNormalCdfFast(z)
    const push = logNormalCdfResult[1]!
    const square = slope * slope
    value += logNormalCdfResult[0]!
    derivative -= slope * push
    information += square * push * (z + push)
    squares += square
    if (tilt < -nearBound) {
      writeBoundCost(-tilt)
      value -= boundCost[0]!
      derivative += slope * boundCost[1]!
      information += square * boundCost[2]!
    }
  }
  votes[0]! += value
  votes[1]! += sign * derivative
  votes[2]! += information
  votes[3]! += squares
}

function addAbstentions(list: Int32Array, from: number, to: number, items: Float64Array, x: number): void {
  for (let k = from; k < to; k++) {
    const at = list[k]! * itemStride
    const slope = items[at]!
    const low = items[at + 1]! - slope * x
    const high = items[at + 2]! - slope * x
    writeAbstentionDensities(low, high)
    const push = abstentionDensities[0]! - abstentionDensities[1]!
    const square = slope * slope
    votes[0]! += logAbstention(low, high)
    votes[1]! += slope * push
    votes[2]! += square * (push * push + high * abstentionDensities[1]! - low * abstentionDensities[0]!)
    votes[3]! += square
  }
}

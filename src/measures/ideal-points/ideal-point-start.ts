import { VisavisError } from '../../errors.ts'
import { normalQuantile } from '../../numeric/normal.ts'
import { type IdealPointEstimate, itemWidth } from './ideal-point-estimate.ts'
import type { IdealPointSample } from './ideal-point-sample.ts'

/** Two states that set the direction of the scale: the first has the higher position. */
export interface Poles {
  readonly high: string
  readonly low: string
}

/**
 * Positions and items of an earlier fit, as starting values. They are found by label, so that the samples may differ.
 */
export interface WarmStart {
  position(state: string, session: number): number | undefined
  /** Slope and two cut points. */
  item(item: string): readonly [number, number, number] | undefined
}

const startVariance = 0.02
const polePosition = 2
/** Minimum distance of an item's two cut points at the start, where there are abstentions. */
const leastRoom = 0.05

/**
 * Chooses the states that set the direction of the scale: the requested ones where the sample has both, otherwise the two that
 * oppose each other most often (the alphabetically first is high). The direction is a convention; without it an
 * estimate and its mirror image fit equally well.
 */
export function polesOf(sample: IdealPointSample, wanted: Poles): Poles {
  const voting = new Set(Array.from(sample.cellState, (state) => sample.states[state]))
  if (voting.has(wanted.high) && voting.has(wanted.low) && wanted.high !== wanted.low) return wanted
  const [high, low] = mostOpposed(sample)
  return { high, low }
}

function mostOpposed(sample: IdealPointSample): [string, string] {
  const states = sample.states.length
  const opposed = new Int32Array(states * states)
  for (let item = 0; item < sample.items.length; item++) {
    const [yes, no] = [0, 2].map((category) => statesVoting(sample, item, category)) as [number[], number[]]
    for (const a of yes) for (const b of no) if (a !== b) opposed[Math.min(a, b) * states + Math.max(a, b)]!++
  }
  const most = opposed.reduce((best, count, at) => (count > opposed[best]! ? at : best), 0)
  if (opposed[most] === 0)
    throw new VisavisError('BadInput', 'no two states ever opposed each other: ideal points have no scale to stand on')
  return [sample.states[Math.floor(most / states)]!, sample.states[most % states]!].sort() as [string, string]
}

function statesVoting(sample: IdealPointSample, item: number, category: number): number[] {
  const { itemStart, itemCell, cellState } = sample
  return Array.from(itemCell.subarray(itemStart[3 * item + category]!, itemStart[3 * item + category + 1]!), (cell) => cellState[cell]!)
}

/**
 * Fills an estimate with starting values: cut points from the shares of yes, abstention and no, and slopes of 1 or -1
 * from the votes of the two poles. All positions are 0 except those of the poles. Values from an earlier fit take
 * precedence.
 *
 * @throws VisavisError BadInput where an earlier fit contains a value that is not a number
 */
export function startingValues(sample: IdealPointSample, estimate: IdealPointEstimate, poles: Poles, warm?: WarmStart): void {
  const [high, low] = [sample.states.indexOf(poles.high), sample.states.indexOf(poles.low)]
  for (let cell = 0; cell < sample.cellState.length; cell++) {
    const state = sample.cellState[cell]!
    const cold = state === high ? polePosition : state === low ? -polePosition : 0
    const given = warm?.position(sample.states[state]!, sample.cellSession[cell]!)
    const position = finite(given ?? cold, sample.states[state]!)
    estimate.cells[2 * cell] = position
    estimate.cells[2 * cell + 1] = startVariance
    estimate.anchors[cell] = given === undefined ? 0 : position
  }
  for (let item = 0; item < sample.items.length; item++) {
    const given = warm?.item(sample.items[item]!) ?? coldItem(sample, item, high, low)
    estimate.items.set(
      given.map((value) => finite(value, sample.items[item]!)),
      item * itemWidth,
    )
  }
}

function finite(value: number, of: string): number {
  if (Number.isFinite(value)) return value
  throw new VisavisError('BadInput', `the fit to start from holds ${value} for ${of}`)
}

function coldItem(sample: IdealPointSample, item: number, high: number, low: number): [number, number, number] {
  const { itemStart, itemCell, cellState } = sample
  const begin = itemStart[3 * item]!
  const total = itemStart[3 * item + 3]! - begin
  const below = [1, 2].map((category) => (itemStart[3 * item + category]! - begin) / total) as [number, number]
  const cuts = below.map((share) => normalQuantile(Math.min(0.995, Math.max(0.005, share)))) as [number, number]
  // with one abstention among 300 votes, shares truncated at the same end would leave no room for it, and no step could
  // leave that point
  if (below[1] > below[0]) cuts[1] = Math.max(cuts[1], cuts[0] + leastRoom)
  let lean = 0
  for (let category = 0; category < 3; category++) {
    for (let k = itemStart[3 * item + category]!; k < itemStart[3 * item + category + 1]!; k++) {
      const state = cellState[itemCell[k]!]!
      if (state === high) lean += category
      if (state === low) lean -= category
    }
  }
  return [hasBoth(sample, item, high, low) ? Math.sign(lean) : 0, ...cuts]
}

function hasBoth(sample: IdealPointSample, item: number, high: number, low: number): boolean {
  const voting = [0, 1, 2].flatMap((category) => statesVoting(sample, item, category))
  return voting.includes(high) && voting.includes(low)
}

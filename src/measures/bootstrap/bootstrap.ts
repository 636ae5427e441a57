import { byMeasure, type MeasureName, measureNames } from '../similarity/three-level-measures.ts'
import { chosenRollCalls, readPositions, type VoteOptions, type Votes } from '../similarity/votes.ts'
import { drawRollCalls } from './bootstrap-draws.ts'
import { type BootstrapPlan, type BootstrapResults, bootstrapPairs, pairAt } from './bootstrap-pairs.ts'

export interface BootstrapOptions extends Omit<VoteOptions, 'weights'> {
  /** Number of bootstrap replicates; default 200. */
  readonly draws?: number
  /** Default 1. The same seed gives the same intervals on any machine and with any number of threads. */
  readonly seed?: number
  /** Share of the replicates between the two ends; default 0.9. */
  readonly level?: number
}

/** An interval per measure; NaN at both ends where these votes give none. */
export type BootstrapInterval = { readonly low: number; readonly high: number }

/** Intervals for the rows of `allDyads` with the same options: same rows, same order. */
export interface DyadIntervals {
  readonly a: Uint16Array
  readonly b: Uint16Array
  readonly n: Uint32Array
  readonly low: Readonly<Record<MeasureName, Float64Array>>
  readonly high: Readonly<Record<MeasureName, Float64Array>>
}

/**
 * Computes bootstrap intervals of every measure of every dyad, on this thread.
 *
 * The chosen roll calls are drawn with replacement, as many as there are, with the same replicates for all dyads. Each measure is computed in each replicate.
 * The interval runs between the quantiles (1 - level) / 2 and (1 + level) / 2 of the replicates (R's type 7). A replicate in which a measure is undefined is
 * left out. If that happens in a larger share of them than (1 - level), no interval can cover `level` of the replicates, and both ends are NaN.
 *
 * @param votes     positions, row-major by roll call
 * @param options   as for `allDyads`, and draws, seed, level
 * @see Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13 (percentile interval)
 * @example Array.from(bootstrapDyads({ states: 2, rollCalls: 2, positions: Uint8Array.of(1, 1, 3, 3) }).low.agreement)   // [1]
 */
export function bootstrapDyads(votes: Votes, options: BootstrapOptions = {}): DyadIntervals {
  const job = bootstrapJob(votes, options)
  bootstrapPairs(job.plan, job.room, 0, job.room.pairs)
  return intervalsOf(job)
}

/**
 * Computes bootstrap intervals of one pair of states. They equal its row in `bootstrapDyads`, since the replicates do not depend
 * on the states compared.
 *
 * @param a, b   indices of the two states
 * @example dyadIntervals({ states: 2, rollCalls: 2, positions: Uint8Array.of(1, 1, 3, 3) }, 0, 1).agreement   // { low: 1, high: 1 }
 */
export function dyadIntervals(votes: Votes, a: number, b: number, options: BootstrapOptions = {}): Record<MeasureName, BootstrapInterval> {
  const { plan, room } = jobFor(votes, [a, b], options)
  bootstrapPairs(plan, room, 0, 1)
  return byMeasure((m) => ({ low: room.low[m]!, high: room.high[m]! }))
}

/** A bootstrap ready to run: the plan, the space for results, and the states. Its arrays are in shared memory. */
export interface BootstrapJob {
  readonly plan: BootstrapPlan
  readonly room: BootstrapResults
  readonly states: readonly number[]
}

/** Prepares the bootstrap of all states with a position on at least one of the chosen roll calls. */
export function bootstrapJob(votes: Votes, options: BootstrapOptions): BootstrapJob {
  return jobFor(votes, statesSeen(votes, options), options)
}

/** Counts the pairs of `bootstrapJob` without preparing it. */
export function bootstrapPairCount(votes: Votes, options: BootstrapOptions): number {
  const states = statesSeen(votes, options).length
  return (states * (states - 1)) / 2
}

function statesSeen(votes: Votes, options: BootstrapOptions): number[] {
  const positions = readPositions(votes, options)
  const chosen = chosenRollCalls(votes, options)
  return Array.from({ length: votes.states }, (_, s) => s).filter((s) => chosen.some((r) => positions[r * votes.states + s] !== 0))
}

function jobFor(votes: Votes, states: readonly number[], options: BootstrapOptions): BootstrapJob {
  const { draws = 200, seed = 1, level = 0.9 } = options
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError('bootstrap: draws must be a whole number from 1')
  if (!(level > 0 && level < 1)) throw new RangeError('bootstrap: level must lie between 0 and 1')
  const read = readPositions(votes, options)
  const chosen = chosenRollCalls(votes, options)
  const positions = new Uint8Array(new SharedArrayBuffer(states.length * chosen.length))
  states.forEach((s, place) => {
    for (let r = 0; r < chosen.length; r++) positions[place * chosen.length + r] = read[chosen[r]! * votes.states + s]!
  })
  const plan = { draws: drawRollCalls(chosen.length, draws, seed), states: states.length, positions, level }
  return { plan, room: roomFor((states.length * (states.length - 1)) / 2), states }
}

function roomFor(pairs: number): BootstrapResults {
  const doubles = (): Float64Array => new Float64Array(new SharedArrayBuffer(8 * pairs * measureNames.length))
  return { pairs, n: new Uint32Array(new SharedArrayBuffer(4 * pairs)), low: doubles(), high: doubles() }
}

/** Returns the results of a completed job, without pairs that have no common roll call. */
export function intervalsOf({ plan, room, states }: BootstrapJob): DyadIntervals {
  const kept = Uint32Array.from(room.n.keys()).filter((pair) => room.n[pair]! > 0)
  const [a, b] = [new Uint16Array(kept.length), new Uint16Array(kept.length)]
  kept.forEach((pair, row) => {
    const [first, second] = pairAt(plan.states, pair)
    a[row] = states[first]!
    b[row] = states[second]!
  })
  const column = (ends: Float64Array, m: number): Float64Array => Float64Array.from(kept, (pair) => ends[m * room.pairs + pair]!)
  return {
    a,
    b,
    n: Uint32Array.from(kept, (pair) => room.n[pair]!),
    low: byMeasure((m) => column(room.low, m)),
    high: byMeasure((m) => column(room.high, m)),
  }
}

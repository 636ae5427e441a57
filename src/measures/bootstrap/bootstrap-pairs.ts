import { TailQuantiles } from '../../numeric/quantile.ts'
import { measureNames, writeSimilarity } from '../similarity/three-level-measures.ts'
import { countInDraws, measuresInDraws, noCell } from './bootstrap-counts.ts'
import type { Draws } from './bootstrap-draws.ts'

/**
 * Everything needed to bootstrap any of the pairs: plain numbers and shared memory, so that it can be passed to a
 * thread as it is.
 */
export interface BootstrapPlan {
  readonly draws: Draws
  /** Number of states; pair number p is the p-th of (0, 1), (0, 2), … (1, 2), … */
  readonly states: number
  /** Positions, row-major by state: positions[state * rollCalls + rollCall]. */
  readonly positions: Uint8Array
  /** Coverage, such as 0.9. */
  readonly level: number
}

/** Where the results of pair p are stored: n[p], and for measure m low[m * pairs + p] and high[…]. */
export interface BootstrapResults {
  readonly pairs: number
  readonly n: Uint32Array
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Bootstraps the pairs numbered `from` to `to` - 1. A pair's result depends only on the plan. */
export function bootstrapPairs(plan: BootstrapPlan, room: BootstrapResults, from: number, to: number): void {
  const work = new Workspace(plan)
  let [a, b] = pairAt(plan.states, from)
  for (let pair = from; pair < to; pair++) {
    room.n[pair] = work.classify(a, b)
    work.count()
    work.measure()
    for (let m = 0; m < measureNames.length; m++) work.interval(m, room, m * room.pairs + pair)
    if (++b === plan.states) b = ++a + 1
  }
}

/** Returns the states of pair number `pair`. */
export function pairAt(states: number, pair: number): [number, number] {
  let a = 0
  let first = 0
  while (a < states - 1 && first + (states - 1 - a) <= pair) first += states - 1 - a++
  return [a, a + 1 + pair - first]
}

// Working memory for one pair at a time, allocated once per run.
class Workspace {
  private readonly plan: BootstrapPlan
  /** The cell of each roll call in the 3 × 3 table, or `noCell`. */
  private readonly cellOf: Uint8Array
  private readonly sizes = new Uint32Array(10)
  /** counts[cell * words + word]: lanes as in `Draws.packed`. */
  private readonly counts: Int32Array
  private readonly cells = new Float64Array(9)
  private readonly points = new Float64Array(measureNames.length)
  private readonly values: Float64Array
  private readonly tails: TailQuantiles

  constructor(plan: BootstrapPlan) {
    this.plan = plan
    this.cellOf = new Uint8Array(plan.draws.rollCalls)
    this.counts = new Int32Array(10 * plan.draws.words)
    this.values = new Float64Array(measureNames.length * plan.draws.count)
    this.tails = new TailQuantiles((1 - plan.level) / 2, plan.draws.count)
  }

  /** Sorts the roll calls into cells, computes the point figures, and returns the number of common roll calls. */
  classify(a: number, b: number): number {
    const { positions, draws } = this.plan
    const { cellOf, sizes } = this
    const atA = a * draws.rollCalls
    const atB = b * draws.rollCalls
    sizes.fill(0)
    for (let r = 0; r < draws.rollCalls; r++) {
      const row = positions[atA + r]!
      const column = positions[atB + r]!
      const cell = row === 0 || column === 0 ? noCell : row * 3 + column - 4
      cellOf[r] = cell
      sizes[cell]!++
    }
    for (let cell = 0; cell < 9; cell++) this.cells[cell] = sizes[cell]!
    writeSimilarity(this.cells, this.points, 0, 1)
    return draws.rollCalls - sizes[noCell]!
  }

  /** Counts the cells in every replicate. */
  count(): void {
    countInDraws(this.plan.draws, this.cellOf, this.counts)
  }

  /** Computes every measure in every replicate: values[measure * draws + draw]. */
  measure(): void {
    measuresInDraws(this.plan.draws, this.counts, this.values)
  }

  /**
   * Computes the percentile interval of measure m over the replicates in which it is defined. NaN where it is undefined in too
   * many, or the point figure is undefined.
   */
  interval(m: number, room: BootstrapResults, at: number): void {
    const { values } = this
    const { draws, level } = this.plan
    const from = m * draws.count
    let to = from
    for (let i = from; i < from + draws.count; i++) {
      const value = values[i]!
      if (!Number.isNaN(value)) values[to++] = value
    }
    const known = !Number.isNaN(this.points[m]!) && to - from >= level * draws.count
    if (known) this.tails.find(values, from, to)
    room.low[at] = known ? this.tails.low : Number.NaN
    room.high[at] = known ? this.tails.high : Number.NaN
  }
}

import { type BitPlanes, bitPlanes, countCells } from './bit-planes.ts'
import type { VoteTable } from './contingency.ts'
import { byMeasure, type MeasureName, measureNames, type Similarity, similarityOfTable, writeSimilarity } from './three-level-measures.ts'
import { chosenRollCalls, readPositions, type VoteOptions, type Votes } from './votes.ts'

/**
 * One row per unordered pair of states a < b with at least one common roll call, sorted by a, then b; undefined = NaN.
 */
export type DyadTable = {
  /** Index of the first state. */
  readonly a: Uint16Array
  readonly b: Uint16Array
  /** Number of roll calls on which both have a position. */
  readonly n: Uint32Array
} & Readonly<Record<MeasureName, Float64Array>>

/** A DyadTable over several years: sorted by year, then a, then b. */
export type DyadYearTable = DyadTable & { readonly year: Uint16Array }

/**
 * Computes every measure of every dyad over the chosen roll calls.
 *
 * Nine popcounts over bit planes give a dyad's 3 × 3 table, and closed forms the measures. With `weights` the tables
 * are summed one roll call at a time, which is some twenty times slower; `n` remains the number of roll calls.
 *
 * @param votes     positions, row-major by roll call
 * @param options   which roll calls; whether to keep consensus votes; what an absence means; weights
 * @example Array.from(allDyads({ states: 2, rollCalls: 2, positions: Uint8Array.of(1, 1, 1, 3) }).s_absolute)   // [0]
 */
export function allDyads(votes: Votes, options: VoteOptions = {}): DyadTable {
  const chosen = chosenRollCalls(votes, options)
  const positions = readPositions(votes, options)
  const planes = bitPlanes(positions, votes.states, chosen)
  const rows = new Rows(pairsOf(planes.states.length))
  if (options.weights === undefined) fill(rows, planes)
  else fillWeighted(rows, planes, { positions, width: votes.states, chosen, weights: checkedWeights(options.weights, votes.rollCalls) })
  return rows.table()
}

/**
 * Computes every measure of every dyad, year by year.
 *
 * @param votes     positions, row-major by roll call
 * @param years     year of each roll call, in any order
 * @param options   as for `allDyads`
 * @example Array.from(allYears({ states: 2, rollCalls: 2, positions: Uint8Array.of(1, 1, 1, 3) }, Uint16Array.of(1946, 1947)).agreement)   // [1, 0]
 */
export function allYears(votes: Votes, years: Uint16Array, options: Omit<VoteOptions, 'weights'> = {}): DyadYearTable {
  if (years.length !== votes.rollCalls) throw new RangeError('allYears: one year per roll call')
  const positions = readPositions(votes, options)
  const byYear = groupByYear(chosenRollCalls(votes, options), years)
  const planes = byYear.map(([year, chosen]) => ({ year, planes: bitPlanes(positions, votes.states, chosen) }))
  const rows = new Rows(planes.reduce((sum, one) => sum + pairsOf(one.planes.states.length), 0))
  const year = new Uint16Array(rows.capacity)
  for (const one of planes) {
    const from = rows.count
    fill(rows, one.planes)
    year.fill(one.year, from, rows.count)
  }
  return { year: year.subarray(0, rows.count), ...rows.table() }
}

/**
 * Computes every measure of one pair of states; the same figures as its row in `allDyads`.
 *
 * @param a, b   indices of two states
 * @returns      NaN and n = 0 where they have no common roll call
 * @example dyad({ states: 2, rollCalls: 2, positions: Uint8Array.of(1, 1, 1, 3) }, 0, 1).opposing   // 0.5
 */
export function dyad(votes: Votes, a: number, b: number, options: VoteOptions = {}): Similarity {
  const { cells, n } = votesTable(votes, a, b, options)
  return { ...similarityOfTable(cells), n }
}

/**
 * Makes the 3 × 3 table of one pair of states over the chosen roll calls, row = a's position, for measures that `dyad` does
 * not compute.
 *
 * @example Array.from(votesTable({ states: 2, rollCalls: 1, positions: Uint8Array.of(1, 3) }, 0, 1).cells)   // [0, 0, 1, 0, 0, 0, 0, 0, 0]
 */
export function votesTable(votes: Votes, a: number, b: number, options: VoteOptions = {}): { cells: VoteTable; n: number } {
  const { states } = votes
  const positions = readPositions(votes, options)
  const weights = options.weights === undefined ? undefined : checkedWeights(options.weights, votes.rollCalls)
  const cells = new Float64Array(9)
  let n = 0
  for (const r of chosenRollCalls(votes, options)) {
    const row = positions[r * states + a]!
    const column = positions[r * states + b]!
    if (row === 0 || column === 0) continue
    cells[row * 3 + column - 4]! += weights === undefined ? 1 : weights[r]!
    n++
  }
  return { cells, n }
}

const pairsOf = (states: number): number => (states * (states - 1)) / 2

// Space for the maximum number of rows, in one block for all measures, truncated at the end without a copy.
class Rows {
  count = 0
  readonly capacity: number
  readonly values: Float64Array
  private readonly a: Uint16Array
  private readonly b: Uint16Array
  private readonly n: Uint32Array

  constructor(capacity: number) {
    this.capacity = capacity
    this.values = new Float64Array(capacity * measureNames.length)
    this.a = new Uint16Array(capacity)
    this.b = new Uint16Array(capacity)
    this.n = new Uint32Array(capacity)
  }

  add(a: number, b: number, n: number, cells: VoteTable): void {
    writeSimilarity(cells, this.values, this.count, this.capacity)
    this.a[this.count] = a
    this.b[this.count] = b
    this.n[this.count++] = n
  }

  table(): DyadTable {
    const { capacity, count } = this
    const column = (place: number): Float64Array => this.values.subarray(place * capacity, place * capacity + count)
    return { a: this.a.subarray(0, count), b: this.b.subarray(0, count), n: this.n.subarray(0, count), ...byMeasure(column) }
  }
}

function fill(rows: Rows, planes: BitPlanes): void {
  const { states } = planes
  const cells = new Float64Array(9)
  for (let i = 0; i < states.length; i++) {
    for (let j = i + 1; j < states.length; j++) {
      countCells(planes, i, j, cells)
      const n = sum9(cells)
      if (n > 0) rows.add(states[i]!, states[j]!, n, cells)
    }
  }
}

interface Weighted {
  readonly positions: Uint8Array
  readonly width: number
  readonly chosen: Uint32Array
  readonly weights: Float64Array
}

function fillWeighted(rows: Rows, planes: BitPlanes, { positions, width, chosen, weights }: Weighted): void {
  const cells = new Float64Array(9)
  const { states } = planes
  for (let i = 0; i < states.length; i++) {
    for (let j = i + 1; j < states.length; j++) {
      cells.fill(0)
      let n = 0
      for (const r of chosen) {
        const row = positions[r * width + states[i]!]!
        const column = positions[r * width + states[j]!]!
        if (row === 0 || column === 0) continue
        cells[row * 3 + column - 4]! += weights[r]!
        n++
      }
      if (n > 0) rows.add(states[i]!, states[j]!, n, cells)
    }
  }
}

function sum9(c: VoteTable): number {
  return c[0]! + c[1]! + c[2]! + c[3]! + c[4]! + c[5]! + c[6]! + c[7]! + c[8]!
}

function checkedWeights(weights: ArrayLike<number>, rollCalls: number): Float64Array {
  if (weights.length !== rollCalls) throw new RangeError('weights: one per roll call of the votes')
  const checked = Float64Array.from(weights)
  for (const w of checked) if (!(w >= 0 && w < Number.POSITIVE_INFINITY)) throw new RangeError(`weight ${w} is not a number from 0`)
  return checked
}

function groupByYear(chosen: Uint32Array, years: Uint16Array): [number, Uint32Array][] {
  const groups = new Map<number, number[]>()
  for (const r of chosen) {
    const year = years[r]!
    const group = groups.get(year)
    if (group === undefined) groups.set(year, [r])
    else group.push(r)
  }
  return Array.from(groups, ([year, group]): [number, Uint32Array] => [year, Uint32Array.from(group)]).sort((x, y) => x[0] - y[0])
}

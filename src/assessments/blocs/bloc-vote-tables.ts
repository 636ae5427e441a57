import { drawnRollCalls } from '../../measures/bootstrap/bootstrap-draws.ts'
import { type MeasureName, measureNames, type Votes } from '../../measures/index.ts'
import { writeSimilarity } from '../../measures/similarity/three-level-measures.ts'
import { quantile } from '../../numeric/quantile.ts'
import type { Interval } from '../../store/index.ts'
import { constantSide } from '../forms/constant-position.ts'

/** Votes of many pairs: the cell of the 3 × 3 table for each pair and roll call. A cell is 9 where either state has no position. */
export interface PairCells {
  readonly pairs: readonly (readonly [number, number])[]
  readonly rollCalls: number
  /** Indexed as cells[pair * rollCalls + rollCall]. */
  readonly cells: Uint8Array
}

const none = 9

/**
 * Returns the cells of pairs of states, given by their columns in the matrix.
 *
 * @example Array.from(pairCells({ states: 2, rollCalls: 2, positions: Uint8Array.of(1, 3, 0, 1) }, [[0, 1]]).cells)   // [2, 9]
 */
export function pairCells(votes: Votes, pairs: readonly (readonly [number, number])[]): PairCells {
  const { states, rollCalls, positions } = votes
  const cells = new Uint8Array(pairs.length * rollCalls)
  pairs.forEach(([i, j], pair) => {
    for (let r = 0; r < rollCalls; r++) {
      const [x, y] = [positions[r * states + i]!, positions[r * states + j]!]
      cells[pair * rollCalls + r] = x === 0 || y === 0 ? none : x * 3 + y - 4
    }
  })
  return { pairs, rollCalls, cells }
}

/** Fills a pair's 3 × 3 table. Each roll call counts once, or as often as it was drawn. */
function tableOf({ rollCalls, cells }: PairCells, pair: number, times: Uint16Array | undefined, out: Float64Array): Float64Array {
  out.fill(0)
  const at = pair * rollCalls
  for (let r = 0; r < rollCalls; r++) {
    const cell = cells[at + r]!
    if (cell !== none) out[cell]! += times === undefined ? 1 : times[r]!
  }
  return out
}

/** Counts the 3 × 3 table of every pair from the actual votes, not from a bootstrap draw. */
export function tablesOf(cells: PairCells): Float64Array[] {
  return cells.pairs.map((_, pair) => tableOf(cells, pair, undefined, new Float64Array(9)))
}

/**
 * Computes the measure for every table. NaN where it is undefined, where there are fewer than `least` votes, or (except for agreement) where a state took the
 * same position throughout.
 */
export function valuesOf(tables: readonly Float64Array[], measure: MeasureName, least = 1): Float64Array {
  const [place, found] = [measureNames.indexOf(measure), new Float64Array(measureNames.length)]
  return Float64Array.from(tables, (table) => {
    const votes = table.reduce((sum, cell) => sum + cell, 0)
    if (votes < least || (measure !== 'agreement' && constantSide(table) !== undefined)) return Number.NaN
    writeSimilarity(table, found, 0, 1)
    return found[place]!
  })
}

/**
 * Returns the median of the available numbers; NaN where there are none.
 *
 * @example median([3, NaN, 1])   // 2
 */
export function median(values: ArrayLike<number>): number {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value))
  return quantile(known, 0.5)
}

/** Returns the mean of the available numbers; NaN where there are none. */
export function mean(values: ArrayLike<number>): number {
  const known = Array.from(values).filter((value) => !Number.isNaN(value))
  return known.reduce((sum, value) => sum + value, 0) / known.length
}

export type Summary = (values: Float64Array) => number

/** What to compute in each draw: a measure, the pairs (those that have it in the actual votes), and the summary. */
export interface Drawing {
  readonly measure: MeasureName
  readonly chosen: readonly number[]
  readonly summary: Summary
}

/**
 * Computes summaries over pairs, such as a median or mean, in each draw of roll calls: one array for each drawing. All pairs use the same roll calls in a draw,
 * because their votes are not independent.
 */
export function drawnSummaries(
  cells: PairCells,
  drawings: readonly Drawing[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Float64Array[] {
  const table = new Float64Array(9)
  const found = new Float64Array(measureNames.length * cells.pairs.length)
  const summaries = drawings.map(() => new Float64Array(draws))
  for (let draw = 0; draw < draws; draw++) {
    const times = new Uint16Array(cells.rollCalls)
    for (const rollCall of drawnRollCalls(cells.rollCalls, draw, seed)) times[rollCall]! += 1
    for (let pair = 0; pair < cells.pairs.length; pair++)
      writeSimilarity(tableOf(cells, pair, times, table), found, pair, cells.pairs.length)
    drawings.forEach(({ measure, chosen, summary }, i) => {
      const at = measureNames.indexOf(measure) * cells.pairs.length
      summaries[i]![draw] = summary(Float64Array.from(chosen, (pair) => found[at + pair]!))
    })
  }
  return summaries
}

/** Returns the 90 % interval of the draws; the point itself where no draw has a value. */
export function blocInterval(draws: Float64Array, point: number): Exclude<Interval, 'exact'> {
  const known = draws.filter((value) => !Number.isNaN(value))
  if (known.length === 0) return { level: 0.9, low: point, high: point, kind: 'bootstrap' }
  return { level: 0.9, low: quantile(known, 0.05), high: quantile(known, 0.95), kind: 'bootstrap' }
}

/**
 * Returns the position taken on a roll call by more than half of the states with a position. Values: 1 yes, 2 abstain, 3 no; 0 where none has a majority.
 *
 * @param columns   the states' columns in the matrix
 * @example majority({ states: 3, rollCalls: 1, positions: Uint8Array.of(1, 1, 3) }, 0, [0, 1, 2])   // 1
 */
export function majority({ states, positions }: Votes, rollCall: number, columns: readonly number[]): number {
  const counts = [0, 0, 0, 0]
  for (const column of columns) counts[positions[rollCall * states + column]!]! += 1
  const cast = counts[1]! + counts[2]! + counts[3]!
  return [1, 2, 3].find((position) => 2 * counts[position]! > cast) ?? 0
}

import { type CrossTable, crossTable, disagreementBetween, distances, type MeasureValue, type PairOptions } from './contingency.ts'

export interface BenatiCapurriOptions extends PairOptions {
  /** Default `absolute`. */
  readonly distance?: 'absolute' | 'squared'
}

/**
 * Computes Benati and Capurri's A: how far the observed S exceeds the S expected if the two states' positions were independent.
 *
 * A = S - E(S) = 2 / dmax · (Σ d·row·column / n² - Σ d·cell / n), with the distance d of S. 0 = as by chance. Unlike
 * kappa it is not divided by the maximum above chance, so it is small where both states nearly always vote one way, and
 * it is defined there too.
 *
 * @param a, b   positions per issue (votes: 1 yes, 2 abstain, 3 no, 0 none)
 * @returns      A, and the number of issues behind it; NaN where that is 0
 * @see Benati and Capurri's A, as defined in the documentation of the R package fpsim 0.2.0
 * @example benatiCapurriA([1, 1, 3, 3], [1, 3, 3, 3])   // { value: 0.5, issues: 4 }
 */
export function benatiCapurriA(a: ArrayLike<number>, b: ArrayLike<number>, options: BenatiCapurriOptions = {}): MeasureValue {
  const table = crossTable(a, b, options)
  return { value: benatiCapurriAFromTable(table, options.distance), issues: table.issues }
}

/** Computes A from a cross table with fixed levels; NaN where the table is empty. */
export function benatiCapurriAFromTable(table: CrossTable, distance: 'absolute' | 'squared' = 'absolute'): number {
  const { observed, expectedTimesTotal, total } = distances(table, distance)
  return (2 * (expectedTimesTotal - total * observed)) / (disagreementBetween(0, table.levels - 1, distance) * total * total)
}

import { type CrossTable, crossTable, disagreementBetween, distances, type MeasureValue, type PairOptions } from './contingency.ts'

export interface SOptions extends PairOptions {
  /** Default `absolute`, as in Signorino and Ritter. */
  readonly distance?: 'absolute' | 'squared'
}

/**
 * Computes Signorino and Ritter's S: similarity of two states' positions over a set of issues.
 *
 * S = 1 - 2 · Σ w·d(a, b) / (dmax · Σ w) over the issues on which both have a position; d = |a - b| or (a - b)², dmax
 * its value across the whole scale. 1 = identical, -1 = opposite on everything. S does not correct for chance
 * agreement; see cohen-kappa.ts.
 *
 * @param a, b   positions per issue (votes: 1 yes, 2 abstain, 3 no, 0 none)
 * @returns      S, and the number of issues behind it; S is NaN where that is 0 or all weights are 0
 * @see Signorino & Ritter 1999, International Studies Quarterly 43(1), eq. 4
 * @example similarityS([1, 3, 0], [1, 1, 2])   // { value: 0, issues: 2 }
 */
export function similarityS(a: ArrayLike<number>, b: ArrayLike<number>, options: SOptions = {}): MeasureValue {
  const table = crossTable(a, b, options)
  return { value: sFromTable(table, options.distance), issues: table.issues }
}

/** Computes S of a cross table with fixed levels; NaN where the table is empty. */
export function sFromTable(table: CrossTable, distance: 'absolute' | 'squared' = 'absolute'): number {
  const { observed, total } = distances(table, distance)
  return 1 - (2 * observed) / (disagreementBetween(0, table.levels - 1, distance) * total)
}

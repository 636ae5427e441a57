import { type CrossTable, crossTable, distances, type MeasureValue, type PairOptions } from './contingency.ts'

export type KappaWeights = 'unweighted' | 'linear' | 'quadratic'

export interface KappaOptions extends PairOptions {
  /** Weight of a disagreement; default `quadratic`, the form used for foreign policy positions. */
  readonly disagreement?: KappaWeights
}

const distanceOf = { unweighted: 'nominal', linear: 'absolute', quadratic: 'squared' } as const

/**
 * Computes Cohen's kappa: agreement beyond chance, given the two states' own distributions of positions.
 *
 * kappa = 1 - Σ d·observed / Σ d·expected, expected = product of the two margins; d = 1 for any difference
 * (unweighted), |i - j| (linear) or (i - j)² (quadratic). 1 = identical, 0 = as by chance, negative = less than chance;
 * never above 1.
 *
 * @param a, b   positions per issue (votes: 1 yes, 2 abstain, 3 no, 0 none)
 * @returns      kappa, and the number of issues behind it; NaN where that is 0 or both take one and the same level
 * throughout
 * @see Cohen 1960, Educational and Psychological Measurement 20(1); Cohen 1968, Psychological Bulletin 70(4); Häge 2011, Political Analysis 19(3)
 * @example cohenKappa([1, 1, 3, 3], [1, 3, 3, 3])   // { value: 0.5, issues: 4 }
 */
export function cohenKappa(a: ArrayLike<number>, b: ArrayLike<number>, options: KappaOptions = {}): MeasureValue {
  const table = crossTable(a, b, options)
  return { value: cohenKappaFromTable(table, options.disagreement), issues: table.issues }
}

/** Computes Cohen's kappa of a cross table; NaN where the table is empty or has only one non-zero cell, on the diagonal. */
export function cohenKappaFromTable(table: CrossTable, disagreement: KappaWeights = 'quadratic'): number {
  const { observed, expectedTimesTotal, total } = distances(table, distanceOf[disagreement])
  return 1 - (total * observed) / expectedTimesTotal
}

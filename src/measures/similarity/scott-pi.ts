import { type CrossTable, crossTable, type MeasureValue, margins, type PairOptions } from './contingency.ts'

/**
 * Computes Scott's pi: agreement beyond chance, where chance is two draws from the pooled positions of both states.
 *
 * pi = 1 - Do / De; Do = share of issues with different positions, De = 1 - Σ m², m = mean of the two states' shares of
 * a level. Nominal: an abstention against a yes counts as much as a no. 1 = identical, 0 = as by chance, negative =
 * less than chance.
 *
 * @param a, b   positions per issue (votes: 1 yes, 2 abstain, 3 no, 0 none)
 * @returns      pi, and the number of issues behind it; NaN where that is 0 or both take one and the same level
 * throughout
 * @see Scott 1955, Public Opinion Quarterly 19(3); Häge 2011, Political Analysis 19(3)
 * @example scottPi([1, 1, 3, 3], [1, 3, 3, 3])   // { value: 0.4666666666666667, issues: 4 }
 */
export function scottPi(a: ArrayLike<number>, b: ArrayLike<number>, options: PairOptions = {}): MeasureValue {
  const table = crossTable(a, b, options)
  return { value: scottPiFromTable(table), issues: table.issues }
}

/** Computes Scott's pi of a cross table; NaN where the table is empty or has only one non-zero cell, on the diagonal. */
export function scottPiFromTable(table: CrossTable): number {
  const { levels, cells } = table
  const { rows, columns, total } = margins(table)
  let different = 0
  let pooled = 0
  for (let i = 0; i < levels; i++) {
    for (let j = i + 1; j < levels; j++) {
      different += cells[i * levels + j]! + cells[j * levels + i]!
      pooled += (rows[i]! + columns[i]!) * (rows[j]! + columns[j]!)
    }
  }
  return 1 - (2 * total * different) / pooled
}

import { type CrossTable, crossTable, type MeasureValue, margins, type PairOptions } from './contingency.ts'

/**
 * Computes Kendall's tau-b: whether two states order the issues alike, with a correction for ties.
 *
 * tau-b = (C - D) / √(Ta · Tb) over pairs of issues: C concordant, D discordant, Ta and Tb the pairs not tied by a and
 * by b. With weights a pair counts as the product of its two weights. 1 and -1 only where every untied pair has the
 * same direction.
 *
 * @param a, b   positions per issue (votes: 1 yes, 2 abstain, 3 no, 0 none)
 * @returns      tau-b, and the number of issues behind it; NaN where either state takes a single level throughout
 * @see Kendall 1945, Biometrika 33(3); Bueno de Mesquita 1975, Journal of Conflict Resolution 19(2)
 * @example kendallTauB([1, 2, 3, 3], [1, 2, 2, 3])   // { value: 0.8, issues: 4 }
 */
export function kendallTauB(a: ArrayLike<number>, b: ArrayLike<number>, options: PairOptions = {}): MeasureValue {
  const table = crossTable(a, b, options)
  return { value: kendallTauBFromTable(table), issues: table.issues }
}

/**
 * Computes tau-b of a cross table, from its cells alone: O(levels⁴), whatever the number of issues. NaN where a margin has only
 * one level.
 */
export function kendallTauBFromTable(table: CrossTable): number {
  const { rows, columns } = margins(table)
  return concordance(table) / Math.sqrt(untied(rows) * untied(columns))
}

// Concordant minus discordant pairs: each cell against the cells below it, right (+) and left (-).
function concordance(table: CrossTable): number {
  const { levels, cells } = table
  let sum = 0
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) {
      let below = 0
      for (let k = i + 1; k < levels; k++) {
        for (let l = 0; l < levels; l++) below += Math.sign(l - j) * cells[k * levels + l]!
      }
      sum += cells[i * levels + j]! * below
    }
  }
  return sum
}

function untied(margin: Float64Array): number {
  let pairs = 0
  let before = 0
  for (const weight of margin) {
    pairs += before * weight
    before += weight
  }
  return pairs
}

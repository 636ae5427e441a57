import { type CrossTable, crossTable, type PairOptions } from './contingency.ts'

/** Shares of the issues on which both have a position; they sum to 1 on a three-level scale. */
export interface AgreementShares {
  /** Both took the same position. */
  readonly agreement: number
  /** They differ by less than the whole scale (votes: one of the two abstains). */
  readonly partialSplit: number
  /** They are at opposite ends of the scale (votes: yes against no). */
  readonly opposing: number
  readonly issues: number
}

/**
 * Computes the shares of issues with the same, a partly different and an opposing position. There is no correction for chance: where
 * most resolutions pass almost unanimously, any two states agree often. The index of voting agreement that counts a
 * partial split as half is agreement + partialSplit / 2.
 *
 * @param a, b   positions per issue (votes: 1 yes, 2 abstain, 3 no, 0 none)
 * @returns      shares from 0 to 1; NaN without a common issue
 * @see Lijphart 1963, American Political Science Review 57(4) (index of agreement)
 * @example agreement([1, 3, 2, 0], [1, 1, 2, 2])   // { agreement: 0.6666666666666666, partialSplit: 0, opposing: 0.3333333333333333, issues: 3 }
 */
export function agreement(a: ArrayLike<number>, b: ArrayLike<number>, options: PairOptions = {}): AgreementShares {
  return agreementFromTable(crossTable(a, b, options))
}

/** Returns the shares of a cross table; NaN where it is empty. */
export function agreementFromTable(table: CrossTable): AgreementShares {
  const { levels, cells, issues } = table
  let total = 0
  let same = 0
  for (let i = 0; i < cells.length; i++) {
    total += cells[i]!
    if (i % (levels + 1) === 0) same += cells[i]!
  }
  const opposing = levels === 1 ? 0 : cells[levels - 1]! + cells[levels * (levels - 1)]!
  return { agreement: same / total, partialSplit: (total - same - opposing) / total, opposing: opposing / total, issues }
}

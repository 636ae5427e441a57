import { yearsOfGoods } from '../economy/goods-by-year.ts'
import type { OverTime } from '../forms/over-time-form.ts'
import type { BlocInputs } from './bloc-parties.ts'
import { isComplete, type MemberFlow } from './bloc-sums.ts'
import { byReportPrecedence, goodsSums, isFirmSum, withoutRepeatedReports } from './bloc-trade-sums.ts'

/** The goods between two sides by year, oldest first: firm sums over all pairs of members, in USD where any is. */
export function blocGoodsByYear({ a, b }: BlocInputs, flows: readonly MemberFlow[]): OverTime['goods'] {
  const sums = withoutRepeatedReports(goodsSums(flows, { a, b }).filter((sum) => isFirmSum(sum) && isComplete(sum)))
  return yearsOfGoods(sums, isFirmSum, (group) => [...group].sort(byReportPrecedence)[0]!)
}

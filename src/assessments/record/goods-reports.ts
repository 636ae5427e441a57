import type { Snapshot } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import { type GoodsReport, pairGoods, totalOf } from './pair-goods.ts'

export { goodsIndicators } from '../../memory/index.ts'

/** Series of goods, and the table that covers all pairs up to 2014. */
export const tradeIndicators: readonly string[] = ['goods-trade-flow', 'goods-imports', 'goods-exports', 'goods-trade', 'goods-imports-cow']

/** Returns the reports of goods between a and b in the years of a window. */
export async function goodsReports(
  snapshot: Snapshot,
  a: string,
  b: string,
  { from = '', to }: { readonly from?: string; readonly to: string },
): Promise<GoodsReport[]> {
  return (await pairGoods(snapshot, a, b, to)).reports.filter(({ year }) => `${year}-01-01` >= from)
}

/** Returns the totals of both directions, one for each source, reporter and year. */
export function totalReports(reports: readonly GoodsReport[]): GoodsReport[] {
  return [...grouped(reports, ({ year, source, reporter, unit }) => `${year} ${source} ${reporter} ${unit}`).values()].flatMap(totalOf)
}

/** Writes a list for `IN (…)`; only for trusted words from our own code. */
export function quotedList(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ')
}

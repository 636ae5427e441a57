import type { Known } from '../../../store/index.ts'
import type { Item, RivalReport } from '../../forms/assessment.ts'
import { formatFigure } from '../../forms/wording.ts'
import { grouped } from '../../rows/grouped.ts'
import { differs, highOf } from './goods-later.ts'

/** One year's amount. */
interface YearAmount {
  readonly year: number
  readonly value: number
}

/** The least and the largest amount of a flow in the five years before the one that leads. */
export interface GoodsSwing {
  readonly low: YearAmount
  readonly high: YearAmount
}

const yearsBefore = 5

/**
 * Returns the range of the five years before the leading figure, all reports and estimates counted, where it differs from that figure by a factor of three or
 * more at either end. A year that is unlike the others must not stand for the trade of the two.
 *
 * @param lead    the leading figure: of both directions, or of one
 * @param items   all reports of the page
 */
export function goodsSwing(lead: Known, items: readonly Item[]): GoodsSwing | undefined {
  const last = Number(lead.period)
  const reports = items.flatMap(({ reported }) =>
    reported !== undefined && yearOf(reported) < last && yearOf(reported) >= last - yearsBefore ? [reported] : [],
  )
  const amounts = [...grouped(reports, (report) => String(yearOf(report))).values()].flatMap((year) => amountOf(year, wayOf(lead)))
  if (amounts.length === 0) return undefined
  const sorted = amounts.sort((x, y) => x.value - y.value || y.year - x.year)
  const [low, high] = [sorted[0]!, sorted.at(-1)!]
  return [low, high].some(({ value }) => differs(value, lead)) ? { low, high } : undefined
}

function yearOf({ from }: RivalReport): number {
  return Number(from.slice(0, 4))
}

function wayOf({ id }: Known): RivalReport['direction'] {
  return id === 'goods-trade' || id === 'goods-later' ? 'both' : id.endsWith('a-to-b') ? 'a-to-b' : 'b-to-a'
}

/** Returns the largest report of one year, so that two that disagree on it make no swing; of both directions, the largest sum of one report of each. */
function amountOf(reports: readonly RivalReport[], way: RivalReport['direction']): YearAmount[] {
  const of = (direction: RivalReport['direction']): number[] =>
    reports.filter((one) => one.direction === direction).map(({ value }) => value)
  const [out, back] = [of('a-to-b'), of('b-to-a')]
  const sums = way === 'both' ? out.flatMap((one) => back.map((other) => one + other)) : []
  const all = [...of(way), ...sums]
  return all.length === 0 ? [] : [{ year: yearOf(reports[0]!), value: Math.max(...all) }]
}

/** Writes the range: `USD 44.6 m (2020) to USD 519 m (2022)`. */
export function swingWords({ low, high }: GoodsSwing, unit: string): string {
  const words = ({ value, year }: YearAmount): string => `${formatFigure(value, unit)} (${year})`
  return low.value === high.value ? words(low) : `${words(low)} to ${words(high)}`
}

/** Returns the largest amount of the figure and of the years before it. */
export function mostOf(lead: Known, swing: GoodsSwing | undefined): number {
  return Math.max(highOf(lead), swing?.high.value ?? 0)
}

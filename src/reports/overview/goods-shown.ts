import { leadingGoods } from '../../assessments/economy/goods/goods-lead.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'

/** The goods trade with which a first screen leads. */
export interface GoodsShown {
  readonly goods: Known
  /** The newest figure, which may be of one direction alone. */
  readonly newest: Known
  /** The other direction, if the newest figures are of both apart. */
  readonly other: Known | undefined
  /** The latest figure of both directions of the same years, where one of a single direction leads. */
  readonly whole: Known | undefined
}

/** How many years older than a figure of one direction that of both may be to lead. */
const olderYears = 3

/**
 * Chooses the figure of goods trade that a first screen leads with: the newest one, but that of both directions rather than a figure of one direction alone that is
 * at most three years younger, unless this is more: a total is no less than its part. Undefined where none is known.
 */
export function goodsShown(estimates: readonly Estimate[], to: string): GoodsShown | undefined {
  const [newest, other] = leadingGoods(estimates, to)
  if (newest === undefined) return undefined
  const year = Number(newest.period.slice(0, 4))
  const isOlder = ({ id, unit, period, value }: Known): boolean =>
    id === 'goods-trade' && unit === newest.unit && Number(period.slice(0, 4)) >= year - olderYears && value >= newest.value
  const both = newest.id.includes('-to-') ? estimates.find((one): one is Known => isKnown(one) && isOlder(one)) : undefined
  const whole = both === undefined && newest.id.includes('-to-') ? latestWhole(estimates, newest.unit, year - olderYears) : undefined
  return { goods: both ?? newest, newest, other, whole }
}

function latestWhole(estimates: readonly Estimate[], unit: string, from: number): Known | undefined {
  const totals = estimates.filter(
    (one): one is Known => isKnown(one) && one.unit === unit && (one.id === 'goods-trade' || one.id === 'goods-later'),
  )
  return totals.filter(({ period }) => Number(period.slice(0, 4)) >= from).sort((x, y) => y.period.localeCompare(x.period))[0]
}

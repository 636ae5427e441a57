import { type Estimate, isKnown, type Known } from '../../../store/index.ts'
import { leastChanceTold } from '../../forms/likelihood.ts'
import { formatShare, intervalText } from '../../forms/wording.ts'
import { chanceLarger } from './report-discrepancy.ts'

/**
 * How far two compilers' figures of one state's GDP lie apart: the standard deviation of the logarithm of the World Bank's over the IMF's, all states, 2020 to 2024.
 * A test compares it with the record.
 */
export const gdpDiscrepancy = 0.095

/** Share of the GDP of one of the two from which trade weighs at all: below it, that the smaller economy has the larger share says only that it is smaller. */
const leastWeight = 0.01

/** The side on whose economy the trade weighs more. */
export interface TradeWeight {
  readonly heavier: 'a' | 'b'
  readonly shares: Readonly<Record<'a' | 'b', Known>>
  /** The chance that it weighs more on that side. */
  readonly chance: number
}

/**
 * Returns on which economy goods trade weighs more. Both shares have the same trade above the line, so only the two GDPs can err. Undefined where the
 * trade is less than 1 % of either GDP, the shares read alike, or where the GDPs are too near each other to tell. Summary and judgement both ask here.
 */
export function tradeWeight(estimates: readonly Estimate[]): TradeWeight | undefined {
  const shares = gdpShares(estimates)
  if (shares === undefined || shares.a.value <= 0 || shares.b.value <= 0) return undefined
  if (Math.max(shares.a.value, shares.b.value) < leastWeight) return undefined
  if (shareWords(shares.a) === shareWords(shares.b)) return undefined
  const above = chanceLarger(Math.log(shares.a.value / shares.b.value), { sd: gdpDiscrepancy })!
  const chance = Math.max(above, 1 - above)
  return chance > leastChanceTold ? { heavier: above > 0.5 ? 'a' : 'b', shares, chance } : undefined
}

/**
 * Returns the goods trade of both directions as a share of the GDP of each; undefined where either is unknown, or no longer
 * describes the trade: the year is long past (see `isRecent`), one direction alone is worth more since than both were then, or a later figure that may be an
 * estimate is three times as much.
 */
export function gdpShares(estimates: readonly Estimate[]): Readonly<Record<'a' | 'b', Known>> | undefined {
  const [a, b] = ['gdp-share-a', 'gdp-share-b'].map((id) => estimates.find((one) => one.id === id))
  if (a === undefined || b === undefined || !isKnown(a) || !isKnown(b)) return undefined
  return isRecent(a, estimates) && !isOutgrown(a, estimates) ? { a, b } : undefined
}

/** Figures of one flow that differ by this factor or more do not tell the same story: neither may stand alone. */
export const overturningFactor = 3

function isOutgrown({ period }: Known, estimates: readonly Estimate[]): boolean {
  const levels = levelsOf(estimates)
  const total = levels.find((level) => level.id === 'goods-trade' && level.period === period)
  if (total === undefined) return false
  const most = total.interval === 'exact' ? total.value : total.interval.high
  return (
    levels.some((level) => level.period > period && level.value > most) ||
    laterOf(estimates).some((later) => later.period > period && later.value >= overturningFactor * most)
  )
}

const levelIds: ReadonlySet<string> = new Set(['goods-trade', 'goods-a-to-b', 'goods-b-to-a'])

/** Returns the levels of goods trade that the page has: of both directions together, and of each. */
export function levelsOf(estimates: readonly Estimate[]): Known[] {
  return estimates.filter((one): one is Known => levelIds.has(one.id) && isKnown(one))
}

/** Returns the figures of a later year that may be estimates: of both directions where it has both, then of each. */
export function laterOf(estimates: readonly Estimate[]): Known[] {
  return estimates.filter((one): one is Known => one.id.startsWith('goods-later') && isKnown(one))
}

/** Whether a figure's last year is one of the ten up to the latest level of goods trade; an older one says nothing on the trade of today. */
export function isRecent({ period }: Known, estimates: readonly Estimate[]): boolean {
  const newest = Math.max(...levelsOf(estimates).map((level) => Number(level.period)))
  return Number(period.split('/').at(-1)) > newest - 10
}

/** How a share below a ten-thousandth is written. */
export const tinyShare = 'less than 0.01 %'

/** Writes a share of GDP: the range where its reports differ, and the least that is written out as `less than`. */
export function shareWords({ interval, value, unit }: Known): string {
  const differs = interval !== 'exact' && formatShare(interval.low) !== formatShare(interval.high)
  if (!differs) return value > 0 && value < 0.0001 ? tinyShare : formatShare(value)
  return interval.low < 0.0001 ? `at most ${formatShare(interval.high)}` : intervalText(interval, unit)
}

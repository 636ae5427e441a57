import type { Estimate, Known } from '../../../store/index.ts'
import type { DomainInputs } from '../../forms/assessment.ts'
import { isPastYear } from '../../forms/past-years.ts'
import type { GoodsReport } from '../../record/pair-goods.ts'
import { flowLabel, goodsLevel } from './goods-levels.ts'
import { isRecent, laterOf, levelsOf, overturningFactor } from './trade-weight.ts'

/**
 * Returns the figures of the latest year that may be a compiler's estimates, where they are newer than the firm ones: each direction, and both where the year
 * has both. They are no level, but where they overturn one, they lead (see `newerGoods`).
 */
export function laterGoods(bench: DomainInputs, levels: readonly Known[], reports: readonly GoodsReport[]): Known[] {
  const newest = Math.max(...levels.map(({ period }) => Number(period)))
  const firmYear = (way: string): number => Number(levels.find(({ id }) => id === `goods-${way}`)?.period ?? 0)
  const open = reports.filter(
    (report) => !report.firm && report.direction !== 'both' && report.year >= newest && report.year > firmYear(report.direction),
  )
  const first = open.filter(({ year }) => year === Math.max(...open.map((one) => one.year)))[0]
  if (first === undefined) return []
  const ways = (['a-to-b', 'b-to-a'] as const).flatMap((way) => {
    const report = open.find(({ direction, year, source }) => direction === way && year === first.year && source === first.source)
    return report === undefined
      ? []
      : [goodsLevel(bench, `goods-later-${way}`, `${flowLabel(bench, way === 'a-to-b' ? 'a' : 'b')}, reported or estimated`, [report])]
  })
  const sameYear = levels.filter(({ id, period }) => id !== 'goods-trade' && period === String(first.year))
  const parts = ways.length === 2 ? ways : [...sameYear, ...ways]
  return parts.length === 2 ? [totalOf(parts), ...ways] : ways
}

function totalOf(parts: readonly Known[]): Known {
  return {
    ...parts.at(-1)!,
    id: 'goods-later',
    label: 'goods, both directions, reported or estimated',
    value: parts.reduce((sum, { value }) => sum + value, 0),
    method: 'the figures of the two directions added up; current prices',
    evidence: parts.flatMap(({ evidence }) => evidence),
  }
}

/** The newest figure of a pair, with the firm one that it overturns or that is long past. */
export interface NewerGoods {
  readonly now: Known
  readonly before?: Known
  /** Whether the two differ by the factor, and the earlier one is not long past. */
  readonly swings: boolean
}

/**
 * Returns the figure of a later year that leads in place of the firm one: it differs by a factor of three or more, in the same direction or in both together,
 * or the firm one is of a year long past. Undefined where the firm one leads.
 *
 * @param to   last day, ISO
 */
export function newerGoods(estimates: readonly Estimate[], to: string): NewerGoods | undefined {
  const levels = levelsOf(estimates)
  const firm = newestGoods(levels)
  const later = laterOf(estimates).filter(({ period }) => period > firm[0]!.period)
  const now = later[0]
  if (now === undefined) return undefined
  const past = isPastYear(Number(firm[0]!.period), to)
  const before = now.id === 'goods-later' ? largest(firm) : comparable(now, levels, firm)
  const swings = before !== undefined && isOverturned(now, before, levels)
  if (!swings && !past) return undefined
  return { now, swings: swings && !past, ...(before === undefined ? {} : { before }) }
}

/** Returns the levels of the latest year: the total alone where that year has one. */
export function newestGoods(levels: readonly Known[]): Known[] {
  const newest = String(Math.max(...levels.map(({ period }) => Number(period))))
  const found = levels.filter(({ period }) => period === newest)
  const total = found.find(({ id }) => id === 'goods-trade')
  return total === undefined ? found : [total]
}

/** Returns the larger first. */
export function largest(figures: readonly Known[]): Known | undefined {
  return [...figures].sort((x, y) => y.value - x.value)[0]
}

/** Returns the firm figure of the same direction, else the total. */
function comparable(now: Known, levels: readonly Known[], firm: readonly Known[]): Known | undefined {
  const same = levels.find(({ id }) => id === firmIdOf(now))
  return same !== undefined && isRecent(same, levels) ? same : firm.find(({ id }) => id === 'goods-trade')
}

/** Returns the id of the firm figure of the flow of a later one. */
export function firmIdOf({ id }: Known): string {
  return id === 'goods-later' ? 'goods-trade' : id.replace('-later', '')
}

/** One direction overturns the total where it carried half of it, or where the total with it would differ by the factor. */
function isOverturned(now: Known, before: Known, levels: readonly Known[]): boolean {
  if (now.id === 'goods-later') return differs(now.value, before)
  if (before.id === 'goods-trade') return now.value >= overturningFactor * highOf(before)
  const total = levels.find(({ id, period }) => id === 'goods-trade' && period === newestGoods(levels)[0]!.period)
  if (total === undefined) return differs(now.value, before)
  const whole = impliedTotal(now, levels)
  return (whole !== undefined && differs(whole, total)) || (differs(now.value, before) && before.value >= total.value / 2)
}

/** Returns what both directions come to where only one has a later figure: that, and the firm one of the other. */
export function impliedTotal(now: Known, levels: readonly Known[]): number | undefined {
  const other = levels.find(({ id }) => id === (firmIdOf(now) === 'goods-a-to-b' ? 'goods-b-to-a' : 'goods-a-to-b'))
  return other !== undefined && other.period === newestGoods(levels)[0]!.period ? now.value + other.value : undefined
}

/** Whether an amount lies outside a figure's range by the factor or more. */
export function differs(value: number, of: Known): boolean {
  const low = of.interval === 'exact' ? of.value : of.interval.low
  return value >= overturningFactor * highOf(of) || value * overturningFactor <= low
}

/** The largest amount that the reports behind a figure give. */
export function highOf({ interval, value }: Known): number {
  return interval === 'exact' ? value : interval.high
}

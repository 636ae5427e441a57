import { grouped } from '../../../assessments/rows/grouped.ts'
import { verdictLimits } from '../../limits.ts'
import { type DaySpan, type Series, seriesInUnit } from '../record/series.ts'
import type { CandidateValue, Margins } from './candidate-value.ts'

/** How far the partner's count may be off. `isNear`: the claimed period is at most a year from the years on record that the margins are computed from. */
export interface MirrorHistory extends Margins {
  readonly isNear: boolean
}

/**
 * Margins for the difference between two sides' counts of a flow, given how far they differed in other years. Measured on the record (both sides' reports of
 * 190 states, 2010 to 2020, at least USD 1 bn each): in 0.06 % of 27,938 cases the ratio of one year is outside the range of all other years by more than a
 * quarter plus half of that range; in 0.2 % if only earlier years are known. Five years after the last known year this would be 0.9 %; with a twentieth added
 * for each year in between it is 0.24 %. From USD 100 mn on, the three shares are 0.24, 0.6 and 1.1 %. Totals of both directions give the same. Balances exceed
 * the margin in 0.7 and 2.3 %, with the whole range instead of half of it. A single limit for all pairs is exceeded more often: half as much again by 19 % of
 * the pairs, three quarters more by 13 %. Of 192 flows of 2021 to 2025 that both offices counted, 4 exceed what 2010 to 2020 predict, and 30 exceed three
 * quarters.
 */
function marginOf(isBalance: boolean, years: number): { readonly least: number; readonly ofSpan: number } {
  const least = Math.log(1 + verdictLimits.mirrorLevel)
  if (isBalance) return { least, ofSpan: 1 }
  return years < verdictLimits.mirrorEnoughYears
    ? { least: verdictLimits.mirrorFewYears, ofSpan: 1 }
    : { least, ofSpan: verdictLimits.mirrorSpan }
}

const [firstYear, lastYear] = [1995, 2035]

/** How two sides' counts of a flow compare in one year: the logarithm of the second over the first. */
interface Ratio {
  readonly year: number
  readonly ratio: number
}

const ofSeries = new WeakMap<readonly Series[], Map<string, readonly Ratio[]>>()

/**
 * Returns how far above and below one side's count the partner's count may be in a year, as shares of the known count. Undefined if both sides counted too few
 * years or the flow is too small.
 *
 * @param series   of the flow, of both directions together, or of the balance; from every source
 * @param sides   the side with the known count, then its partner
 */
export function historicalMargins(
  series: readonly Series[],
  sides: readonly [string, string],
  days: DaySpan,
  isBalance: boolean,
): MirrorHistory | undefined {
  const known = dollarsOf(series, sides[0], days, () => true)
  const ratios = ratiosOf(series, sides)
  const years = new Set(ratios.map(({ year }) => year))
  if (years.size < (isBalance ? verdictLimits.mirrorEnoughYears : verdictLimits.mirrorFewestYears)) return undefined
  if (!known.some((count) => Math.abs(count) >= (isBalance ? verdictLimits.mirrorLeastBalance : verdictLimits.mirrorLeastFlow)))
    return undefined
  const all = ratios.map(({ ratio }) => ratio)
  // if both sides reported a surplus in some year, past balances predict nothing
  if (all.some(Number.isNaN)) return undefined
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const year = Number(days.to.slice(0, 4))
  const away = Math.min(...[...years].map((one) => Math.abs(one - year)))
  const margin = marginOf(isBalance, years.size)
  const more = margin.least + margin.ofSpan * (high - low) + verdictLimits.mirrorMarginPerYear * Math.max(0, away - 1)
  return { above: Math.exp(Math.max(0, high) + more) - 1, below: Math.exp(more - Math.min(0, low)) - 1, isNear: away <= 1 }
}

/**
 * Returns how many percentage points the growth of the two sides' counts may differ: a quarter more than in any other year, plus three. Of 12,818 yearly
 * growths of USD 1 bn and more, 1.1 % have the opposite sign in the partner's count and differ by more than this margin; 3.1 % have it and differ by more than
 * twenty points. Undefined if too few years are on record.
 */
export function historicalGrowthGap(series: readonly Series[], sides: readonly [string, string]): number | undefined {
  const byYear = grouped(ratiosOf(series, sides), ({ year }) => String(year))
  const moves = [...byYear.values()].flatMap((now) => {
    const then = byYear.get(String(now[0]!.year - 1))
    // if several sources have the same count, the pair that moved least is used
    return then === undefined ? [] : [Math.min(...now.flatMap((x) => then.map((y) => Math.abs(x.ratio - y.ratio))))]
  })
  return moves.length < verdictLimits.mirrorEnoughYears || moves.some(Number.isNaN)
    ? undefined
    : 100 * (Math.exp((1 + verdictLimits.mirrorLevel) * Math.max(...moves)) - 1) + verdictLimits.compiledChangePoints
}

function ratiosOf(series: readonly Series[], sides: readonly [string, string]): readonly Ratio[] {
  const known = ofSeries.get(series) ?? new Map<string, readonly Ratio[]>()
  ofSeries.set(series, known)
  const key = sides.join(' ')
  const found = known.get(key) ?? readRatios(series, sides)
  known.set(key, found)
  return found
}

function readRatios(series: readonly Series[], [one, other]: readonly [string, string]): Ratio[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i).flatMap((year) => {
    const days = { from: `${year}-01-01`, to: `${year}-12-31` }
    const [own, others] = [countsOf(series, one, days), countsOf(series, other, days)]
    return own.flatMap((x) => others.map((y) => ({ year, ratio: Math.log(y / x) })))
  })
}

/** Returns a side's own reports for some days in dollars, without imputed values. */
const countsOf = (series: readonly Series[], reporter: string, days: DaySpan): number[] =>
  dollarsOf(series, reporter, days, isReportedCount)

/** States that report imports FOB. The IMF raises these by 6 % and marks them as estimates, but they are counts all the same. */
const fobImporters: ReadonlySet<string> = new Set('AUS BRA CAN MEX ZAF'.split(' '))

/**
 * Whether a side counted the flow itself, so that the value is not imputed. Figures quoted from publications are counts of offices, some of them first
 * releases.
 */
export const isReportedCount = ({ reporter, source, estimated }: Pick<CandidateValue, 'reporter' | 'source' | 'estimated'>): boolean =>
  reporter !== null && (!estimated || source === 'cited-figures' || fobImporters.has(reporter))

function dollarsOf(series: readonly Series[], reporter: string, days: DaySpan, is: typeof isReportedCount): number[] {
  return series
    .filter((one) => one.reporter === reporter)
    .flatMap((one) => {
      const point = seriesInUnit(one, 'USD')?.at(days)
      return point === undefined || point.value === 0 || !is({ ...one, estimated: point.estimated }) ? [] : [point.value]
    })
}

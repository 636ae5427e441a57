import { grouped } from '../../../assessments/rows/grouped.ts'
import { type Days, inUnit, type Series } from '../record/series.ts'
import type { CandidateValue, Margins } from './candidate-value.ts'

/** Room for the count of the other side, and whether the time is one that the years on record tell of: among them, or next to them. */
export interface MirrorHistory extends Margins {
  readonly isNear: boolean
}

/**
 * How far the counts of the two sides of a flow may be from one another, from how far they were in other years.
 *
 * Measured on the record (both sides' reports of 190 states, 2010 to 2020, at least USD 1 bn each): in 0.06 % of 27,938 cases does one year's ratio go beyond the least or
 * most of all other years by more than a quarter and half of the span between these; in 0.2 % where only earlier years are known. Five years after the last known one it
 * would be 0.9 %, and is 0.24 % with a twentieth more for each year between. From USD 100 mn on: 0.24, 0.6 and 1.1 %. Totals of both ways: the same. What each side counts
 * as its balance: 0.7 and 2.3 % with the whole span for half of it. One limit for all pairs, half as much again, is passed by 19 % of them, three quarters more by 13 %. Of
 * 192 flows of 2021 to 2025 that both offices counted, 4 are beyond what 2010 to 2020 let expect, 30 beyond three quarters.
 */
const marginOfFlow = { least: Math.log(1.25), ofSpan: 0.5 }
const marginOfBalance = { least: Math.log(1.25), ofSpan: 1 }
/** By two to four years alone: 0.19 % of 23,110 cases are beyond it by two. */
const marginOfFewYears = { least: 0.35, ofSpan: 1 }
const marginPerYear = 0.05
/** Years that both must have counted, and those that are few. */
const fewestYears = 2
const enoughYears = 5
/** In dollars. Below it a few shipments are the difference. */
const leastFlow = 1e8
const leastBalance = 1e9
const [firstYear, lastYear] = [1995, 2035]

/** What one side counted and the other in the same year: the logarithm of how many times the second is the first. */
interface Ratio {
  readonly year: number
  readonly ratio: number
}

const ofSeries = new WeakMap<readonly Series[], Map<string, readonly Ratio[]>>()

/**
 * How far above and below the count of one side that of the other may be in a year, as shares of it; undefined where too few years of both are on record, or too little
 * went between them.
 *
 * @param series   of the flow, both ways together or the balance, by every source
 * @param sides   who counted what is known, and the other
 */
export function historicalMargins(
  series: readonly Series[],
  sides: readonly [string, string],
  days: Days,
  isBalance: boolean,
): MirrorHistory | undefined {
  const known = dollarsOf(series, sides[0], days, () => true)
  const ratios = ratiosOf(series, sides)
  const years = new Set(ratios.map(({ year }) => year))
  if (years.size < (isBalance ? enoughYears : fewestYears)) return undefined
  if (!known.some((count) => Math.abs(count) >= (isBalance ? leastBalance : leastFlow))) return undefined
  const all = ratios.map(({ ratio }) => ratio)
  // a balance that one counts as a surplus and the other too says nothing of the next
  if (all.some(Number.isNaN)) return undefined
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const year = Number(days.to.slice(0, 4))
  const away = Math.min(...[...years].map((one) => Math.abs(one - year)))
  const margin = isBalance ? marginOfBalance : years.size < enoughYears ? marginOfFewYears : marginOfFlow
  const more = margin.least + margin.ofSpan * (high - low) + marginPerYear * Math.max(0, away - 1)
  return { above: Math.exp(Math.max(0, high) + more) - 1, below: Math.exp(more - Math.min(0, low)) - 1, isNear: away <= 1 }
}

/**
 * How many points apart the growths of two sides' counts may be: a quarter more than they were in any other year, and three. Of 12,818 yearly growths of USD 1 bn and more
 * 1.1 % go the other way by the other side's count and are further off than that; 3.1 % than twenty points.
 */
export function historicalGrowthGap(series: readonly Series[], sides: readonly [string, string]): number | undefined {
  const byYear = grouped(ratiosOf(series, sides), ({ year }) => String(year))
  const moves = [...byYear.values()].flatMap((now) => {
    const then = byYear.get(String(now[0]!.year - 1))
    // where several sources have one count, the two that moved least
    return then === undefined ? [] : [Math.min(...now.flatMap((x) => then.map((y) => Math.abs(x.ratio - y.ratio))))]
  })
  return moves.length < enoughYears || moves.some(Number.isNaN) ? undefined : 100 * (Math.exp(1.25 * Math.max(...moves)) - 1) + 3
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

/** What one side counted in some days: its own reports, not what somebody put in for them. */
const countsOf = (series: readonly Series[], reporter: string, days: Days): number[] => dollarsOf(series, reporter, days, isReportedCount)

/** Their imports are told FOB, and raised by 6 % in the tables of the IMF, which marks them as estimates: they are counts all the same. */
const fobImporters: ReadonlySet<string> = new Set('AUS BRA CAN MEX ZAF'.split(' '))

/** Whether a side itself counted it, and nobody put it in for it: texts print counts of offices, some of them the first. */
export const isReportedCount = ({ reporter, source, estimated }: Pick<CandidateValue, 'reporter' | 'source' | 'estimated'>): boolean =>
  reporter !== null && (!estimated || source === 'cited-figures' || fobImporters.has(reporter))

function dollarsOf(series: readonly Series[], reporter: string, days: Days, is: typeof isReportedCount): number[] {
  return series
    .filter((one) => one.reporter === reporter)
    .flatMap((one) => {
      const point = inUnit(one, 'USD')?.at(days)
      return point === undefined || point.value === 0 || !is({ ...one, estimated: point.estimated }) ? [] : [point.value]
    })
}

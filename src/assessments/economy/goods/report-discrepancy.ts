import { compilationOf } from '../../../sources/source-traits.ts'
import type { Item } from '../../forms/assessment.ts'
import { chanceAbove } from '../../forms/likelihood.ts'

/** Normal quantile of 0.95. */
const reach = 1.6448536269514722
/** With fewer repeated reports the discrepancy cannot be estimated. */
export const leastRepeatedReports = 3

/** Discrepancy between rival reports of the same flow and year, over all flows and years of the pair: the standard deviation of their logarithms. */
export interface ReportDiscrepancy {
  readonly sd: number
  readonly repeats: number
  /** The makers of the reports; several editions by one maker count as one. */
  readonly by: readonly string[]
}

/** Computes the probability that the first of two amounts is larger, from the logarithm of their ratio. Both are assumed to err as much as rival reports do. */
export function chanceLarger(logRatio: number, { sd }: Pick<ReportDiscrepancy, 'sd'>): number | undefined {
  return chanceAbove({ value: logRatio, low: logRatio - reach * sd, high: logRatio + reach * sd }, 0, { widen: Math.SQRT2, tails: 'heavy' })
}

/** Estimates the discrepancy between reports of goods trade, from the items of the domain. Undefined where fewer than three reports repeat another, because it cannot then be estimated. */
export function reportDiscrepancy(items: readonly Item[]): ReportDiscrepancy | undefined {
  const reports = items.flatMap(({ reported }) => (reported !== undefined && reported.value > 0 ? [reported] : []))
  const flows = new Map<string, number[]>()
  for (const { what, direction, from, to, unit, value } of reports) {
    const key = `${what} ${direction} ${from} ${to} ${unit}`
    flows.set(key, [...(flows.get(key) ?? []), Math.log(value)])
  }
  const rival = [...flows.values()].filter((logs) => logs.length > 1)
  const repeats = rival.reduce((sum, logs) => sum + logs.length - 1, 0)
  if (repeats < leastRepeatedReports) return undefined
  const squares = rival.reduce((sum, logs) => sum + squaresAround(logs), 0)
  return {
    sd: Math.sqrt(squares / repeats),
    repeats,
    by: [...new Set(reports.map(({ by }) => compilationOf(by.split(/[ ,]/)[0]!)))].sort(),
  }
}

function squaresAround(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

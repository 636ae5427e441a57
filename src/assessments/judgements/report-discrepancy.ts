import { chanceAbove } from '../forms/likelihood.ts'
import { makerOf } from '../rows/compilers.ts'
import { domainOf, type Findings } from './judgement.ts'

/** Normal quantile of 0.95. */
const reach = 1.6448536269514722
/** Fewer repeats than this tell nothing of how far reports lie apart. */
export const leastRepeatedReports = 3

/** How far rival reports of one flow and year lie apart, over all flows and years of the pair: standard deviation of their logarithms. */
export interface ReportDiscrepancy {
  readonly sd: number
  readonly repeats: number
  /** Who made them, several editions of one maker as one. */
  readonly by: readonly string[]
}

/** Chance that one of two amounts is the larger, from the logarithm of their ratio, both erring as rival reports do. */
export function chanceLarger(logRatio: number, { sd }: ReportDiscrepancy): number | undefined {
  return chanceAbove({ value: logRatio, low: logRatio - reach * sd, high: logRatio + reach * sd }, 0, { widen: Math.SQRT2, tails: 'heavy' })
}

/** The discord of the reports of goods trade; undefined where fewer than three reports repeat another: then nothing is known of how far reports lie apart. */
export function reportDiscrepancy(findings: Findings): ReportDiscrepancy | undefined {
  const reports = (domainOf(findings, 'trade')?.items ?? []).flatMap(({ reported }) =>
    reported !== undefined && reported.value > 0 ? [reported] : [],
  )
  const flows = new Map<string, number[]>()
  for (const { what, direction, from, to, unit, value } of reports) {
    const key = `${what} ${direction} ${from} ${to} ${unit}`
    flows.set(key, [...(flows.get(key) ?? []), Math.log(value)])
  }
  const rival = [...flows.values()].filter((logs) => logs.length > 1)
  const repeats = rival.reduce((sum, logs) => sum + logs.length - 1, 0)
  if (repeats < leastRepeatedReports) return undefined
  const squares = rival.reduce((sum, logs) => sum + squaresAround(logs), 0)
  return { sd: Math.sqrt(squares / repeats), repeats, by: [...new Set(reports.map(({ by }) => makerOf(by.split(/[ ,]/)[0]!)))].sort() }
}

function squaresAround(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

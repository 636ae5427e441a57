import type { Interval, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { inSentence } from '../forms/wording.ts'
import { type GoodsReport, isObservedOrReconciled, preferredReport, totalRange, totalReports } from '../record/goods-reports.ts'
import { grouped } from '../rows/grouped.ts'
import { goodsEvidence } from './goods-evidence.ts'

/** Returns the total of both directions where available, then each direction, each in its latest year. */
export function goodsLevels(bench: DomainInputs, reports: readonly GoodsReport[]): Known[] {
  const [a, b] = [bench.dyad.a, bench.dyad.b].map(({ name }) => inSentence(name)) as [string, string]
  const ways = [
    ['goods-a-to-b', `goods from ${a} to ${b}`, 'a-to-b'],
    ['goods-b-to-a', `goods from ${b} to ${a}`, 'b-to-a'],
  ] as const
  return [
    ...totalLevels(bench, reports),
    ...ways.flatMap(([id, label, way]) => {
      const found = latest(reports.filter(({ direction }) => direction === way))
      return found.length === 0 ? [] : [goodsLevel(bench, id, label, found)]
    }),
  ]
}

/** Returns the latest total, and where only one report has it, the latest total of an earlier year with rival reports, to show how much reports differ. */
function totalLevels(bench: DomainInputs, reports: readonly GoodsReport[]): Known[] {
  const [id, label] = ['goods-trade', 'goods, both directions']
  const totals = totalReports(reports)
  const now = latest(totals)
  if (now.length === 0) return []
  const level = totalLevel(bench, id, label, now, reports)
  if (level.interval !== 'exact') return [level]
  const years = [...grouped(totals.filter(isObservedOrReconciled), (report) => String(report.year)).values()]
  const rivals = years.filter((group) => group.length > 1).at(-1)
  return rivals === undefined ? [level] : [level, totalLevel(bench, `${id}-rivals`, `${label}, rival reports`, rivals, reports)]
}

/** Makes the figure of the totals of one year. Its interval also spans the sums of one direction by one reporter and the other direction by another. */
function totalLevel(
  bench: DomainInputs,
  id: string,
  label: string,
  totals: readonly GoodsReport[],
  reports: readonly GoodsReport[],
): Known {
  const level = goodsLevel(bench, id, label, totals)
  const inYear = sameKind(totals, reports)
  const { low, high } = totalRange(inYear)!
  if (low === high || (level.interval !== 'exact' && level.interval.low === low && level.interval.high === high)) return level
  const { certainty: _, ...wide } = level
  const interval: Interval = { low, high, kind: 'reports' }
  const method = `${describeReporter(preferredReport(totals))}; the interval spans every total and every sum of one report of each direction; current prices`
  const used = new Set(totals.flatMap(({ parts }) => parts ?? []))
  const others = inYear.filter((report) => report.direction !== 'both' && !used.has(report))
  return { ...wide, interval, method, evidence: [...level.evidence, ...others.map((report) => goodsEvidence(report, sidesOf(bench)))] }
}

/** Returns the reports of the same year; only firm ones (see `isObservedOrReconciled`) where the totals are firm. */
export function sameKind(totals: readonly GoodsReport[], reports: readonly GoodsReport[]): GoodsReport[] {
  const firm = totals.every(isObservedOrReconciled)
  return reports.filter((report) => report.year === totals[0]!.year && (!firm || isObservedOrReconciled(report)))
}

/** Returns the firm reports (see `isObservedOrReconciled`) of the latest year that has any; where no report is firm, all reports of the latest year. */
function latest(reports: readonly GoodsReport[]): GoodsReport[] {
  const observed = reports.filter(isObservedOrReconciled)
  const pool = observed.length > 0 ? observed : reports
  const year = Math.max(...pool.map((report) => report.year))
  return pool.filter((report) => report.year === year)
}

/**
 * Makes the figure of reports of one flow and year, with the interval that they span.
 *
 * @param reports   not empty
 */
export function goodsLevel(bench: DomainInputs, id: string, label: string, reports: readonly GoodsReport[]): Known {
  const chosen = preferredReport(reports)
  const values = reports.map((report) => report.value)
  const single = reports.length === 1
  return {
    state: chosen.status === 'observed' ? 'observed' : 'estimated',
    id,
    label,
    unit: chosen.unit,
    period: String(chosen.year),
    value: chosen.value,
    interval: single ? 'exact' : { low: Math.min(...values), high: Math.max(...values), kind: 'reports' },
    method: `${describeReporter(chosen)}${single ? ', the only report of that year' : `, of ${reports.length} reports; the interval spans them all`}; current prices`,
    evidence: reports.map((report) => goodsEvidence(report, sidesOf(bench))),
    ...(single ? { certainty: 'one report' as const } : {}),
  }
}

/** Returns the ISO3 codes of the pair, by which the rows of evidence are found. */
export function sidesOf({ dyad: { a, b } }: DomainInputs): { a: string; b: string } {
  return { a: a.iso3, b: b.iso3 }
}

export function describeReporter(report: GoodsReport): string {
  if (report.reporter === null) return `${report.source} (both reports reconciled)`
  return `${report.source}, reported by ${report.reporter}${report.valuation === null ? '' : ` (${report.valuation})`}`
}

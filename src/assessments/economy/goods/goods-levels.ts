import { type FigureRow, figureOf, type PairFigures } from '../../../memory/index.ts'
import type { Known } from '../../../store/index.ts'
import type { DomainInputs } from '../../forms/assessment.ts'
import { intervalOf, namesOf, type Side } from '../../record/memory-figure.ts'
import { firstReport, type GoodsReport, type PairGoods } from '../../record/pair-goods.ts'
import { goodsEvidence } from './goods-evidence.ts'

/** Returns the total of both directions where available, then each direction, each in the year that stands for it. */
export function goodsLevels(bench: DomainInputs, figures: PairFigures, goods: PairGoods): Known[] {
  const { a, b, to } = bench.dyad
  const ways = [
    ['a', 'a-to-b', figures.level('goods-flow', a.iso3, b.iso3, to)],
    ['b', 'b-to-a', figures.level('goods-flow', b.iso3, a.iso3, to)],
  ] as const
  return [
    ...totalLevels(bench, figures, goods),
    ...ways.flatMap(([side, way, row]) => {
      const found =
        row === undefined
          ? []
          : ofRow(
              row,
              goods.reports.filter(({ direction }) => direction === way),
            )
      return found.length === 0 ? [] : [asOf(row!, goodsLevel(bench, `goods-${way}`, flowLabel(bench, side), found))]
    }),
  ]
}

/** Names a flow of goods: of a to b, or of b to a. */
export function flowLabel({ dyad }: DomainInputs, side: Side): string {
  return figureOf('goods-flow').words.title(namesOf(dyad, side))
}

/** Returns the total, and where only one report has it, the latest total of an earlier year with rival reports, to show how much reports differ. */
function totalLevels(bench: DomainInputs, figures: PairFigures, goods: PairGoods): Known[] {
  const { a, b, to } = bench.dyad
  const [id, label] = ['goods-trade', figureOf('goods-trade').words.title(namesOf(bench.dyad))]
  const row = figures.level(id, a.iso3, b.iso3, to)
  if (row === undefined || ofRow(row, goods.totals).length === 0) return []
  const level = totalLevel(bench, id, label, row, goods)
  if (level.interval !== 'exact') return [level]
  const rivals = figures.series(id, a.iso3, b.iso3, to).findLast(({ firm, n }) => firm && (n ?? 0) > 1)
  return rivals === undefined ? [level] : [level, totalLevel(bench, `${id}-rivals`, `${label}, rival reports`, rivals, goods)]
}

/** Makes the figure of the totals of one year. Its interval also spans the sums of one direction by one reporter and the other direction by another. */
function totalLevel(bench: DomainInputs, id: string, label: string, row: FigureRow, goods: PairGoods): Known {
  const totals = ofRow(row, goods.totals)
  const reported = goodsLevel(bench, id, label, totals)
  const level = asOf(row, reported)
  if (row.low === null || (reported.interval !== 'exact' && reported.interval.low === row.low && reported.interval.high === row.high))
    return level
  const method = `${describeReporter(firstReport(totals))}; the interval spans every total and every sum of one report of each direction; current prices`
  const used = new Set(totals.flatMap(({ parts }) => parts ?? []))
  const others = sameKind(totals, goods.reports).filter((report) => report.direction !== 'both' && !used.has(report))
  return { ...level, method, evidence: [...level.evidence, ...others.map((report) => goodsEvidence(report, sidesOf(bench)))] }
}

/** Puts the numbers of a row of the memory into the figure that describes the reports behind it. */
function asOf(row: FigureRow, { certainty: _, ...level }: Known): Known {
  return {
    ...level,
    state: row.status,
    value: row.value,
    interval: intervalOf(figureOf('goods-trade'), row),
    ...(row.certainty === null ? {} : { certainty: row.certainty }),
  }
}

/** Returns the reports behind a row: those of its year and unit, only firm ones where it is firm. */
export function ofRow(row: Pick<FigureRow, 'year' | 'unit' | 'firm'>, reports: readonly GoodsReport[]): GoodsReport[] {
  return reports.filter(({ year, unit, firm }) => year === row.year && unit === row.unit && (firm || !row.firm))
}

/** Returns the reports of the same year; only firm ones where the totals are firm. */
function sameKind(totals: readonly GoodsReport[], reports: readonly GoodsReport[]): GoodsReport[] {
  const [{ year, unit }] = totals as readonly [GoodsReport]
  return ofRow({ year, unit, firm: totals.every(({ firm }) => firm) }, reports)
}

/**
 * Makes the figure of reports of one flow and year, with the interval that they span.
 *
 * @param reports   not empty
 */
export function goodsLevel(bench: DomainInputs, id: string, label: string, reports: readonly GoodsReport[]): Known {
  const chosen = firstReport(reports)
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

import { type Evidence, sqlLiteral } from '../../../store/index.ts'
import type { GoodsReport } from '../../record/pair-goods.ts'

/** The ISO3 codes of the pair. */
export type Sides = Readonly<Record<'a' | 'b', string>>

/**
 * Returns the rows behind a goods report. These are one row for each direction, or twelve monthly rows where the report adds months.
 *
 * @param a, b   ISO3 of the pair
 */
export function goodsEvidence(report: GoodsReport, { a, b }: Sides): Evidence {
  const { source, vintage, reporter, unit } = report
  const parts = partsOf(report)
  const ways = parts.map((part) => `(${wayOf(part, { a, b })} and ${yearOf(part)})`)
  const by = reporter === null ? 'reporter is null' : `reporter = ${sqlLiteral(reporter)}`
  return {
    source,
    vintage,
    rows: `observations where source = '${source}' and ${by} and unit = '${unit}' and ${ways.length === 1 ? ways[0]! : `(${ways.join(' or ')})`}`,
    count: parts.reduce((count, { basis }) => count + (basis === 'year' ? 1 : 12), 0),
  }
}

/**
 * Returns the rows behind several years of reports from one source and reporter, in one unit.
 *
 * @param reports   not empty
 */
export function goodsSeriesEvidence(reports: readonly GoodsReport[], sides: Sides): Evidence {
  const [{ source, vintage, reporter, unit }] = reports as readonly [GoodsReport, ...GoodsReport[]]
  const parts = reports.flatMap(partsOf)
  const years = new Map<string, { basis: GoodsReport['basis']; way: string; years: number[] }>()
  for (const part of parts) {
    const way = wayOf(part, sides)
    const key = `${part.basis} ${way}`
    const own = years.get(key) ?? { basis: part.basis, way, years: [] }
    own.years.push(part.year)
    years.set(key, own)
  }
  const ways = [...years.values()].map(({ basis, way, years: of }) => `(${way} and ${spanOf(basis, of)})`)
  const by = reporter === null ? 'reporter is null' : `reporter = ${sqlLiteral(reporter)}`
  return {
    source,
    vintage,
    rows: `observations where source = '${source}' and ${by} and unit = '${unit}' and (${ways.join(' or ')})`,
    count: parts.reduce((count, { basis }) => count + (basis === 'year' ? 1 : 12), 0),
  }
}

function partsOf(report: GoodsReport): readonly GoodsReport[] {
  return report.parts ?? [report]
}

function wayOf({ direction, indicator }: GoodsReport, { a, b }: Sides): string {
  const ends =
    direction === 'both'
      ? `from_id in ('${a}', '${b}') and to_id in ('${a}', '${b}')`
      : direction === 'a-to-b'
        ? `from_id = '${a}' and to_id = '${b}'`
        : `from_id = '${b}' and to_id = '${a}'`
  return `indicator = '${indicator}' and ${ends}`
}

function yearOf({ year, basis }: GoodsReport): string {
  return spanOf(basis, [year])
}

/** Writes the SQL condition for annual rows, or for the monthly rows of these years. */
export function spanOf(basis: GoodsReport['basis'], years: readonly number[]): string {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const whole = last - first + 1 === years.length
  const within = whole
    ? `start_date >= '${first}-01-01' and end_date <= '${last}-12-31'`
    : `substr(start_date, 1, 4) in (${years.map((year) => `'${year}'`).join(', ')})`
  return basis === 'year'
    ? `${within} and substr(start_date, 5) = '-01-01' and end_date = substr(start_date, 1, 4) || '-12-31'`
    : `${within} and substr(start_date, 1, 7) = substr(end_date, 1, 7)`
}

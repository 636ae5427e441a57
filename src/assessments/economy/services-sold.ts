import { type FigureRow, figureOf, type PairFigures } from '../../memory/index.ts'
import type { Evidence, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatFigure } from '../forms/wording.ts'
import { knownFigure } from '../record/memory-figure.ts'
import { boundOfMissingRow } from '../record/missing-row.ts'
import { type FlowFound, type Sale, salesOf } from './estimated-flows.ts'
import { type InputOutputSales, salesAs, services } from './input-output-sales.ts'

/** Returns the services that the industries of each side sell the other, by input-output tables. */
export function servicesSold(bench: DomainInputs, figures: PairFigures): InputOutputSales {
  return salesAs(
    bench,
    services,
    salesOf(bench).map((sale) => ({ sale, flow: servicesFound(bench, figures, sale) })),
    '',
  )
}

/** Returns the services of the latest year in one direction. Where the source has no row for its last year, the bound that this sets, if any. */
function servicesFound(bench: DomainInputs, figures: PairFigures, { seller, buyer, way }: Sale): FlowFound {
  const { dyad, cards } = bench
  const side = way === 'a-to-b' ? 'a' : 'b'
  const rows = figures.series('services-sales', seller.iso3, buyer.iso3, dyad.to)
  const bound = boundOfMissingRow(cards, { ...services, from: seller.iso3, to: buyer.iso3, until: dyad.to })
  const row = figures.level('services-sales', seller.iso3, buyer.iso3, dyad.to)
  if (row === undefined || (bound !== undefined && String(row.year) < bound.year))
    return { of: services, beside: [], ...(bound === undefined ? {} : { bound }) }
  const level = knownFigure(figureOf('services-sales'), row, dyad, side, [evidenceOf(row)])
  const early = rows.find(({ year }) => year === row.year - 10)
  const share = figures.series('services-sales-share', seller.iso3, buyer.iso3, dyad.to).find(({ year }) => year === row.year)
  return {
    of: services,
    level,
    beside: [
      ...placeOf(level, row),
      ...(early === undefined ? [] : [changeOf(level, row, early)]),
      ...(share === undefined
        ? []
        : [knownFigure(figureOf('services-sales-share'), share, dyad, side, [...level.evidence, evidenceOf({ ...row, a: 'WLD' })])]),
    ],
  }
}

/** The place of a level among all flows of its year. */
function placeOf(level: Known, { place, among, source, vintage, year }: FigureRow): Known[] {
  if (place === null) return []
  return [
    {
      ...level,
      id: `${level.id}.percentile`,
      label: `percentile among the ${among} pairs that ${source} has`,
      unit: 'percentile',
      value: place,
      method: `mid-rank among the ${among} pairs, from one state to another, for which ${source} has more than nothing in ${year}`,
      evidence: [{ source, vintage, rows: `${rowsOf(source, year)} and 'WLD' not in (from_id, to_id)`, count: among! }],
    },
  ]
}

function changeOf(level: Known, row: FigureRow, early: FigureRow): Known {
  return {
    ...level,
    id: `${level.id}.change`,
    label: 'change in ten years',
    period: `${early.year}/${row.year}`,
    value: row.value - early.value,
    method: `less ${formatFigure(early.value, row.unit)} of ${early.year}, same source, at current prices`,
    evidence: [...level.evidence, evidenceOf(early)],
  }
}

const rowsOf = (source: string, year: number): string =>
  `observations where source = '${source}' and indicator = '${services.indicator}' and start_date = '${year}-01-01' and value is not null`

function evidenceOf({ source, vintage, year, a, b }: FigureRow): Evidence {
  return { source, vintage, rows: `${rowsOf(source, year)} and from_id = '${a}' and to_id = '${b}'`, count: 1 }
}

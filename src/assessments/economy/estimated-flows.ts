import { type FigureRow, figureOf, type PairFigures } from '../../memory/index.ts'
import type { State } from '../../states/index.ts'
import { type Estimate, type Evidence, isKnown, type Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatFigure, formatShare } from '../forms/wording.ts'
import { knownFigure } from '../record/memory-figure.ts'
import { boundOfMissingRow, type UpperBound } from '../record/missing-row.ts'
import { inList } from '../rows/conditions.ts'

/** A flow that one source estimates for every way between the states that it covers. */
export interface EstimatedFlow {
  /** Prefix of the ids of its figures in an assessment. */
  readonly id: string
  /** Its indicator, and its figure in the memory. */
  readonly indicator: string
  readonly source: string
  /** What flows, as used in a sentence: `batteries`. */
  readonly name: string
}

/** One side selling to the other. */
export interface Sale {
  readonly seller: State
  readonly buyer: State
  readonly way: 'a-to-b' | 'b-to-a'
}

/** What a source says of a flow in one direction: the level and what belongs to it, or that it is less than an amount, or neither. */
export interface FlowFound {
  readonly of: EstimatedFlow
  readonly level?: Known
  /** Percentile, share of all that the buyer buys abroad, and change in ten years, where there are any. */
  readonly beside: readonly Known[]
  readonly bound?: UpperBound
}

/** The two directions of a pair. */
export function salesOf({ dyad: { a, b } }: DomainInputs): readonly [Sale, Sale] {
  return [
    { seller: a, buyer: b, way: 'a-to-b' },
    { seller: b, buyer: a, way: 'b-to-a' },
  ]
}

/** Returns the latest year of a flow in one direction. Where the source has no row for its last year, the bound that this sets, if any. */
export function flowFound({ dyad, cards }: DomainInputs, figures: PairFigures, of: EstimatedFlow, { seller, buyer, way }: Sale): FlowFound {
  const side = way === 'a-to-b' ? 'a' : 'b'
  const rows = figures.series(of.indicator, seller.iso3, buyer.iso3, dyad.to)
  const bound = boundOfMissingRow(cards, { ...of, from: seller.iso3, to: buyer.iso3, until: dyad.to })
  const row = figures.level(of.indicator, seller.iso3, buyer.iso3, dyad.to)
  if (row === undefined || (bound !== undefined && String(row.year) < bound.year))
    return { of, beside: [], ...(bound === undefined ? {} : { bound }) }
  const level = knownFigure(figureOf(of.indicator), row, dyad, side, [evidenceOf(row)])
  const early = rows.find(({ year }) => year === row.year - 10)
  const share = figures.series(`${of.id}-share`, seller.iso3, buyer.iso3, dyad.to).find(({ year }) => year === row.year)
  return {
    of,
    level,
    beside: [
      ...placeOf(level, row),
      ...(early === undefined ? [] : [changeOf(level, row, early)]),
      ...(share === undefined
        ? []
        : [knownFigure(figureOf(`${of.id}-share`), share, dyad, side, [...level.evidence, evidenceOf({ ...row, a: 'WLD' })])]),
    ],
  }
}

/** The place of a level among all flows of its year. */
function placeOf(level: Known, row: FigureRow): Known[] {
  const { place, among, source, vintage, year } = row
  if (place === null) return []
  return [
    {
      ...level,
      id: `${level.id}.percentile`,
      label: `percentile among the ${among} pairs that ${source} has`,
      unit: 'percentile',
      value: place,
      method: `mid-rank among the ${among} pairs, from one state to another, for which ${source} has more than nothing in ${year}`,
      evidence: [{ source, vintage, rows: `${rowsOf(row)} and 'WLD' not in (from_id, to_id)`, count: among! }],
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

const rowsOf = ({ figure, source, year }: FigureRow): string =>
  `observations where source = '${source}' and indicator = '${figure}' and start_date = '${year}-01-01' and value is not null`

function evidenceOf(row: FigureRow): Evidence {
  const { source, vintage, a, b } = row
  return { source, vintage, rows: `${rowsOf(row)} and from_id = '${a}' and to_id = '${b}'`, count: 1 }
}

/** Returns an upper bound as a figure, over one or more flows of a source for which it has no row in this direction. */
export function boundFigure(bench: DomainInputs, id: string, label: string, sale: Sale, found: readonly FlowFound[]): Estimate[] {
  const first = found[0]
  if (first?.bound === undefined || found.some(({ bound }) => bound === undefined)) return []
  const { source } = first.of
  const { threshold, year } = first.bound
  return [
    {
      state: 'estimated',
      id,
      label,
      unit: 'USD',
      period: year,
      value: threshold,
      interval: 'exact',
      certainty: 'at most',
      method: `${source} covers both states, lists every flow from ${formatFigure(threshold, 'USD')} on and has none here`,
      evidence: [
        {
          source,
          vintage: bench.cards.get(source)!.vintage,
          rows: `observations where source = '${source}' and indicator in ${inList(found.map(({ of }) => of.indicator))} and from_id = '${sale.seller.iso3}' and to_id = '${sale.buyer.iso3}' and start_date = '${year}-01-01'`,
          count: 0,
        },
      ],
    },
  ]
}

/** Returns the figures of a flow in their order: level, percentile, change, share. */
export function flowFigures({ level, beside }: FlowFound): Known[] {
  return level === undefined ? [] : [level, ...beside]
}

/** Writes an amount with the share of all that the buyer buys abroad: `batteries for USD 3.2 bn (41 % of its imports of them)`. */
export function amountWithShare({ of, level, beside }: FlowFound): string {
  const share = beside.find((one) => isKnown(one) && one.id.startsWith(`${of.id}-share-`))
  const part = share === undefined || share.value < 0.01 ? '' : ` (${formatShare(share.value)} of its imports of them)`
  return level === undefined ? '' : `${of.name} for ${formatFigure(level.value, level.unit)}${part}`
}

import type { State } from '../../states/index.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatFigure, formatShare, inSentence } from '../forms/wording.ts'
import { boundOfMissingRow, type UpperBound } from '../record/missing-row.ts'
import { coversCalendarYear, percentileOf, rowAsFigure } from '../record/pair-observations.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import { inList } from '../rows/conditions.ts'
import type { ObservationRow } from '../rows/observation-row.ts'

/** A flow that one source estimates for every way between the states that it covers. */
export interface EstimatedFlow {
  /** Prefix of the ids of its figures. */
  readonly id: string
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
export async function flowFound(bench: DomainInputs, of: EstimatedFlow, sale: Sale): Promise<FlowFound> {
  const { seller, buyer, way } = sale
  const held = await loadedRows(bench)
  const rows = held
    .between(seller.iso3, buyer.iso3)
    .filter((row) => row.indicator === of.indicator && row.source === of.source && row.from === seller.iso3 && coversCalendarYear(row))
  const bound = boundOfMissingRow(bench.cards, { ...of, from: seller.iso3, to: buyer.iso3, until: bench.dyad.to })
  const row = rows.at(-1)
  if (row === undefined || (bound !== undefined && row.start.slice(0, 4) < bound.year))
    return { of, beside: [], ...(bound === undefined ? {} : { bound }) }
  const level = rowAsFigure(row, `${of.id}-${way}`, `${of.name} from ${inSentence(seller.name)} to ${inSentence(buyer.name)}`)
  const whole = held
    .of(buyer.iso3)
    .find((one) => one.from === 'WLD' && one.indicator === of.indicator && one.source === of.source && one.start === row.start)
  const early = rows.find((one) => Number(one.start.slice(0, 4)) === Number(row.start.slice(0, 4)) - 10)
  return {
    of,
    level,
    beside: [
      ...(await percentileOf(bench, level, row, [of.indicator], true)),
      ...(early === undefined ? [] : [changeOf(level, early)]),
      ...(whole === undefined || whole.value <= 0 ? [] : [shareOf(of, sale, level, whole)]),
    ],
  }
}

function changeOf(level: Known, early: ObservationRow): Known {
  const year = early.start.slice(0, 4)
  return {
    ...level,
    id: `${level.id}.change`,
    label: 'change in ten years',
    period: `${year}/${level.period}`,
    value: level.value - early.value,
    method: `less ${formatFigure(early.value, level.unit)} of ${year}, same source, at current prices`,
    evidence: [...level.evidence, ...rowAsFigure(early, level.id, level.label).evidence],
  }
}

function shareOf(of: EstimatedFlow, { buyer, way }: Sale, level: Known, whole: ObservationRow): Known {
  return {
    ...level,
    id: `${of.id}-share-${way}`,
    label: `the same as a share of all ${of.name} that ${inSentence(buyer.name)} buys abroad`,
    unit: 'share',
    value: Math.min(1, level.value / whole.value),
    method: `of ${formatFigure(whole.value, whole.unit)} from all sellers together (${whole.source}, ${whole.locator})`,
    evidence: [...level.evidence, ...rowAsFigure(whole, level.id, level.label).evidence],
  }
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

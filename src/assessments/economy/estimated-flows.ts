import { figureOf, type PairFigures } from '../../memory/index.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatFigure, formatShare } from '../forms/wording.ts'
import { knownFigure } from '../record/memory-figure.ts'
import { type Direction, levelFound, observationsBehind } from '../record/memory-level.ts'
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

/** What a source says of a flow in one direction: the level and what belongs to it, or that it is less than an amount, or neither. */
export interface FlowFound {
  readonly of: EstimatedFlow
  readonly level?: Known
  /** Percentile, share of all that the buyer buys abroad, and change in ten years, where there are any. */
  readonly beside: readonly Known[]
  readonly bound?: UpperBound
}

/** Returns the latest year of a flow in one direction. Where the source has no row for its last year, the bound that this sets, if any. */
export function flowFound(bench: DomainInputs, figures: PairFigures, of: EstimatedFlow, direction: Direction): FlowFound {
  const { from, to, way } = direction
  const { dyad, cards } = bench
  const bound = boundOfMissingRow(cards, { ...of, from: from.iso3, to: to.iso3, until: dyad.to })
  const found = levelFound(bench, figures, of.indicator, direction)
  if (found === undefined || (bound !== undefined && String(found.row.year) < bound.year))
    return { of, beside: [], ...(bound === undefined ? {} : { bound }) }
  const { row, level, beside } = found
  const share = figures.series(`${of.id}-share`, from.iso3, to.iso3, dyad.to).find(({ year }) => year === row.year)
  const whole = observationsBehind(row, [of.indicator], `from_id = 'WLD' and to_id = '${to.iso3}'`)
  return {
    of,
    level,
    beside: [
      ...beside,
      ...(share === undefined
        ? []
        : [knownFigure(figureOf(`${of.id}-share`), share, dyad, way === 'a-to-b' ? 'a' : 'b', [...level.evidence, whole])]),
    ],
  }
}

/** Returns an upper bound as a figure, over one or more flows of a source for which it has no row in this direction. */
export function boundFigure(
  bench: DomainInputs,
  id: string,
  label: string,
  { from, to }: Direction,
  found: readonly FlowFound[],
): Estimate[] {
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
          rows: `observations where source = '${source}' and indicator in ${inList(found.map(({ of }) => of.indicator))} and from_id = '${from.iso3}' and to_id = '${to.iso3}' and start_date = '${year}-01-01'`,
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

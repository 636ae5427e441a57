import type { Columns } from '../../store/cells.ts'
import { indicatorOf } from '../../store/indicators/indicators.ts'
import type { Coverage } from '../../store/source-card.ts'
import type { TableName } from '../../store/tables.ts'

/** First and last day. */
interface Span {
  readonly from: string
  readonly to: string
}

/** Columns that a row must have filled to count for an indicator, where its table serves several. */
const needs: Readonly<Record<string, string>> = { 'un-votes-issues': 'issues', 'un-votes-important': 'important' }

/**
 * The coverage of what an edition really holds: of each series that the card states, the first and last day of its rows, in whichever table they stand. A series
 * without a row is left out; whom it covers, and what silence means, stay as the card says. A list without dates keeps the card's days.
 *
 * @param stated    what the card of the source states
 * @param brought   columns by table
 */
export function coverageHeld(stated: readonly Coverage[], brought: Readonly<Partial<Record<TableName, Columns>>>): Coverage[] {
  const byIndicator = brought.observations === undefined ? new Map<string, Span>() : observationSpans(brought.observations)
  return stated.flatMap((one) => {
    const table = indicatorOf(one.indicator)?.table ?? 'observations'
    const columns = brought[table]
    if (columns === undefined) return []
    const span = table === 'observations' ? byIndicator.get(one.indicator) : spanOf(columns, one)
    return span === undefined ? [] : [{ ...one, ...span }]
  })
}

/** Of series whose rows are queried and not held: they are of the same files, so they reach as far as the figures of the edition do. */
export function coverageQueried(stated: readonly Coverage[], held: readonly Coverage[], queried: readonly string[]): Coverage[] {
  const days = held.flatMap((one) => [one.from, one.to]).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return []
  return stated.flatMap((one) => (queried.includes(indicatorOf(one.indicator)?.table ?? 'observations') ? [{ ...one, from, to }] : []))
}

function observationSpans(observations: Columns): Map<string, Span> {
  const spans = new Map<string, Span>()
  observations['indicator']!.forEach((indicator, row) => {
    const [from, to] = [observations['start_date']![row] as string, observations['end_date']![row] as string]
    spans.set(indicator as string, joined(spans.get(indicator as string), { from, to }))
  })
  return spans
}

/** Of rows with a period, a day, or a year. Where an end is blank, an event lasts a day; what else has no end is in force, as far as the card can say. */
function spanOf(columns: Columns, stated: Coverage): Span | undefined {
  const { start_date: starts, end_date: ends, date: days, year: years } = columns
  const filled = columns[needs[stated.indicator] ?? '']
  const length = Object.values(columns)[0]?.length ?? 0
  if (length > 0 && starts === undefined && days === undefined && years === undefined) return { from: stated.from, to: stated.to }
  let span: Span | undefined
  for (let row = 0; row < length; row++) {
    if (filled !== undefined && filled[row] === null) continue
    const from = (starts?.[row] ?? days?.[row] ?? (years === undefined ? null : `${years[row]}-01-01`)) as string | null
    if (from === null) continue
    const open = starts === undefined ? from : stated.to < from ? from : stated.to
    const to = years !== undefined && starts === undefined && days === undefined ? `${years[row]}-12-31` : ((ends?.[row] ?? open) as string)
    span = joined(span, { from, to })
  }
  return span
}

function joined(before: Span | undefined, { from, to }: Span): Span {
  if (before === undefined) return { from, to }
  return { from: before.from < from ? before.from : from, to: before.to > to ? before.to : to }
}

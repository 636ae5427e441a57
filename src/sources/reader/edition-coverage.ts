import type { Columns } from '../../store/cells.ts'
import { indicatorOf } from '../../store/indicators/indicators.ts'
import type { Coverage } from '../../store/source-card.ts'
import type { TableName } from '../../store/tables.ts'

/** A period by its first and last day. */
interface Span {
  readonly from: string
  readonly to: string
}

/** For an indicator that shares a table with others: the column that must be filled (not NULL) in a row about this indicator. */
const requiredColumn: Readonly<Record<string, string>> = { 'un-votes-issues': 'issues', 'un-votes-important': 'important' }

/**
 * Returns the actual coverage of an edition: for each series that the card states, the first and last day of its rows, in whichever table they are. A series
 * without a row is left out. The states covered, and the meaning of a missing row, stay as on the card. If rows have no dates, the card's days stay too.
 *
 * @param stated   coverage on the card of the source
 * @param brought   columns by table
 */
export function coverageOfRows(stated: readonly Coverage[], brought: Readonly<Partial<Record<TableName, Columns>>>): Coverage[] {
  const byIndicator = brought.observations === undefined ? new Map<string, Span>() : observationSpans(brought.observations)
  return stated.flatMap((one) => {
    const table = indicatorOf(one.indicator)?.table ?? 'observations'
    const columns = brought[table]
    if (columns === undefined) return []
    const span = table === 'observations' ? byIndicator.get(one.indicator) : spanOf(columns, one)
    return span === undefined ? [] : [{ ...one, ...span }]
  })
}

/**
 * Returns the coverage of series whose rows are not in memory, but result from SQL queries (`queried`: their tables). These rows come from the same files as
 * the rows in memory, so their first and last day are taken to be the same.
 */
export function coverageOfQueries(stated: readonly Coverage[], held: readonly Span[], queried: readonly string[]): Coverage[] {
  const days = held.flatMap((one) => [one.from, one.to]).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return []
  return stated.flatMap((one) => (queried.includes(indicatorOf(one.indicator)?.table ?? 'observations') ? [{ ...one, from, to }] : []))
}

function observationSpans(observations: Columns): Map<string, Span> {
  const spans = new Map<string, Span>()
  observations['indicator']!.forEach((indicator, row) => {
    const [from, to] = [observations['start_date']![row] as string, observations['end_date']![row] as string]
    spans.set(indicator as string, spanUnion(spans.get(indicator as string), { from, to }))
  })
  return spans
}

/**
 * Returns the first and last day of the rows, from their period, day or year; undefined if there are no rows. A row with a day but no end lasts that day; a
 * period without an end lasts until the card's last day. For rows without any date the card's days are returned.
 */
function spanOf(columns: Columns, stated: Coverage): Span | undefined {
  const { start_date: starts, end_date: ends, date: days, year: years } = columns
  const filled = columns[requiredColumn[stated.indicator] ?? '']
  const length = Object.values(columns)[0]?.length ?? 0
  if (length > 0 && starts === undefined && days === undefined && years === undefined) return { from: stated.from, to: stated.to }
  let span: Span | undefined
  for (let row = 0; row < length; row++) {
    if (filled !== undefined && filled[row] === null) continue
    const from = (starts?.[row] ?? days?.[row] ?? (years === undefined ? null : `${years[row]}-01-01`)) as string | null
    if (from === null) continue
    const open = starts === undefined ? from : stated.to < from ? from : stated.to
    const to = years !== undefined && starts === undefined && days === undefined ? `${years[row]}-12-31` : ((ends?.[row] ?? open) as string)
    span = spanUnion(span, { from, to })
  }
  return span
}

function spanUnion(before: Span | undefined, { from, to }: Span): Span {
  if (before === undefined) return { from, to }
  return { from: before.from < from ? before.from : from, to: before.to > to ? before.to : to }
}

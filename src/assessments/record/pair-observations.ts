import { rankAmongSorted } from '../../measures/index.ts'
import type { Evidence, Known } from '../../store/index.ts'
import { indicatorOf } from '../../store/indicators/indicators.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { formatFigure, formatPercentile, lowerFirst } from '../forms/wording.ts'
import { inList } from '../rows/conditions.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { isLoadedIndicator, loadedRows } from './rows-in-memory.ts'

/** Sum in the order of a pair's own rows, so that the last digit is the same with any number of threads. */
const sumInOrder = 'sum(value ORDER BY end_date, start_date, indicator, reporter, locator)'

/** A percentile is not meaningful with fewer pairs than this. */
const fewest = 10

/**
 * Selects the rows of these indicators between the two states, in both directions, that end by the last day; ordered by end, then
 * start.
 *
 * @param indicators   catalogue ids
 */
export async function pairRows(bench: DomainInputs, indicators: readonly string[]): Promise<readonly PairRow[]> {
  const missed = indicators.find((indicator) => !isLoadedIndicator(indicator))
  if (missed !== undefined) throw new RangeError(`pairRows: ${missed} is not among the indicators of holdings.ts`)
  const held = (await loadedRows(bench)).between(bench.dyad.a.iso3, bench.dyad.b.iso3)
  return held.filter(({ indicator }) => indicators.includes(indicator))
}

/** Whether a row covers exactly one calendar year. */
export function coversCalendarYear(row: PairRow): boolean {
  return row.start.endsWith('-01-01') && row.end === `${row.start.slice(0, 4)}-12-31`
}

/**
 * Writes a period in its shortest form: one year, first and last year, or two days.
 *
 * @example periodOf('2020-01-01', '2024-12-31')   // "2020/2024"
 */
export function periodOf(start: string, end: string): string {
  if (start === end) return start
  const whole = start.endsWith('-01-01') && end.endsWith('-12-31')
  const [first, last] = whole ? [start.slice(0, 4), end.slice(0, 4)] : [start, end]
  return first === last ? first : `${first}/${last}`
}

/** Returns the source rows behind a figure of the pair. */
export function evidenceFor(row: PairRow, span: { readonly start: string; readonly end: string }, count: number): Evidence {
  return {
    source: row.source,
    vintage: row.vintage,
    rows: `observations where source = '${row.source}' and indicator = '${row.indicator}' and from_id = '${row.from}' and to_id = '${row.to}' and start_date >= '${span.start}' and end_date <= '${span.end}'`,
    count,
  }
}

/**
 * Returns one row as a figure, as its source gives it. It is a lower bound where the locator of the row says `(more than …`.
 */
export function rowAsFigure(row: PairRow, id: string, label: string): Known {
  return {
    state: row.status,
    id,
    label,
    unit: row.unit,
    period: periodOf(row.start, row.end),
    value: row.value,
    interval: 'exact',
    certainty: / \(more than /.test(row.locator) ? 'at least' : 'one report',
    method: `as ${row.source} gives it: ${row.locator}`,
    evidence: [evidenceFor(row, row, 1)],
  }
}

/**
 * Computes the percentile of a sum among all directed pairs in the same source, indicators and period. Empty where fewer than ten pairs have data, or where the
 * sum is not above zero.
 *
 * @param exact   whether to sum only rows of exactly this period, for sources that list a total beside its parts; otherwise all rows
 * within the period are summed
 */
export async function percentileOf(
  bench: DomainInputs,
  level: Known,
  row: PairRow,
  indicators: readonly string[],
  exact = false,
): Promise<Known[]> {
  const [start, end] = spanOf(level.period)
  const { totals: peers, count } = await sumsByPair(bench.snapshot, row.source, indicators, start, end, exact)
  if (peers.length < fewest || level.value <= 0) return []
  return [
    {
      ...level,
      id: `${level.id}.percentile`,
      label: `percentile among the ${peers.length} pairs that ${row.source} has`,
      unit: 'percentile',
      value: rankAmongSorted(peers, level.value),
      method: `mid-rank among the ${peers.length} pairs, from one state to another, for which ${row.source} has more than nothing in ${level.period}`,
      evidence: [
        {
          source: row.source,
          vintage: row.vintage,
          rows: `observations where source = '${row.source}' and indicator in ${inList(indicators)} and ${exact ? `start_date = '${start}' and end_date = '${end}'` : `start_date >= '${start}' and end_date <= '${end}'`} and from_id not in ('WLD', 'EU') and to_id <> 'WLD' qualify sum(value) over (partition by from_id, to_id) > 0`,
          count,
        },
      ],
    },
  ]
}

/** Computes the sums of all directed pairs in ascending order, and the number of rows behind them. */
const sumsByPair = cachedBySnapshot(
  async (snapshot, source: string, indicators: readonly string[], start: string, end: string, exact: boolean) => {
    const when = exact ? 'start_date = $start AND end_date = $end' : 'start_date >= $start AND end_date <= $end'
    const found = await snapshot.columns(
      `SELECT ${sumInOrder} AS total, count(*)::INTEGER AS rows FROM observations WHERE source = $source AND indicator IN ${inList(indicators)} AND ${when}
       AND from_id NOT IN ('WLD', 'EU') AND to_id <> 'WLD' GROUP BY from_id, to_id HAVING total > 0 ORDER BY total`,
      { source, start, end },
    )
    const rows = found['rows'] as number[]
    return { totals: Float64Array.from(found['total'] as number[]), count: rows.reduce((sum, count) => sum + count, 0) }
  },
)

/** Returns the first and last day of a period written by `periodOf`. */
function spanOf(period: string): [start: string, end: string] {
  const [first, last = first] = period.split('/') as [string, string?]
  return [first.length === 4 ? `${first}-01-01` : first, last.length === 4 ? `${last}-12-31` : last]
}

/** Writes a percentile in words: `, above 97 % of the pairs that have any`; empty where there is none. */
export function rankWords(estimates: readonly { readonly id: string }[], id: string): string {
  const rank = estimates.find((one): one is Known => one.id === `${id}.percentile` && 'value' in one)
  return rank === undefined ? '' : `, above ${formatPercentile(rank.value)} % of the pairs that have any`
}

/** Returns rows as items of a page, newest first. */
export function figureItems(rows: readonly PairRow[]): Item[] {
  return [...rows].reverse().map((row) => ({
    kind: 'figure',
    date: row.end,
    text: `${periodOf(row.start, row.end).replace('/', ' to ')}, ${sides(row)}, ${titleOf(row)}: ${amountOf(row)}${row.status === 'estimated' ? ' (est.)' : ''} (${row.source})`,
    source: row.source,
    citation: row.locator,
  }))
}

function sides({ indicator, from, to }: PairRow): string {
  return indicatorOf(indicator)?.relation === 'undirected' ? `${from} and ${to}` : `${from} to ${to}`
}

/** Returns the catalogue title of the figure, worded as part of a sentence. */
function titleOf({ indicator }: PairRow): string {
  return lowerFirst(indicatorOf(indicator)?.title ?? indicator)
}

/** Writes the amount of a row. Where the title already names what is counted, the number is printed without a unit. */
function amountOf({ value, unit }: PairRow): string {
  return formatFigure(value, unit === 'exercises' ? 'count' : unit)
}

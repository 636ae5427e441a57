import { domains } from '../../assessments/forms/domains.ts'
import { formatFigure, formatPercentile, intervalText, isDegenerate, signed } from '../../assessments/forms/wording.ts'
import type { ComparedCell, ComparedRow, ComparedSeries } from '../../assessments/pairs/compare.ts'
import { type Estimate, isKnown, type Known, type SourceCard } from '../../store/index.ts'
import { type CsvCell, csvOfRecords } from '../text/csv.ts'
import { type Column, markdownTable, type TableWriter, textTable, wrap } from '../text/table.ts'

interface Party {
  readonly iso3: string
  readonly name: string
}

/** The answer of `visavis compare`. */
export interface CompareAnswer {
  readonly schemaVersion: 1
  readonly from: string | null
  readonly to: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly domain: string | null
  readonly figure: string | null
  /** What the comparison shows, in words. */
  readonly sentences: readonly string[]
  readonly pairs: readonly { readonly a: Party; readonly b: Party }[]
  readonly rows: readonly ComparedRow[]
  readonly years: readonly ComparedSeries[] | null
  readonly sources: readonly SourceCard[]
}

export function compareText(answer: CompareAnswer): string {
  return page(answer, textTable, '')
}

export function compareMarkdown(answer: CompareAnswer): string {
  return page(answer, markdownTable, '## ')
}

/**
 * Writes one section per domain, with a line per figure and pair. There is no column per pair, because value, interval, period, percentile
 * and change would not fit into it.
 */
function page(answer: CompareAnswer, table: TableWriter, mark: string): string {
  const blocks = domains
    .map(({ id, title }) => ({ title, rows: answer.rows.filter(({ domain }) => domain === id) }))
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ title, rows }) =>
        `${mark}${title}\n${mark === '' ? '' : '\n'}${table(
          columns,
          rows.flatMap((row) => linesOf(row, answer)),
        )}`,
    )
  const years = (answer.years ?? []).map(
    (series) => `${mark}${series.label}, by year\n${mark === '' ? '' : '\n'}${yearTable(series, answer, table)}`,
  )
  const cite = answer.sources.map(({ id, citation }) => wrap(`${id}: ${citation}`, 110))
  return [
    ...(answer.sentences.length === 0 ? [] : [answer.sentences.map((sentence) => wrap(sentence, 110)).join(mark === '' ? '\n' : '\n\n')]),
    `Figures by ${answer.to}; A is the first of a pair, B the second; intervals are of 90 % unless they span reports.`,
    ...blocks,
    ...years,
    `Sources\n${cite.join('\n')}`,
  ].join('\n\n')
}

const columns: readonly Column[] = [
  { title: 'figure' },
  { title: 'pair' },
  { title: 'value', align: 'right' },
  { title: 'interval', align: 'right' },
  { title: 'when' },
  { title: 'percentile', align: 'right' },
  { title: 'change in ten years', align: 'right' },
]

function linesOf({ label, cells }: ComparedRow, { pairs }: CompareAnswer): string[][] {
  return cells.map((cell, i) => [i === 0 ? label : '', nameOf(pairs[i]!), ...cellsOf(cell)])
}

function cellsOf(cell: ComparedCell | null): string[] {
  if (cell === null) return ['not available', '', '', '', '']
  const { level, percentile: rank, change } = cell
  if (!isKnown(level)) return [level.state.replace('-', ' '), '', level.period.replace('/', ' to '), '', '']
  return [
    `${formatFigure(level.value, level.unit)}${level.state === 'estimated' ? ' (est.)' : ''}`,
    certaintyOf(level),
    level.period.replace('/', ' to '),
    rank === null ? '' : isKnown(rank) ? formatPercentile(rank.value) : 'unknown',
    change === null ? '' : changeOf(change),
  ]
}

function certaintyOf({ interval, certainty, unit }: Known): string {
  if (interval === 'exact') return certainty ?? 'exact'
  return isDegenerate(interval) ? 'none to be had' : intervalText(interval, unit)
}

function changeOf(change: Estimate): string {
  if (!isKnown(change)) return 'unknown'
  const text = signed(change.value, change.unit)
  return change.unit === 'share' ? text.replaceAll(' %', ' pp') : text
}

function nameOf({ a, b }: CompareAnswer['pairs'][number]): string {
  return `${a.iso3}-${b.iso3}`
}

/** Writes a table with years as rows and pairs as columns; an unknown year is a dash. */
function yearTable({ lines }: ComparedSeries, { pairs }: CompareAnswer, table: TableWriter): string {
  const found = lines.map((line) => new Map((line?.points ?? []).map((point) => [point[0], point])))
  const rows = everyYear(lines).map((year) => [
    String(year),
    ...found.map((points, i) => {
      const point = points.get(year)
      return point === undefined ? '–' : formatFigure(point[1], lines[i]!.unit)
    }),
  ])
  return table([{ title: 'year' }, ...pairs.map((pair) => ({ title: nameOf(pair), align: 'right' as const }))], rows)
}

/** Returns all years from the first to the last of any pair. */
function everyYear(lines: ComparedSeries['lines']): number[] {
  const years = lines.flatMap((line) => (line?.points ?? []).map(([year]) => year))
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i)
}

/** Writes the comparison as CSV: one row per figure and pair, or per year if years were requested; unknown years have a blank value. */
export function compareCsv(answer: CompareAnswer): string {
  return answer.years === null ? figuresCsv(answer) : yearsCsv(answer)
}

function figuresCsv({ rows, pairs }: CompareAnswer): string {
  const columns = [
    ...(['domain', 'id', 'label', 'a', 'b', 'state', 'value', 'low', 'high', 'unit'] as const),
    ...(['period', 'percentile', 'change', 'certainty', 'source', 'reason'] as const),
  ]
  const records = rows.flatMap(({ domain, id, label, cells }) =>
    cells.map((cell, i) => ({ ...recordOf(cell), domain, id, label, a: pairs[i]!.a.iso3, b: pairs[i]!.b.iso3 })),
  )
  return csvOfRecords(columns, records)
}

function recordOf(cell: ComparedCell | null): Readonly<Record<string, CsvCell>> {
  if (cell === null) return { state: 'unknown', reason: 'the record has nothing with this id for the pair' }
  const { level, percentile: rank, change } = cell
  const { state, unit, period } = level
  if (!isKnown(level)) return { state, unit, period, reason: level.reason }
  const { interval, value } = level
  const ends = interval === 'exact' ? {} : { low: interval.low, high: interval.high }
  const known = (one: Estimate | null): number | null => (one !== null && isKnown(one) ? one.value : null)
  const certainty = interval === 'exact' ? (level.certainty ?? 'exact') : interval.kind
  const source = [...new Set(level.evidence.map((evidence) => evidence.source))].join(' ')
  return { state, value, ...ends, unit, period, percentile: known(rank), change: known(change), certainty, source }
}

function yearsCsv({ years, pairs }: CompareAnswer): string {
  const records = years!.flatMap(({ domain, id, lines }) =>
    lines.flatMap((line, i) => {
      const points = new Map((line?.points ?? []).map((point) => [point[0], point]))
      const about = { domain, id, a: pairs[i]!.a.iso3, b: pairs[i]!.b.iso3, unit: line?.unit, source: line?.sources.join(' ') }
      return everyYear(lines).map((year) => {
        const [, value, low, high] = points.get(year) ?? []
        return { ...about, year, value, low, high }
      })
    }),
  )
  return csvOfRecords(['domain', 'id', 'a', 'b', 'year', 'value', 'low', 'high', 'unit', 'source'], records)
}

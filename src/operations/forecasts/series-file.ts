import { VisavisError } from '../../errors.ts'
import type { TimeSeries } from '../../outlook/series/series-faults.ts'
import { parseRecords } from '../../sources/formats/csv.ts'
import type { CsvRecord } from '../../sources/formats/csv-parser.ts'
import { type PeriodForm, periodForm } from './series-periods.ts'

/** Where the parts of a row are. */
interface Layout {
  /** Column of the name; undefined: one series, called `only`. */
  readonly series: number | undefined
  /** Column of the period; undefined: values in their order. */
  readonly period: number | undefined
  readonly value: number
  readonly only: string
  readonly cells: number
}

interface Entry {
  readonly period: number
  readonly value: number | null
}

/** Names under which a column is known, whatever their case. */
const known: Readonly<Record<'series' | 'period' | 'value', readonly string[]>> = {
  series: ['series', 'name', 'id', 'pair', 'unique_id'],
  period: ['period', 'year', 't', 'time', 'date', 'ds', 'month', 'quarter'],
  value: ['value', 'y', 'v'],
}

const number = /^[-+]?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/
const hint = 'visavis forecast --help'
/** More series than this would make an answer that no one reads, and take minutes. */
const mostSeries = 50_000

/**
 * Reads series from CSV text: three columns series, period, value; two columns period, value; or one column of values. A header is recognised by a value that
 * is no number; with more columns the header must name them.
 *
 * @param name   name of the file, for messages
 * @throws VisavisError BadInput with file and line: a text in place of a number, a period twice, an unknown form of period
 */
export function seriesFromCsv(text: string, name: string): TimeSeries[] {
  if (/[\0\ufffd]/.test(text)) throw bad(`${name} is not UTF-8 text`)
  const records = parseRecords(text.replace(/^\ufeff/, ''))
  const [first] = records
  if (first === undefined) throw bad(`${name} is empty`)
  const layout = layoutOf(first.cells, name)
  const rows = isHeader(first.cells) ? records.slice(1) : records
  if (rows.length === 0) throw bad(`${name} has a header and no values`)
  const form = formOf(rows[0]!, layout, name)
  return [...entriesBySeries(rows, layout, form, name)].map(([series, entries]) => evenSeries(series, entries, form))
}

function bad(message: string): VisavisError {
  return new VisavisError('BadInput', message, { hint })
}

function isHeader(cells: readonly string[]): boolean {
  const named = cells.some((cell) => Object.values(known).some((names) => names.includes(cell.trim().toLowerCase())))
  return named || (cells.at(-1)!.trim() !== '' && !number.test(cells.at(-1)!.trim()))
}

function layoutOf(cells: readonly string[], name: string): Layout {
  const at = (part: keyof typeof known): number => cells.findIndex((cell) => known[part].includes(cell.trim().toLowerCase()))
  const [period, value] = [at('period'), at('value')]
  const only = isHeader(cells) ? cells.at(-1)!.trim() : 'value'
  if (period >= 0 && value >= 0) return { series: optional(at('series')), period, value, only, cells: cells.length }
  if (cells.length > 3) throw bad(`${name}:1 has ${cells.length} columns: name them series, period and value in the header`)
  const end = cells.length - 1
  return { series: end === 2 ? 0 : undefined, period: end >= 1 ? end - 1 : undefined, value: end, only, cells: cells.length }
}

function optional(column: number): number | undefined {
  return column < 0 ? undefined : column
}

/** The form of the periods; values without periods are numbered. */
function formOf({ cells, line }: CsvRecord, { period }: Layout, name: string): PeriodForm {
  const text = period === undefined ? '1' : (cells[period] ?? '').trim()
  const form = periodForm(text)
  if (form !== undefined) return form
  throw bad(`${name}:${line} has "${text.slice(0, 40)}" for the period: give years, months (2024-03), quarters (2024-Q3) or whole numbers`)
}

function entriesBySeries(rows: readonly CsvRecord[], layout: Layout, form: PeriodForm, name: string): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  const seen = new Set<string>()
  rows.forEach(({ cells, line }, i) => {
    if (cells.length !== layout.cells) throw bad(`${name}:${line} has ${cells.length} cells, the first line has ${layout.cells}`)
    const series = layout.series === undefined ? layout.only : cells[layout.series]!.trim()
    const period = layout.period === undefined ? i + 1 : periodIn(cells[layout.period]!.trim(), form, `${name}:${line}`)
    if (seen.has(`${series}\n${period}`)) throw bad(`${name}:${line} gives ${form.write(period)}${quoted(series, layout)} a second time`)
    seen.add(`${series}\n${period}`)
    if (!found.has(series)) found.set(series, [])
    if (found.size > mostSeries) throw new VisavisError('TooLarge', `${name} has more than ${mostSeries} series`, { hint: 'divide it' })
    found.get(series)!.push({ period, value: valueIn(cells[layout.value]!.trim(), `${name}:${line}`) })
  })
  return found
}

function quoted(series: string, { series: column }: Layout): string {
  return column === undefined ? '' : ` of ${series}`
}

function periodIn(text: string, form: PeriodForm, place: string): number {
  const period = form.parse(text)
  if (period === undefined) throw bad(`${place} has "${text.slice(0, 40)}" for the period; the lines above have ${form.name}`)
  return period
}

/** A number; null for a blank, which is missing and never zero. */
function valueIn(text: string, place: string): number | null {
  if (text === '' || text === 'NA') return null
  const value = number.test(text) ? Number(text) : Number.NaN
  if (Number.isFinite(value)) return value
  throw bad(`${place} has "${text.slice(0, 40)}" for the value, not a number: write 1234.5, without spaces, units or commas`)
}

/** Sorts the entries, drops blanks at both ends, and finds the step and the periods without a value. */
function evenSeries(name: string, entries: readonly Entry[], form: PeriodForm): TimeSeries {
  const given = entries
    .filter((entry): entry is { period: number; value: number } => entry.value !== null)
    .sort((a, b) => a.period - b.period)
  const periods = given.map(({ period }) => period)
  const step = commonStep(entries.map(({ period }) => period).sort((a, b) => a - b))
  return {
    name,
    periods: periods.map(form.write),
    values: Float64Array.from(given, ({ value }) => value),
    missing: gaps(periods, step).map(form.write),
    after: (steps) => form.write((periods.at(-1) ?? 0) + steps * step),
  }
}

/** The most frequent distance between neighbours; of equally frequent ones the shortest. */
function commonStep(periods: readonly number[]): number {
  const counts = new Map<number, number>()
  for (let i = 1; i < periods.length; i++) {
    const distance = periods[i]! - periods[i - 1]!
    counts.set(distance, (counts.get(distance) ?? 0) + 1)
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || a - b)
  return best?.[0] ?? 1
}

/** Periods at even steps that have no value. A distance that is no multiple of the step is a gap too, named by the period after it. */
function gaps(periods: readonly number[], step: number): number[] {
  return periods.slice(1).flatMap((period, i) => {
    const found: number[] = []
    for (let at = periods[i]! + step; at < period && found.length < 1000; at += step) found.push(at)
    return found.length === 0 && period - periods[i]! !== step ? [period] : found
  })
}

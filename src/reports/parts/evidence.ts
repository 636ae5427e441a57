import { counted, formatFigure, intervalText } from '../../assessments/forms/wording.ts'
import type { RowsOfSource } from '../../assessments/record/rows-of-evidence.ts'
import { type Cell, type Estimate, isKnown } from '../../store/index.ts'
import { csv } from '../text/csv.ts'
import { type Column, markdownTable, type TableWriter, textTable, wrap } from '../text/table.ts'

/** The answer of `visavis evidence`. */
export interface EvidenceAnswer {
  readonly schemaVersion: 1
  readonly a: { readonly iso3: string; readonly name: string }
  readonly b: { readonly iso3: string; readonly name: string }
  readonly to: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly figure: Estimate
  /** The rows by source; empty if the figure is unknown. */
  readonly behind: readonly RowsOfSource[]
}

/** Largest number of characters per cell in text; the other formats have the full cell. */
const most = 60

export function evidenceText(answer: EvidenceAnswer): string {
  return [...lead(answer), ...rowsText(answer.behind)].join('\n\n')
}

export function evidenceMarkdown(answer: EvidenceAnswer): string {
  return [...lead(answer), ...rowsMarkdown(answer.behind)].join('\n\n')
}

/** Writes sources and their rows as text, one section each. */
export function rowsText(behind: readonly RowsOfSource[]): string[] {
  const table: TableWriter = (columns, rows) =>
    textTable(
      columns,
      rows.map((row) => row.map((cell) => cut(cell))),
    )
  return behind.map((one) => part(one, table, ''))
}

/** Writes sources and their rows as Markdown, one section each. */
export function rowsMarkdown(behind: readonly RowsOfSource[]): string[] {
  return behind.map((one) => part(one, markdownTable, '## '))
}

function part(one: RowsOfSource, table: TableWriter, mark: string): string {
  const { source, total, rows } = one
  const left = total > rows.length ? `… and ${(total - rows.length).toLocaleString('en-US')} more (--limit)` : ''
  return [
    `${mark}${source.title} (${source.id}), edition ${one.vintage}: ${counted(total, 'row', 'rows')}`,
    wrap(`${source.citation} Licence: ${source.licence.id}. ${source.licence.terms}`, 110),
    `${one.table} where ${one.condition}`,
    '',
    ...(rows.length === 0 ? [] : [shown(one, table)]),
    left,
  ]
    .join('\n')
    .trimEnd()
}

function lead({ a, b, figure: of, to }: EvidenceAnswer): string[] {
  const head = `${a.name} and ${b.name}, by ${to}. ${of.label}, ${of.period}: ${valueText(of)}`
  if (!isKnown(of))
    return [`${head}: ${of.reason}.${of.state === 'unknown' && of.wouldTell !== undefined ? ` What would tell: ${of.wouldTell}` : ''}`]
  return [head, wrap(`How: ${of.method}.${of.note === undefined ? '' : ` ${of.note}`}`, 110)]
}

function valueText(of: Estimate): string {
  if (!isKnown(of)) return of.state === 'unknown' ? 'unknown' : 'not applicable'
  const range = of.interval === 'exact' ? (of.certainty ?? 'exact') : intervalText(of.interval, of.unit)
  return `${formatFigure(of.value, of.unit)} (${range})`
}

/** Writes a table; constant columns are stated once above it, and blank columns are dropped. */
function shown({ columns, rows }: RowsOfSource, table: TableWriter): string {
  const alike = columns.map((_, i) => rows.length > 1 && rows.every((row) => row[i] === rows[0]![i]))
  const differing = columns.flatMap((_, i) => (alike[i] ? [] : [i]))
  const same = columns.flatMap((name, i) => (alike[i] && rows[0]![i] !== null ? [`${name} ${text(rows[0]![i]!)}`] : []))
  const cells = rows.map((row) => differing.map((i) => text(row[i]!)))
  const titles = differing.map(
    (i): Column => ({ title: columns[i]!, align: rows.some((row) => typeof row[i] === 'number') ? 'right' : 'left' }),
  )
  return [
    ...(same.length === 0 ? [] : [wrap(`Every row shown: ${same.join(', ')}`, 110), '']),
    ...(titles.length === 0 ? [] : [table(titles, cells)]),
  ].join('\n')
}

/** Formats a cell; an unknown value is blank, never zero. */
function text(cell: Cell): string {
  return cell === null ? '' : String(cell)
}

function cut(cell: string): string {
  return cell.length > most ? `${cell.slice(0, most - 1)}…` : cell
}

/** Writes the rows as CSV with the columns of all tables; cells that a table lacks are blank. */
export function evidenceCsv({ behind }: Pick<EvidenceAnswer, 'behind'>): string {
  const names = [...new Set(behind.flatMap(({ columns }) => columns))]
  const rows = behind.flatMap(({ table, source, columns, rows: own }) =>
    own.map((row) => [table, source.id, ...names.map((name) => (columns.includes(name) ? row[columns.indexOf(name)]! : null))]),
  )
  return csv(['behind_table', 'behind_source', ...names], rows as (string | number | boolean | null)[][])
}

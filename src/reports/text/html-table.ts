import { csv } from './csv.ts'
import { html, type Markup, type MarkupContent, narrowSpaces } from './html-markup.ts'
import type { Column } from './table.ts'

/** The data of a chart, as shown in its table and saved as CSV. */
export interface ChartData {
  /** File name without extension. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Renders a table with a caption; the first column has the row headers. */
export function htmlTable(caption: string, columns: readonly Column[], rows: readonly (readonly MarkupContent[])[]): Markup {
  const side = (i: number): string => (columns[i]!.align === 'right' ? 'right' : 'left')
  const body = rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0
        ? html`<th scope="row">${cell}</th>`
        : html`<td class="${side(i)}${/^(when|years|date|until|first|last)$/.test(columns[i]!.title) ? ' when' : isLong(cell) ? ' long' : ''}">${cell}</td>`,
    )
    return html`<tr>${cells}</tr>\n`
  })
  const heads = columns.map((column, i) => html`<th scope="col" class="${side(i)}">${column.title}</th>`)
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody></table></div>`
}

/** Whether a cell contains a sentence, which gets a minimum width. */
function isLong(cell: MarkupContent): boolean {
  return typeof cell === 'string' && cell.length > 45
}

/** Renders the table of a chart, folded, with a CSV download. */
export function dataTable(title: string, data: ChartData): Markup {
  const rows = data.rows.map((row) =>
    row.map((cell) => (cell === null ? 'unknown' : typeof cell === 'number' ? plain(cell) : narrowSpaces(cell))),
  )
  return html`<details class="data"><summary>Table and data<span class="hidden"> of the chart: ${title}</span></summary>
${htmlTable(title, data.columns, rows)}
${saved(data)}</details>`
}

/** Renders a link that saves the rows as CSV; the page itself contains the data. */
function saved({ name, columns, rows }: ChartData): Markup {
  const text = csv(
    columns.map((column) => column.title),
    rows,
  )
  return html`<p><a download="${name}.csv" href="data:text/csv;charset=utf-8,${encodeURIComponent(text)}">Save as ${name}.csv</a></p>`
}

/** Formats a number for a table, with up to four decimals. */
function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 4 }).replace('-', '−')
}

import { VisavisError } from '../../errors.ts'

/** A row of an HTML table: the line of its first cell, and the text of its cells. */
export interface HtmlRow {
  readonly line: number
  readonly cells: readonly string[]
}

const boundary = /<(\/?)(tr|td|th|table)\b[^>]*>/gi

/**
 * Rows of the tables in a page. Hand-kept pages leave out end tags and row tags, so that a row ends at either `<tr` or `</tr>`, a cell at the next cell or
 * at the end of its row. Mark-up within a cell counts as a blank, every run of white space as one; comments are passed over.
 *
 * @throws BadInput where the page ends within a row: it was cut off
 * @example htmlRows('<tr><td>S/PV.1</td><td>6<br>May</td></tr>\n<td>S/PV.2<td>x</tr>', 'f.html')   // [{ line: 1, cells: ['S/PV.1', '6 May'] }, { line: 2, cells: ['S/PV.2', 'x'] }]
 */
export function htmlRows(page: string, file: string): HtmlRow[] {
  const html = page.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
  const rows: HtmlRow[] = []
  const lineAt = lineCounter(html)
  let row: { line: number; cells: string[] } | null = null
  let cellFrom = -1
  for (const match of html.matchAll(boundary)) {
    const [tag, close, name] = match as unknown as [string, string, string]
    if (row !== null && cellFrom >= 0) row.cells.push(textOf(html.slice(cellFrom, match.index)))
    cellFrom = -1
    if (/^t[dh]$/i.test(name)) {
      if (close === '') {
        row ??= { line: lineAt(match.index), cells: [] }
        cellFrom = match.index + tag.length
      }
    } else {
      if (row !== null) rows.push(row)
      row = null
    }
  }
  if (row !== null) throw new VisavisError('BadInput', `${file}:${row.line} has a row that never ends`, { hint: 'fetch the page again' })
  return rows
}

/** Line of a place in the text, for places asked in rising order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1
  let seen = 0
  return (at) => {
    for (let next = text.indexOf('\n', seen); next !== -1 && next < at; next = text.indexOf('\n', seen)) {
      line++
      seen = next + 1
    }
    return line
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
  egrave: 'è',
  ocirc: 'ô',
  ouml: 'ö',
  uuml: 'ü',
  ccedil: 'ç',
}

/** Text of a piece of HTML. A named entity that we do not know stays as it is written. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));?/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name]! : whole
      const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/\s+/g, ' ')
    .trim()
}

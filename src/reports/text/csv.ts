/** A cell of a CSV file: null, undefined, NaN and infinity become blank, never zero. */
export type CsvCell = string | number | boolean | null | undefined

/** A text that a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r]/
const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i

/**
 * Writes rows as CSV (RFC 4180, but with line feeds only), quoted where necessary. A text that a spreadsheet would run as a formula gets an apostrophe before it,
 * in the header too, since names in it may be of a file that nobody here wrote; numbers stay as they are.
 *
 * @example csv(['a'], [['=1+2'], ['-3']])   // "a\n'=1+2\n-3\n"
 * @example csv(['a', 'b'], [[1, 'x, y'], [Number.NaN, null]])   // "a,b\n1,\"x, y\"\n,\n"
 */
export function csv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header.map(cell).join(',')]
  for (const row of rows) lines.push(row.map(cell).join(','))
  return `${lines.join('\n')}\n`
}

function cell(value: CsvCell): string {
  if (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return ''
  const text = typeof value === 'string' && formula.test(value) && !number.test(value) && value !== '-' ? `'${value}` : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

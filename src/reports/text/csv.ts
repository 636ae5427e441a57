/** A cell of a CSV file: null, undefined, NaN and infinity become blank, never zero. */
export type CsvCell = string | number | boolean | null | undefined

/**
 * Writes rows as CSV (RFC 4180, but with line feeds only), quoted where necessary.
 *
 * @example csv(['a', 'b'], [[1, 'x, y'], [Number.NaN, null]])   // "a,b\n1,\"x, y\"\n,\n"
 */
export function csv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header.map(cell).join(',')]
  for (const row of rows) lines.push(row.map(cell).join(','))
  return `${lines.join('\n')}\n`
}

function cell(value: CsvCell): string {
  if (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return ''
  const text = String(value)
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

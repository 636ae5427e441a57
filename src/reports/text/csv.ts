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

/** What each column of a CSV file has of a row, by the name of the column, in the order of the file. */
export type CsvColumns<T> = Readonly<Record<string, (row: T) => CsvCell>>

/**
 * Writes rows as CSV by declared columns, so that a name and its cell stand together.
 *
 * @example csvByColumns({ state: ({ iso3 }) => iso3, exports: ({ flows }) => flows[0] }, [{ iso3: 'CHN', flows: [5, 7] }])   // "state,exports\nCHN,5\n"
 */
export function csvByColumns<T>(columns: CsvColumns<T>, rows: Iterable<T>): string {
  return csv(Object.keys(columns), cellsByColumns(columns, rows))
}

function* cellsByColumns<T>(columns: CsvColumns<T>, rows: Iterable<T>): Generator<CsvCell[]> {
  const cells = Object.values(columns)
  for (const row of rows) yield cells.map((of) => of(row))
}

/**
 * Writes records as CSV; a column that a record lacks is blank.
 *
 * @example csvOfRecords(['a', 'b'], [{ a: 1, b: 2 }, { b: 3 }])   // "a,b\n1,2\n,3\n"
 */
export function csvOfRecords<Name extends string>(
  names: readonly Name[],
  records: Iterable<Readonly<Partial<Record<Name, CsvCell>>>>,
): string {
  return csv(names, cellsOfRecords(names, records))
}

function* cellsOfRecords<Name extends string>(
  names: readonly Name[],
  records: Iterable<Readonly<Partial<Record<Name, CsvCell>>>>,
): Generator<CsvCell[]> {
  for (const record of records) yield names.map((name) => record[name])
}

function cell(value: CsvCell): string {
  if (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return ''
  const text = typeof value === 'string' && formula.test(value) && !number.test(value) && value !== '-' ? `'${value}` : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

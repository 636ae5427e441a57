import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { CsvQuoteError, type CsvRecord, eachRecord } from './csv-parser.ts'
import { checkFileSize, gunzipped } from './file-size.ts'
import { checkLastLine, type LastLine } from './last-line-check.ts'

/** One line of a CSV file with a header: its fields by column name, and its line number in the file (the header is line 1). */
export interface CsvRow {
  readonly line: number
  /** Text `file:line`, for messages and locators. */
  readonly at: string
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Returns the text of a UTF-8 file, without a byte order mark; unpacked if the file's name ends in `.gz`.
 *
 * @throws BadInput for a workbook, an archive, or an incomplete gzip file; TooLarge
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path)
  if (packed.some((mark) => bytes.subarray(0, 4).equals(mark))) throw badInput(`${basename(path)} is a workbook or an archive, not text`)
  return new TextDecoder().decode(path.endsWith('.gz') ? gunzipped(bytes, path) : bytes)
}

/** First bytes of ZIP files (including .xlsx) and .xls files, whatever their names. */
const packed = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])]

/**
 * Returns the bytes of a file.
 *
 * @throws BadInput if the file cannot be read, TooLarge if it is too large to be read whole
 */
export async function readBytes(path: string): Promise<Buffer> {
  await checkFileSize(path)
  try {
    return await readFile(path)
  } catch (cause) {
    throw badInput(`cannot read ${path}`, { cause })
  }
}

/**
 * Returns all records of CSV text (RFC 4180).
 *
 * @throws BadInput with the line, for a misplaced quotation mark
 * @example parseRecords('a,b\n1,"x, ""y"""\n')   // [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1', 'x, "y"'] }]
 */
export function parseRecords(text: string, separator = ','): CsvRecord[] {
  const records: CsvRecord[] = []
  try {
    eachRecord(text, (cells, line) => void records.push({ line, cells }), separator)
    return records
  } catch (cause) {
    throw cause instanceof CsvQuoteError ? badInput(cause.message) : cause
  }
}

/**
 * Returns the rows of CSV text, with the fields by the names in the header.
 *
 * @throws BadInput with file and line for a record with more or fewer cells than the header
 * @example parseCsv('a,b\n1,2\n', 'x.csv')   // [{ line: 2, at: 'x.csv:2', fields: { a: '1', b: '2' } }]
 */
export function parseCsv(text: string, file: string): CsvRow[] {
  const [header, ...records] = parseRecords(text)
  if (header === undefined) throw badInput(`${file} is empty`)
  return records.map(({ line, cells }) => {
    if (cells.length !== header.cells.length) {
      throw badInput(`${file}:${line} has ${cells.length} cells, the header has ${header.cells.length}`)
    }
    return { line, at: `${file}:${line}`, fields: Object.fromEntries(header.cells.map((name, i) => [name, cells[i] ?? ''])) }
  })
}

/**
 * Reads the rows of a CSV file, plain or gzipped, and checks that the required columns exist.
 *
 * @param columns    the required columns; others are allowed
 * @param lastLine   how the file must end: see `LastLine`
 */
export async function readCsv(path: string, columns: readonly string[], lastLine: LastLine = 'whole'): Promise<CsvRow[]> {
  return csvRows(await readText(path), basename(path), columns, lastLine)
}

/** Returns the rows of the text of a CSV file; does the checks of `readCsv`. */
export function csvRows(text: string, file: string, columns: readonly string[], lastLine: LastLine = 'whole'): CsvRow[] {
  checkLastLine(text, file, lastLine)
  checkText(text, file)
  const rows = parseCsv(text, file)
  const first = rows[0]
  const missing = first === undefined ? columns : columns.filter((name) => !(name in first.fields))
  if (missing.length > 0) throw badInput(`${file} lacks the columns ${missing.join(', ')}`)
  return rows
}

/** Refuses a text with NUL or invalid UTF-8: the file is damaged or has another encoding, so that no figure in it can be trusted. */
function checkText(text: string, file: string): void {
  const at = text.search(/[\0\ufffd]/)
  if (at < 0) return
  const what = text[at] === '\0' ? 'has a NUL character: the file is damaged' : 'is not UTF-8 text'
  throw badInput(`${file}:${text.slice(0, at).split('\n').length} ${what}`, 'fetch the file again, or save it as UTF-8')
}

/** Matches a number in plain or scientific notation. JavaScript's `Number` also accepts hexadecimal, binary and blank text. */
const decimal = /^[-+]?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/

/**
 * Returns the number in a field; null if the field is blank or a dash.
 *
 * @throws BadInput with file and line for anything else
 */
export function numberInField(row: CsvRow, column: string): number | null {
  const text = (row.fields[column] ?? '').trim()
  if (text === '' || text === '-') return null
  const value = decimal.test(text) ? Number(text) : Number.NaN
  if (!Number.isFinite(value)) throw badInput(`${row.at} has "${text}" for ${column}, not a number`)
  return value
}

/**
 * Returns the texts of several fields, without white space around them.
 *
 * @example textsIn({ line: 2, at: 'x.csv:2', fields: { a: ' 1', b: '2' } }, 'b', 'a')   // ['2', '1']
 */
export function textsIn<Names extends string[]>(row: CsvRow, ...names: Names): { [K in keyof Names]: string } {
  return names.map((name) => row.fields[name]!.trim()) as { [K in keyof Names]: string }
}

/**
 * Reads the rows of one of the project's own CSV files (data/tables), which must have exactly the expected columns.
 *
 * @throws BadInput as `readCsv` does, and for unexpected columns
 */
export async function readOwnCsv(path: string, columns: readonly string[]): Promise<CsvRow[]> {
  const rows = await readCsv(path, columns)
  const strange = Object.keys(rows[0]?.fields ?? {}).filter((name) => !columns.includes(name))
  if (strange.length > 0) throw badInput(`${basename(path)}:1 has the columns ${strange.join(', ')}, which it should not have`)
  return rows
}

/**
 * Converts the rows of one of the project's own tables, in order, after checking that each row is valid and unique.
 *
 * @param faultOf   returns the fault of a row, in words that follow `file:line`; undefined if there is none
 * @param nameOf    returns the text that identifies a row; a second row with the same text is refused
 * @param make      converts a row; throws for an invalid cell
 * @throws BadInput with file and line for the first faulty or duplicate row
 */
export function convertedRows<T>(
  rows: readonly CsvRow[],
  { faultOf, nameOf }: { readonly faultOf: (row: CsvRow) => string | undefined; readonly nameOf: (row: CsvRow) => string },
  make: (row: CsvRow) => readonly T[],
): T[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const name = nameOf(row)
    const problem = faultOf(row) ?? (seen.has(name) ? `gives ${name} a second time` : undefined)
    if (problem !== undefined) throw badInput(`${row.at} ${problem}`)
    seen.add(name)
    return make(row)
  })
}

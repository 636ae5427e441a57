import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { VisavisError } from '../../errors.ts'
import { CsvQuoteError, type CsvRecord, eachRecord } from './csv-records.ts'
import { checkSize, tooLarge, unpackedAtMost } from './file-size.ts'
import { checkLastLine, type LastLine } from './last-line.ts'

/** One line of a CSV file with a header: its fields by column name, and its line number in the file (the header is line 1). */
export interface CsvRow {
  readonly line: number
  readonly fields: Readonly<Record<string, string>>
}

/** Text of a UTF-8 file without a byte order mark, decompressed if its name ends in `.gz`. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path)
  if (packed.some((mark) => bytes.subarray(0, 4).equals(mark))) {
    throw new VisavisError('BadInput', `${basename(path)} is a workbook or an archive, not text`)
  }
  return new TextDecoder().decode(path.endsWith('.gz') ? gunzipped(bytes, path) : bytes)
}

/** First bytes of ZIP files (including .xlsx) and .xls files, whatever their names. */
const packed = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])]

/**
 * The content of a gzip file. A truncated file is a BadInput that names it; one that decompresses beyond the limit is
 * TooLarge.
 */
function gunzipped(bytes: Buffer, path: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: unpackedAtMost(bytes.length) })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(path, 'unpacks to more', unpackedAtMost(bytes.length))
    throw new VisavisError('BadInput', `${basename(path)} is not a whole gzip file`, { cause, hint: 'fetch the file again' })
  }
}

/** The bytes of a file. An unreadable file is a BadInput that names it; one too large to read whole is TooLarge. */
export async function readBytes(path: string): Promise<Buffer> {
  await checkSize(path)
  try {
    return await readFile(path)
  } catch (cause) {
    throw new VisavisError('BadInput', `cannot read ${path}`, { cause })
  }
}

/**
 * All records of RFC 4180 text.
 *
 * @throws BadInput with the line
 * @example parseRecords('a,b\n1,"x, ""y"""\n')   // [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1', 'x, "y"'] }]
 */
export function parseRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  try {
    eachRecord(text, (cells, line) => void records.push({ line, cells }))
    return records
  } catch (cause) {
    throw cause instanceof CsvQuoteError ? new VisavisError('BadInput', cause.message) : cause
  }
}

/**
 * Rows of a CSV text by header name. A record with more or fewer cells than the header is a BadInput that names file
 * and line.
 *
 * @example parseCsv('a,b\n1,2\n', 'x.csv')   // [{ line: 2, fields: { a: '1', b: '2' } }]
 */
export function parseCsv(text: string, file: string): CsvRow[] {
  const [header, ...records] = parseRecords(text)
  if (header === undefined) throw new VisavisError('BadInput', `${file} is empty`)
  return records.map(({ line, cells }) => {
    if (cells.length !== header.cells.length) {
      throw new VisavisError('BadInput', `${file}:${line} has ${cells.length} cells, the header has ${header.cells.length}`)
    }
    return { line, fields: Object.fromEntries(header.cells.map((name, i) => [name, cells[i] ?? ''])) }
  })
}

/**
 * Rows of a CSV file, plain or gzipped, after checking that the required columns exist.
 *
 * @param lastLine   `whole`: a file without a final line break is refused, since its last figure may be truncated;
 * `any`: for a source with files that end without one
 */
export async function readCsv(path: string, columns: readonly string[], lastLine: LastLine = 'whole'): Promise<CsvRow[]> {
  const file = basename(path)
  const text = await readText(path)
  checkLastLine(text, file, lastLine)
  checkText(text, file)
  const rows = parseCsv(text, file)
  const first = rows[0]
  const missing = first === undefined ? columns : columns.filter((name) => !(name in first.fields))
  if (missing.length > 0) throw new VisavisError('BadInput', `${file} lacks the columns ${missing.join(', ')}`)
  return rows
}

/** A file with NUL or invalid UTF-8 is damaged or in another encoding, so none of its content can be trusted. */
function checkText(text: string, file: string): void {
  const at = text.search(/[\0\ufffd]/)
  if (at < 0) return
  const what = text[at] === '\0' ? 'has a NUL character: the file is damaged' : 'is not UTF-8 text'
  throw new VisavisError('BadInput', `${file}:${text.slice(0, at).split('\n').length} ${what}`, {
    hint: 'fetch the file again, or save it as UTF-8',
  })
}

/** Plain and scientific notation only; JavaScript also reads hexadecimal, binary and blank text as numbers. */
const decimal = /^[-+]?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/

/** The number in a field, or null where it is blank or a dash. Anything else is a BadInput that names file and line. */
export function numberIn(row: CsvRow, column: string, file: string): number | null {
  const text = (row.fields[column] ?? '').trim()
  if (text === '' || text === '-') return null
  const value = decimal.test(text) ? Number(text) : Number.NaN
  if (!Number.isFinite(value)) throw new VisavisError('BadInput', `${file}:${row.line} has "${text}" for ${column}, not a number`)
  return value
}

/**
 * Rows of one of the project's own CSV files, which must have exactly the expected columns.
 *
 * @throws BadInput as `readCsv` does, and naming unexpected columns
 */
export async function readOwnCsv(path: string, columns: readonly string[]): Promise<CsvRow[]> {
  const rows = await readCsv(path, columns)
  const strange = Object.keys(rows[0]?.fields ?? {}).filter((name) => !columns.includes(name))
  if (strange.length > 0)
    throw new VisavisError('BadInput', `${basename(path)}:1 has the columns ${strange.join(', ')}, which it should not have`)
  return rows
}

/**
 * Converts the rows of one of the project's own tables in order, and checks that each is valid and unique.
 *
 * @param faultOf   the fault of a row, worded to follow file and line
 * @param nameOf   the row's key; duplicates are refused
 * @param make   throws for an invalid cell
 * @throws BadInput with file and line for the first faulty or duplicate row
 */
export function madeOfRows<T>(
  rows: readonly CsvRow[],
  file: string,
  { faultOf, nameOf }: { readonly faultOf: (row: CsvRow) => string | undefined; readonly nameOf: (row: CsvRow) => string },
  make: (row: CsvRow) => readonly T[],
): T[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const name = nameOf(row)
    const problem = faultOf(row) ?? (seen.has(name) ? `gives ${name} a second time` : undefined)
    if (problem !== undefined) throw new VisavisError('BadInput', `${file}:${row.line} ${problem}`)
    seen.add(name)
    return make(row)
  })
}

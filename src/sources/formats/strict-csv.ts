import { basename } from 'node:path'
import { badInput, VisavisError } from '../../errors.ts'
import { type CsvRow, parseRecords } from './csv.ts'
import type { CsvRecord } from './csv-parser.ts'
import { checkLastLine, type LastLine } from './last-line-check.ts'
import { readUtf8 } from './utf8-csv.ts'

/**
 * Reads the rows of a CSV file that may have been saved by hand, with the fields by the names in the header. A byte order mark, and lines of nothing but commas
 * as spreadsheets append them, are skipped.
 *
 * @param columns    the required columns; others are allowed
 * @param what       what the file should be, for the hint of an error: `the case list of GSDB v3`
 * @param lastLine   how the file must end: see `LastLine`
 * @throws BadInput with file, line and hint: not UTF-8, empty, a column missing or doubled, a row with too many or too few cells, two equal rows
 */
export async function readStrictCsv(
  path: string,
  columns: readonly string[],
  what: string,
  lastLine: LastLine = 'whole',
): Promise<CsvRow[]> {
  return strictRows(await textOf(path), basename(path), columns, what, lastLine)
}

/** Does the same as `readStrictCsv` for the text of a file. */
export function strictRows(text: string, file: string, columns: readonly string[], what: string, lastLine: LastLine = 'whole'): CsvRow[] {
  const [header, ...records] = recordsOf(text, file)
  if (header === undefined) throw badInput(`${file} is empty`, `give ${what}`)
  checkHeader(header.cells, columns, file, what)
  const seen = new Map<string, number>()
  const rows = records.flatMap(({ line, cells }): CsvRow[] => {
    if (cells.length !== header.cells.length) {
      const hint = 'the line is torn, or a text with commas lacks its quotation marks: fetch the file again'
      throw badInput(`${file}:${line} has ${cells.length} cells, the header has ${header.cells.length}`, hint)
    }
    if (cells.every((cell) => cell.trim() === '')) return []
    checkRepeat(cells, line, file, seen)
    return [{ line, at: `${file}:${line}`, fields: Object.fromEntries(header.cells.map((name, i) => [name, cells[i]!])) }]
  })
  checkLastLine(text, file, lastLine)
  return rows
}

async function textOf(path: string): Promise<string> {
  try {
    return await readUtf8(path)
  } catch (cause) {
    if (cause instanceof VisavisError) throw cause
    throw badInput(`cannot read ${path}`, { cause })
  }
}

function recordsOf(text: string, file: string): CsvRecord[] {
  try {
    return parseRecords(text)
  } catch (cause) {
    if (cause instanceof VisavisError) throw badInput(`${file}: ${cause.message}`, { cause })
    throw cause
  }
}

function checkHeader(header: readonly string[], columns: readonly string[], file: string, what: string): void {
  const hint = `give ${what}`
  const missing = columns.filter((name) => !header.includes(name))
  if (missing.length > 0) throw badInput(`${file}:1 lacks the columns ${missing.join(', ')}`, hint)
  const twice = columns.find((name) => header.indexOf(name) !== header.lastIndexOf(name))
  if (twice !== undefined) throw badInput(`${file}:1 has the column ${twice} twice`, hint)
}

function checkRepeat(cells: readonly string[], line: number, file: string, seen: Map<string, number>): void {
  const key = cells.join('\u0000')
  const before = seen.get(key)
  if (before !== undefined) throw badInput(`${file}:${line} says again what line ${before} says`, 'remove the doubled row')
  seen.set(key, line)
}

/**
 * Returns the whole number in a field.
 *
 * @throws BadInput with file, line and column for a number below `least`, a blank, and anything else
 */
export function wholeNumberInField(row: CsvRow, column: string, least: number): number {
  const text = (row.fields[column] ?? '').trim()
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least) return value
  throw badInput(`${row.at} has "${text}" for ${column}, not a whole number of at least ${least}`)
}

/**
 * Returns the calendar year in a field.
 *
 * @throws BadInput if it is before `first`, after `last`, or not a year
 */
export function yearIn(row: CsvRow, column: string, first: number, last: number): number {
  const value = wholeNumberInField(row, column, 0)
  if (value >= first && value <= last) return value
  throw badInput(`${row.at} has ${value} for ${column}, not a year from ${first} to ${last}`)
}

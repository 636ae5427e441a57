import { basename } from 'node:path'
import { badInput, type VisavisError } from '../../errors.ts'
import { readBytes } from './csv.ts'
import { checkZip } from './zip-check.ts'

export type SheetCell = string | number | null

/** A sheet of a workbook. Its rows begin at cell A1, so that `rows[0][1]` is B1. Blank cells are null. */
export interface Sheet {
  readonly file: string
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
}

/** Options that skip formulas and display formats: they are not used here, and take up to half of the reading time. */
const valuesOnly = { dense: false, cellFormula: false, cellHTML: false, cellText: false }

/** Reads every sheet with cells of an .xlsx or .xls workbook, in the workbook's order. */
export async function readSheets(path: string): Promise<Sheet[]> {
  const bytes = await readBytes(path)
  const file = basename(path)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw badInput(`${file} is packed with gzip: not a workbook`)
  checkZip(bytes, file)
  const { read, utils } = await import('@e965/xlsx')
  const workbook = workbookIn(() => read(bytes, valuesOnly), file)
  return workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name]
    const end = sheet === undefined ? null : lastOf(Object.keys(sheet), utils.decode_cell)
    if (sheet === undefined || end === null) return []
    if ((end.r + 1) * (end.c + 1) > cellsAtMost) throw tooWide(`${file}!${name}!${columnName(end.c)}${end.r + 1}`)
    const whole = { s: { r: 0, c: 0 }, e: end }
    const rows = utils.sheet_to_json<SheetCell[]>(sheet, { header: 1, raw: true, defval: null, blankrows: true, range: whole })
    return [checked({ file, name, rows })]
  })
}

/** Limit of the number of cells. The largest sheet from a provider has less than a tenth of it. */
const cellsAtMost = 2e7

interface Place {
  readonly r: number
  readonly c: number
}

/** Returns the last row and column with a cell; null if there is no cell. The declared size of a sheet is not used: a few bytes can claim 17 billion cells. */
function lastOf(keys: readonly string[], place: (key: string) => Place): Place | null {
  const end = { r: -1, c: -1 }
  for (const key of keys) {
    if (key.startsWith('!')) continue
    const { r, c } = place(key)
    if (r > end.r) end.r = r
    if (c > end.c) end.c = c
  }
  return end.r < 0 ? null : end
}

function tooWide(where: string): VisavisError {
  return badInput(
    `${where} has a cell so far out that the sheet would have over ${cellsAtMost / 1e6} million: no table of a provider`,
    'delete the stray cell, or fetch the file again',
  )
}

/** Matches characters that the store rejects and no provider writes: NUL, an unpaired surrogate, a byte order mark. */
const noText = /\0|^\ufeff|\p{Surrogate}/u

function checked(sheet: Sheet): Sheet {
  for (const [row, cells] of sheet.rows.entries()) {
    const column = cells.findIndex((cell) => typeof cell === 'string' && noText.test(cell))
    if (column >= 0) {
      const message = `${cellName(sheet, row, column)} has a character that is no text: the file is damaged`
      throw badInput(message, 'fetch the file again')
    }
  }
  return sheet
}

/** Calls `open`. An error of the workbook library, which a user would not understand, is replaced by BadInput: no workbook, or a damaged one. */
function workbookIn<T>(open: () => T, file: string): T {
  try {
    return open()
  } catch (cause) {
    throw badInput(`${file} is no workbook, or is damaged (${(cause as Error).message})`, { cause, hint: 'fetch the file again' })
  }
}

/** Returns the text of a cell with white space collapsed; '' for a blank cell. Row and column are counted from 0. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  return String(sheet.rows[row]?.[column] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Returns the number in a cell; null if the cell is blank, a dash or dots (a missing value). Row and column are counted from 0.
 *
 * @throws BadInput with file, sheet and cell for any other text
 */
export function numberAt(sheet: Sheet, row: number, column: number): number | null {
  const cell = sheet.rows[row]?.[column] ?? null
  if (typeof cell === 'number') return cell
  const text = textAt(sheet, row, column)
  if (['', '-', '–', '…', '...'].includes(text)) return null
  throw badInput(`${cellName(sheet, row, column)} has "${text}", not a number`)
}

/** Returns the name of a cell, such as `file!sheet!B7`, for messages and locators. Row and column are counted from 0. */
export function cellName(sheet: Sheet, row: number, column: number): string {
  return `${sheet.file}!${sheet.name}!${columnName(column)}${row + 1}`
}

/**
 * Returns the letters of a column, which is counted from 0.
 *
 * @example [columnName(0), columnName(25), columnName(26), columnName(701)]   // ['A', 'Z', 'AA', 'ZZ']
 */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/**
 * Returns the years in a row of headings, with their columns.
 *
 * @param heading   matches the heading of a year, with the year as first group; by default only four digits, so that `2024*` (preliminary) is skipped
 */
export function yearColumns(sheet: Sheet, row: number, heading: RegExp = /^(\d{4})$/): { year: number; column: number }[] {
  return (sheet.rows[row] ?? []).flatMap((_, column) => {
    const year = heading.exec(textAt(sheet, row, column))?.[1]
    return year === undefined ? [] : [{ year: Number(year), column }]
  })
}

import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { readBytes } from './csv.ts'
import { checkZip } from './zip-check.ts'

export type SheetCell = string | number | null

/** A sheet as a grid starting at cell A1: `rows[0][1]` is B1. Blank cells are null. */
export interface Sheet {
  readonly file: string
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
}

/** Formulas and display formats are not used here, and take up to half of the reading time. */
const valuesOnly = { dense: false, cellFormula: false, cellHTML: false, cellText: false }

/** Every non-empty sheet of an .xlsx or .xls workbook, in the workbook's order. */
export async function readSheets(path: string): Promise<Sheet[]> {
  const bytes = await readBytes(path)
  const file = basename(path)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new VisavisError('BadInput', `${file} is packed with gzip: not a workbook`)
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

/** The largest sheet from a provider has less than a tenth of this. */
const cellsAtMost = 2e7

interface Place {
  readonly r: number
  readonly c: number
}

/**
 * The last row and column with a cell. The sheet's declared size is not trusted: a few bytes may claim 17 billion
 * cells.
 */
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
  return new VisavisError(
    'BadInput',
    `${where} has a cell so far out that the sheet would have over ${cellsAtMost / 1e6} million: no table of a provider`,
    {
      hint: 'delete the stray cell, or fetch the file again',
    },
  )
}

/** Text that the store rejects and no provider writes: NUL, an unpaired surrogate, a byte order mark. */
const noText = /\0|^\ufeff|\p{Surrogate}/u

function checked(sheet: Sheet): Sheet {
  for (const [row, cells] of sheet.rows.entries()) {
    const column = cells.findIndex((cell) => typeof cell === 'string' && noText.test(cell))
    if (column >= 0) {
      const message = `${cellName(sheet, row, column)} has a character that is no text: the file is damaged`
      throw new VisavisError('BadInput', message, { hint: 'fetch the file again' })
    }
  }
  return sheet
}

/** Replaces the library's internal error messages: for the user, the file is not a workbook or is incomplete. */
function workbookIn<T>(open: () => T, file: string): T {
  try {
    return open()
  } catch (cause) {
    throw new VisavisError('BadInput', `${file} is no workbook, or is damaged (${(cause as Error).message})`, {
      cause,
      hint: 'fetch the file again',
    })
  }
}

/** Text of a cell with white space collapsed; '' for a blank cell. Row and column count from 0. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  return String(sheet.rows[row]?.[column] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Number in a cell, or null where it is blank, a dash or dots (missing). Other text is a BadInput that names file,
 * sheet and cell. Row and column count from 0.
 */
export function numberAt(sheet: Sheet, row: number, column: number): number | null {
  const cell = sheet.rows[row]?.[column] ?? null
  if (typeof cell === 'number') return cell
  const text = textAt(sheet, row, column)
  if (['', '-', '–', '…', '...'].includes(text)) return null
  throw new VisavisError('BadInput', `${cellName(sheet, row, column)} has "${text}", not a number`)
}

/** The name of a cell in messages and locators: `file!sheet!B7`. */
export function cellName(sheet: Sheet, row: number, column: number): string {
  return `${sheet.file}!${sheet.name}!${columnName(column)}${row + 1}`
}

/**
 * Letters of a column, counted from 0.
 *
 * @example [columnName(0), columnName(25), columnName(26), columnName(701)]   // ['A', 'Z', 'AA', 'ZZ']
 */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/**
 * The four-digit years in a header row, with their columns. A heading such as `2024*` (preliminary) is skipped unless
 * `heading` matches it; its first group is the year.
 */
export function yearColumns(sheet: Sheet, row: number, heading: RegExp = /^(\d{4})$/): { year: number; column: number }[] {
  return (sheet.rows[row] ?? []).flatMap((_, column) => {
    const year = heading.exec(textAt(sheet, row, column))?.[1]
    return year === undefined ? [] : [{ year: Number(year), column }]
  })
}

import { badInput, VisavisError } from '../../errors.ts'
import { cellName, readSheets, type Sheet, textAt } from './spreadsheet.ts'

/** A row of a sheet with column names in row 1. */
export interface SheetRow {
  /** Returns the text of the cell in a column; '' if the cell is blank. */
  text(column: string): string
  /** Returns the number in a cell; null if the cell is blank or a full stop (a missing value in some files). Throws BadInput for any other text. */
  number(column: string): number | null
  /** Returns the name of a cell, such as `file!sheet!B7`, for messages and locators. */
  where(column: string): string
}

/**
 * Returns the rows of a sheet that has column names in row 1. Blank rows are skipped.
 *
 * @param path     file of the sheets, for messages
 * @param title    name of the sheet; null: the first sheet
 * @param columns  names that must each occur once in row 1
 * @param what     what the file should be, for the hint of an error
 * @throws BadInput if there is no such sheet, or a column is missing or occurs twice
 */
export function sheetTable(
  sheets: readonly Sheet[],
  path: string,
  title: string | null,
  columns: readonly string[],
  what: string,
): SheetRow[] {
  const sheet = title === null ? sheets[0] : sheets.find(({ name }) => name.trim() === title)
  if (sheet === undefined) throw badInput(`${path} has no sheet ${title ?? 'with cells'}`, `give ${what}`)
  const header = (sheet.rows[0] ?? []).map((_, column) => textAt(sheet, 0, column))
  const missing = columns.filter((name) => header.indexOf(name) === -1 || header.indexOf(name) !== header.lastIndexOf(name))
  if (missing.length > 0) {
    const message = `${sheet.file}!${sheet.name} has not, or more than once, the columns ${missing.join(', ')} in row 1`
    throw badInput(message, `give ${what}`)
  }
  return sheet.rows.flatMap((cells, row) =>
    row === 0 || cells.every((cell) => cell === null || cell === '') ? [] : [rowOf(sheet, row, header)],
  )
}

/**
 * Reads the sheets of a workbook.
 *
 * @param what   what the file should be, for the hint of an error
 * @throws BadInput for any other file
 */
export async function workbookSheets(path: string, what: string): Promise<Sheet[]> {
  try {
    return await readSheets(path)
  } catch (cause) {
    if (cause instanceof VisavisError) throw cause
    throw badInput(`${path} cannot be read as a workbook`, { cause, hint: `give ${what}` })
  }
}

function rowOf(sheet: Sheet, row: number, header: readonly string[]): SheetRow {
  const where = (column: string): string => cellName(sheet, row, header.indexOf(column))
  const text = (column: string): string => textAt(sheet, row, header.indexOf(column))
  return {
    text,
    where,
    number: (column) => {
      const cell = sheet.rows[row]?.[header.indexOf(column)] ?? null
      if (typeof cell === 'number') return cell
      if (['', '.'].includes(text(column))) return null
      throw badInput(`${where(column)} has "${text(column)}" for ${column}, not a number`)
    },
  }
}

import { badInput } from '../../errors.ts'
import { cellName, type Sheet, textAt, yearColumns } from '../formats/spreadsheet.ts'

/** The kind of a sheet: its name, the indicator it has figures of, and their unit. */
export interface MilexSheetKind {
  readonly name: RegExp
  readonly indicator: string
  /** Power of ten that turns the sheet's figures into the unit: 6 for millions. */
  readonly power: number
  /** Returns the unit of the observation, from the year in the sheet's name and the currency of the row. */
  readonly unit: (baseYear: string, currency: string) => string
}

const sheet = (name: RegExp, indicator: string, power: number, unit: MilexSheetKind['unit']): MilexSheetKind => ({
  name,
  indicator,
  power,
  unit,
})

export const localCurrency: MilexSheetKind = sheet(
  /^Local currency calendar years$/,
  'military-expenditure-local',
  0,
  (_, currency) => currency,
)

/** The sheets by country that are read. */
export const sheetKinds: readonly MilexSheetKind[] = [
  localCurrency,
  sheet(/^Constant \((\d{4})\) US\$$/, 'military-expenditure-constant', 6, (baseYear) => `USD of ${baseYear}`),
  sheet(/^Current US\$$/, 'military-expenditure', 6, () => 'USD'),
  sheet(/^Share of GDP$/, 'military-expenditure-gdp-share', 0, () => 'share of GDP'),
  sheet(/^Per capita$/, 'military-expenditure-per-head', 0, () => 'USD'),
  sheet(/^Share of Govt\. spending$/, 'military-expenditure-government-share', 0, () => 'share of government spending'),
]

/** The content of a cell: a figure, `unknown` (printed `...`), or `not applicable` (printed `xxx`), since there was no such state in that year. */
export type CellReading = number | 'unknown' | 'not applicable'

/** One row of a sheet: a state (or union) and its cells by year. */
export interface SpenderRow {
  readonly label: string
  readonly row: number
  readonly currency: string
  readonly cells: readonly { readonly year: number; readonly column: number; readonly said: CellReading }[]
}

/**
 * Returns the rows of a sheet that are about a state, in order. Headings of regions, which have no cells, are skipped.
 *
 * @throws BadInput for a sheet without its header, years out of order, a blank or unreadable cell, or a name that stands twice in the sheet
 */
export function spenderRows(from: Sheet): SpenderRow[] {
  if (!textAt(from, 0, 0).startsWith('Military expenditure') || !textAt(from, 0, 0).includes('SIPRI')) {
    throw badInput(`${cellName(from, 0, 0)} has "${textAt(from, 0, 0)}", not a title of SIPRI's military expenditure`)
  }
  const header = from.rows.findIndex((_, row) => textAt(from, row, 0) === 'Country')
  if (header === -1) throw badInput(`${from.file}!${from.name} has no row headed "Country"`)
  const years = yearColumns(from, header)
  checkYears(from, header, years)
  const currency = from.rows[header]!.indexOf('Currency')
  const seen = new Map<string, number>()
  return from.rows.flatMap((_, row): SpenderRow[] => {
    const label = textAt(from, row, 0)
    if (row <= header || label === '' || years.every(({ column }) => textAt(from, row, column) === '')) return []
    const before = seen.get(label)
    if (before !== undefined) throw badInput(`${cellName(from, row, 0)} has "${label}" again, as in row ${before + 1}`)
    seen.set(label, row)
    const cells = years.map(({ year, column }) => ({ year, column, said: cellReading(from, row, column) }))
    return [{ label, row, currency: currency === -1 ? '' : textAt(from, row, currency), cells }]
  })
}

function checkYears(from: Sheet, header: number, years: readonly { year: number; column: number }[]): void {
  const [first] = years
  if (first === undefined || years.length < 2) throw badInput(`${from.file}!${from.name} has no years in row ${header + 1}`)
  const wrong = years.find(({ year, column }, i) => year !== first.year + i || column !== first.column + i)
  if (wrong === undefined) return
  const due = first.year + wrong.column - first.column
  throw badInput(`${cellName(from, header, wrong.column)} has the year ${wrong.year}, where ${due} is due`)
}

/**
 * Reads a cell. `...` and `xxx` are two kinds of missing value; a blank is neither and is refused.
 *
 * @throws BadInput that names file, sheet and cell
 */
function cellReading(from: Sheet, row: number, column: number): CellReading {
  const cell = from.rows[row]?.[column] ?? null
  if (typeof cell === 'number' && cell >= 0) return cell
  const text = textAt(from, row, column)
  if (/^(\.\.\.|…|\. ?\.)$/.test(text)) return 'unknown'
  if (text === 'xxx') return 'not applicable'
  throw badInput(`${cellName(from, row, column)} has "${text}", where a number of zero or more, "..." or "xxx" is due`)
}

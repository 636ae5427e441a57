import { badInput } from '../../errors.ts'
import { type SourceCard, sipriLicence } from '../cards/source-cards.ts'
import { readBytes } from '../formats/csv.ts'
import { cellName, numberAt, readSheets, type Sheet, textAt, yearColumns } from '../formats/spreadsheet.ts'
import { type ColourOfCell, readColours } from '../formats/spreadsheet-colours.ts'
import { calendarYear, inSingleUnits, type Observation, observationColumns, type ReadObservations } from '../rows/observation.ts'
import { localCurrency, type MilexSheetKind, type SpenderRow, sheetKinds, spenderRows } from './sipri-milex-sheets.ts'
import { sipriParty } from './sipri-party.ts'

const spans: readonly (readonly [indicator: string, from: number])[] = [
  ['military-expenditure', 1948],
  ['military-expenditure-constant', 1948],
  ['military-expenditure-local', 1948],
  ['military-expenditure-gdp-share', 1948],
  ['military-expenditure-per-head', 1988],
  ['military-expenditure-government-share', 1988],
]

export const card: SourceCard = {
  id: 'sipri-milex',
  title: 'SIPRI Military Expenditure Database',
  provider: 'Stockholm International Peace Research Institute (SIPRI)',
  url: 'https://www.sipri.org/databases/milex',
  licence: sipriLicence('Free for non-commercial use with attribution.'),
  citation: 'Stockholm International Peace Research Institute. SIPRI Military Expenditure Database, 1948-2023. Solna.',
  vintage: '1948-2023, published April 2024, read 2026-11-24',
  coverage: spans.map(([indicator, from]) => ({
    indicator,
    from: `${from}-01-01`,
    to: '2023-12-31',
    whom: 'about 175 states; the world from 1988 in constant USD, and in current USD for the last year',
    absence: 'unknown' as const,
  })),
  quirks: [
    'SIPRI marks its own estimates by blue text and highly uncertain figures by red: both are estimated here. In a workbook whose colours are lost, all figures are.',
    '"..." is not known and "xxx" is no such state that year: neither gives a row, and neither is zero.',
    'A 0 in US dollars often means that there was no exchange rate (Russia 1992, Taiwan 1976 to 1987, North Korea), and a 0 in local currency fills gaps too (Australia 1948, Mauritania 2007). Zero is kept only for states without armed forces that spent nothing in local currency: Costa Rica, Haiti, Iceland, Panama.',
    'Russia before 1992 is left out: SIPRI repeats there what the USSR spent, in another currency unit. RUS has the USSR to 1990 and Russia from 1992.',
    'Local currency is the latest one, also for earlier years, and its name is not unique (dollars, dinars): compare a state with itself only.',
    'Serbia to 2005 is YUG, and Montenegro in 2005 stands beside it. What the institutions of the EU spend is left out, since it is not the sum of its members.',
  ],
}

/** States that had no armed forces for many years, so that a zero is a figure. In the row of any other state a zero fills a gap. */
const withoutForces = new Set(['Costa Rica', 'Haiti', 'Iceland', 'Panama'])

/** Properties of a workbook that are used for each of its sheets. */
interface Workbook {
  readonly vintage: string
  readonly colours: ColourOfCell | undefined
  /** States and years whose spending in local currency is zero. */
  readonly zeros: ReadonlySet<string>
}

/**
 * Reads military expenditure of states by calendar year from SIPRI's workbook: in current and constant USD, in local currency, as shares of GDP and of
 * government spending, and per head; for the world in constant USD, and in current USD for the last year. Amounts are in single units, shares are fractions.
 */
export async function readSipriMilex(path: string): Promise<ReadObservations> {
  const sheets = await sheetsOf(path)
  const found = sheetKinds.map((kind) => ({ kind, sheet: sheetNamed(sheets, kind.name, path) }))
  const rows = new Map(found.map(({ kind, sheet }) => [kind, spenderRows(sheet)]))
  const years = rows.get(localCurrency)!.flatMap(({ cells }) => cells.map(({ year }) => year))
  const workbook: Workbook = {
    vintage: `${Math.min(...years)}-${Math.max(...years)} edition`,
    colours: await readColours(path),
    zeros: zerosOf(rows.get(localCurrency)!),
  }
  const states = found.flatMap(({ kind, sheet }) => sheetObservations(sheet, kind, rows.get(kind)!, workbook))
  return { observations: observationColumns([...states, ...worldObservations(sheetNamed(sheets, /^Regional totals$/, path), workbook)]) }
}

async function sheetsOf(path: string): Promise<Sheet[]> {
  const start = (await readBytes(path)).subarray(0, 2).toString('latin1')
  const hint = 'fetch the Excel file of all states again from https://www.sipri.org/databases/milex'
  if (start !== 'PK') throw badInput(`${path} is not an .xlsx workbook`, hint)
  try {
    return await readSheets(path)
  } catch (cause) {
    throw badInput(`${path} is a torn workbook`, { cause, hint })
  }
}

function sheetNamed(sheets: readonly Sheet[], name: RegExp, path: string): Sheet {
  const found = sheets.find((sheet) => name.test(sheet.name.trim()))
  if (found !== undefined) return found
  throw badInput(
    `${path} has no sheet named like ${name.source}; it has ${sheets.map((one) => one.name).join(', ')}`,
    'give the whole workbook as SIPRI publishes it',
  )
}

function zerosOf(rows: readonly SpenderRow[]): Set<string> {
  return new Set(
    rows
      .filter(({ label }) => withoutForces.has(label))
      .flatMap(({ label, cells }) => cells.flatMap(({ year, said }) => (said === 0 ? [`${label} ${year}`] : []))),
  )
}

function sheetObservations(sheet: Sheet, kind: MilexSheetKind, rows: readonly SpenderRow[], workbook: Workbook): Observation[] {
  const baseYear = kind.name.exec(sheet.name.trim())?.[1] ?? ''
  const colourOf = (row: number, column: number): string | null => workbook.colours?.(sheet.name, row, column) ?? null
  const coloured = rows.some(({ row, cells }) =>
    cells.some(({ column, said }) => typeof said === 'number' && colourOf(row, column) !== null),
  )
  return rows.flatMap(({ label, row, currency, cells }) => {
    const unit = kind.unit(baseYear, currency)
    if (unit === '') throw badInput(`${sheet.file}!${sheet.name} row ${row + 1}: no currency is given for "${label}"`)
    return cells.flatMap(({ year, column, said }): Observation[] => {
      if (typeof said !== 'number' || (said === 0 && !workbook.zeros.has(`${label} ${year}`))) return []
      const where = cellName(sheet, row, column)
      const id = label === 'Russia' && year < 1992 ? null : sipriParty(label, year, where)
      if (id === null) return []
      const status = !coloured || colourOf(row, column) !== null ? 'estimated' : 'observed'
      return [observation(kind.indicator, id, year, inSingleUnits(said, kind.power), unit, status, where, workbook.vintage)]
    })
  })
}

/**
 * Returns the world's expenditure in constant USD by year, and in current USD from the column headed `2023 (current prices)`. Both include SIPRI's estimates
 * for states without figures.
 */
function worldObservations(sheet: Sheet, { vintage }: Workbook): Observation[] {
  const header = sheet.rows.findIndex((_, row) => textAt(sheet, row, 0) === 'Region')
  const world = sheet.rows.findIndex((_, row) => textAt(sheet, row, 0) === 'World')
  const baseYear = sheet.rows.map((_, row) => /constant (\d{4}) prices/.exec(textAt(sheet, row, 0))?.[1]).find((year) => year !== undefined)
  if (header === -1 || world < header || baseYear === undefined) {
    throw badInput(`${sheet.file}!${sheet.name} lacks its header "Region", its row "World" or the year of its prices`)
  }
  const columns = [
    ...yearColumns(sheet, header).map((one) => ({ ...one, indicator: 'military-expenditure-constant', unit: `USD of ${baseYear}` })),
    ...yearColumns(sheet, header, /^(\d{4}) \(current prices\)$/).map((one) => ({
      ...one,
      indicator: 'military-expenditure',
      unit: 'USD',
    })),
  ]
  return columns.flatMap(({ year, column, indicator, unit }) => {
    const value = numberAt(sheet, world, column)
    if (value === null) return []
    return [observation(indicator, 'WLD', year, inSingleUnits(value, 9), unit, 'estimated', cellName(sheet, world, column), vintage)]
  })
}

function observation(
  indicator: string,
  from: string,
  year: number,
  value: number,
  unit: string,
  status: 'observed' | 'estimated',
  locator: string,
  vintage: string,
): Observation {
  const of = { indicator, from_id: from, to_id: null, reporter: null, ...calendarYear(year) }
  return { ...of, value, unit, valuation: null, status, source: card.id, vintage, locator }
}

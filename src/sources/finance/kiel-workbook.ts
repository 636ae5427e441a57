import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type SheetRow, sheetTable, workbookSheets } from '../formats/sheet-table.ts'
import { cellName, numberAt, type Sheet, textAt } from '../formats/spreadsheet.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { kielDonor, kielSupportFirstDay } from './kiel-donor.ts'

const until = '2022-10-03'

const kinds = ['Financial', 'Humanitarian', 'Military'] as const
type Kind = (typeof kinds)[number]

export const card: SourceCard = {
  id: 'kiel-ukraine-support-workbook',
  title: 'Ukraine Support Tracker, release 7 (24 January to 3 October 2022)',
  provider: 'Kiel Institute for the World Economy',
  url: 'https://www.kielinstitut.de/publications/ukraine-support-tracker-data-6453/',
  licence: closedLicence(
    'free with citation',
    'https://www.kielinstitut.de/publications/ukraine-support-tracker-data-6453/',
    'Free with citation; no licence is stated that lets others pass the file on.',
  ),
  citation:
    'Antezza, A., A. Frank, P. Frank, L. Franz, I. Kharitonov, B. Kumar, E. Rebinskaya, C. Schade, C. Trebesch (2022). The Ukraine Support Tracker, release 7. Kiel Working Paper 2218.',
  vintage: 'release 7 (2022-10)',
  coverage: coverageOf(
    ['support-commitments-financial', 'support-commitments-humanitarian', 'support-commitments-military', 'support-deliveries-military'],
    kielSupportFirstDay,
    until,
    '40 governments, the EU (Commission and Council), EPF and EIB, to Ukraine',
  ),
  quirks: [
    'A donor has a figure for the whole period by kind, and figures of single days for the measures whose day of announcement is told: the days leave out what is only told to be "until" a day (3.4 of 92 bn EUR) and do not add up to the whole.',
    'The day is that of the announcement as this release dates it: an American act counts when it is signed, a release of its time counted it when the House had passed it.',
    'A package has one value, in its first row; other rows of it, and packages whose value nobody knows, have none: sums are "at least".',
    'Commitments are promises. What the source counts as delivered stands apart, for military support and where it has a value.',
    'EPF and EIB are not part of the EU row, nor are they shared out among members.',
    'Values in kind are estimates of the source from prices of like items.',
    'No support for Russia is recorded.',
  ],
}

const committed = 'Converted Value in EUR'
const delivered = 'Total monetary value delivered in EUR'
const columns = ['ID', 'countries', 'Type of Aid General', committed, delivered]
/** Column with the day of the announcement: a serial day number, or words if the day is unknown. */
const announced = 'Announcement Date'

/**
 * Reads government support for Ukraine in EUR by donor and kind: commitments, and deliveries of military support. Commitments with a known day of announcement
 * are also given by day.
 *
 * @param path   the workbook of release 7
 * @throws BadInput if a sum differs from the sheet "Country Summary"
 */
export async function readKielWorkbook(path: string): Promise<ReadObservations> {
  const what = 'the workbook of release 7 of the Ukraine Support Tracker'
  const sheets = await workbookSheets(path, what)
  const rows = sheetTable(sheets, path, 'Bilateral assistance, MAIN DATA', columns, what)
  const sums = new Map<string, number>()
  const days = new Map<string, number>()
  for (const row of rows) {
    const donor = kielDonor(row.text('countries'), row.where('countries'))
    const kind = row.text('Type of Aid General') as Kind
    if (!kinds.includes(kind)) throw badInput(`${row.where('Type of Aid General')} has the kind "${kind}"`)
    if (donor === null) throw badInput(`${row.where('countries')} has the donor "${row.text('countries')}", which is no state`)
    const [key, day] = [`${donor} support-commitments-${kind.toLowerCase()}`, dayIn(row)]
    addTo(sums, key, amountIn(row, committed))
    if (day !== undefined) addTo(days, `${key} ${day}`, amountIn(row, committed))
    if (kind === 'Military') addTo(sums, `${donor} support-deliveries-military`, amountIn(row, delivered))
  }
  checkSummary(sheets, path, sums)
  return { observations: observationColumns([...sums, ...days].map(([key, value]) => figureOf(key, value, basename(path)))) }
}

/** Returns the day of announcement; undefined if the cell has words, or a day outside the period of the release (one row has the year 2922). */
function dayIn(row: SheetRow): string | undefined {
  const count = /^\d{5,6}$/.exec(row.text(announced))?.[0]
  if (count === undefined) return undefined
  const day = new Date(Date.UTC(1899, 11, 30 + Number(count))).toISOString().slice(0, 10)
  return day >= kielSupportFirstDay && day <= until ? day : undefined
}

function amountIn(row: SheetRow, column: string): number | null {
  const value = row.number(column)
  if (value !== null && value < 0) throw badInput(`${row.where(column)} has ${value} for ${column}, less than nothing`)
  return value
}

function addTo(sums: Map<string, number>, key: string, value: number | null): void {
  if (value !== null) sums.set(key, (sums.get(key) ?? 0) + value)
}

function figureOf(key: string, value: number, file: string): Observation {
  const [donor, indicator, day] = key.split(' ') as [string, string, string | undefined]
  return toObservation(card, {
    ...{ indicator, from: donor, to: 'UKR', period: day ?? { start_date: kielSupportFirstDay, end_date: until } },
    ...{ value: inSingleUnits(value, 0), unit: 'EUR', status: 'estimated', locator: `${file}!Bilateral assistance, MAIN DATA` },
  })
}

/**
 * Checks that the sums of each donor equal those on the sheet "Country Summary". There the donor is in column B, and financial, humanitarian and military
 * commitments are in columns D to F, in billion EUR.
 */
function checkSummary(sheets: readonly Sheet[], path: string, sums: ReadonlyMap<string, number>): void {
  const sheet = sheets.find(({ name }) => name.trim() === 'Country Summary')
  if (sheet === undefined) throw badInput(`${path} has no sheet Country Summary`)
  const head = sheet.rows.findIndex((_, row) => textAt(sheet, row, 1) === 'Country' && textAt(sheet, row, 3) === 'Financial commitments')
  if (head === -1) throw badInput(`${sheet.file}!${sheet.name} has no row headed Country ... Financial commitments`)
  for (let row = head + 2; textAt(sheet, row, 1) !== 'Total'; row++) {
    if (row >= sheet.rows.length) throw badInput(`${sheet.file}!${sheet.name} has no row Total`)
    if (textAt(sheet, row, 1) !== '') checkDonor(sheet, row, sums)
  }
}

function checkDonor(sheet: Sheet, row: number, sums: ReadonlyMap<string, number>): void {
  const donor = kielDonor(textAt(sheet, row, 1), cellName(sheet, row, 1))
  kinds.forEach((kind, i) => {
    const stated = (numberAt(sheet, row, 3 + i) ?? 0) * 1e9
    const summed = sums.get(`${donor} support-commitments-${kind.toLowerCase()}`) ?? 0
    if (Math.abs(stated - summed) > 1) {
      const message = `${cellName(sheet, row, 3 + i)} states ${stated} EUR of ${kind}, the measures add up to ${summed}`
      throw badInput(message, 'the workbook was changed after its release: fetch it again')
    }
  })
}

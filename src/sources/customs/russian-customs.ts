import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { coverageOf, officialStatistics, type SourceCard } from '../cards/source-cards.ts'
import { cellName, columnName, numberAt, readSheets, type Sheet, textAt } from '../formats/spreadsheet.ts'
import { checkNonNegative } from '../rows/non-negative-amount.ts'
import { type Observation, observationColumns, officeReport, type ReadObservations } from '../rows/observation.ts'
import { type PartnerTable, partnerId } from '../rows/partner.ts'

export const card: SourceCard = {
  id: 'russian-customs',
  title: 'Foreign trade of the Russian Federation by main partner and in total',
  provider: 'Federal Customs Service of Russia',
  url: 'https://customs.gov.ru/statistic',
  licence: officialStatistics('https://customs.gov.ru/statistic', 'the Federal Customs Service'),
  citation:
    'Federal Customs Service of Russia (2006-2024). Foreign trade of the Russian Federation with main countries; Exports and imports by groups of countries. Moscow.',
  vintage: 'months to 2021-12, totals to 2023, read 2026-11-24',
  coverage: coverageOf(
    ['goods-exports', 'goods-imports'],
    1994,
    2021,
    'Russia with 29 main partners (from 2006) and six neighbours; totals to 2023',
  ),
  quirks: [
    'A year by partner is the sum of its twelve months; a year that lacks a month is left out.',
    'No trade by partner has been published since January 2022; totals for 2022 and 2023 are given in billions with three decimals.',
    'Totals and neighbours from the yearly table are rounded to a million (below 100: to a tenth) by the source.',
    'Trade with Belarus and Kazakhstan is taken from mutual trade statistics, not from customs declarations.',
    'Headings mix Latin and Cyrillic letters that look alike.',
  ],
}

const millions = { card, reporter: 'RUS', unit: 'USD', power: 6 } as const
const billions = { ...millions, power: 9 }
const months = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')
const flows = { Экспорт: 'exports', Импорт: 'imports' } as const
const noOthers: PartnerTable = { passOver: new Set(['со странами дальнего зарубежья', 'со странами СНГ']) }

export interface RussianCustomsFiles {
  /** Path of the monthly exports and imports with main partners (`96stran.xlsx`). */
  readonly partners: string
  /** Path of the yearly totals and trade with six neighbours, one sheet per year (`94itog.xlsx`). */
  readonly totals: string
  /** Path of the totals by group of countries, for the latest year and the year before (`strany122023.xlsx`). */
  readonly latest: string
}

/** Reads Russia's exports and imports in USD by year: with main partners, with neighbours, and in total (WLD). */
export async function readRussianCustoms(files: RussianCustomsFiles): Promise<ReadObservations> {
  const byMonth = await sheetsNamed(files.partners, (name) => Object.hasOwn(flows, name), 2, 'the sheets Экспорт and Импорт')
  const monthly = byMonth.flatMap(yearlySums)
  const summed = new Set(monthly.map((row) => flowKey(row)))
  const yearly = (await sheetsNamed(files.totals, (name) => /^\d{4}$/.test(name), 1, 'a sheet for each year')).flatMap(yearlyTable)
  const latest = (await readSheets(files.latest)).flatMap((sheet) => latestTotals(sheet))
  return { observations: observationColumns([...monthly, ...yearly.filter((row) => !summed.has(flowKey(row))), ...latest]) }
}

/**
 * Returns the sheets whose names pass the test `wanted`.
 *
 * @throws BadInput if the workbook has fewer than `least` such sheets: it is then another workbook
 */
async function sheetsNamed(path: string, wanted: (name: string) => boolean, least: number, what: string): Promise<Sheet[]> {
  const sheets = await readSheets(path)
  const found = sheets.filter(({ name }) => wanted(name))
  if (found.length >= least) return found
  const names = sheets.map(({ name }) => name).join(', ')
  throw badInput(`${basename(path)} has the sheets ${names || 'none'}, not ${what}: another workbook`)
}

const flowKey = (row: Observation): string => `${row.from_id} ${row.to_id} ${row.start_date}`

function yearlySums(sheet: Sheet): Observation[] {
  const flow = flows[sheet.name as keyof typeof flows]
  if (!/^\(млн дол/.test(textAt(sheet, 3, 0))) throw badInput(`${cellName(sheet, 3, 0)} does not say million dollars`)
  const headings = sheet.rows[4] ?? []
  return sheet.rows.flatMap((cells, row) => {
    const year = cells[0]
    if (row < 5 || typeof year !== 'number') return []
    return headings.flatMap((_, column) => {
      const label = textAt(sheet, 4, column)
      const partner = label === '' ? null : partnerId(label, year, cellName(sheet, 4, column), noOthers)
      const value = partner === null ? null : yearSum(sheet, row, column)
      const locator = `${cellName(sheet, row + 1, column)}:${columnName(column)}${row + 13}`
      return officeReport(millions, { flow, partner, year, value, locator })
    })
  })
}

/** Returns the sum of the twelve months, which are in the rows below the row of the year; null if a month is missing or blank. */
function yearSum(sheet: Sheet, yearRow: number, column: number): number | null {
  let sum = 0
  for (const [i, month] of months.entries()) {
    const row = yearRow + 1 + i
    const value =
      textAt(sheet, row, 0).toLowerCase() === month
        ? checkNonNegative(numberAt(sheet, row, column), cellName(sheet, row, column), month)
        : null
    if (value === null) return null
    sum += value
  }
  return sum
}

function yearlyTable(sheet: Sheet): Observation[] {
  const year = Number(sheet.name)
  if (textAt(sheet, 2, 1) !== '(млн долларов США)' || numberAt(sheet, 3, 1) !== year) {
    throw badInput(`${sheet.file}!${sheet.name} is not the table of ${year} in million dollars`)
  }
  let flow: 'exports' | 'imports' | undefined
  return sheet.rows.flatMap((_, row) => {
    const label = textAt(sheet, row, 0)
    const value = row < 4 ? null : numberAt(sheet, row, 1)
    if (Object.hasOwn(flows, label)) flow = flows[label as keyof typeof flows]
    if (value === null || flow === undefined) return []
    const partner = Object.hasOwn(flows, label) ? 'WLD' : partnerId(label, year, cellName(sheet, row, 0), noOthers)
    return officeReport(millions, { flow, partner, year, value, locator: cellName(sheet, row, 1) })
  })
}

/** Reads the totals of whole years (columns headed `январь-декабрь 2023`) from the row of the whole world, which is in billion dollars. */
function latestTotals(sheet: Sheet): Observation[] {
  const world = sheet.rows.findIndex((_, row) => textAt(sheet, row, 0) === 'Весь мир')
  if (world < 0 || !textAt(sheet, 0, 0).includes('млрд. долл. США')) {
    throw badInput(`${sheet.file}!${sheet.name} is not the table by groups of countries in billion dollars`)
  }
  return (sheet.rows[world] ?? []).flatMap((_, column) => {
    const year = /^январь-декабрь (\d{4})$/i.exec(textAt(sheet, world - 1, column))?.[1]
    if (year === undefined) return []
    const [flow, value] = [column < 4 ? ('exports' as const) : ('imports' as const), numberAt(sheet, world, column)]
    return officeReport(billions, { flow, partner: 'WLD', year: Number(year), value, locator: cellName(sheet, world, column) })
  })
}

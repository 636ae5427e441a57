import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { coverageOf, officialStatistics, type SourceCard } from '../cards/source-cards.ts'
import { cellName, numberAt, readSheets, type Sheet, textAt } from '../formats/spreadsheet.ts'
import { type Observation, observationColumns, officeReport, type ReadObservations } from '../rows/observation.ts'
import { type PartnerTable, partnerId } from '../rows/partner.ts'

export const card: SourceCard = {
  id: 'kazakhstan-customs',
  title: 'Main indicators of foreign trade of Kazakhstan by country',
  provider: 'Bureau of National Statistics of Kazakhstan',
  url: 'https://stat.gov.kz',
  licence: officialStatistics('https://stat.gov.kz', 'the Bureau'),
  citation:
    'Bureau of National Statistics of the Agency for Strategic Planning and Reforms of Kazakhstan (2020-2024). Main indicators of foreign trade by country. Astana.',
  vintage: '2024-07-25 for 2022 and 2023, read 2026-11-24',
  coverage: coverageOf(['goods-exports', 'goods-imports'], 2018, 2023, 'Kazakhstan with every partner and in total'),
  quirks: [
    'Each workbook repeats the year before, revised: a year is taken from the newest workbook that has it.',
    'Trade with the Eurasian Economic Union comes from a survey of traders, the rest from customs declarations.',
    'Exports by country of destination, imports by country of origin.',
    'Figures of 2018 are rounded by the source to a tenth of a thousand dollars, where 0 stands for less than that.',
  ],
}

const office = { card, reporter: 'KAZ', unit: 'USD', power: 3 } as const
const title = 'Основные показатели внешней торговли'

const partners: PartnerTable = {
  total: 'Всего',
  passOver: new Set([
    'Страны СНГ',
    'Страны ЕАЭС',
    'Страны вне ЕАЭС',
    'Остальные страны мира',
    'Европа',
    'Страны ЕС',
    'Страны вне ЕС',
    'Азия',
    'Америка',
    'Африка',
    'Австралия и Океания',
  ]),
}

/**
 * Reads Kazakhstan's exports and imports in USD, by partner and year, and in total (WLD). The sheets are headed `за 2022 год` or `за январь-декабрь 2019 года`.
 *
 * @param paths   workbooks; a year that is in two of them is read from the first one given
 */
export async function readKazakhstanCustoms(paths: readonly string[]): Promise<ReadObservations> {
  const years = new Set<number>()
  const rows: Observation[] = []
  for (const path of paths) {
    const sheets = (await readSheets(path)).map((sheet) => ({ sheet, year: yearOf(sheet) }))
    if (sheets.every(({ year }) => year === null)) {
      throw badInput(
        `${basename(path)} has no sheet headed "${title}": another workbook`,
        'give the workbook "Основные показатели внешней торговли по странам" of a year',
      )
    }
    for (const { sheet, year } of sheets) {
      if (year === null || years.has(year)) continue
      years.add(year)
      rows.push(...observationsOf(sheet, year))
    }
  }
  return { observations: observationColumns(rows) }
}

/** Returns the full year that a sheet is about; null for covers, contents and notes. */
function yearOf(sheet: Sheet): number | null {
  if (!textAt(sheet, 0, 0).startsWith(title)) return null
  const period = /^(?:за )?(?:январь-декабрь )?(\d{4}) года?$/.exec(textAt(sheet, 1, 0))?.[1]
  if (period === undefined) throw badInput(`${cellName(sheet, 1, 0)} says "${textAt(sheet, 1, 0)}", not a full year`)
  return Number(period)
}

function observationsOf(sheet: Sheet, year: number): Observation[] {
  const head = sheet.rows.findIndex((_, row) => textAt(sheet, row, 1) === 'Товарооборот')
  const unit = sheet.rows.slice(0, head).flatMap((_, row) => [2, 3, 4, 5].map((column) => textAt(sheet, row, column)))
  if (head < 0 || !unit.includes('тыс. долларов США')) {
    throw badInput(`${sheet.file}!${sheet.name} is not a table of trade by country in thousand dollars`)
  }
  const columns = { exports: columnOf(sheet, head, 'экспорт'), imports: columnOf(sheet, head, 'импорт') }
  return sheet.rows.flatMap((_, row) => {
    const label = textAt(sheet, row, 0).replace(/ в том числе$/, '')
    if (row < head + 2 || label === '') return []
    const partner = partnerId(label, year, cellName(sheet, row, 0), partners)
    if (partner === null) return []
    return (['exports', 'imports'] as const).flatMap((flow) => {
      const value = numberAt(sheet, row, columns[flow])
      return officeReport(office, { flow, partner, year, value, locator: cellName(sheet, row, columns[flow]) })
    })
  })
}

function columnOf(sheet: Sheet, head: number, title: string): number {
  const column = (sheet.rows[head] ?? []).findIndex((_, i) => textAt(sheet, head, i).toLowerCase() === title)
  if (column < 0) throw badInput(`${sheet.file}!${sheet.name} has no column ${title}`)
  return column
}

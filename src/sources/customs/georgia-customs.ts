import { badInput } from '../../errors.ts'
import { coverageOf, officialStatistics, type SourceCard } from '../cards/source-cards.ts'
import { cellName, numberAt, readSheets, textAt, yearColumns } from '../formats/spreadsheet.ts'
import { observationColumns, officeReport, type ReadObservations } from '../rows/observation.ts'

export const card: SourceCard = {
  id: 'georgia-customs',
  title: 'Exports and imports of Georgia in total',
  provider: 'National Statistics Office of Georgia (Geostat)',
  url: 'https://www.geostat.ge',
  licence: officialStatistics('https://www.geostat.ge', 'Geostat'),
  citation: 'National Statistics Office of Georgia (2024). Georgian exports and imports in 1995-2024. Tbilisi.',
  vintage: '1995-2023, read 2026-11-24',
  coverage: coverageOf(['goods-exports', 'goods-imports'], 1995, 2023, 'Georgia in total (WLD); no partners'),
  quirks: ['The workbook has no partners, only totals by month and year.', '2024 is preliminary and not a full year; left out.'],
}

const office = { card, reporter: 'GEO', unit: 'USD', power: 6 } as const
const totals = { 'Total Exports': 'exports', 'Total Imports': 'imports' } as const

/** Reads Georgia's total exports and imports in USD, by full year. */
export async function readGeorgiaCustoms(path: string): Promise<ReadObservations> {
  const sheet = (await readSheets(path))[0]
  if (sheet === undefined || textAt(sheet, 2, 0) !== '(Mill. USD)') {
    throw badInput(`${path} is not the table of exports and imports in million dollars`)
  }
  const years = yearColumns(sheet, 3)
  return {
    observations: observationColumns(
      sheet.rows.flatMap((_, row) => {
        const label = textAt(sheet, row, 0)
        const flow = Object.hasOwn(totals, label) ? totals[label as keyof typeof totals] : undefined
        return years.flatMap(({ year, column }) => {
          if (flow === undefined) return []
          const value = numberAt(sheet, row, column)
          return officeReport(office, { flow, partner: 'WLD', year, value, locator: cellName(sheet, row, column) })
        })
      }),
    ),
  }
}

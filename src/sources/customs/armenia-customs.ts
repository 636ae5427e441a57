import { coverageOf, officialStatistics, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { type Observation, observationColumns, officeReport, type ReadObservations } from '../rows/observation.ts'
import { type PartnerTable, partnerId } from '../rows/partner.ts'

export const card: SourceCard = {
  id: 'armenia-customs',
  title: 'Exports and imports of Armenia by country',
  provider: 'Statistical Committee of the Republic of Armenia',
  url: 'https://armstat.am',
  licence: officialStatistics('https://armstat.am', 'Armstat'),
  citation: 'Statistical Committee of the Republic of Armenia (2023). External trade of Armenia by country. Yerevan.',
  vintage: '2017-2022, compiled by a third party to January 2023, read 2026-11-24',
  coverage: coverageOf(['goods-exports', 'goods-imports'], 2017, 2022, 'Armenia with every partner'),
  quirks: [
    'Imports are by country of origin; the table also has them by country of consignment, which counts goods from elsewhere that were sent on by way of Russia or Georgia.',
    'Rows of a year are given by the source; months are of one month, not cumulative. The row of 2023 holds January alone and is left out.',
    'A dash stands where there is no figure; we take it as not reported, not as zero.',
    'Much of the growth of exports to Russia in 2022 is re-export.',
  ],
}

const partners: PartnerTable = { passOver: new Set(['Unknown country', 'EU countries not specified', '']) }
const office = { card, reporter: 'ARM', unit: 'USD', power: 3 } as const
const columns = { exports: 'export', imports: 'import_origin' } as const

/** Reads Armenia's exports and its imports (by country of origin) in USD, by partner and year. A year counts only if the file has its twelfth month. */
export async function readArmeniaCustoms(path: string): Promise<ReadObservations> {
  const rows = await readCsv(path, ['country', 'export', 'import_origin', 'timeperiod', 'year'])
  const full = new Set(rows.filter((row) => row.fields.timeperiod === '12').map((row) => row.fields.year))
  const yearly = rows.filter((row) => row.fields.timeperiod === 'Year' && full.has(row.fields.year))
  return { observations: observationColumns(yearly.flatMap((row) => observationsOf(row))) }
}

function observationsOf(row: CsvRow): Observation[] {
  const year = Number(row.fields.year)
  const partner = partnerId(row.fields.country!, year, row.at, partners)
  if (partner === null) return []
  return (['exports', 'imports'] as const).flatMap((flow) => {
    return officeReport(office, { flow, partner, year, value: numberInField(row, columns[flow]), locator: row.at })
  })
}

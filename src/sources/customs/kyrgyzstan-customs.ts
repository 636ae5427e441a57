import { badInput } from '../../errors.ts'
import { resolve } from '../../states/index.ts'
import { coverageOf, officialStatistics, type SourceCard } from '../cards/source-cards.ts'
import { cellName, numberAt, readSheets, type Sheet, textAt, yearColumns } from '../formats/spreadsheet.ts'
import { type Observation, observationColumns, officeReport, type ReadObservations } from '../rows/observation.ts'
import { type PartnerTable, partnerId } from '../rows/partner.ts'

export const card: SourceCard = {
  id: 'kyrgyzstan-customs',
  title: 'Geographic distribution of exports and imports of goods of Kyrgyzstan',
  provider: 'National Statistical Committee of the Kyrgyz Republic',
  url: 'https://stat.gov.kg',
  licence: officialStatistics('https://stat.gov.kg', 'the Committee'),
  citation:
    'National Statistical Committee of the Kyrgyz Republic (2024). Tables 4.03.00.18 and 4.03.00.20: Geographic distribution of exports and imports of goods. Bishkek.',
  vintage: '1994-2023, read 2026-11-24',
  coverage: coverageOf(['goods-exports', 'goods-imports'], 1994, 2023, 'Kyrgyzstan with every partner and in total'),
  quirks: [
    'A dash, or a zero that the sheet prints as a dash, stands where a partner has no figure; we take it as not reported, not as zero (imports from Iran in 2021, between 17.9 and 34.6 million USD).',
    'Sums over the European Union, CIS, SCO, EAEU and continents are dropped; a row European Union stands also among the states of Europe.',
    'Partners do not add up to total exports where some go to an undefined country or to none (59 % in 2021, 86 to 88 % in 2008, 2009 and 2011 to 2013).',
    'Imports of 2023 are preliminary.',
    'Since 1997 trade of private persons is in the totals.',
    'Many goods counted as imports elsewhere pass on unrecorded: compare with what partners report as exports to Kyrgyzstan.',
  ],
}

const office = { card, reporter: 'KGZ', unit: 'USD', power: 3 } as const

const partners: PartnerTable = {
  total: 'Всего',
  passOver: new Set([
    'ЕС',
    'СНГ',
    'ШОС',
    'ЕАЭС',
    'Европа',
    'Азия',
    'Америка',
    'Африка',
    'Австралия и Океания',
    'Европейский союз (ЕС)',
    'Неопределенная страна',
  ]),
}

/** Matches the heading of a year. A 1 after the year refers to the note "preliminary", as for 2023 in the table of imports. */
const heading = /^(\d{4})(?: 1)?$/

export interface KyrgyzstanCustomsFiles {
  /** Path of table 4.03.00.18. */
  readonly exports: string
  /** Path of table 4.03.00.20. */
  readonly imports: string
}

/** Reads Kyrgyzstan's exports and imports in USD, by partner and year, and in total (WLD). */
export async function readKyrgyzstanCustoms(files: KyrgyzstanCustomsFiles): Promise<ReadObservations> {
  const exported = observationsOf((await readSheets(files.exports))[0], 'exports')
  return { observations: observationColumns([...exported, ...observationsOf((await readSheets(files.imports))[0], 'imports')]) }
}

/**
 * Reads one table. Names are in Kyrgyz, Russian and English in the first three columns, years in the first row with several, figures in thousand dollars below.
 */
function observationsOf(sheet: Sheet | undefined, flow: 'exports' | 'imports'): Observation[] {
  if (sheet === undefined || textAt(sheet, 1, 1) !== '(тыс. долларов США)') {
    throw badInput(`${sheet?.file ?? 'the workbook'} is not a table of trade by partner in thousand dollars`)
  }
  const head = sheet.rows.findIndex((_, row) => yearColumns(sheet, row, heading).length > 1)
  const years = yearColumns(sheet, head, heading)
  return sheet.rows.flatMap((_, row) => {
    const label = row <= head ? '' : labelAt(sheet, row)
    return years.flatMap(({ year, column }) => {
      const value = label === '' || /^\d /.test(label) ? null : figureAt(sheet, row, column)
      const partner = value === null ? null : partnerId(label, year, cellName(sheet, row, 1), partners)
      return officeReport(office, { flow, partner, year, value, locator: cellName(sheet, row, column) })
    })
  })
}

/**
 * Returns the figure of a cell. A zero is read as missing (null): the sheets print it as a dash, even for a year missing from a flow of millions (Iran 2021).
 */
function figureAt(sheet: Sheet, row: number, column: number): number | null {
  const value = numberAt(sheet, row, column)
  return value === 0 ? null : value
}

/** Returns the Russian name of a partner. A few Russian names are misspelt: if only the English name is known, that one is returned. */
function labelAt(sheet: Sheet, row: number): string {
  const [russian, english] = [textAt(sheet, row, 1), textAt(sheet, row, 2)]
  const known = partners.passOver.has(russian) || russian === partners.total || resolve(russian).kind !== 'unknown'
  return known || resolve(english).kind === 'unknown' ? russian : english
}

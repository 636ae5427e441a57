import { badInput } from '../../errors.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { cellName, numberAt, readSheets, type Sheet, textAt, yearColumns } from '../formats/spreadsheet.ts'
import { goodsObservation, inSingleUnits, type Observation, observationColumns, type ReadObservations } from '../rows/observation.ts'
import { type PartnerTable, partnerId } from '../rows/partner.ts'

export const card: SourceCard = {
  id: 'imf-dots',
  title: 'Direction of Trade Statistics: Russia by partner, the world by partner',
  provider: 'International Monetary Fund',
  url: 'https://data.imf.org',
  licence: openLicence(
    'IMF data terms',
    'https://www.imf.org/en/About/copyright-and-terms',
    'IMF data may be used, adapted, published and distributed with attribution to the IMF.',
  ),
  citation:
    'International Monetary Fund (2024). Direction of Trade Statistics (since 2025: International Trade in Goods by Partner Country). Washington, DC.',
  vintage: '2024-04, read 2026-11-24',
  coverage: [
    ...coverageOf(['goods-exports'], 2011, 2023, 'Russia with every partner (to 2022); the world to every partner'),
    ...coverageOf(['goods-imports'], 2010, 2022, 'Russia with every partner; the world from every partner (from 2011)'),
  ],
  quirks: [
    'Russia has published no trade by partner since January 2022: figures with Russia as reporter for 2022 are estimates of the IMF and far from what partners report (imports from China 57.7 bn USD, where China reports about 76 bn of exports).',
    'Exports of Russia in 2023 are left out: in this edition every partner stands at 0.712 of its figure for 2022, so that the column says nothing of any partner.',
    'The world as reporter (WLD) is the sum of all reporters, filled with estimates where a state has not reported; hence status estimated.',
    'Regions and groups are dropped, and so is the European Union, whose composition the table does not state.',
  ],
}

const partners: PartnerTable = {
  total: 'World',
  passOver: new Set([
    'Advanced Economies',
    'Euro Area',
    'Emerging and Developing Economies',
    'Emerging and Developing Asia',
    'Emerging and Developing Europe',
    'Middle East and Central Asia',
    'Sub-Saharan Africa',
    'Western Hemisphere',
    'Africa',
    'Middle East',
    'European Union',
    'Asia not specified',
    'Europe not specified',
    'Middle East and Central Asia not specified',
    'Africa not specified',
    'Western Hemisphere not specified',
    'Other Countries not included elsewhere',
    'Countries & Areas not specified',
    'Special Categories',
    'Memorandum Items',
    'Belgium-Luxembourg',
    'Czechoslovakia',
    'Yugoslavia',
    'Emerging Market and Developing Economies by Source of Export Earnings: Fuel',
    'Emerging Market and Developing Economies by Source of Export Earnings: Nonfuel',
  ]),
}

const reporters: Readonly<Record<string, string>> = { 'Russian Federation': 'RUS', World: 'WLD' }

/** The last year for which figures rest on the state's own reports; later ones are estimates. 0 for the world, since its figures always include estimates. */
const lastReported: Readonly<Record<string, number>> = { RUS: 2021, WLD: 0 }

/** Series that are left out, since their figures in this edition mean nothing: see the card. */
const unsubstantiated = new Set(['RUS exports 2023'])

/**
 * Reads exports and imports by partner from the IMF's workbooks (one sheet per flow: flow in B2, reporter in B4, unit in B5, years in row 7).
 *
 * @param paths  workbooks, the newest edition first: a year of a reporter and flow is taken from the first workbook that has it
 */
export async function readImfDots(paths: readonly string[]): Promise<ReadObservations> {
  const taken = new Map<string, string>()
  const rows: Observation[] = []
  for (const path of paths) {
    for (const sheet of await readSheets(path)) rows.push(...observationsOf(sheet, taken))
  }
  return { observations: observationColumns(rows) }
}

function observationsOf(sheet: Sheet, taken: Map<string, string>): Observation[] {
  const { flow, reporter } = headOf(sheet)
  const years = yearColumns(sheet, 6).filter(({ year }) => {
    const key = `${reporter} ${flow} ${year}`
    if (unsubstantiated.has(key) || taken.has(key)) return false
    taken.set(key, sheet.file)
    return true
  })
  return sheet.rows.flatMap((_, row) => (row < 7 ? [] : rowObservations(sheet, row, years, flow, reporter)))
}

function rowObservations(
  sheet: Sheet,
  row: number,
  years: readonly { year: number; column: number }[],
  flow: 'exports' | 'imports',
  reporter: string,
): Observation[] {
  const label = textAt(sheet, row, 1)
  if (label === '') return []
  return years.flatMap(({ year, column }) => {
    const value = numberAt(sheet, row, column)
    const partner = partnerId(label, year, cellName(sheet, row, 1), partners)
    if (value === null || partner === null) return []
    const status = year > lastReported[reporter]! ? 'estimated' : 'observed'
    const locator = cellName(sheet, row, column)
    return [goodsObservation({ flow, reporter, partner, year, value: inSingleUnits(value, 6), unit: 'USD', status, locator }, card)]
  })
}

function headOf(sheet: Sheet): { flow: 'exports' | 'imports'; reporter: string } {
  const [title, who, unit] = [textAt(sheet, 1, 1), textAt(sheet, 3, 1), textAt(sheet, 4, 1)]
  const reporter = Object.hasOwn(reporters, who) ? reporters[who] : undefined
  const flow = title.startsWith('Exports, FOB') ? 'exports' : title.startsWith('Imports, CIF') ? 'imports' : undefined
  if (reporter === undefined || flow === undefined || unit !== 'US Dollars, Millions') {
    throw badInput(`${sheet.file}!${sheet.name} is headed "${title}", "${who}", "${unit}": not a table of trade by partner`)
  }
  return { flow, reporter }
}

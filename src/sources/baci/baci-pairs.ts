import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, convertedRows, readOwnCsv } from '../formats/csv.ts'
import { type Observation, observationColumns } from '../rows/observation.ts'
import { baciFlow, baciProvider } from './baci-provider.ts'

const firstYear = 2005
const lastYear = 2021
const states =
  'ARE AUS AUT BEL BRA CAN CHE CHN CZE DEU ESP FRA GBR IDN IND ITA JPN KOR MEX MYS NLD POL RUS SAU SGP SWE THA TUR USA VNM'.split(' ')

export const card: SourceCard = {
  id: 'baci-pairs',
  title: 'BACI, totals of goods trade (HS 2002) of further country pairs',
  ...baciProvider,
  vintage: 'HS02 V202401b, totals summed by a third party, 2026-01-15, read 2026-11-27',
  coverage: coverageOf(
    ['goods-trade-flow'],
    firstYear,
    lastYear,
    `the ways between 30 economies that baci does not have: from or to ARE, AUS, AUT, BRA, IDN, SWE, THA and VNM; from CZE and POL; to MYS and TUR; none of ARE in ${lastYear}`,
    { states },
  ),
  quirks: [
    'Neither side reports these figures: CEPII weighs both reports by their reliability and takes out freight and insurance, hence status estimated.',
    'The same table as baci, with the ways that baci has left out: together they are one compilation, not two that agree.',
    'A selection of large economies, and of these only what baci lacks: no list of anybody’s partners. Nothing is added up from it, and nobody has a rank in it.',
    'The United Arab Emirates have no row in 2021, nor with Indonesia in 2006 and 2009: unknown, not zero.',
    'Czechia and Saudi Arabia stand as exporters only, Türkiye as importer only: the other direction is unknown. Hong Kong, an importer there, is not a state here and left out.',
    'Malaysia as an exporter and Poland as an importer stand in baci for 17 partners; a total of both directions is not made across two sources.',
    'Rounded to thousands of dollars.',
  ],
}

/**
 * Reads goods trade by year, in USD, free on board, from exporter to importer. The rows have no reporter. The table has one row per pair and one column per
 * year, in whole thousands of dollars; a blank is unknown and makes no row.
 *
 * @param path   the table in data/tables
 * @throws BadInput as `readBaciTotals` does
 */
export const readBaciPairs = (path: string): Promise<Columns> => readBaciTotals(path, card, firstYear, lastYear)

/**
 * Reads a table of BACI's totals; each of BACI's editions in data/tables has this form.
 *
 * @param path   the table in data/tables
 * @throws BadInput with file and line for other columns, an unknown state, a state with itself, a pair twice, or a value that is not a positive whole number
 */
export async function readBaciTotals(path: string, card: SourceCard, firstYear: number, lastYear: number): Promise<Columns> {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => String(firstYear + i))
  const rows = await readOwnCsv(path, ['from_id', 'to_id', ...years])
  const checks = { faultOf: whoFault, nameOf: ({ fields: { from_id, to_id } }: CsvRow) => `${from_id} to ${to_id}` }
  return observationColumns(convertedRows(rows, checks, (row) => years.flatMap((year) => observationOf(row, year, card))))
}

function whoFault({ fields: { from_id, to_id } }: CsvRow): string | undefined {
  const stranger = [from_id, to_id].find((id) => stateOf(id ?? '') === undefined)
  if (stranger !== undefined) return `names "${stranger}", which is no state`
  return from_id === to_id ? `has trade of ${from_id} with itself` : undefined
}

/** Returns the observation of a cell; an empty list if the cell is blank. */
function observationOf({ fields, at }: CsvRow, year: string, card: SourceCard): Observation[] {
  const text = fields[year] ?? ''
  if (text === '') return []
  if (!/^[1-9]\d*$/.test(text)) throw badInput(`${at} has "${text}" for ${year}, not a positive whole number`)
  const { from_id: from, to_id: to } = fields as Record<'from_id' | 'to_id', string>
  return [baciFlow(card, { from, to, period: Number(year), value: Number(text) * 1000, locator: `${at}, ${year}` })]
}

import { badInput } from '../../errors.ts'
import { resolve, stateOf } from '../../states/index.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, readCsv } from '../formats/csv.ts'
import {
  calendarYear,
  goodsObservation,
  inSingleUnits,
  type Observation,
  observationColumns,
  type ReadObservations,
} from '../rows/observation.ts'

export const card: SourceCard = {
  id: 'imf-imts',
  title: 'International Trade in Goods by Partner Country (until 2025: Direction of Trade Statistics), answers of the API',
  provider: 'International Monetary Fund',
  url: 'https://data.imf.org',
  licence: openLicence(
    'IMF data terms',
    'https://www.imf.org/en/About/copyright-and-terms',
    'IMF data may be used, adapted, published and distributed with attribution to the IMF.',
  ),
  citation: 'International Monetary Fund (2025). International Trade in Goods (by partner country), IMF.STA:IMTS. Washington, DC.',
  vintage: 'answers of the API as the user brought them; the version of the data flow stands in every row',
  coverage: coverageOf(['goods-exports', 'goods-imports'], 1948, 2025, 'reporters, partners and periods that the user asked for'),
  quirks: [
    'Russia has published no trade by partner since January 2022: figures with Russia as reporter from then on are estimates of the IMF.',
    'OBS_VALUE is in plain US dollars although SCALE says 6: nothing is multiplied.',
    'World (G001) is WLD; as a reporter it is a sum filled with estimates. Other codes of G, GX or TX and a number are groups and remainders and are left out.',
    'Only XG_FOB_USD (exports) and MG_CIF_USD (imports) are read; imports free on board and balances are passed over.',
  ],
}

const flows: Readonly<Record<string, 'exports' | 'imports'>> = { XG_FOB_USD: 'exports', MG_CIF_USD: 'imports' }
const skipped = new Set(['MG_FOB_USD', 'TBG_USD'])
const columns = ['COUNTRY', 'INDICATOR', 'COUNTERPART_COUNTRY', 'FREQUENCY', 'TIME_PERIOD', 'OBS_VALUE'] as const
type Fields = Readonly<Record<(typeof columns)[number], string>>
/** Codes of the IMF that differ from ISO3. */
const imfCodes: Readonly<Record<string, string>> = { KOS: 'XKX' }

/** The first year that the IMF estimates for a state that no longer publishes figures. 0 for the world, since its figures always include estimates. */
const estimatedFrom: Readonly<Record<string, number>> = { RUS: 2022, WLD: 0 }

/**
 * Reads answers of the API in CSV (SDMX 2.0, which begins with `STRUCTURE[;]`, or 1.0 with `DATAFLOW`) by the names of their columns. Years, quarters and
 * months keep their own periods.
 */
export async function readImfImts(paths: readonly string[]): Promise<ReadObservations> {
  const rows: Observation[] = []
  for (const path of paths) {
    for (const row of await readCsv(path, columns)) rows.push(...observationOf(row))
  }
  return { observations: observationColumns(rows) }
}

function observationOf(row: CsvRow): Observation[] {
  const version = versionOf(row, row.at)
  const { COUNTRY: country, INDICATOR: indicator, COUNTERPART_COUNTRY: counterpart, ...rest } = row.fields as Fields
  const { FREQUENCY: frequency, TIME_PERIOD: period, OBS_VALUE: text } = rest
  const flow = flows[indicator]
  if (flow === undefined && !skipped.has(indicator)) throw badInput(`${row.at} has the unknown INDICATOR "${indicator}"`)
  const [reporter, partner] = [partyOf(country, row.at, 'COUNTRY'), partyOf(counterpart, row.at, 'COUNTERPART_COUNTRY')]
  const value = flow === undefined ? null : dollarsIn(text, row.at)
  const dates = datesOf(frequency, period, row.at)
  if (flow === undefined || reporter === null || partner === null || value === null) return []
  const year = Number(period.slice(0, 4))
  const estimated = year >= (estimatedFrom[reporter] ?? Number.POSITIVE_INFINITY) || row.fields['STATUS'] === 'E'
  const status = estimated ? 'estimated' : 'observed'
  const vintage = `IMTS ${version}`
  return [
    {
      ...goodsObservation({ flow, reporter, partner, year, value, unit: 'USD', status, locator: row.at }, { id: card.id, vintage }),
      ...dates,
    },
  ]
}

/**
 * Returns the version `1.0.0` in `IMF.STA:IMTS(1.0.0)`, from the column DATAFLOW or STRUCTURE_ID.
 *
 * @throws BadInput for another data flow, and for a row that withdraws figures
 */
function versionOf({ fields }: CsvRow, where: string): string {
  const flow = fields['DATAFLOW'] ?? fields['STRUCTURE_ID'] ?? ''
  const version = /^IMF\.STA:IMTS\(([\d.+]+)\)$/.exec(flow)?.[1]
  if (version === undefined) throw badInput(`${where} is of the data flow "${flow}", not of IMF.STA:IMTS`)
  if (fields['ACTION'] === 'D') throw badInput(`${where} has the ACTION D: it takes a figure back; ask for the whole series`)
  return version
}

function partyOf(code: string, where: string, column: string): string | null {
  if (code === 'G001') return 'WLD'
  if (/^(G|GX|TX)\d+$/.test(code)) return null
  const known = stateOf(Object.hasOwn(imfCodes, code) ? imfCodes[code]! : code)
  if (known !== undefined) return known.iso3
  const found = /^[A-Z]{3}$/.test(code) ? resolve(code) : undefined
  if (found?.kind === 'state') return found.state.iso3
  if (found?.kind === 'territory') return null
  throw badInput(`${where} has the ${column} "${code}", which is no state, territory or group we know`)
}

function dollarsIn(text: string, where: string): number | null {
  if (text === '' || text === 'NaN') return null
  if (!/^\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text)) throw badInput(`${where} has "${text}" for OBS_VALUE, where trade in dollars is due`)
  return inSingleUnits(Number(text), 0)
}

/** Returns the first and last day of `2023`, `2023-Q2` or `2023-M02`. */
function datesOf(frequency: string, period: string, where: string): { start_date: string; end_date: string } {
  const [, year, kind, part] = /^(\d{4})(?:-([QM])(\d{1,2}))?$/.exec(period) ?? []
  if (year === undefined || frequency !== (kind ?? 'A'))
    throw badInput(`${where} has the TIME_PERIOD "${period}" at the FREQUENCY "${frequency}"`)
  if (part === undefined) return calendarYear(Number(year))
  const months = kind === 'Q' ? 3 : 1
  const last = Number(part) * months
  if (last < months || last > 12) throw badInput(`${where} has the TIME_PERIOD "${period}"`)
  const two = (n: number): string => String(n).padStart(2, '0')
  const days = new Date(Date.UTC(Number(year), last, 0)).getUTCDate()
  return { start_date: `${year}-${two(last - months + 1)}-01`, end_date: `${year}-${two(last)}-${days}` }
}

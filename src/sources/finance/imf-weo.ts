import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { readCommentedCsv } from '../formats/commented-csv.ts'
import { type CsvRow, numberInField } from '../formats/csv.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'

const gdp = { indicator: 'gdp-imf', unit: 'USD', status: 'estimated' } as const

export const card: SourceCard = {
  id: 'imf-weo',
  title: 'World Economic Outlook, April 2026: GDP, with projections',
  provider: 'International Monetary Fund',
  url: 'https://www.imf.org/external/datamapper/NGDPD@WEO',
  licence: openLicence(
    'IMF data terms',
    'https://www.imf.org/en/about/copyright-and-terms',
    'Data may be used, adapted, published and distributed with attribution to the IMF.',
  ),
  citation: 'International Monetary Fund (2026). World Economic Outlook, April 2026, indicator NGDPD. Washington, DC.',
  vintage:
    'April 2026, read from the DataMapper API on 2026-07-30; accessed via github.com/Synthminds/GreatRewire at c2525ed (unofficial copy)',
  coverage: coverageOf(
    ['gdp-imf'],
    2020,
    2028,
    'states that the IMF covers, Taiwan among them, and the world; Cuba, North Korea, Syria and others are missing',
  ),
  quirks: [
    'Years from 2025 on are projections, and so are earlier years of some states; the edition does not mark where they begin, so every figure counts as estimated.',
    'Kept apart from the World Bank’s GDP: it is used for shares of GDP only where the World Bank has no figure of that year.',
    'Current prices at the exchange rates that the IMF assumes for the years to come.',
  ],
}

/** Codes of groups and territories: none has a state's code. */
const notStates = /^(?:[A-Z]{2}|[A-Z]{2,}[A-Z0-9]?Q|ADVEC|AS5|EURO|MAE|MECA|OAE|OEMDC|SSA|DA|WE|EDE|ABW|HKG|MAC|PRI|WBG)$/

/**
 * Reads GDP at current prices in USD, by state and year.
 *
 * @param path   CSV with the columns `economy_code`, `year`, `ngdpd_bn_usd` (billions), under lines of comment that name the edition
 * @throws BadInput for another edition or unit, an unknown code, a year outside 1980 to 2035, or a value that is not above zero
 */
export async function readImfWeo(path: string): Promise<ReadObservations> {
  const file = basename(path)
  const { comments, rows } = await readCommentedCsv(path, ['economy_code', 'year', 'ngdpd_bn_usd'])
  if (
    !comments.some((line) => /NGDPD/.test(line) && /\(April 2026\)/.test(line)) ||
    !comments.some((line) => /^units: billions of current US dollars/.test(line))
  )
    throw badInput(
      `${file} does not say that it is GDP of the edition of April 2026 in billions of dollars`,
      'give the file with its lines of comment',
    )
  return { observations: observationColumns(rows.flatMap((row) => gdpIn(row))) }
}

function gdpIn(row: CsvRow): Observation[] {
  const id = economyOf(row.fields['economy_code']!, row.at)
  const year = row.fields['year']!
  const value = numberInField(row, 'ngdpd_bn_usd')
  if (!/^(?:19[89]\d|20[0-2]\d|203[0-5])$/.test(year)) throw badInput(`${row.at} is of the year "${year.slice(0, 20)}"`)
  if (id === null || value === null) return []
  if (value <= 0) throw badInput(`${row.at} gives a GDP of ${value}`)
  return [toObservation(card, { ...gdp, from: id, to: null, period: Number(year), value: inSingleUnits(value, 9), locator: row.at })]
}

/** Returns the state of a code; WLD for the world, null for a group or territory. */
function economyOf(code: string, where: string): string | null {
  if (code === 'WEOWORLD') return 'WLD'
  const state = stateOf(code === 'UVK' ? 'XKX' : code)
  if (state !== undefined) return state.iso3
  if (notStates.test(code)) return null
  throw badInput(`${where} names "${code.slice(0, 20)}", which is neither a state nor a known group`)
}

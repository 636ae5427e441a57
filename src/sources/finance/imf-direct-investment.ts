import { badInput } from '../../errors.ts'
import { resolve, stateOf } from '../../states/index.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { withoutRemark } from '../rows/partner.ts'

/** The economies whose own reports, and other states' reports on them, are in the bundled edition. */
export const bundledReporters = ['CHN', 'DEU', 'JPN', 'SGP', 'USA'] as const

export const card: SourceCard = {
  id: 'imf-direct-investment',
  title: 'Direct Investment Positions by counterpart economy (DIP, formerly CDIS)',
  provider: 'International Monetary Fund',
  url: 'https://data.imf.org/en/datasets/IMF.STA:DIP',
  licence: openLicence(
    'IMF data terms',
    'https://www.imf.org/en/about/copyright-and-terms',
    'Data may be used, adapted, published and distributed with attribution to the IMF.',
  ),
  citation:
    'International Monetary Fund (2026). Direct Investment Positions by Counterpart Economy, data flow IMF.STA:DIP 12.0.1. Washington, DC.',
  vintage: 'DIP 12.0.1, downloaded 2026-03-29; accessed via github.com/ZhengXinning/dse3101-tariffied at d8f6abd (unofficial copy)',
  coverage: coverageOf(
    ['direct-investment-stock'],
    '2014-12-31',
    2024,
    'positions of and in China, Germany, Japan, Singapore and the United States, as each of the five reports them and as its partners do; China’s investment abroad from 2018',
  ),
  quirks: [
    'A blank is confidential or not reported, never zero; Japan keeps most of its small positions confidential.',
    'Positions are net of what the firms owe each other in return, so a small one may be below zero.',
    'By immediate counterpart: what goes through Hong Kong, the Netherlands or the Cayman Islands is booked there, and special purpose entities are in some reports and not in others.',
    'Singapore’s investment abroad is known from its hosts’ reports only.',
    'China’s own reports on Korea, Kuwait and Kosovo are in dollars, all others in millions. The table of investment abroad says so by its scales; the other has no scales and is read in the same way.',
    'The IMF’s groups of economies are left out, and so are totals that it derives from partners, since not all of them report.',
  ],
}

/** Each indicator: whether the reporting economy of the row is the investor or the host. */
const sides: Readonly<Record<string, 'investor' | 'host'>> = {
  OTWD_D_NETAL_FALL_ALL: 'investor',
  INWD_D_NETLA_FALL_ALL: 'host',
}

const columns = [
  'COUNTRY.ID',
  'COUNTRY',
  'DV_TYPE.ID',
  'INDICATOR.ID',
  'COUNTERPART_COUNTRY.ID',
  'COUNTERPART_COUNTRY',
  'FREQUENCY.ID',
  'TIME_PERIOD',
  'OBS_VALUE',
]

/**
 * Reads stocks of direct investment at the end of each year, in USD, from investor to host, each with its reporter. A row that is derived from the
 * counterpart's report counts as that report.
 *
 * @param paths   CSV downloads of the data flow from the IMF's portal, inward, outward or both
 * @throws BadInput for another indicator, frequency or scale, an unknown code, or two different values of one report
 */
export async function readImfDirectInvestment(paths: readonly string[]): Promise<ReadObservations> {
  const rows: Observation[] = []
  for (const path of paths) rows.push(...(await readCsv(path, columns)).flatMap((row) => positionIn(row)))
  // the same report stands in the table of either side; own reports come first, so that their rows are kept
  return {
    observations: observationColumns(rows.sort((x, y) => Number(/, derived$/.test(x.locator)) - Number(/, derived$/.test(y.locator)))),
  }
}

function positionIn(row: CsvRow): Observation[] {
  const side = Object.hasOwn(sides, row.fields['INDICATOR.ID']!) ? sides[row.fields['INDICATOR.ID']!]! : undefined
  if (side === undefined)
    throw badInput(`${row.at} is about ${row.fields['INDICATOR.ID']}, not a position of direct investment, net, all instruments`)
  const value = numberInField(row, 'OBS_VALUE')
  if (value === null) return []
  checkForm(row, row.at)
  const [owner, other] = [partyIn(row, 'COUNTRY', row.at), partyIn(row, 'COUNTERPART_COUNTRY', row.at)]
  const own = row.fields['DV_TYPE.ID'] === 'O'
  if (owner === null || other === null || owner === other || (!own && other === 'WLD')) return []
  const [from, to] = side === 'investor' ? [owner, other] : [other, owner]
  return [
    toObservation(card, {
      ...{ indicator: 'direct-investment-stock', from, to, reporter: own ? owner : other, period: `${row.fields['TIME_PERIOD']}-12-31` },
      ...{ value: inSingleUnits(value, powerOf(row, value, row.at)), unit: 'USD', status: 'observed' },
      locator: `${row.at}${own ? '' : ', derived'}`,
    }),
  ]
}

function checkForm({ fields }: CsvRow, where: string): void {
  if (fields['FREQUENCY.ID'] !== 'A' || !/^20\d\d$/.test(fields['TIME_PERIOD']!))
    throw badInput(`${where} is of "${fields['TIME_PERIOD']}", not of a year`)
  if (!['O', 'SCC'].includes(fields['DV_TYPE.ID']!))
    throw badInput(`${where} is of the type "${fields['DV_TYPE.ID']}", neither reported (O) nor derived from the counterpart (SCC)`)
}

/** A position of this many millions between two economies does not exist: the largest is half of it. */
const tooManyMillions = 3_000_000

/** Partners on which China's own reports are in dollars. The table with scales shows it (no scale, or 0); the other gives the same series without a word. */
const chinaInDollars = new Set(['KOR', 'KWT', 'KOS'])

/** Returns the power of ten of a row's unit: 6 for millions, 0 for dollars. */
function powerOf({ fields }: CsvRow, value: number, where: string): number {
  const scale = fields['SCALE.ID']
  if (scale === '' || scale === '0') return 0
  if (
    scale === undefined &&
    fields['COUNTRY.ID'] === 'CHN' &&
    fields['DV_TYPE.ID'] === 'O' &&
    chinaInDollars.has(fields['COUNTERPART_COUNTRY.ID']!)
  )
    return 0
  if (scale !== undefined && scale !== '6') throw badInput(`${where} has the scale "${scale}", neither 6 (millions) nor 0 (dollars)`)
  if (value <= tooManyMillions || fields['COUNTERPART_COUNTRY.ID'] === 'G001') return 6
  throw badInput(`${where} gives ${value} millions, more than any position: it may be in dollars`)
}

/** Returns the state of a code and name; WLD for the world, null for a group, a territory or a remainder. */
function partyIn({ fields }: CsvRow, column: 'COUNTRY' | 'COUNTERPART_COUNTRY', where: string): string | null {
  const code = fields[`${column}.ID`]!
  if (code === 'G001') return 'WLD'
  if (/^(?:GX?|TX|U)\d{3}$/.test(code) || territories.has(code)) return null
  const state = stateOf(code === 'KOS' ? 'XKX' : code)
  if (state !== undefined) return state.iso3
  const name = fields[column]!
  const found = [name, withoutRemark(name)].map((spelling) => resolve(spelling)).find(({ kind }) => kind !== 'unknown')
  if (found?.kind === 'territory') return null
  throw badInput(`${where} names "${code}" (${name.slice(0, 60)}), which is neither a state nor a known group`)
}

/** Codes of territories that the source names in its own words. */
const territories = new Set(['HKG', 'MAC', 'AIA', 'MSR', 'WBG', 'VAT'])

import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField, yearIn } from '../formats/strict-csv.ts'
import {
  calendarYear,
  inSingleUnits,
  type Observation,
  observationColumns,
  type ReadObservations,
  toObservation,
} from '../rows/observation.ts'
import { partyId } from '../rows/party.ts'

export const card: SourceCard = {
  id: 'china-global-investment-tracker',
  title: 'China Global Investment Tracker, 2005 to June 2018',
  provider: 'American Enterprise Institute and Heritage Foundation',
  url: 'https://www.aei.org/china-global-investment-tracker/',
  licence: closedLicence(
    '(c) AEI, free to download with citation',
    'https://www.aei.org/china-global-investment-tracker/',
    'Free to download and use with citation; no right to pass the table on.',
  ),
  citation: 'American Enterprise Institute and Heritage Foundation (2018). China Global Investment Tracker, 2005-2018. Washington, DC.',
  vintage: '2005-01 to 2018-06 (2,908 deals)',
  coverage: coverageOf(
    ['large-deals', 'large-deals-count'],
    2005,
    '2018-06-30',
    'Chinese firms in all states, deals of at least 100 million USD',
  ),
  quirks: [
    'Investments and construction contracts are in one table and not told apart: the sum of all rows, 1,871 bn USD, is that of both together. Not a measure of foreign direct investment.',
    'Deals below 100 million USD are not there.',
    'Values are of the agreement as reported, not of what was paid.',
    'The last year is as long as its last month with a deal (June 2018).',
    'Deals in places that are no states (British Virgin Islands) are left out.',
  ],
}

const columns = ['Year', 'Month', 'Chinese Entity', 'Quantity in Millions', 'Country']
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** Names that the tracker uses in its own sense: "Congo" is the Republic of the Congo, since the Democratic Republic's name is written in full. */
const trackerNames: Readonly<Record<string, string | null>> = { Congo: 'COG' }

interface Deal {
  readonly partner: string
  readonly year: number
  readonly month: number
  readonly millions: number
}

/**
 * Reads the sum (USD, current prices) and number of large Chinese deals by state and year.
 *
 * @param path   the tracker's sheet as CSV
 */
export async function readChinaDeals(path: string): Promise<ReadObservations> {
  const file = basename(path)
  const rows = await readStrictCsv(path, columns, 'the sheet of deals of the China Global Investment Tracker as CSV')
  if (rows.length === 0) throw badInput(`${file} has headings and no deal`, 'fetch the file again')
  const deals = rows.map((row) => dealOf(row))
  const lastYear = Math.max(...deals.map((deal) => deal.year))
  const lastMonth = Math.max(...deals.filter((deal) => deal.year === lastYear).map((deal) => deal.month))
  const groups = new Map<string, Deal[]>()
  for (const deal of deals) {
    if (deal.partner === '') continue
    const key = `${deal.partner} ${deal.year}`
    groups.set(key, [...(groups.get(key) ?? []), deal])
  }
  const endOfLast = new Date(Date.UTC(lastYear, lastMonth, 0)).toISOString().slice(0, 10)
  return { observations: observationColumns([...groups.values()].flatMap((group) => sumsOf(group, file, lastYear, endOfLast))) }
}

function dealOf(row: CsvRow): Deal {
  const year = yearIn(row, 'Year', 2005, 2100)
  const month = months.indexOf(row.fields['Month']!.trim()) + 1
  if (month === 0) throw badInput(`${row.at} has "${row.fields['Month']}" for Month, not the English name of a month`)
  const partner = partyId(row.fields['Country']!.trim(), `${year}-12-31`, row.at, trackerNames) ?? ''
  return { partner, year, month, millions: wholeNumberInField(row, 'Quantity in Millions', 1) }
}

function sumsOf(group: readonly Deal[], file: string, lastYear: number, endOfLast: string): Observation[] {
  const { partner, year } = group[0]!
  const period = { ...calendarYear(year), ...(year === lastYear ? { end_date: endOfLast } : {}) }
  const deals = { from: 'CHN', to: partner, period, status: 'estimated', locator: `${file}: ${group.length} rows` } as const
  const value = inSingleUnits(
    group.reduce((sum, deal) => sum + deal.millions, 0),
    6,
  )
  return [
    toObservation(card, { ...deals, indicator: 'large-deals', value, unit: 'USD' }),
    toObservation(card, { ...deals, indicator: 'large-deals-count', value: group.length, unit: 'deals' }),
  ]
}

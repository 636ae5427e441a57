import { badInput } from '../../errors.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField, yearIn } from '../formats/strict-csv.ts'
import { type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { partyId } from '../rows/party.ts'

/** Indicator and unit of each column of the file. */
const counts = {
  confucius_institutes: ['confucius-institutes', 'institutes'],
  sister_cities_established: ['sister-cities-established', 'agreements'],
  government_visits: ['government-visits', 'visits'],
  military_visits: ['military-visits', 'visits'],
  total_elite_visits: ['elite-visits', 'visits'],
  ambassador_op_eds: ['ambassador-op-eds', 'articles'],
  journalist_visits: ['journalist-visits', 'visits'],
  media_partnerships: ['media-partnerships', 'partnerships'],
  outbound_chinese_students: ['students-sent', 'students'],
  inbound_students_to_china: ['students-received', 'students'],
} as const

export const card: SourceCard = {
  id: 'aiddata-public-diplomacy',
  title: "China's public diplomacy in Asia and the Pacific, 2000-2018",
  provider: 'AidData, William & Mary',
  url: 'https://www.aiddata.org',
  licence: closedLicence(
    'AidData, attribution',
    'https://www.aiddata.org',
    'Free with citation; AidData uses an attribution licence for its data sets, which is not stated in this file, so that it is not passed on.',
  ),
  citation:
    'Custer, S., et al. (2019). Influencing the Narrative: How the Chinese government mobilizes students and media to burnish its image. AidData, Williamsburg, VA (data: Chinese public diplomacy).',
  vintage: '2000-2018, copy of 2023-09-06',
  coverage: coverageOf(
    Object.values(counts).map(([indicator]) => indicator),
    2000,
    2018,
    '38 receiving states of East Asia, the Pacific, South and Central Asia; not Russia, not China',
  ),
  quirks: [
    'N/A is not known and has no row; a 0 is a count of zero and has one.',
    'Most series end in 2015, 2016 or 2017, each in a state of its own.',
    'The file does not tell who visited whom.',
    'elite-visits is the sum of government and military visits where the file has it, and government visits alone where military ones are not known.',
  ],
}

/**
 * Reads counts of Chinese public diplomacy by receiving state and year.
 *
 * @param path   `ChinesePublicDiplomacy.csv`
 */
export async function readAiddataDiplomacy(path: string): Promise<ReadObservations> {
  const rows = await readStrictCsv(
    path,
    ['receiving_country', 'year', ...Object.keys(counts)],
    'ChinesePublicDiplomacy.csv of AidData',
    /"$/,
  )
  return { observations: observationColumns(rows.flatMap((row) => countsOf(row))) }
}

function countsOf(row: CsvRow): Observation[] {
  const year = yearIn(row, 'year', 1990, 2100)
  const to = partyId(row.fields['receiving_country']!.trim(), `${year}-12-31`, row.at, {})
  if (to === 'CHN') throw badInput(`${row.at} has China as the receiving country`)
  if (to === null) return []
  return Object.entries(counts).flatMap(([column, [indicator, unit]]): Observation[] => {
    if (row.fields[column]!.trim() === 'N/A') return []
    const value = wholeNumberInField(row, column, 0)
    return [
      toObservation(card, { indicator, from: 'CHN', to, period: year, value, unit, status: 'observed', locator: `${row.at} ${column}` }),
    ]
  })
}

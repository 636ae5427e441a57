import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { readStrictCsv, wholeNumberInField } from '../formats/strict-csv.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { newTally, tallyCode, unknownCodesNote } from '../rows/unknown-codes.ts'

const years: ReadonlySet<string> = new Set(['2000', '2005', '2010', '2015', '2020'])

export const card: SourceCard = {
  id: 'un-migrant-stock',
  title: 'International migrant stock by origin and destination, 2000-2020',
  provider: 'United Nations, Department of Economic and Social Affairs, Population Division (UN DESA)',
  url: 'https://www.un.org/development/desa/pd/content/international-migrant-stock',
  licence: openLicence(
    'CC-BY-3.0-IGO',
    'https://creativecommons.org/licenses/by/3.0/igo/',
    'Share and adapt with attribution to the United Nations.',
  ),
  citation:
    'United Nations, Department of Economic and Social Affairs, Population Division (2024). International Migrant Stock 2024. POP/DB/MIG/Stock/Rev.2024. Accessed via an unofficial copy by ISO codes, github.com/daia-cmd/graduation_report.',
  vintage: 'Rev. 2024, years 2000 to 2020, copy of 2026-01-29',
  coverage: coverageOf(
    ['migrant-stock'],
    '2000-07-01',
    '2020-07-01',
    'origins that the UN lists for 194 destinations, mid-year 2000, 2005, 2010, 2015 and 2020; none of South Africa, Taiwan, North Korea, Kosovo, Micronesia and the Central African Republic',
  ),
  quirks: [
    'A stock at mid-year: people who live in a place other than where they were born (where a register counts by citizenship, foreign citizens). It is not the number who came in a year.',
    'Each destination has its own list of origins, and many lists are short (Germany 27, Viet Nam 3). An origin that is not listed is unknown: it may be small, and it may be large.',
    'The copy lacks areas whose names it could not match to a code: South Africa, Taiwan, North Korea, Kosovo, Micronesia and the Central African Republic are missing on both sides.',
    'The UN estimates the years between censuses; some destinations count refugees and some do not.',
    'Territory as of today in all years: South Sudan, Montenegro and Timor-Leste are origins before they were states.',
    'The years 1990, 1995 and 2024 of the edition are not in the copy; Hong Kong, Macao, Palestine, the Holy See, Curaçao and Réunion are left out, as no states.',
  ],
}

/** Places of the table with their own codes that are no states. */
const places: ReadonlySet<string> = new Set(['HKG', 'MAC', 'PSE', 'VAT', 'CUW', 'REU'])

/**
 * Reads the number of people born in one state who lived in another, as observations at mid-year. The UN models most of them, so they are estimated.
 *
 * @param path   CSV `year,origin,destination,migrant_stock` with ISO3 codes, plain or gzipped
 * @throws BadInput with file and line for a year outside the edition, an unknown code in most rows, a state with itself, a pair twice in a year, or a number
 *   below 1
 */
export async function readUnMigrantStock(path: string, reportQuirk: (quirk: string) => void = () => {}): Promise<ReadObservations> {
  const file = basename(path)
  const rows = await readStrictCsv(path, ['year', 'origin', 'destination', 'migrant_stock'], 'the table of migrant stocks by pair')
  const gathered = observationCollector(card)
  const seen = new Map<string, number>()
  const tally = newTally()
  for (const row of rows) {
    const at = `${file}:${row.line}`
    const [year, origin, destination] = ['year', 'origin', 'destination'].map((name) => row.fields[name]!.trim()) as [
      string,
      string,
      string,
    ]
    if (!years.has(year)) throw badInput(`${at} has the year "${year}", not 2000, 2005, 2010, 2015 or 2020`)
    if (origin === destination) throw badInput(`${at} pairs ${origin} with itself`)
    const key = `${year} ${origin} ${destination}`
    if (seen.has(key)) throw badInput(`${at} has ${origin} to ${destination} of ${year}, as line ${seen.get(key)} has`)
    seen.set(key, row.line)
    const value = wholeNumberInField(
      { ...row, fields: { ...row.fields, migrant_stock: row.fields['migrant_stock']!.replace(/\.0$/, '') } },
      'migrant_stock',
      file,
      1,
    )
    const isState = (code: string): boolean => stateOf(code) !== undefined
    for (const code of [origin, destination]) tallyCode(tally, code, isState(code) || places.has(code))
    if (!isState(origin) || !isState(destination)) continue
    const period = { start_date: `${year}-07-01`, end_date: `${year}-07-01` }
    gathered.add({
      indicator: 'migrant-stock',
      from: origin,
      to: destination,
      period,
      value,
      unit: 'persons',
      status: 'estimated',
      locator: at,
    })
  }
  const strange = unknownCodesNote(new Map([[file, tally]]), 'ISO 3166 codes of states', 'their rows are left out')
  if (strange !== null) reportQuirk(strange)
  return { observations: gathered.columns() }
}

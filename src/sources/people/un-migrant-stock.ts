import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { textsIn } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField } from '../formats/strict-csv.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { stateCodesIn } from '../rows/unknown-codes.ts'

const years: ReadonlySet<string> = new Set(['2000', '2005', '2010', '2015', '2020'])

const stock = { indicator: 'migrant-stock', unit: 'persons', status: 'estimated' } as const

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
  const rows = await readStrictCsv(path, ['year', 'origin', 'destination', 'migrant_stock'], 'the table of migrant stocks by pair')
  const gathered = observationCollector(card)
  const once = onlyOnce<number>()
  const codes = stateCodesIn(basename(path), places)
  for (const row of rows) {
    const [year, from, to] = textsIn(row, 'year', 'origin', 'destination')
    if (!years.has(year)) throw badInput(`${row.at} has the year "${year}", not 2000, 2005, 2010, 2015 or 2020`)
    if (from === to) throw badInput(`${row.at} pairs ${from} with itself`)
    once(`${year} ${from} ${to}`, row.line, (before) => `${row.at} has ${from} to ${to} of ${year}, as line ${before} has`)
    const value = wholeNumberInField(
      { ...row, fields: { ...row.fields, migrant_stock: row.fields['migrant_stock']!.replace(/\.0$/, '') } },
      'migrant_stock',
      1,
    )
    if (codes.areStates(from, to)) gathered.add({ ...stock, from, to, period: `${year}-07-01`, value, locator: row.at })
  }
  codes.report(reportQuirk)
  return { observations: gathered.columns() }
}

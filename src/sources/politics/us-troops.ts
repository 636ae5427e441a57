import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField, yearIn } from '../formats/strict-csv.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { partyId } from '../rows/party.ts'

export const card: SourceCard = {
  id: 'us-troops',
  title: 'Members of the forces of the United States by country, 1950-2024',
  provider: 'U.S. Department of Defense (Defense Manpower Data Center), compiled by M. A. Allen, M. E. Flynn and C. Machain (troopdata)',
  url: 'https://github.com/meflynn/troopdata',
  licence: openLicence(
    'US public domain (counts)',
    'https://github.com/meflynn/troopdata',
    'Counts of the United States government, in the public domain; the compilation asks for citation (its code is under the GPL and not used).',
  ),
  citation:
    'Allen, M. A., Flynn, M. E. and Machain, C. M. (2022). Outside the Wire: U.S. Military Deployments and Public Opinion in Host States; troopdata at 3946bcf, after reports of the Defense Manpower Data Center.',
  vintage: 'rebuild by country and year (3946bcf), to 2024',
  coverage: coverageOf(['us-forces'], 1950, 2024, 'states in which the reports count active members of the US forces'),
  quirks: [
    'For a year with several reports, the compilation takes the highest count of each branch: the sum lies up to a tenth above the count of any one day.',
    'Permanent assignment only: forces in rotation (Poland, Romania) and on operations are counted in part or not at all.',
    'A zero is left out: since December 2017 the reports do not tell of Syria, Iraq and Afghanistan, and the compilation prints zero under a second name of some hosts (Czech Republic beside Czechia).',
    'Iraq, Afghanistan and Syria from 2018 on, and Iraq in 2006 and 2007 (three reports added up), are left out.',
    'The year 2008 is left out: for most hosts it adds up two reports (Germany 110,855 between 72,880 and 46,411).',
    'Forces in South Vietnam stand under the code of North Vietnam in the compilation; they are put right here.',
    'The years 1951 and 1952 are interpolated by the compilers, and estimated here.',
    'Guards and attachés of an embassy count: half of all hosts have fewer than 20.',
  ],
}

const interpolated: ReadonlySet<number> = new Set([1951, 1952])

/** Hosts whose counts the Department stopped publishing, with the first year that is left out. */
const unpublished: Readonly<Record<string, number>> = { SYR: 2018, IRQ: 2018, AFG: 2018 }

/** Whether a count is known to be wrong: see the quirks on the card. */
function isUnsound(host: string, year: number): boolean {
  return year === 2008 || (host === 'IRQ' && (year === 2006 || year === 2007)) || year >= (unpublished[host] ?? Number.POSITIVE_INFINITY)
}

/** Names without a code that are no states. */
const places: ReadonlySet<string> = new Set([
  ...[
    'Aden',
    'American Samoa',
    'Antarctica',
    'Aruba',
    'Ascension Island',
    'Azores',
    'Bermuda',
    'British Virgin Islands',
    'British West Indies',
  ],
  ...[
    'Diego Garcia',
    'Easter Island',
    'Eniwetok (J.T.F. 7',
    'Fiji and Tonga',
    'Gibraltar',
    'Greenland',
    'Guam',
    'Hong Kong',
    'Johnston Island',
  ],
  ...['Kashmir', 'Line Islands', 'Mariana Islands', 'Midway Islands', 'Netherlands Antilles', 'Puerto Rico', 'Sarawak', 'St. Helena'],
  ...['Turks and Caicos Islands', 'US Virgin Islands', 'Vatican City', 'Holy See', 'Wake Island', 'Western Sahara'],
])

/** Names of the table in its own sense. */
const names: Readonly<Record<string, string>> = { Antigua: 'ATG', "Yemen People's Republic": 'YMD' }

/**
 * Reads the number of active members of the US forces by host and year.
 *
 * @param path   CSV troopdata-rebuild-country-year: `countryname, year, iso3c, troops_ad`, plain or gzipped
 * @throws BadInput with file and line for an unknown host, a year outside 1950 to 2024, or a number that is not a count
 */
export async function readUsTroops(path: string): Promise<ReadObservations> {
  const rows = await readStrictCsv(
    path,
    ['countryname', 'year', 'iso3c', 'troops_ad'],
    'the table troopdata-rebuild-country-year of US forces',
  )
  const gathered = observationCollector(card)
  const once = onlyOnce<number>()
  for (const row of rows) {
    const year = yearIn(row, 'year', 1950, 2024)
    const value = row.fields['troops_ad'] === 'NA' ? 0 : wholeNumberInField(row, 'troops_ad', 0)
    const host = hostOf(row, `${year}-06-30`, row.at)
    if (host === null || host === 'USA' || value === 0 || isUnsound(host, year)) continue
    once(`${host} ${year}`, row.line, (before) => `${row.at} counts forces in ${host} in ${year}, as line ${before} does`)
    const status = interpolated.has(year) ? 'estimated' : 'observed'
    gathered.add({ indicator: 'us-forces', from: 'USA', to: host, period: year, value, unit: 'persons', status, locator: row.at })
  }
  return { observations: gathered.columns() }
}

function hostOf(row: CsvRow, day: string, at: string): string | null {
  const [name, code] = [row.fields['countryname']!.trim(), row.fields['iso3c']!.trim()]
  if (places.has(name)) return null
  if (Object.hasOwn(names, name)) return names[name]!
  // the table counts forces in South Vietnam under the code of North Vietnam
  if (name === 'Vietnam' && day < '1975') return day < '1954' ? null : 'VDR'
  if (code === 'NA') return partyId(name, day, at, {})
  if (stateOf(code) === undefined) throw badInput(`${at} has the code "${code}", which no state has`)
  return code
}

import { basename } from 'node:path'
import { resolve } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, publicDomain, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, textsIn } from '../formats/csv.ts'
import { readStrictCsv } from '../formats/strict-csv.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { type CodeTally, newTally, reportUnknownCodes, tallyCode } from '../rows/unknown-codes.ts'

/** The day of the edition. */
const day = '2022-11-16'

export const card: SourceCard = {
  id: 'embassies-wikidata',
  title: 'Embassies and consulates that Wikidata lists, 16 November 2022',
  provider: 'Wikidata, drawn out by the database-of-embassies project',
  url: 'https://www.wikidata.org',
  licence: publicDomain('Any use. The tools of the project, under the GPL, are not used.'),
  citation: 'Wikidata contributors, diplomatic missions as of 16 November 2022, drawn out by database-of-embassies (at b1987a6).',
  vintage: '2022-11-16, accessed via github.com/database-of-embassies/database-of-embassies at b1987a6 (unofficial copy)',
  coverage: coverageOf(
    ['embassy', 'embassy-elsewhere', 'consulates'],
    day,
    day,
    'missions that volunteers entered, some 9,850 of states and others; uneven between states',
  ),
  quirks: [
    'Volunteers made the list: a mission that it lacks may exist (neither Kenya nor Tanzania is listed with the other), so absence proves nothing.',
    'Missions that have closed linger: Ukraine in Moscow, the United States in Caracas, Kabul and Sanaa, Algeria and Morocco with each other.',
    'High commissions and nunciatures are embassies here; honorary consulates, offices of regions and unofficial ("de facto") embassies are left out.',
    'An embassy whose listed states do not include its host (embassies to the Holy See in Rome) is no embassy to the host.',
    'An embassy that is also accredited to a third state is "elsewhere" for it.',
  ],
}

const embassy =
  /^(?:embassy|(?:British |Australian )?high commission|apostolic nunciature|Embassy of the United States|diplomatic mission of El Salvador)$/i
const consulate = /^(?:consulate general|consulate|Consulate General of (?:Sweden|Belgium)|consulates of Sweden)$/i

/** Names of Wikidata in its own sense; null for what is no state. */
const names: Readonly<Record<string, string | null>> = {
  'Ministry of Foreign Affairs of the Russian Federation': 'RUS',
  "Ministry of Foreign Affairs of the People's Republic of China": 'CHN',
  'Ministry of Foreign Affairs and Cooperation of the Republic of Rwanda': 'RWA',
  'Government of Sweden': 'SWE',
  'Kingdom of Denmark': 'DNK',
  'Kingdom of the Netherlands': 'NLD',
  "People's Republic of China": 'CHN',
  'Republic of the Congo': 'COG',
  'Democratic Republic of the Congo': 'COD',
  'South Korea': 'KOR',
  'North Korea': 'PRK',
  Georgia: 'GEO',
  'Republic of Ireland': 'IRL',
  Vatican: null,
  'Ministry of Foreign Affairs': null,
  Niger: 'NER',
}

/**
 * Reads which state has an embassy in which (`embassy`), which is covered by an embassy elsewhere (`embassy-elsewhere`), and how many consulates a state has in
 * another (`consulates`), each as an observation of the day of the list. A state without a row is unknown, never without an embassy.
 *
 * @param path   CSV `operator, country, city, type, jurisdictions` (states with `|` between), plain or gzipped
 * @throws BadInput with file for a table in which most names are unknown
 */
export async function readEmbassiesWikidata(path: string, reportQuirk: (quirk: string) => void = () => {}): Promise<ReadObservations> {
  const file = basename(path)
  const rows = await readStrictCsv(path, ['operator', 'country', 'type', 'jurisdictions'], 'the table of missions of Wikidata')
  const tally = newTally()
  const missions = rows.flatMap((row) => missionIn(row, tally) ?? [])
  reportUnknownCodes(new Map([[file, tally]]), 'states that we know', 'their missions are left out', reportQuirk)
  return { observations: observationsOf(missions, file) }
}

/** A mission of one state in another, with what it is accredited to (empty: not told; null: no state that we know). */
interface Mission {
  readonly from: string
  readonly host: string
  readonly kind: 'embassy' | 'consulate'
  readonly accredited: readonly (string | null)[]
  readonly line: number
}

function missionIn(row: CsvRow, tally: CodeTally): Mission | undefined {
  const [operator, country, type] = textsIn(row, 'operator', 'country', 'type')
  const [from, host] = [stateNamed(operator), stateNamed(country)]
  for (const [name, id] of [
    [operator, from],
    [country, host],
  ] as const)
    tallyCode(tally, name, id !== undefined)
  const kind = embassy.test(type) ? 'embassy' : consulate.test(type) ? 'consulate' : undefined
  if (kind === undefined || from == null || host == null || from === host) return undefined
  const listed = row.fields['jurisdictions']!.split('|').filter((name) => name.trim() !== '')
  return { from, host, kind, accredited: listed.map((name) => stateNamed(name.trim()) ?? null), line: row.line }
}

/** Returns the state of a name; null for what is known and no state, undefined for what is not known. */
function stateNamed(name: string): string | null | undefined {
  if (Object.hasOwn(names, name)) return names[name]!
  const found = resolve(name, day)
  return found.kind === 'state' ? found.state.iso3 : found.kind === 'unknown' ? undefined : null
}

function observationsOf(missions: readonly Mission[], file: string): Columns {
  const resident = new Map<string, number[]>()
  const elsewhere = new Map<string, number[]>()
  const consulates = new Map<string, number[]>()
  const note = (of: Map<string, number[]>, from: string, to: string, line: number): void => {
    of.set(`${from} ${to}`, [...(of.get(`${from} ${to}`) ?? []), line])
  }
  for (const { from, host, kind, accredited, line } of missions) {
    if (kind === 'consulate') note(consulates, from, host, line)
    else {
      if (accredited.length === 0 || accredited.includes(host)) note(resident, from, host, line)
      for (const state of accredited) if (state !== null && state !== host && state !== from) note(elsewhere, from, state, line)
    }
  }
  for (const pair of resident.keys()) elsewhere.delete(pair)
  const gathered = observationCollector(card)
  const add = (indicator: string, unit: string, of: ReadonlyMap<string, readonly number[]>, count: boolean): void => {
    for (const [pair, lines] of of) {
      const [from, to] = pair.split(' ') as [string, string]
      const locator = `${file}:${lines.slice(0, 5).join(', ')}`
      gathered.add({
        indicator,
        from,
        to,
        period: { start_date: day, end_date: day },
        value: count ? lines.length : 1,
        unit,
        status: 'observed',
        locator,
      })
    }
  }
  add('embassy', '0 or 1', resident, false)
  add('embassy-elsewhere', '0 or 1', elsewhere, false)
  add('consulates', 'consulates', consulates, true)
  return gathered.columns()
}

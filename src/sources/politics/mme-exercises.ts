import { basename } from 'node:path'
import { existedIn, stateOf } from '../../states/index.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv, yearIn } from '../formats/strict-csv.ts'
import type { ReportQuirk } from '../reader/reader.ts'
import { checkReach } from '../rows/edition-reach.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { partyId } from '../rows/party.ts'

const years = { from: 1980, to: 2010 }

export const card: SourceCard = {
  id: 'mme-exercises',
  title: 'Multinational Military Exercises 1980-2010, version 7',
  provider: 'V. D’Orazio and K. Galambos',
  url: 'https://doi.org/10.7910/DVN/KHFODX',
  licence: closedLicence(
    'not seen',
    'https://doi.org/10.7910/DVN/KHFODX',
    'The terms of the record at Harvard Dataverse were not seen; bring the file yourself.',
  ),
  citation:
    'D’Orazio, V. and Galambos, K. (2021). Multinational Military Exercises, 1980-2010. Harvard Dataverse, doi:10.7910/DVN/KHFODX, version 1. Data: MME v7.',
  vintage: 'MME v7 (1980 to 2010)',
  // what no report names is missing: the domain says none with the measured recall
  coverage: coverageOf(['joint-exercises'], 1980, 2010, 'exercises of two or more states that news reports name'),
  quirks: [
    'From news reports, so exercises of English-speaking states are over-counted.',
    'An exercise counts in the year in which it began, once for each pair of its participants, however small their part.',
    'Participants that are not named (208 times "-9"), territories, blocs and regions are no states, and are left out.',
    'Ends in 2010.',
    'The older data set JME (1974 to 2010) has an earlier coding of the same exercises: the two are never added.',
  ],
}

/** `StateA` to `StateZ`, then `StateAA` to `StateAM`. */
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const participants = [...letters, ...letters.slice(0, 13).map((letter) => `A${letter}`)].map((letter) => `State${letter}`)

/** What stands for a participant that is not known, and names that are no present spelling of a state. */
const ownNames: Readonly<Record<string, string | null>> = { '-9': null, 'st. christopher': 'KNA' }

/** The exercises of a pair in a year, by their lines. */
interface PairYear {
  readonly pair: readonly [string, string]
  readonly year: number
  readonly lines: number[]
}

/**
 * Reads joint exercises: by undirected pair and year, in how many exercises both took part.
 *
 * @param path   `mme_v7.csv`, one row for each exercise and up to 39 participants, plain or gzipped
 * @throws BadInput with file and line for an unknown participant, a year outside the edition, a torn line, the same row twice, or another edition
 */
export async function readMmeExercises(path: string, reportQuirk: ReportQuirk = () => {}): Promise<ReadObservations> {
  const file = basename(path)
  // the file ends without a line break: the last row is whole if it has all its commas
  const rows = await readStrictCsv(path, ['MMEID', 's.year', ...participants], 'mme_v7.csv, one row for each exercise', /,$/)
  const found = new Map<string, PairYear>()
  const begun: number[] = []
  let alone = 0
  for (const row of rows) {
    const year = yearIn(row, 's.year', years.from, years.to)
    begun.push(year)
    const states = statesIn(row, year)
    if (states.length < 2) alone++
    for (const pair of pairsOf(states)) addTo(found, pair, year, row.line)
  }
  checkReach(begun, years, file, 'MME v7')
  if (alone > 0) reportQuirk(`${alone} of ${rows.length} exercises name fewer than two states, and make no pair.`)
  const gathered = observationCollector(card)
  for (const { pair, year, lines } of found.values()) {
    const [from, to] = pair
    const locator = `${file}:${lines.join(', ')}`
    gathered.add({
      from,
      to,
      period: year,
      indicator: 'joint-exercises',
      value: lines.length,
      unit: 'exercises',
      status: 'observed',
      locator,
    })
  }
  return { observations: gathered.columns() }
}

/** Returns the states that took part, each once, in the order of their codes. */
function statesIn(row: CsvRow, year: number): string[] {
  const names = new Set(participants.map((column) => row.fields[column]!.trim()).filter((name) => name !== ''))
  const ids = [...names].flatMap((name) => partyId(name, `${year}-12-31`, row.at, ownNames) ?? [])
  const states = ids.filter((id) => {
    const state = stateOf(id)
    return state !== undefined && existedIn(state, year)
  })
  return [...new Set(states)].sort()
}

function pairsOf(states: readonly string[]): (readonly [string, string])[] {
  return states.flatMap((one, i) => states.slice(i + 1).map((other) => [one, other] as const))
}

function addTo(found: Map<string, PairYear>, pair: readonly [string, string], year: number, line: number): void {
  const key = `${pair.join(' ')} ${year}`
  const held = found.get(key) ?? { pair, year, lines: [] }
  found.set(key, held)
  held.lines.push(line)
}

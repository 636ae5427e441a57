import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { type State, stateByCow, stateByGw } from '../../states/index.ts'
import { closedLicence, type SourceCard } from '../cards/source-cards.ts'
import type { CsvRow } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField, yearIn } from '../formats/strict-csv.ts'
import { checkReach } from '../rows/edition-reach.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'

/** Years with a row. Crises that began after 2019 are not coded, so 2020 is not complete. */
const years = { from: 1918, to: 2020 }

const whom = 'every pair of members of the interstate system'

export const card: SourceCard = {
  id: 'icb',
  title: 'International Crisis Behavior, version 15: crises by pair of adversaries and year',
  provider: 'International Crisis Behavior Project (Brecher, Wilkenfeld, Beardsley, James and Quinn)',
  url: 'https://sites.duke.edu/icbdata/data-collections/',
  licence: closedLicence(
    'none printed, free with citation',
    'https://sites.duke.edu/icbdata/data-collections/',
    'Free to download, with two citations asked for; no licence lets others pass the file on, so bring it yourself.',
  ),
  citation:
    'Brecher, M., Wilkenfeld, J., Beardsley, K., James, P. and Quinn, D. (2023). International Crisis Behavior Data Codebook, Version 15. Brecher, M. and Wilkenfeld, J. (2000). A Study of Crisis. University of Michigan Press. Pairs: Hewitt, J. J. (2003). Dyadic Processes and International Crises. Journal of Conflict Resolution 47 (5), 669-692.',
  vintage: '15 (crises that began from 1918 to 2019)',
  coverage: [
    { indicator: 'crisis-onsets', from: '1918-01-01', to: '2019-12-31', whom, absence: 'zero', universe: 'cow' },
    // in 2020 only crises that began before are known
    { indicator: 'crises', from: '1918-01-01', to: '2020-12-31', whom, absence: 'unknown' },
  ],
  quirks: [
    'A crisis: leaders of at least one of the two saw basic values threatened, had little time to respond, and expected a higher likelihood of war.',
    'A pair has a row if at least one of the two was such an actor, and one directed a hostile act against the other; neither need have used force.',
    'Crises that began after 2019 are not coded: rows of 2020 are of crises that went on.',
    'Germany keeps the number 260 after 1990 and Yemen 678: they are read as the states of that time.',
    'Some states have rows up to four years before their independence (Indonesia 1945).',
    'Version 16 exists and is not read.',
  ],
}

const columns = ['crisno', 'crisname', 'year', 'statea', 'stateb', 'trgyrdy', 'trmyrdy']

/** The crises of a pair in a year: names by number, and the lines. */
interface PairYear {
  readonly pair: readonly [string, string]
  readonly year: number
  readonly crises: Map<number, string>
  readonly lines: number[]
}

/**
 * Reads the crises in which two states were adversaries: by undirected pair and year how many went on, and how many began. The names of the crises stand in the
 * locator.
 *
 * @param path   `icbdy_v15.csv`, one row for each crisis, pair and year, plain or gzipped
 * @throws BadInput with file and line for a number that no state had then, a year outside the crisis, a torn line, or another edition
 */
export async function readIcb(path: string): Promise<ReadObservations> {
  const file = basename(path)
  // the file ends without a line break; its last column, a running number, is not read
  const rows = await readStrictCsv(path, columns, 'icbdy_v15.csv, the crisis dyad-years of ICB version 15', 'any')
  const found = new Map<string, PairYear>()
  for (const row of rows) addRow(row, found)
  const all = [...found.values()].sort((x, y) => x.year - y.year)
  checkReach(
    all.map(({ year }) => year),
    years,
    file,
    'icbdy_v15.csv, version 15,',
  )
  const gathered = observationCollector(card)
  const before = new Set<string>()
  for (const one of all) {
    const begun = [...one.crises].filter(([number]) => !before.has(`${number} ${one.pair.join(' ')}`))
    for (const [number] of begun) before.add(`${number} ${one.pair.join(' ')}`)
    const shared = { from: one.pair[0], to: one.pair[1], period: one.year, unit: 'crises', status: 'observed' } as const
    const locator = (named: readonly string[]): string =>
      `${file}:${one.lines.join(', ')}${named.length === 0 ? '' : ` (${named.join('; ')})`}`
    if (begun.length > 0)
      gathered.add({ ...shared, indicator: 'crisis-onsets', value: begun.length, locator: locator(begun.map(([, name]) => name)) })
    gathered.add({ ...shared, indicator: 'crises', value: one.crises.size, locator: locator([...one.crises.values()]) })
  }
  return { observations: gathered.columns() }
}

function addRow(row: CsvRow, found: Map<string, PairYear>): void {
  const year = yearIn(row, 'year', years.from, years.to)
  const [trigger, end] = [yearIn(row, 'trgyrdy', 1917, years.to), yearIn(row, 'trmyrdy', 1917, years.to)]
  if (year < trigger || year > end)
    throw badInput(`${row.at} is of ${year}, but its crisis of ${trigger} to ${end}`, 'fetch the file again')
  const sides = (['statea', 'stateb'] as const).map((column) => stateIn(row, column, year))
  const pair = sides.sort() as [string, string]
  if (pair[0] === pair[1]) throw badInput(`${row.at} pairs ${pair[0]} with itself`, 'give the file as the project publishes it')
  const name = row.fields['crisname']!.trim()
  if (name === '') throw badInput(`${row.at} has no name of the crisis`, 'fetch the file again')
  const key = `${pair.join(' ')} ${year}`
  const held: PairYear = found.get(key) ?? { pair, year, crises: new Map(), lines: [] }
  found.set(key, held)
  held.crises.set(wholeNumberInField(row, 'crisno', 1), name)
  held.lines.push(row.line)
}

/** States that keep the number of the state before them in this data set: Yemen has 678, not 679. */
const keptNumbers: Readonly<Record<number, { readonly iso3: string; readonly from: number }>> = { 678: { iso3: 'YEM', from: 1991 } }

/** A state may be an adversary before its independence by at most these years, as Indonesia is from 1945 to 1949. */
const mostYearsBefore = 5

function stateIn(row: CsvRow, column: 'statea' | 'stateb', year: number): string {
  const code = wholeNumberInField(row, column, 1)
  const kept = keptNumbers[code]
  if (kept !== undefined && year >= kept.from) return kept.iso3
  const state = stateByCow(code, `${year}-12-31`)
  if (state !== undefined && isOfYear(state, year)) return state.iso3
  const other = stateByGw(code, `${year}-12-31`)
  const known = other === undefined || other.iso3 === state?.iso3 ? '' : `; in Gleditsch and Ward's list it is ${other.name}`
  throw badInput(
    `${row.at} has the state number ${code} for ${column}, which no state had in ${year} in the list of the Correlates of War${known}`,
    'numbers of states are those of the Correlates of War (visavis states): give the file as the project publishes it',
  )
}

function isOfYear({ spans }: State, year: number): boolean {
  const [first, last] = [spans[0]!, spans.at(-1)!]
  return Number(first.from.slice(0, 4)) - mostYearsBefore <= year && (last.to === null || Number(last.to.slice(0, 4)) >= year)
}

import { basename } from 'node:path'
import { correlatesOfWarLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { readText } from '../formats/csv.ts'
import { type Layout, type NumberTable, parseNumberTable } from '../formats/number-table.ts'
import { cowRows } from '../rows/cow-rows.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { collectedFigure, type IndicatorColumn, stateYearLayout } from '../rows/state-years.ts'
import { igoMembershipCounts } from './cow-igo-members.ts'

const years = { from: 1816, to: 2014 }

const count = (column: string, indicator: string): IndicatorColumn => ({
  column,
  indicator,
  unit: 'organisations',
  status: 'observed',
  least: 0,
})

const shared = count('dyadigos', 'shared-igos')

const memberships = [
  count('sum_igo_full', 'igo-memberships'),
  count('sum_igo_associate', 'igo-memberships-associate'),
  count('sum_igo_observer', 'igo-memberships-observer'),
  count('sum_igo_anytype', 'igo-memberships-any'),
]

export const card: SourceCard = {
  id: 'cow-igo',
  title: 'Correlates of War intergovernmental organisations 3.0, counts by pair and by state',
  provider: 'Correlates of War Project (Pevehouse, Nordstrom, McManus, Jamison); counts by S. V. Miller (peacesciencer)',
  url: 'https://correlatesofwar.org/data-sets/IGOs/',
  licence: correlatesOfWarLicence('https://correlatesofwar.org/data-sets/IGOs/'),
  citation:
    'Pevehouse, J. C. W., Nordstrom, T., McManus, R. W. and Jamison, A. S. (2020). Tracking Organizations in the World: The Correlates of War IGO Version 3.0 datasets. Journal of Peace Research 57, 492-503.',
  vintage: '3.0 (to 2014), read 2026-11-25',
  coverage: [
    ...coverageOf([shared.indicator], 1816, 2014, 'every pair of members of the interstate system'),
    ...coverageOf(
      memberships.map(({ indicator }) => indicator),
      1816,
      2014,
      'members of the interstate system',
    ),
  ],
  quirks: [
    'Ends in 2014.',
    'Counts only: which organisations the two share is not in these files.',
    'The counts leave out memberships whose code is missing, as if there were none: they are lower bounds.',
    'Before 1965 the source looks at every fifth year only, and fills the years between.',
    'Shared organisations are those where both are full members; associates and observers do not count.',
    'From the native file of memberships by state we count ourselves, by state and by pair.',
  ],
}

const pairs: Layout = { ccode1: 'ccode1', ccode2: 'ccode2', year: 'year', dyadigos: 'dyadigos' }
const states = stateYearLayout(memberships)

/**
 * Reads by year the number of intergovernmental organisations that two states share, and the number that a state belongs to.
 *
 * @param paths   the native memberships (`state_year_formatv3.csv`), or counts by pair (`ccode1, ccode2, year, dyadigos`), by state (`ccode, year,
 *   sum_igo_full ...`), or both; recognised by their columns
 */
export async function readCowIgo(paths: readonly string[]): Promise<ReadObservations> {
  const gathered = observationCollector(card)
  for (const path of paths) {
    const text = await readText(path)
    const native = igoMembershipCounts(text, basename(path))
    if (native !== undefined) {
      addPairs(native.pairs, gathered)
      addStates(native.states, gathered)
      continue
    }
    const table = parseNumberTable(text, basename(path), [pairs, states])
    if (table.layout === pairs) addPairs(table, gathered)
    else addStates(table, gathered)
  }
  return { observations: gathered.columns() }
}

function addPairs(table: NumberTable, gathered: ReturnType<typeof observationCollector>): void {
  for (const row of cowRows(table, { years, codes: ['ccode1', 'ccode2'], directed: false })) {
    const ends = row.from < row.to! ? row : { from: row.to!, to: row.from }
    gathered.add(collectedFigure(table, row, shared, ends))
  }
}

function addStates(table: NumberTable, gathered: ReturnType<typeof observationCollector>): void {
  for (const row of cowRows(table, { years, codes: ['ccode'], directed: true })) {
    for (const form of memberships) gathered.add(collectedFigure(table, row, form))
  }
}

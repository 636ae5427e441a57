import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type Layout, readNumberTable } from '../formats/number-table.ts'
import { cowRows } from '../rows/cow-rows.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { collectedFigure, type IndicatorColumn } from '../rows/state-years.ts'

const years = { from: 1815, to: 2018 }

const kinds = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const

export const card: SourceCard = {
  id: 'atop',
  title: 'Alliance Treaty Obligations and Provisions (ATOP) 5.1, directed dyad-years',
  provider: 'ATOP project (Leeds, Ritter, Mitchell, Long)',
  url: 'http://www.atopdata.org/data.html',
  licence: closedLicence(
    'ATOP, free with citation',
    'http://www.atopdata.org/data.html',
    'Free for research with citation; no licence is stated, so bring the file yourself.',
  ),
  citation:
    'Leeds, B. A., Ritter, J. M., Mitchell, S. McL. and Long, A. G. (2002). Alliance Treaty Obligations and Provisions, 1815-1944. International Interactions 28, 237-260. Data: ATOP 5.1.',
  vintage: '5.1 (to 2018), read 2026-11-25',
  coverage: coverageOf(
    kinds.map((kind) => `alliance-${kind}`),
    1815,
    2018,
    'every pair of members of the interstate system',
    { absence: 'none in force', universe: 'cow' },
  ),
  quirks: [
    'Ends in 2018: what was signed or left since is unknown, not none.',
    'A pair without any obligation has no row; a 0 says that the two had a treaty without this obligation.',
    'A year counts from the first day of an obligation to the last: a treaty signed in December holds for the whole year.',
    'Obligations are of the first state toward the second; they can be one-sided.',
    'Formal written treaties only: the United States and Taiwan have no row after 1980.',
    'Germany in 1990 has two numbers: the row of 255 (united) counts, that of 260 (West) only where there is none of 255.',
  ],
}

const native: Layout = {
  ccode1: 'stateA',
  ccode2: 'stateB',
  year: 'year',
  defence: 'defense',
  offence: 'offense',
  neutrality: 'neutral',
  nonaggression: 'nonagg',
  consultation: 'consul',
}

const reduced: Layout = {
  ccode1: 'ccode1',
  ccode2: 'ccode2',
  year: 'year',
  defence: 'atop_defense',
  offence: 'atop_offense',
  neutrality: 'atop_neutral',
  nonaggression: 'atop_nonagg',
  consultation: 'atop_consul',
}

const forms = kinds.map(
  (kind): IndicatorColumn => ({ column: kind, indicator: `alliance-${kind}`, unit: '0 or 1', status: 'observed', least: 0, most: 1 }),
)

/**
 * Reads the treaty obligations of each state to each other state by year: five kinds, each 1 or 0.
 *
 * @param path  `atop5_1ddyr.csv` (columns `stateA, stateB, year, defense, offense, neutral, nonagg, consul`), or the reduced form of R's peacesciencer
 *              (`ccode1, ccode2, year, atop_defense ...`)
 */
export async function readAtop(path: string): Promise<ReadObservations> {
  const table = await readNumberTable(path, [native, reduced])
  const gathered = observationCollector(card)
  for (const row of cowRows(table, { years, codes: ['ccode1', 'ccode2'], directed: true })) {
    for (const form of forms) gathered.add(collectedFigure(table, row, form))
  }
  return { observations: gathered.columns() }
}

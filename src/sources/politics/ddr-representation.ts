import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { closedLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { textsIn } from '../formats/csv.ts'
import { readStrictCsv, wholeNumberInField, yearIn } from '../formats/strict-csv.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { stateCodesIn } from '../rows/unknown-codes.ts'

const representation = { indicator: 'representation-level', unit: 'of 6', status: 'observed' } as const

export const card: SourceCard = {
  id: 'ddr-representation',
  title: 'Diplometrics Diplomatic Representation (DDR), 2000-2020',
  provider: 'J. D. Moyer, S. D. Turner and C. J. Meisel, Frederick S. Pardee Institute, University of Denver',
  url: 'https://doi.org/10.7910/DVN/YM3UOO',
  licence: closedLicence(
    'not seen',
    'https://doi.org/10.7910/DVN/YM3UOO',
    'The terms of the record at Harvard Dataverse were not seen; the data are read from your own copy and not passed on.',
  ),
  citation:
    'Moyer, J. D., Turner, S. D. and Meisel, C. J. Diplometrics Diplomatic Representation, coded from the Europa World Yearbook. Harvard Dataverse, doi:10.7910/DVN/YM3UOO.',
  vintage: 'cut to 2000-2020 by ISO3',
  coverage: coverageOf(['representation-level'], 2000, 2020, '199 senders and 196 receivers'),
  quirks: [
    'Coded from a yearbook, which comes late: the United States in Cuba from 2016 (opened July 2015), Saudi Arabia and Iran one way to 2019 (broken January 2016).',
    'Level 6 is an ambassador, 5 a lower envoy, 4 a chargé d’affaires; level 0 here is a representative whom the source marks as withdrawn, recalled or expelled.',
    'A level of 4 may be a vacancy: the United States at Beijing in 2020.',
    'There are gaps (Taiwan and Panama 2004-05), so no row is unknown, not without relations.',
  ],
}

/**
 * Reads the level of the representative of one state in another by year: 6, 5 or 4, and 0 for one who was withdrawn.
 *
 * @param path   CSV `year,origin,destination,embassy_level,focus` by ISO3, plain or gzipped
 * @throws BadInput with file and line for a level other than 4, 5 and 6, a focus other than 1, 2 and 3, a year outside 2000 to 2020, a pair twice in a year, or
 *   codes of which most are unknown
 */
export async function readDdrRepresentation(path: string, reportQuirk: (quirk: string) => void = () => {}): Promise<ReadObservations> {
  const rows = await readStrictCsv(path, ['year', 'origin', 'destination', 'embassy_level', 'focus'], 'the DDR table by year and pair')
  const gathered = observationCollector(card)
  const once = onlyOnce<number>()
  const codes = stateCodesIn(basename(path))
  for (const row of rows) {
    const year = yearIn(row, 'year', 2000, 2020)
    const [from, to] = textsIn(row, 'origin', 'destination')
    const [level, focus] = [wholeNumberInField(row, 'embassy_level', 4), wholeNumberInField(row, 'focus', 1)]
    if (level > 6 || focus > 3) throw badInput(`${row.at} has level ${level} and focus ${focus}: levels are 4 to 6, focuses 1 to 3`)
    if (from === to) throw badInput(`${row.at} pairs ${from} with itself`)
    once(`${from} ${to} ${year}`, row.line, () => `${row.at} has ${from} in ${to} in ${year} for the second time`)
    if (codes.areStates(from, to))
      gathered.add({ ...representation, from, to, period: year, value: focus === 3 ? 0 : level, locator: row.at })
  }
  codes.report(reportQuirk)
  return { observations: gathered.columns() }
}

import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { type Observation, observationColumns } from '../rows/observation.ts'
import { baciFlow, baciProvider } from './baci-provider.ts'

const year = 2022
/** Smaller flows are left out, as in baci-2023. */
const leastValue = 100_000

export const card: SourceCard = {
  id: 'baci-2022',
  title: `BACI, totals of goods trade of ${year} (HS 2022) between states`,
  ...baciProvider,
  vintage:
    'HS22 V202501, as served by the Observatory of Economic Complexity, totals summed by a third party, 2025-03-25; accessed via github.com/Gandalfthegloom/CourseProject2 at ed8245e (unofficial copy)',
  coverage: coverageOf(
    ['goods-trade-flow'],
    year,
    year,
    'the ways between states of which one at least reports in the nomenclature of 2022, from 100,000 dollars on',
  ),
  quirks: [
    'Neither side reports these figures: CEPII weighs both reports by their reliability and takes out freight and insurance, hence status estimated.',
    'A way between two states that both still report in an older nomenclature is absent, not zero: Russia with Belarus, Taiwan, the Philippines, Iraq and Qatar, and others.',
    'So it is no list of anybody’s partners: nothing is added up from it, and nobody has a rank in it.',
    'Taiwan’s trade of 2022 rests on its partners’ reports (to China 238 thousand million dollars, far above its own account), that of 2023 on its own; Iran’s to China breaks in the same way (19.7 and 4.6). No change is told from one of these years to the other, for any pair: they are two sources.',
    'Hong Kong and other territories are left out; goods that China sends through Hong Kong stand as China’s where an importer says so.',
    'What is below a hundred thousand dollars is left out: no row is unknown, not zero.',
  ],
}

/**
 * Reads the goods trade of 2022, in USD, free on board, from exporter to importer. The rows have no reporter.
 *
 * @param path   CSV, plain or gzipped, with the columns `exporter_id`, `importer_id` (three letters) and `value` (plain dollars); the file does not name its year
 * @throws BadInput for an unknown code, a way given twice, a state with itself, or a value that is not above zero
 */
export async function readBaci2022(path: string): Promise<Columns> {
  const once = duplicateGuard()
  const rows = await readCsv(path, ['exporter_id', 'importer_id', 'value'])
  return observationColumns(rows.flatMap((row) => flowIn(row, once)))
}

function flowIn(row: CsvRow, once: ReturnType<typeof duplicateGuard>): Observation[] {
  const [from, to] = [codeIn(row, 'exporter_id'), codeIn(row, 'importer_id')]
  once(`${from} to ${to}`, row.at)
  const value = numberInField(row, 'value')
  if (from === to) throw badInput(`${row.at} has trade of ${from} with itself`)
  if (value === null || value <= 0) throw badInput(`${row.at} has "${row.fields['value']}" dollars, not more than nothing`)
  if (value < leastValue || stateOf(from) === undefined || stateOf(to) === undefined) return []
  return [baciFlow(card, { from, to, period: year, value: Math.round(value / 1000) * 1000, locator: row.at })]
}

/** Territories of the Observatory, which are no states. */
const territories = new Set(
  'ABW AIA ASM ATF BES BLM BMU CCK COK CUW CXR CYM FLK GIB GRL GUM HKG IOT MAC MAF MNP MSR NCL NFK NIU PCN PSE PYF SHN SPM SXM TCA TKL VGB WLF'.split(
    ' ',
  ),
)

function codeIn(row: CsvRow, column: string): string {
  const code = row.fields[column]!.toUpperCase()
  if (stateOf(code) !== undefined || territories.has(code)) return code
  throw badInput(`${row.at} names "${row.fields[column]!.slice(0, 20)}", which is no economy of BACI`)
}

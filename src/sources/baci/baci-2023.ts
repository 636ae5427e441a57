import type { Columns } from '../../store/session.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { readBaciOfYear } from './baci-of-year.ts'
import { baciProvider } from './baci-provider.ts'

const year = 2023

export const card: SourceCard = {
  id: 'baci-2023',
  title: 'BACI, totals of goods trade of 2023 (HS 2022) between states',
  ...baciProvider,
  vintage:
    'HS22 V202501, as served by the Observatory of Economic Complexity, totals summed by a third party, 2025-03-25; accessed via github.com/Gandalfthegloom/CourseProject2 at ed8245e (unofficial copy)',
  coverage: coverageOf(
    ['goods-trade-flow', 'goods-listed-total'],
    year,
    year,
    'the ways between states of which one at least reports in the nomenclature of 2022, from 100,000 dollars on',
  ),
  quirks: [
    'Neither side reports these figures: CEPII weighs both reports by their reliability and takes out freight and insurance, hence status estimated.',
    'A way between two states that both still report in an older nomenclature is absent, not zero: Korea with Vietnam, the Philippines, Poland and Russia, Russia with Belarus, Poland and Vietnam, and others.',
    'So the list of partners of a state that itself reports in an older one lacks some, and its total with all economies is at least so much.',
    'The totals of another edition than those of baci and baci-pairs: no change is told from one to the other.',
    'Hong Kong and other territories are left out of the pairs, but count in the totals of a state; goods that China sends through Hong Kong stand as China’s where an importer says so.',
    'Rounded to thousands of dollars; what is below a hundred thousand is left out: no row is unknown, not zero.',
  ],
}

/**
 * Reads the goods trade of 2023 between states, and of each state with all economies.
 *
 * @param path   CSV, as `readBaciOfYear` takes it
 * @throws BadInput as `readBaciOfYear` does
 */
export const readBaci2023 = (path: string): Promise<Columns> => readBaciOfYear(card, year, path)

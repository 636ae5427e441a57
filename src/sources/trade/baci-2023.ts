import type { Columns } from '../../store/session.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { readBaciTotals } from './baci-pairs.ts'
import { baciProvider } from './baci-provider.ts'

const year = 2023

export const card: SourceCard = {
  id: 'baci-2023',
  title: 'BACI, totals of goods trade of 2023 (HS 2022) between states',
  ...baciProvider,
  vintage: 'HS22 V202501, totals summed by a third party, 2025-04-12, read 2026-11-28',
  coverage: coverageOf(
    ['goods-trade-flow'],
    year,
    year,
    'the ways between states of which one at least reports in the nomenclature of 2022, from 100,000 dollars on',
  ),
  quirks: [
    'Neither side reports these figures: CEPII weighs both reports by their reliability and takes out freight and insurance, hence status estimated.',
    'A way between two states that both still report in an older nomenclature is absent, not zero: Korea with Vietnam, the Philippines, Poland and Russia, Russia with Belarus, Poland and Vietnam, and others.',
    'So it is no list of anybody’s partners: nothing is added up from it, and nobody has a rank in it.',
    'The totals of another edition than those of baci and baci-pairs: no change is told from one to the other.',
    'Hong Kong and other territories are left out; goods that China sends through Hong Kong stand as China’s where an importer says so.',
    'Rounded to thousands of dollars; what is below a hundred thousand is left out: no row is unknown, not zero.',
  ],
}

/**
 * Reads the goods trade of 2023, in USD, free on board, from exporter to importer. The rows have no reporter.
 *
 * @param path   the table in data/tables
 * @throws BadInput as `readBaciTotals` does
 */
export const readBaci2023 = (path: string): Promise<Columns> => readBaciTotals(path, card, year, year)

import type { Columns } from '../../store/session.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { readOfficeTable } from '../rows/office-tables.ts'
import { card as imfImts } from './imf-imts.ts'

const year = 2025

export const card: SourceCard = {
  id: 'imf-imts-2025',
  title: 'International Trade in Goods by Partner Country: exports of 2025',
  provider: imfImts.provider,
  url: imfImts.url,
  licence: imfImts.licence,
  citation:
    'International Monetary Fund (2026). International Trade in Goods (by partner country), IMF.STA:IMTS, 24 April 2026. Washington, DC.',
  vintage:
    '2026-04-24 (IMTS 1.0.0), accessed via github.com/aalavandhan/aalavandhan.github.io at 9f49a22 (unofficial copy), read 2026-11-27',
  coverage: coverageOf(
    ['goods-exports'],
    year,
    year,
    'exports of 185 states by partner, from 100,000 dollars on; not of Taiwan and North Korea, which are partners only',
  ),
  quirks: [
    'The copy has lost the IMF’s mark of what it estimated itself. Those of the United States, China, Korea, Brazil, Germany and the United Kingdom agree with their offices and are observed; all others are told as estimated, though most of them were reported.',
    'States that had not reported by April 2026 are filled in, mostly from their partners’ reports: Kazakhstan’s exports to single partners are a tenth below its own office’s as a rule and a few are many times off, Uzbekistan’s to Russia are two and a half times its own. Russia and Iran publish nothing by partner.',
    'No list of anybody’s partners: nothing is added up from it, and nobody has a rank in it. The total of a state (WLD) is the copy’s sum over countries and territories, without what stands under no country: estimated.',
    'Exports only. Rounded to a tenth of a million; what is less than half of that is left out: no row is unknown, not zero.',
    'Hong Kong and other territories are left out, though they are in the totals.',
  ],
}

/**
 * Reads the goods exports (FOB) of 2025 by reporter and partner, in USD. The table counts in tenths of a million.
 *
 * @param path   the table in data/tables
 * @throws BadInput as `readOfficeTable` does
 */
export function readImfImts2025(path: string): Promise<Columns> {
  return readOfficeTable(path, { card, unit: 'USD', power: 5, firstYear: year, lastYear: year, flows: ['exports'] })
}

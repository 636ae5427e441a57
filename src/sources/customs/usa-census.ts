import type { Columns } from '../../store/session.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { readOfficeTable } from '../rows/office-tables.ts'

const [firstYear, lastYear] = [2010, 2022]

export const card: SourceCard = {
  id: 'usa-census',
  title: 'U.S. Trade in Goods by Country',
  provider: 'US Census Bureau',
  url: 'https://www.census.gov/foreign-trade/balance/index.html',
  licence: openLicence(
    'US government work',
    'https://www.census.gov/about/policies/open-gov/open-data.html',
    'A work of the US federal government, in the public domain; the Census Bureau asks to be named.',
  ),
  citation: 'US Census Bureau (2023). U.S. Trade in Goods by Country. Suitland, MD.',
  vintage:
    '2023-03 (2022 as first reported), country.xlsx accessed via github.com/JJamesRoy/ECN3950 at cce8d5f (unofficial copy), read 2026-11-27',
  coverage: coverageOf(
    ['exports', 'imports'].map((flow) => `goods-${flow}`),
    firstYear,
    lastYear,
    'the United States with every state it has a figure for (191 to 195) and the world',
  ),
  quirks: [
    'Census basis, not seasonally adjusted: exports free alongside ship, told as FOB here; general imports at customs value, without freight and insurance, hence FOB and not CIF.',
    '2022 is the first report; the revision of that summer moved exports to Iraq, Egypt, Russia and Peru by 4 to 6 % and most others by less. cited-figures has the revised ones of 60 partners, as a second report of the same office.',
    'Hong Kong, Macao and other territories are left out, though they are in the totals: the states add up to 97 to 98 % of exports and nearly all of imports.',
    'The zeros of the table are left out: no row is unknown, not zero. Sudan has none in 2011, where the old state and the new one stand in it.',
  ],
}

/**
 * Reads the United States' goods exports and imports by partner, in single dollars.
 *
 * @param path   the table in data/tables
 * @throws BadInput as `readOfficeTable` does
 */
export function readUsaCensus(path: string): Promise<Columns> {
  return readOfficeTable(path, {
    card,
    unit: 'USD',
    power: 0,
    firstYear,
    lastYear,
    reporter: 'USA',
    flows: ['exports', 'imports'],
    imports: 'FOB',
  })
}

import type { Columns } from '../../store/session.ts'
import { openLicence, type SourceCard } from '../cards/source-cards.ts'
import { readOfficeTable } from '../rows/office-tables.ts'

const [firstYear, lastYear] = [2018, 2025]

export const card: SourceCard = {
  id: 'uk-ons',
  title: 'UK trade in goods by country',
  provider: 'Office for National Statistics (United Kingdom)',
  url: 'https://www.ons.gov.uk/economy/nationalaccounts/balanceofpayments/datasets/uktradecountrybycommodityexports',
  licence: openLicence(
    'OGL-UK-3.0',
    'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    'Open Government Licence v3.0: free to use and adapt with attribution. Contains public sector information licensed under it.',
  ),
  citation: 'Office for National Statistics (2026). Trade in goods: country-by-commodity, version 65. Newport.',
  vintage:
    '2026-02-19 (version 65), twelve months added up, accessed via github.com/matthewjmortimer11/uk-trade-globe at 888b88e (unofficial copy), read 2026-11-27',
  coverage: (['exports', 'imports'] as const).map((flow) => ({
    indicator: `goods-${flow}`,
    from: `${firstYear}-01-01`,
    to: `${lastYear}-12-31`,
    whom: `the United Kingdom with the world and every state of GBP 12 m a year and more (${flow === 'exports' ? '151 to 157' : '125 to 130'})`,
    absence: 'unknown' as const,
  })),
  quirks: [
    'Balance of payments basis, imports free on board, not seasonally adjusted, in pounds sterling.',
    'Non-monetary gold and other goods without a kind are in it, as in the totals; headlines and the fact sheets of the trade department leave precious metals out, and are lower (exports to the United States by a tenth in 2024). Switzerland swings with gold.',
    'A year is our sum of its months, each rounded to a million: at most 6 m off. A month of less than half a million is blank; a year with a blank month is estimated, and one of less than 12 m is left out.',
    'From 2021 on trade with the EU comes from customs declarations, before from a survey of firms: a break.',
    'Late 2025 is preliminary.',
    'The United States have Puerto Rico in them, Morocco has Western Sahara. Territories are left out, though they are in the totals: the states add up to 97 % of exports and 98 % of imports or more.',
  ],
}

/**
 * Reads the United Kingdom's goods exports and imports by partner, in pounds sterling. The table counts in whole millions.
 *
 * @param path   the table in data/tables
 * @throws BadInput as `readOfficeTable` does
 */
export function readUkOns(path: string): Promise<Columns> {
  return readOfficeTable(path, {
    card,
    unit: 'GBP',
    power: 6,
    firstYear,
    lastYear,
    reporter: 'GBR',
    flows: ['exports', 'imports'],
    imports: 'FOB',
  })
}

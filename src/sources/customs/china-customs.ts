import type { Columns } from '../../store/session.ts'
import { coverageOf, officialStatistics, type SourceCard } from '../cards/source-cards.ts'
import { readOfficeTable } from '../rows/office-tables.ts'

const year = 2024

export const card: SourceCard = {
  id: 'china-customs',
  title: 'Imports and exports of China by country (region), December 2024',
  provider: 'General Administration of Customs of China',
  url: 'http://stats.customs.gov.cn/indexEn',
  licence: officialStatistics('http://english.customs.gov.cn/Statistics/Statistics', 'the General Administration of Customs'),
  citation:
    'General Administration of Customs of the People’s Republic of China (2025). Imports and exports by country (region) of origin/destination, December 2024 (in yuan). Beijing.',
  vintage:
    '2025-01 (first report of 2024), accessed via github.com/JaviReitano/China-Trade-2024 at 872ff97 (unofficial copy), read 2026-11-27',
  coverage: coverageOf(
    ['exports', 'imports'].map((flow) => `goods-${flow}`),
    year,
    year,
    'China with 193 states and the world',
  ),
  quirks: [
    'In yuan. The customs’ own dollar figures of the year are as if a dollar were 7.12 yuan; at the yearly average of the market (7.20) they come out one per cent lower.',
    'The copy has lost the names of the countries. Who is who was told from the order of the table, the length of each name and a list of the names; all 262 lines found their place, and the countries add up to each continent as printed. The 13 figures that other texts quote in dollars agree within 0.2 %.',
    'The first report, before the revision of 2025.',
    'Hong Kong, the second largest destination (8 % of exports, as much as all but one state), and Macao are no states here and left out, though they are in the total; so is what came back to China from China.',
    'ASEAN and the EU, which the customs rank among the partners, stand as their members.',
  ],
}

/**
 * Reads China's goods exports (FOB) and imports (CIF) by partner, in yuan. The table counts in ten thousands of yuan.
 *
 * @param path   the table in data/tables
 * @throws BadInput as `readOfficeTable` does
 */
export function readChinaCustoms(path: string): Promise<Columns> {
  return readOfficeTable(path, {
    card,
    unit: 'CNY',
    power: 4,
    firstYear: year,
    lastYear: year,
    reporter: 'CHN',
    flows: ['exports', 'imports'],
  })
}

import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { coverageOf, openLicence, type SourceCard } from '../cards/source-cards.ts'
import { numberInField, readCsv } from '../formats/csv.ts'
import { type Observation, observationColumns, officeReport, type ReadObservations } from '../rows/observation.ts'
import { type PartnerTable, partnerId } from '../rows/partner.ts'

export const card: SourceCard = {
  id: 'uzbekistan-customs',
  title: 'Exports and imports of Uzbekistan by country',
  provider: 'National Statistics Committee of Uzbekistan',
  url: 'https://stat.uz',
  licence: openLicence('official statistics', 'https://stat.uz', 'Official open data; reuse with reference to the Committee.'),
  citation:
    'National Statistics Committee of the Republic of Uzbekistan (2024). Data sets 1105 (exports by country) and 1176 (imports by country). Tashkent.',
  vintage: '2010-2023, read 2026-11-24',
  coverage: coverageOf(['goods-services-exports', 'goods-services-imports'], 2010, 2023, 'Uzbekistan with every partner'),
  quirks: [
    'The files carry neither title nor unit: data set 1105 is exports and 1176 imports, both in thousand dollars (checked against partners).',
    'Goods and services together: the partners add up to the official turnover with services (2021: exports 16.66, imports 25.51 bn USD), so these are not goods-exports and goods-imports.',
    'Much of the exports stands under other countries and so with no partner: 10.4 of 24.9 bn USD in 2023.',
    '0.0 is a figure of the source: nothing, or less than the last digit it prints.',
    'Neither file has a total.',
  ],
}

const office = { card, reporter: 'UZB', unit: 'USD', power: 3 } as const
const partners: PartnerTable = { passOver: new Set(['Other countries']) }

export interface UzbekistanCustomsFiles {
  /** Path of data set 1105. */
  readonly exports: string
  /** Path of data set 1176. */
  readonly imports: string
}

/** Reads Uzbekistan's exports and imports of goods and services together, in USD, by partner and year. */
export async function readUzbekistanCustoms(files: UzbekistanCustomsFiles): Promise<ReadObservations> {
  const exported = await observationsOf(files.exports, 'exports')
  return { observations: observationColumns([...exported, ...(await observationsOf(files.imports, 'imports'))]) }
}

async function observationsOf(path: string, flow: 'exports' | 'imports'): Promise<Observation[]> {
  const file = basename(path)
  const lines = await readCsv(path, ['Code', 'Klassifikator_en', '2010'])
  const years = yearsIn(Object.keys(lines[0]?.fields ?? {}), file)
  return lines.flatMap((line) => {
    return years.flatMap((column) => {
      const year = Number(column)
      const value = numberInField(line, column)
      const partner = partnerId(line.fields.Klassifikator_en!, year, line.at, partners)
      const rows = officeReport(office, { flow, partner, year, value, locator: `${line.at}:${year}` })
      return rows.map((row) => ({ ...row, indicator: `goods-services-${flow}`, valuation: null }))
    })
  })
}

/** Returns the headings that are years. A heading that is neither a year nor a known name is refused, since it might be a misspelt year. */
function yearsIn(headings: readonly string[], file: string): string[] {
  const strange = headings.find((name) => !/^(Code|Klassifikator.*|\d{4})$/.test(name))
  if (strange !== undefined) throw badInput(`${file}:1 has the heading "${strange}", not a year, Code or Klassifikator`)
  return headings.filter((name) => /^\d{4}$/.test(name))
}

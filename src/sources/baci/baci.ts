import { badInput } from '../../errors.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { numberInField, readCsv } from '../formats/csv.ts'
import { inSingleUnits, type Observation, observationColumns, type ReadObservations } from '../rows/observation.ts'
import { baciFlow, baciProvider } from './baci-provider.ts'

/** First year of BACI in its oldest nomenclature, HS 1992. */
const firstYear = 1995
const bothSides = 'BEL CAN CHE CHN DEU ESP FRA GBR IND ITA JPN KOR MEX NLD RUS SGP USA'.split(' ')
const exporters = new Set([...bothSides, 'MYS', 'SAU'])
const importers = new Set([...bothSides, 'POL', 'HKG'])
const states = [...bothSides, 'MYS', 'POL', 'SAU'].sort()

export const card: SourceCard = {
  id: 'baci',
  title: 'BACI, country-pair totals of goods trade (HS 2002) of large economies',
  ...baciProvider,
  vintage: 'HS02, totals summed by a third party, 2026-01-15, read 2026-11-24',
  coverage: coverageOf(
    ['goods-trade-flow'],
    2005,
    2021,
    `17 economies in both directions: ${bothSides.join(', ')}; MYS and SAU as exporters, POL as importer`,
    { states },
  ),
  quirks: [
    'Neither side reports these figures: CEPII weighs both reports by their reliability and takes out freight and insurance, hence status estimated.',
    'Totals over products were made by a third party from BACI; only large economies are among them, so a sum over partners is not a total of trade.',
    'Malaysia and Saudi Arabia stand as exporters only, Poland as importer only: the other direction is unknown, not zero. Hong Kong, an importer there, is not a state here and left out.',
  ],
}

/** Reads the goods trade of pairs of large economies by year, in USD, free on board, from exporter to importer. The rows have no reporter. */
export async function readBaci(path: string): Promise<ReadObservations> {
  const rows = await readCsv(path, ['year', 'iso_o', 'iso_d', 'value_thousand_usd'])
  return {
    observations: observationColumns(
      rows.flatMap((row): Observation[] => {
        const { iso_o: from, iso_d: to } = row.fields
        const value = numberInField(row, 'value_thousand_usd')
        if (!exporters.has(from ?? '') || !importers.has(to ?? '')) {
          throw badInput(`${row.at} has ${from} to ${to}, which this edition should not have`)
        }
        if (!(Number(row.fields.year) >= firstYear)) {
          throw badInput(`${row.at} is of the year "${row.fields.year}"; BACI begins in ${firstYear}`)
        }
        if (value === null || to === 'HKG') return []
        return [
          baciFlow(card, {
            from: from!,
            to: to!,
            period: Number(row.fields.year),
            value: inSingleUnits(value, 3),
            locator: row.at,
          }),
        ]
      }),
    ),
  }
}

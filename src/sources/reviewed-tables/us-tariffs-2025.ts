import { stateOf } from '../../states/index.ts'
import { type CsvRow, convertedRows, readOwnCsv } from '../formats/csv.ts'

/** What the table rests on. */
export const usTariffsCitation =
  'United States, Executive Order 14257 of 2 April 2025, 90 FR 15041, Annex I; US Customs and Border Protection, message 64680374 of 8 April 2025. China: also the orders of 1 February and 3 March 2025.'

/** The additional US tariff on states that the table does not name, as a share. */
export const usBaseTariff = 0.1

/**
 * Reads the additional US tariffs of 2 April 2025: for each named state the share of the price that the order adds, with what orders of the same year had added
 * to all goods before. Other states have `usBaseTariff`.
 *
 * @param path   the table in data/tables
 * @throws BadInput with file and line for other columns, an unknown state, a state twice, or a tariff that is not a whole number up to 100
 */
export async function readUsTariffs2025(path: string): Promise<ReadonlyMap<string, number>> {
  const rows = await readOwnCsv(path, ['iso3', 'percent', 'earlier_percent', 'heading', 'note'])
  const checks = { faultOf, nameOf: ({ fields }: CsvRow) => fields['iso3']! }
  return new Map(convertedRows(rows, checks, ({ fields }) => [[fields['iso3']!, tariffOf(fields)] as const]))
}

function tariffOf(fields: CsvRow['fields']): number {
  return (Number(fields['percent']) + Number(fields['earlier_percent'])) / 100
}

function faultOf({ fields: { iso3, percent, earlier_percent: earlier, heading } }: CsvRow): string | undefined {
  if (stateOf(iso3 ?? '') === undefined) return `names "${iso3}", which is no state`
  const strange = [percent, earlier].find((text) => !/^\d{1,2}$/.test(text ?? ''))
  if (strange !== undefined) return `has "${strange}" for a tariff, not a whole number of percent`
  return /^9903\.01\.\d\d$/.test(heading ?? '') ? undefined : `has "${heading}", which is no heading of these tariffs`
}

import { partyId } from '../rows/party.ts'

/** Ids of donors by names that the general lookup does not know. */
const donorNames: Readonly<Record<string, string | null>> = {
  'EU (Commission and Council)': 'EU',
  'EU Institutions': 'EU',
  'European Peace Facility': 'EPF',
  'European Investment Bank': 'EIB',
}

/** First day of the support that every release of the tracker counts. */
export const kielSupportFirstDay = '2022-01-24'

/**
 * Returns the id of a donor: ISO3, EU for the Commission and Council, EPF and EIB for the European Peace Facility and the European Investment Bank.
 *
 * @example kielDonor('European Peace Facility', 'x.csv:2')   // 'EPF'
 */
export function kielDonor(name: string, where: string): string | null {
  return partyId(name, '2022-12-31', where, donorNames)
}

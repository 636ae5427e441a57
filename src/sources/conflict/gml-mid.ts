import { closedLicence, type SourceCard } from '../cards/source-cards.ts'
import type { ReadObservations } from '../rows/observation.ts'
import { disputeCoverage, disputeQuirks, readDisputes } from './disputes.ts'

const lastYear = 2010

export const card: SourceCard = {
  id: 'gml-mid',
  title: 'Gibler, Miller and Little: militarized interstate disputes 2.2.1',
  provider: 'International Conflict Data Project (Gibler, Miller, Little)',
  url: 'https://internationalconflict.ua.edu/data-download/',
  licence: closedLicence(
    'GML, not to be passed on',
    'https://internationalconflict.ua.edu/data-download/',
    'No commercial use, and no sharing in any form other than for replication: bring the file yourself.',
  ),
  citation:
    'Gibler, D. M., Miller, S. V. and Little, E. K. (2016). An Analysis of the Militarized Interstate Dispute (MID) Dataset, 1816-2001. International Studies Quarterly 60 (4), 719-730. Data: version 2.2.1.',
  vintage: '2.2.1 (1816 to 2010)',
  coverage: disputeCoverage(lastYear),
  quirks: [...disputeQuirks, 'Ends in 2010.'],
}

const layout = { dispute: 'dispnum', a: 'ccode1', b: 'ccode2', year: 'year', levelA: 'hostlev1', levelB: 'hostlev2', onset: 'midonset' }

/**
 * Reads the disputes of Gibler, Miller and Little: by pair and year how many began, and the highest level of hostility.
 *
 * @param path   the directed dispute-dyad-years of version 2.2.1 (`dispnum, ccode1, ccode2, year, midonset, hostlev1, hostlev2`)
 */
export async function readGmlMid(path: string): Promise<ReadObservations> {
  return readDisputes(path, [layout], lastYear, card)
}

import { correlatesOfWarLicence, type SourceCard } from '../cards/source-cards.ts'
import type { ReadObservations } from '../rows/observation.ts'
import { disputeCoverage, disputeQuirks, readDisputes } from './disputes.ts'

const lastYear = 2014

export const card: SourceCard = {
  id: 'cow-mid',
  title: 'Correlates of War: militarized interstate disputes',
  provider: 'Correlates of War Project',
  url: 'https://correlatesofwar.org/data-sets/mids/',
  licence: correlatesOfWarLicence('https://correlatesofwar.org/data-sets/mids/'),
  citation:
    "Palmer, G., McManus, R. W., D'Orazio, V., Kenwick, M. R., Karstens, M., Bloch, C., Dietrich, N., Kahn, K., Ritter, K. and Soules, M. J. (2022). The MID5 Dataset, 2011-2014: Procedures, coding rules, and description. Conflict Management and Peace Science 39 (4), 470-482. Dyadic: Maoz, Z., Johnson, P. L., Kaplan, J., Ogunkoya, F. and Shreve, A. P. (2019). Journal of Conflict Resolution 63 (3), 811-835.",
  vintage: '5.0, or dyadic 4.03 (1816 to 2014)',
  coverage: disputeCoverage(lastYear),
  quirks: [...disputeQuirks, 'Ends in 2014.'],
}

const directed = { dispute: 'dispnum', a: 'ccode1', b: 'ccode2', year: 'year', levelA: 'hostlev1', levelB: 'hostlev2', onset: 'disponset' }
const dyadic = { dispute: 'disno', a: 'statea', b: 'stateb', year: 'year', levelA: 'hihosta', levelB: 'hihostb', first: 'strtyr' }

/**
 * Reads the disputes of the Correlates of War: by pair and year how many began, and the highest level of hostility.
 *
 * @param path   directed dispute-dyad-years of MID 5.0 (`dispnum, ccode1, ccode2, year, disponset, hostlev1, hostlev2`), or the dyadic disputes 4.03 (`disno,
 *   statea, stateb, year, strtyr, hihosta, hihostb`)
 */
export async function readCowMid(path: string): Promise<ReadObservations> {
  return readDisputes(path, [directed, dyadic], lastYear, card)
}

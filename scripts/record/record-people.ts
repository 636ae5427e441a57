import { readPassportIndex } from '../../src/sources/people/passport-index.ts'
import { readUnMigrantStock } from '../../src/sources/people/un-migrant-stock.ts'
import { readUsVisits } from '../../src/sources/people/us-visits.ts'
import { readEmbassiesWikidata } from '../../src/sources/politics/embassies-wikidata.ts'
import { readUsMissions } from '../../src/sources/politics/us-missions.ts'
import { readUsTroops } from '../../src/sources/politics/us-troops.ts'
import type { Columns } from '../../src/store/session.ts'
import { joined } from './record-checks.ts'
import { rawFiles } from './record-files.ts'

/** Migrants, visa rules, visits of leaders, missions and forces abroad: observations, and dated events. */
export async function readPeople(folder: string): Promise<{ observations: Columns; events: Columns }> {
  const files = rawFiles(folder)
  const [migrants, visas, visits, embassies, missions, forces] = await Promise.all([
    readUnMigrantStock(files.migrantStock),
    readPassportIndex(files.passportIndex),
    readUsVisits(files.usVisits),
    readEmbassiesWikidata(files.embassies),
    readUsMissions(files.usMissions),
    readUsTroops(files.usTroops),
  ])
  return {
    observations: joined([migrants, visas, visits, embassies, forces].map(({ observations }) => observations)),
    events: joined([visits.events, missions.events]),
  }
}

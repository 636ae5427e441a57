import { fileURLToPath } from 'node:url'
import { readBaciPairs } from '../../src/sources/baci/baci-pairs.ts'
import { readChinaCustoms } from '../../src/sources/customs/china-customs.ts'
import { readUkOns } from '../../src/sources/customs/uk-ons.ts'
import { readUsaCensus } from '../../src/sources/customs/usa-census.ts'
import { readAgreementsAndRestrictions } from '../../src/sources/reviewed-tables/agreements-and-restrictions.ts'
import { readAllianceCommitments } from '../../src/sources/reviewed-tables/alliance-commitments.ts'
import { readBlocMemberships } from '../../src/sources/reviewed-tables/bloc-memberships.ts'
import { readCitedFigures } from '../../src/sources/reviewed-tables/cited-figures.ts'
import { readCitedRollCalls } from '../../src/sources/reviewed-tables/cited-roll-calls.ts'
import { readDatedRelations } from '../../src/sources/reviewed-tables/dated-relations.ts'
import { readInstitutionMemberships } from '../../src/sources/reviewed-tables/institution-memberships.ts'
import { readInterstateRelations } from '../../src/sources/reviewed-tables/interstate-relations.ts'
import { readSanctionsRegimes } from '../../src/sources/reviewed-tables/sanctions-regimes.ts'
import { readTerritorialClaims } from '../../src/sources/reviewed-tables/territorial-claims.ts'
import { readTradeAgreements } from '../../src/sources/reviewed-tables/trade-agreements.ts'
import { readImfDotsWorld } from '../../src/sources/trade/imf-dots-world.ts'
import { readImfImts2025 } from '../../src/sources/trade/imf-imts-2025.ts'
import { type Columns, openSession } from '../../src/store/index.ts'
import { joined } from './record-checks.ts'

const table = (name: string): string => fileURLToPath(new URL(`../../data/tables/${name}.csv`, import.meta.url))

/**
 * The project's own reviewed tables of facts: memberships, commitments, sanctions, figures quoted from public texts,
 * and pairs and reports extracted from larger tables.
 */
export async function readFactTables(): Promise<
  Record<
    | 'memberships'
    | 'commitments'
    | 'dated_relations'
    | 'interstate_relations'
    | 'territorial_claims'
    | 'institution_memberships'
    | 'trade_agreements'
    | 'agreements_and_restrictions'
    | 'cited_roll_calls'
    | 'sanctions'
    | 'observations',
    Columns
  >
> {
  const session = await openSession()
  try {
    return {
      memberships: await readBlocMemberships(table('bloc-memberships'), session),
      commitments: await readAllianceCommitments(table('alliance-commitments'), session),
      dated_relations: await readDatedRelations(table('dated-relations'), session),
      interstate_relations: await readInterstateRelations(table('interstate-relations'), session),
      territorial_claims: await readTerritorialClaims(table('territorial-claims'), session),
      institution_memberships: await readInstitutionMemberships(table('institution-memberships'), session),
      trade_agreements: await readTradeAgreements(table('trade-agreements'), session),
      agreements_and_restrictions: await readAgreementsAndRestrictions(table('agreements-and-restrictions'), session),
      cited_roll_calls: await readCitedRollCalls(table('roll-calls'), session),
      sanctions: await readSanctionsRegimes(table('sanctions-regimes'), session),
      observations: joined([
        await readCitedFigures(table('cited-figures'), session),
        await readBaciPairs(table('baci-pairs')),
        await readImfDotsWorld(table('imf-dots-world')),
        await readUsaCensus(table('usa-census')),
        await readUkOns(table('uk-ons')),
        await readChinaCustoms(table('china-customs')),
        await readImfImts2025(table('imf-imts-2025')),
      ]),
    }
  } finally {
    session.close()
  }
}

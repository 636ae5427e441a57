import type { Tester } from '../../claim-test-context.ts'
import { ifDeedExplicit } from '../explicitness/explicit-deeds.ts'
import { testDecidedFact, testFact } from '../facts/test-fact.ts'
import { testArmsCount } from './test-arms-counts.ts'
import { testArmsOrder } from './test-arms-orders.ts'
import { testLedgerEvent } from './test-ledger-events.ts'
import { testForecastMembership, testMembership } from './test-memberships.ts'
import { testApplication, testRelation } from './test-relations.ts'
import { testOpenRise, testRerouting } from './test-rerouting.ts'
import { testSanction } from './test-sanctions.ts'
import { testTreaty } from './test-treaties.ts'
import { testVeto } from './test-vetoes.ts'
import { testVisit } from './test-visits.ts'
import { testVoteShare } from './test-vote-shares.ts'
import { testVote } from './test-votes.ts'

/**
 * Testers of claims on what states did or are: members, voters, parties to treaties, senders of sanctions. The first finding decides. A finding counts only if
 * the text is explicit.
 */
export const deedTesters: readonly Tester[] = [
  ifDeedExplicit('pair', testDecidedFact),
  ifDeedExplicit('membership', testForecastMembership),
  ifDeedExplicit('pair', testApplication),
  ifDeedExplicit('membership', testMembership),
  ifDeedExplicit('votes', testVote),
  ifDeedExplicit('votes', testVoteShare),
  ifDeedExplicit('vetoes', testVeto),
  ifDeedExplicit('pair', testLedgerEvent),
  ifDeedExplicit('pair', testRelation),
  ifDeedExplicit('pair', testTreaty),
  testRerouting,
  testOpenRise,
  ifDeedExplicit('sanctions', testSanction),
  ifDeedExplicit('pair', testArmsOrder),
  ifDeedExplicit('count', testArmsCount),
  ifDeedExplicit('pair', testVisit),
  // what no other table decides either
  testFact,
]

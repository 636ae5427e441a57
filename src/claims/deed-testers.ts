import type { Tester } from './claim-bench.ts'
import { testArmsCount } from './test-arms-counts.ts'
import { testArmsOrder } from './test-arms-orders.ts'
import { testForetold } from './test-foretold.ts'
import { testLedgerEvent } from './test-ledger-events.ts'
import { testMembership } from './test-memberships.ts'
import { testApplication, testRelation } from './test-relations.ts'
import { testSanction } from './test-sanctions.ts'
import { testTreaty } from './test-treaties.ts'
import { testVeto } from './test-vetoes.ts'
import { testVisit } from './test-visits.ts'
import { testVoteShare } from './test-vote-shares.ts'
import { testVote } from './test-votes.ts'

/** Testers of what states did and are: members, voters, parties to treaties, senders of sanctions. In order: the first that answers is taken. */
export const deedTesters: readonly Tester[] = [
  testForetold,
  testApplication,
  testMembership,
  testVote,
  testVoteShare,
  testVeto,
  testLedgerEvent,
  testRelation,
  testTreaty,
  testSanction,
  testArmsOrder,
  testArmsCount,
  testVisit,
]

import type { Tester } from './claim-bench.ts'
import { testMembership } from './test-memberships.ts'
import { testSanction } from './test-sanctions.ts'
import { testTreaty } from './test-treaties.ts'
import { testVeto } from './test-vetoes.ts'
import { testVoteShare } from './test-vote-shares.ts'
import { testVote } from './test-votes.ts'

/** Testers of what states did and are: members, voters, parties to treaties, senders of sanctions. In order: the first that answers is taken. */
export const deedTesters: readonly Tester[] = [testMembership, testVote, testVoteShare, testVeto, testTreaty, testSanction]

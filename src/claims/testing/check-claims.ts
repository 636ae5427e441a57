import type { Claim } from '../claim.ts'
import type { ClaimTestContext } from '../claim-test-context.ts'
import type { TestedClaim } from '../verdict.ts'
import { pairsNeeded } from './figures/test-figures.ts'
import { preloadPairs } from './record/record-query.ts'
import { testClaim } from './test-claims.ts'

/**
 * Tests claims whose slots were given, each on its own: no words are read, and no claim settles what another leaves open.
 *
 * @param bench   without sentences
 * @param test    tests each claim: `testClaim`, possibly wrapped to count claims or to survive an error in one
 */
export async function checkClaims(
  claims: readonly Claim[],
  bench: Omit<ClaimTestContext, 'sentences' | 'areSlotsGiven'>,
  test: typeof testClaim = testClaim,
): Promise<TestedClaim[]> {
  await preloadPairs(bench.snapshot, claims.flatMap(pairsNeeded))
  const tested: TestedClaim[] = []
  for (const claim of claims)
    tested.push(await test({ ...claim, sentence_index: 0 }, { ...bench, areSlotsGiven: true, sentences: [claim.sentence] }))
  return tested.map((one, i) => ({ ...one, claim: claims[i]! }))
}

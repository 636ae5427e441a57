import type { Claim } from '../claim.ts'
import type { ClaimTestContext } from '../claim-test-context.ts'
import type { TestedClaim } from '../verdict.ts'
import { pairsNeeded } from './figures/test-figures.ts'
import { preloadPairs } from './record/record-query.ts'
import { withSignAndSwapErrors } from './sign-and-swap-errors.ts'
import { testClaim } from './test-claims.ts'

/** Reading this many pairs together is faster than one by one; sorting the rows of more of them by pair is not. */
const mostPreloaded = 200

/**
 * Tests claims whose slots were given, each on its own: no words are read, and no claim settles what another leaves open.
 *
 * @param test    tests each claim: `testClaim`, possibly wrapped to count claims or to survive an error in one
 */
export async function checkClaims(
  claims: readonly Claim[],
  bench: ClaimTestContext,
  test: typeof testClaim = testClaim,
): Promise<TestedClaim[]> {
  const pairs = claims.flatMap(pairsNeeded)
  // of many pairs each is found faster in the rows in memory, which are loaded after some reads
  if (pairs.length <= mostPreloaded) await preloadPairs(bench.snapshot, pairs)
  const tested: TestedClaim[] = []
  for (const place of placesByPair(claims)) tested[place] = withSignAndSwapErrors([await test(claims[place]!, bench)], bench)[0]!
  return tested
}

/** Places of claims in an order in which those on the same states follow each other, so that what was read for one still serves the next. */
export function placesByPair(claims: readonly Claim[]): number[] {
  const keys = claims.map(({ actors }) => [...actors].sort().join(' '))
  return claims.map((_, place) => place).sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b))
}

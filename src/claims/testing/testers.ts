import type { Claim } from '../claim.ts'
import type { ClaimBench, Tester } from '../claim-bench.ts'
import type { Finding, TestedClaim } from '../verdict.ts'
import { contextSupportedClaims, corroboratedClaims, isOpenToSources, sourcesOfText } from './cautions/corroboration.ts'
import { otherVotingBody } from './cautions/slot-confidence.ts'
import { deedTesters } from './deeds/deed-testers.ts'
import { ifFigureExplicit } from './earned/earned-figures.ts'
import { ifDated } from './earned/undated-texts.ts'
import { testArmsPartners } from './figures/test-arms-partners.ts'
import { testChineseFinance } from './figures/test-chinese-finance.ts'
import { pairsAsked, testFigure } from './figures/test-figures.ts'
import { testFuelRank } from './figures/test-fuel-ranks.ts'
import { testSteepestRise } from './figures/test-steepest-rise.ts'
import { testSupport } from './figures/test-support.ts'
import { testYearsInARow } from './figures/test-years-in-a-row.ts'
import { withOwnArithmetic } from './own-arithmetic.ts'
import { preloadPairs } from './record/record-query.ts'
import { attributionNote } from './reported-speech.ts'
import { withSignAndSwapErrors } from './sign-and-swap-errors.ts'

export type { ClaimBench } from '../claim-bench.ts'

/** In order: the first that answers is taken. */
const testers: readonly Tester[] = [
  ...deedTesters,
  testArmsPartners,
  testYearsInARow,
  testSteepestRise,
  testSupport,
  testChineseFinance,
  testFuelRank,
  testFigure,
]

/** A vote of a parliament is none of the Assembly. */
function unlessOtherBody(claim: Claim, bench: ClaimBench, found: Finding | undefined): Finding | undefined {
  const elsewhere = found === undefined || found.verdict === 'unverifiable' ? undefined : otherVotingBody(claim, bench)
  return found === undefined || elsewhere === undefined
    ? found
    : { ...found, verdict: 'unverifiable', why: `${found.why} But ${elsewhere}.`, wouldBeTrue: null }
}

const unknown: Finding = {
  verdict: 'unverifiable',
  why: 'No series of the record measures this.',
  tolerance: null,
  honestValues: [],
  evidence: [],
  wouldBeTrue: null,
  wouldSettle: null,
}

/** Tests one claim for itself. */
type OneTest = (claim: Claim, bench: ClaimBench) => Promise<TestedClaim>

/**
 * Tests every claim of a text, in its order, by the record, and by the figures of the text where these make it.
 *
 * @param claims   all of the text: what one leaves open another may settle
 * @param test   what tests each, for who counts them or outlives a fault at one: `testClaim` and more
 */
export async function testClaims(claims: readonly Claim[], bench: ClaimBench, test: OneTest = testClaim): Promise<TestedClaim[]> {
  await preloadPairs(bench.snapshot, claims.flatMap(pairsAsked))
  const tested: TestedClaim[] = []
  for (const claim of claims) tested.push(await test(claim, bench))
  return withOwnArithmetic(withSignAndSwapErrors(await retestedInContext(tested, bench, test), bench))
}

/**
 * What was left open for want of a named state or time is tested once more where a figure beside it settles both; and what was left open since the other side may
 * count otherwise, where the text is told from the side that is on record.
 */
async function retestedInContext(tested: readonly TestedClaim[], bench: ClaimBench, test: OneTest): Promise<TestedClaim[]> {
  const corroborated = corroboratedClaims(tested, bench)
  const contextSupported = contextSupportedClaims(tested, bench)
  const textSources = sourcesOfText(tested)
  const again: TestedClaim[] = []
  for (const one of tested)
    again.push(
      corroborated.has(one.claim) || contextSupported.has(one.claim) || isOpenToSources(textSources, one)
        ? await test(one.claim, { ...bench, corroborated, contextSupported, textSources })
        : one,
    )
  return again
}

/** What of a claim cannot be checked is answered by its kind. */
function answerOf({ kind }: Claim): TestedClaim['answer'] {
  return kind === 'unread' ? 'not-read' : (kind as TestedClaim['answer'])
}

/** By the first tester that knows how; what nobody can test stays open. */
export async function testClaim(claim: Claim, bench: ClaimBench): Promise<TestedClaim> {
  if (!claim.checkable) return { claim, answer: answerOf(claim), finding: null }
  const saying = attributionNote(claim)
  const said = saying === undefined ? {} : { saying }
  for (const tester of testers) {
    const finding = ifDated(claim, bench, ifFigureExplicit(claim, bench, unlessOtherBody(claim, bench, await tester(claim, bench))))
    if (finding !== undefined) return { claim, answer: finding.verdict === 'unverifiable' ? 'outside-record' : 'checked', finding, ...said }
  }
  return { claim, answer: 'outside-record', finding: unknown, ...said }
}

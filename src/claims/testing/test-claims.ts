import type { Claim } from '../claim.ts'
import type { ClaimTestContext, Tester } from '../claim-test-context.ts'
import type { Finding, TestedClaim } from '../verdict.ts'
import { contextSupportedClaims, corroboratedClaims, isOpenToSources, sourcesOfText } from './ambiguity/corroboration.ts'
import { testCatalogued } from './catalogued/test-catalogued-figure.ts'
import { deedTesters } from './deeds/deed-testers.ts'
import { ifFigureExplicit } from './explicitness/explicit-figures.ts'
import { unlessUndated } from './explicitness/undated-texts.ts'
import { testArmsPartners } from './figures/test-arms-partners.ts'
import { testChineseFinance } from './figures/test-chinese-finance.ts'
import { pairsNeeded, testFigure } from './figures/test-figures.ts'
import { testFuelRank } from './figures/test-fuel-ranks.ts'
import { testModelResult } from './figures/test-model-results.ts'
import { testSteepestRise } from './figures/test-steepest-rise.ts'
import { testUkraineSupport } from './figures/test-ukraine-support.ts'
import { testYearsInARow } from './figures/test-years-in-a-row.ts'
import { withOwnArithmetic } from './own-arithmetic.ts'
import { preloadPairs } from './record/record-query.ts'
import { withSignAndSwapErrors } from './sign-and-swap-errors.ts'

export type { ClaimTestContext } from '../claim-test-context.ts'

/** The testers in order: the first that returns a finding decides. */
const testers: readonly Tester[] = [
  testModelResult,
  ...deedTesters,
  testArmsPartners,
  testYearsInARow,
  testSteepestRise,
  testUkraineSupport,
  testChineseFinance,
  testFuelRank,
  testFigureOfMemory,
]

/** Tests a figure that the claim names by its id in the memory there; what that leaves open is tested by every report of the record. */
async function testFigureOfMemory(claim: Claim, bench: ClaimTestContext): Promise<Finding | undefined> {
  const own = await testCatalogued(claim, bench)
  if (own?.verdict === 'supported') return own
  const other = await testFigure(claim, bench)
  return other === undefined || (other.verdict === 'unverifiable' && own !== undefined) ? own : other
}

/** Makes a finding on a vote unverifiable if another body may have voted: a parliamentary vote is not a General Assembly vote. */
function unlessOtherBody({ said }: Claim, found: Finding | undefined): Finding | undefined {
  const elsewhere = said?.doubts?.otherBody
  return found === undefined || found.verdict === 'unverifiable' || elsewhere === undefined
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

/** Tests a single claim. */
type OneTest = (claim: Claim, bench: ClaimTestContext) => Promise<TestedClaim>

/**
 * Tests every claim of a text, in order, against the record and against the text's own figures.
 *
 * @param claims   all claims of the text: one may settle what another leaves open
 * @param test   tests each claim: `testClaim`, possibly wrapped to count claims or to survive an error in one
 */
export async function testClaims(claims: readonly Claim[], bench: ClaimTestContext, test: OneTest = testClaim): Promise<TestedClaim[]> {
  await preloadPairs(bench.snapshot, claims.flatMap(pairsNeeded))
  const tested: TestedClaim[] = []
  for (const claim of claims) tested.push(await test(claim, bench))
  return withOwnArithmetic(withSignAndSwapErrors(await retestedInContext(tested, bench, test), bench))
}

/**
 * Tests again two sorts of open claims. First, those whose parties or time are not named, but follow from a neighbouring figure. Second, those where the
 * partner's count may differ, but the text quotes the side whose count is on record.
 */
async function retestedInContext(tested: readonly TestedClaim[], bench: ClaimTestContext, test: OneTest): Promise<TestedClaim[]> {
  const corroborated = corroboratedClaims(tested)
  const contextSupported = contextSupportedClaims(tested)
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

/** Returns the answer to a claim that cannot be checked. It depends only on the claim's kind. */
function answerOf({ kind }: Claim): TestedClaim['answer'] {
  return kind === 'unread' ? 'not-read' : (kind as TestedClaim['answer'])
}

/**
 * Returns a note that the record cannot verify a quotation, whether or not its content is true: it holds what states did, not what people said. Undefined if
 * nobody is quoted and nothing is attributed.
 */
export function attributionNote({ kind, speaker }: Pick<Claim, 'kind' | 'speaker'>): string | undefined {
  if (speaker !== null) return `That “${speaker}” said so is not verified: the record has no sayings. The verdict is on what is said.`
  return kind === 'attribution' ? 'That it was promised or announced is not verified by what came of it.' : undefined
}

/** Tests a claim with the first tester that returns a finding. If no tester does, the claim is outside the record. */
export async function testClaim(claim: Claim, bench: ClaimTestContext): Promise<TestedClaim> {
  if (!claim.checkable) return { claim, answer: answerOf(claim), finding: null }
  const saying = attributionNote(claim)
  const said = saying === undefined ? {} : { saying }
  for (const tester of testers) {
    const finding = unlessUndated(claim, bench, ifFigureExplicit(claim, bench, unlessOtherBody(claim, await tester(claim, bench))))
    if (finding !== undefined) return { claim, answer: finding.verdict === 'unverifiable' ? 'outside-record' : 'checked', finding, ...said }
  }
  return { claim, answer: 'outside-record', finding: unknown, ...said }
}

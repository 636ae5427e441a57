import type { Snapshot, SourceCard } from '../store/index.ts'
import type { Claim } from './claim.ts'
import { testFigure } from './test-figures.ts'
import type { Finding, TestedClaim } from './verdict.ts'

/** What a tester is given: the record, the day of the document, and the cards of the sources by id. */
export interface ClaimBench {
  readonly snapshot: Snapshot
  /** Day of the document: what is later was not so yet, and forecasts begin there. */
  readonly date: string
  /** Today: a forecast whose day has passed can be tested. */
  readonly today: string
  readonly cards: ReadonlyMap<string, SourceCard>
  /** The sentences of the text: what a claim's own sentence leaves open may stand before it. */
  readonly sentences: readonly string[]
}

/** Tests the claims that it knows how to test; undefined for all others. */
export type Tester = (claim: Claim, bench: ClaimBench) => Promise<Finding | undefined>

/** In order: the first that answers is taken. */
const testers: readonly Tester[] = [testFigure]

const unknown: Finding = {
  verdict: 'unverifiable',
  why: 'No series of the record measures this.',
  tolerance: null,
  honestValues: [],
  evidence: [],
  wouldBeTrue: null,
  wouldSettle: null,
}

/** Tests every claim of a text, in its order. */
export async function testClaims(claims: readonly Claim[], bench: ClaimBench): Promise<TestedClaim[]> {
  const tested: TestedClaim[] = []
  for (const claim of claims) tested.push(await testClaim(claim, bench))
  return tested
}

async function testClaim(claim: Claim, bench: ClaimBench): Promise<TestedClaim> {
  if (!claim.checkable) return { claim, answer: claim.kind as TestedClaim['answer'], finding: null }
  for (const tester of testers) {
    const finding = await tester(claim, bench)
    if (finding !== undefined) return { claim, answer: finding.verdict === 'unverifiable' ? 'outside-record' : 'checked', finding }
  }
  return { claim, answer: 'outside-record', finding: unknown }
}

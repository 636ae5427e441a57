import type { Claim } from '../../claim.ts'
import type { DoubtContext } from '../../claim-test-context.ts'
import type { Finding } from '../../verdict.ts'

/** Keeps a verdict on an undated text only if the text names the year: `last year`, `now` and implied periods would be relative to an unknown day. */
export function unlessUndated(claim: Claim, bench: DoubtContext, found: Finding | undefined): Finding | undefined {
  if (found === undefined || found.verdict === 'unverifiable' || isDated(claim, bench)) return found
  return {
    ...found,
    verdict: 'unverifiable',
    why: 'Not tested: the text has no date and does not name the year that is meant (--date gives it one).',
    tolerance: null,
    honestValues: [],
    evidence: [],
    wouldBeTrue: null,
  }
}

/** Whether the text has a date, names the claim's year, or speaks of the present, which is tested by the newest figures. */
export function isDated({ said }: Claim, bench: DoubtContext): boolean {
  return bench.isUndated !== true || said?.doubts?.yearUntold !== true || said.figure?.isNow === true || said.veto?.allTime === true
}

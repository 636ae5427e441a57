import type { Claim } from '../../claim.ts'
import type { ClaimText } from '../../claim-test-context.ts'
import { yearsOfPeriod } from '../../text/around/named-in-text.ts'
import type { Finding } from '../../verdict.ts'

/** Kinds of claims for which the text may name the first year of the period instead of the last: a state may have joined long before the day of the text. */
const deeds: ReadonlySet<Claim['kind']> = new Set(['event', 'membership'])

/** Keeps a verdict on an undated text only if the text names the year: `last year`, `now` and implied periods would be relative to an unknown day. */
export function unlessUndated(claim: Claim, bench: ClaimText, found: Finding | undefined): Finding | undefined {
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

/** Whether the text has a date, or names the claim's year. */
export function isDated(claim: Claim, bench: ClaimText): boolean {
  return bench.isUndated !== true || namesYear(claim, bench)
}

/** Whether the claim's sentence, or any earlier one, has the claim's year in digits. */
function namesYear({ period, kind, sentence_index: index }: Claim, { sentences }: ClaimText): boolean {
  if (period === null) return false
  const { from, to } = yearsOfPeriod(period)
  const told = sentences.slice(0, index + 1)
  return (deeds.has(kind) ? [from, to] : [to]).some((year) => told.some((one) => hasYear(one, year)))
}

/** Whether a sentence has a year, alone or as the end of a span: `2004`, `2003/04`, `2003-04`. */
function hasYear(sentence: string, year: number): boolean {
  const short = String(year % 100).padStart(2, '0')
  return sentence.includes(String(year)) || sentence.includes(`${year - 1}/${short}`) || sentence.includes(`${year - 1}-${short}`)
}

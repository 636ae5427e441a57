import type { Claim } from '../../claim.ts'
import type { Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { DeedFamily } from '../../said/deed-doubts.ts'
import type { Finding } from '../../verdict.ts'

/**
 * Makes a tester whose findings count only if it is stated who did what and when: in the sentence itself, or in an unbroken chain of sentences that leads up to
 * it. Otherwise the claim is left open, with the reason.
 */
export function ifDeedExplicit(family: DeedFamily, tester: Tester): Tester {
  return async (claim, bench) => {
    const found = await tester(claim, bench)
    if (found === undefined || found.verdict === 'unverifiable') return found
    const why = objectionTo(family, claim, found) ?? remoteEvidence(claim, found)
    return why === undefined ? withChain(found, claim) : leftOpen(found, why)
  }
}

/** Returns why a deed is not told plainly enough for a verdict; undefined if it is. */
function objectionTo(family: DeedFamily, { said }: Claim, { verdict }: Finding): string | undefined {
  const why = said?.doubts?.deed?.objections?.[family]
  return typeof why === 'object' ? why[verdict === 'supported' ? 'supported' : 'otherwise'] : why
}

/**
 * Returns why the evidence is too remote: it is from another day than the stated one, or the verdict is negative and the period was named too far back in the
 * text. Undefined if the evidence is near enough.
 */
function remoteEvidence({ period, domain, sentence_index: index, said }: Claim, { verdict, honestValues }: Finding): string | undefined {
  if (said?.doubts !== undefined && domain === 'diplomacy' && period !== null && 'at' in period && period.at.length === 10) {
    const told = Date.parse(period.at)
    const days = honestValues.map((one) => Date.parse(one.period.slice(0, 10))).filter(Number.isFinite)
    if (days.length > 0 && days.every((day) => Math.abs(day - told) > verdictLimits.sameVoteDays * 86_400_000))
      return 'nothing of that day is on record'
  }
  const at = verdict === 'supported' ? undefined : said?.doubts?.deed?.whenFrom
  return at === undefined || at >= index - verdictLimits.deedPeriodReach
    ? undefined
    : 'the sentence does not say when, nor do those shortly before it'
}

function leftOpen(found: Finding, why: string): Finding {
  return { ...found, verdict: 'unverifiable', why: `Left open: ${why}. On record: ${found.why}`, wouldBeTrue: null }
}

/** Adds to the reason the sentences that name the parties and the period, if the claim's own sentence does not. */
function withChain(found: Finding, { said }: Claim): Finding {
  const { whoFrom, whenFrom } = said?.doubts?.deed ?? {}
  const links = [
    ...(whoFrom === undefined ? [] : [`Who is meant: by sentence ${whoFrom + 1}.`]),
    ...(whenFrom === undefined ? [] : [`When: by sentence ${whenFrom + 1}.`]),
  ]
  return links.length === 0 ? found : { ...found, why: `${found.why} ${links.join(' ')}` }
}

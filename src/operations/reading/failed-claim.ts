import type { Claim } from '../../claims/claim.ts'
import { finding } from '../../claims/testing/judging/findings.ts'
import type { TestedClaim } from '../../claims/verdict.ts'
import { VisavisError } from '../../errors.ts'
import type { Context } from '../request/operation.ts'

/** Returns a claim that is left open without a test, for a reason. */
export function untestedClaim(claim: Claim, why: string): TestedClaim {
  return { claim, answer: 'outside-record', finding: finding('unverifiable', why) }
}

/**
 * Makes a claim unverifiable, with a note, if testing it fails with an internal error, so that the other claims keep their verdicts.
 *
 * @param place   where the claim is, for the warning: `Sentence 3`
 */
export async function unverifiableOnError(
  testing: Promise<TestedClaim>,
  claim: Claim,
  place: string,
  { warn }: Pick<Context, 'warn'>,
): Promise<TestedClaim> {
  try {
    return await testing
  } catch (cause) {
    if (cause instanceof VisavisError && cause.code !== 'Internal') throw cause
    const why = `Testing it failed (${(cause as Error).message}): a fault of ours, please report it.`
    warn?.(`${place}: ${why}`)
    return untestedClaim(claim, why)
  }
}

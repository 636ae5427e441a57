import type { Claim } from '../../../claim.ts'
import type { DeedDoubts } from '../../../said/deed-doubts.ts'
import { areActorsNamed, hasOwnPeriod } from '../../../text/around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/** Returns what the words leave open about a deed; undefined for a claim that is not about one. */
export function deedDoubts(claim: Claim, text: TextOfClaims): DeedDoubts | undefined {
  const { kind, domain, period } = claim
  if (kind !== 'event' && kind !== 'attribution' && kind !== 'membership' && domain !== 'arms') return undefined
  return definedFields<DeedDoubts>({
    carriedPeriod: period !== null && !hasOwnPeriod(claim, text),
    vagueParties: !areActorsNamed(claim, text),
  })
}

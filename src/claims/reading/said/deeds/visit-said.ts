import type { Claim } from '../../../claim.ts'
import type { VisitSaid } from '../../../said/visit-said.ts'
import { actorsNamedIn, clauseOf, hasOwnPeriod, isNegated } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/** Leaders of China whom its list of visits follows; a text that names one is about that one. */
const leaderOfChina = /\b(?:Xi|Hu|Wen|Li|Yang|Wang)\b/

/** Reads which leaders met. Undefined if it is not about two states, is denied, or if the sentence itself names no time. */
export function visitSaid(claim: Claim, text: TextOfClaims): VisitSaid | undefined {
  if (claim.kind !== 'event' || claim.measured?.topic !== 'visits') return undefined
  const clause = clauseOf(claim.sentence, claim).text
  const states = [...new Set([...claim.actors, ...actorsNamedIn(clause, text.date)])].filter((id) => /^[A-Z]{3}$/.test(id))
  if (states.length !== 2 || isNegated(clause) || !hasOwnPeriod(claim, text)) return undefined
  return definedFields<VisitSaid>({
    states,
    names: nonEmpty([...new Set(clause.match(/\p{Lu}[\p{L}’'-]+/gu))]),
    chinese: leaderOfChina.test(clause),
  })
}

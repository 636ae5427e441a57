import type { Claim } from '../../claim.ts'
import type { DoubtContext } from '../../claim-test-context.ts'
import type { InferredSlot } from '../../said/figure-doubts.ts'
import { confidencesOf, isConfirmed } from '../../said-of-claim.ts'
import { yearsOfPeriod } from '../../text/days-of-text.ts'
import { queryFamilyOf } from '../../text/topics/query-families.ts'
import type { Finding } from '../../verdict.ts'
import { actorText } from '../questions/query-flows.ts'

const figures: ReadonlySet<Claim['kind']> = new Set(['quantity', 'share', 'count', 'trend', 'comparison', 'ranking', 'forecast'])

const isOfFigures = ({ kind, measured }: Claim): boolean => figures.has(kind) && queryFamilyOf(measured?.topic ?? '') !== undefined

/**
 * Keeps a verdict on a figure only if the sentence states parties, subject and period, or if these follow from earlier sentences, which are then cited. If one
 * of them had to be guessed, the claim is left open, without the rows found for the guess.
 */
export function ifFigureExplicit(claim: Claim, bench: DoubtContext, found: Finding | undefined): Finding | undefined {
  const { objection, inferred = [] } = claim.said?.doubts?.figure ?? {}
  if (found === undefined || found.verdict === 'unverifiable') return found
  if (objection !== undefined && (objection.about !== 'open' || !isConfirmed(claim, bench)))
    return {
      ...found,
      verdict: 'unverifiable',
      why: `Not tested: ${objection.why}.`,
      tolerance: null,
      honestValues: [],
      evidence: [],
      wouldBeTrue: null,
    }
  const links = [...new Set(inferred.map((slot) => inferenceText(claim, slot)))]
  return links.length === 0 ? found : { ...found, why: `${found.why} Read from the text: ${links.join('; ')}.` }
}

/** Whether a figure may be compared with other figures of the text: its own sentence names the parties, the quantity and the period. */
export function isFullyStated(claim: Claim): boolean {
  const { who, when, what } = confidencesOf(claim)
  const isHere = (slot: string): boolean => slot === 'own' || slot === 'near'
  return isOfFigures(claim) && what === 'own' && isHere(who) && isHere(when) && claim.said?.doubts?.figure?.objection === undefined
}

/** Whether the sentence, or the text around it, mentions the quantity that the claim was read as. */
export const isSubjectStated = (claim: Claim): boolean => isOfFigures(claim) && claim.said?.doubts?.figure?.objection?.about !== 'subject'

/** Describes where a slot comes from: `who: Japan, from sentence 2 (“…”)`. */
function inferenceText({ period }: Claim, { slot, sentence, words }: InferredSlot): string {
  const whence = sentence === undefined ? 'the text as a whole' : `sentence ${sentence + 1} (“${words ?? ''}”)`
  if (slot !== 'period' || period === null) return `who: ${actorText(slot)}, from ${whence}`
  const { from, to } = yearsOfPeriod(period)
  return `when: ${from === to ? to : `${from} to ${to}`}, from ${whence}`
}

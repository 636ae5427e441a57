import type { Claim } from '../../../claim.ts'
import type { VetoDoubts, VetoSaid } from '../../../said/veto-said.ts'
import { fiscalYearOf } from '../../../text/calendar.ts'
import { lastDayOfText } from '../../../text/days-of-text.ts'
import { permanentMembers } from '../../../text/names/permanent-members.ts'
import { timesIn } from '../../../text/times/times.ts'
import {
  actorsNamedIn,
  areActorsNamed,
  clauseOf,
  isNegated,
  isPartOfDocumentName,
  sentencesBefore,
  subjectsBefore,
  symbolsIn,
} from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { unlessEmpty } from '../unless-empty.ts'

/** Reads who cast a veto, and how. Undefined if no veto is told or counted, or if it is not said whose. */
export function vetoSaid(claim: Claim, text: TextOfClaims): VetoSaid | undefined {
  if (claim.measured?.topic !== 'vetoes' || (claim.kind !== 'event' && claim.kind !== 'count')) return undefined
  if (
    claim.kind === 'count' ? !isOfVetoes(claim) : ![claim.sentence, ...sentencesBefore(claim, text, 3)].some((one) => /\bveto/i.test(one))
  )
    return undefined
  const casters = castersOf(claim, text)
  if (casters.length === 0) return undefined
  const clause = clauseOf(claim.sentence, claim).text
  return definedFields<VetoSaid>({
    casters,
    symbols: nonEmpty(symbolsIn(claim.sentence)),
    denied: isNegated(clause.replace(/\b(?:no|not) (?:less|fewer|more)\b/gi, '')),
    alone: /\b(?:alone|sole|lone|single-handed(?:ly)?)\b/i.test(clause),
    every: /\b(?:every|all|each)\b/i.test(clause),
    allTime: isOfAllTime(claim, text) || (neverCast.test(clause) && namesNoTime(claim, text)),
    never: neverCast.test(clause) || notSince.test(clause),
    joint: /\b(?:jointly|together|both)\b/i.test(clause),
  })
}

const neverCast = /\bnever (?:\w+ )?(?:vetoed|cast|used|exercised|wielded)\b/i
const notSince = /\b(?:has|have) not (?:\w+ )?(?:vetoed|cast|used|exercised|wielded)\b[^.;]{0,60}\bsince\b/i
const upToNow = /\b(?:ha(?:s|ve) (?:\w+ ){0,2}(?:vetoed|cast|used|exercised|wielded|blocked)|holds the record)\b/i

const namesNoTime = ({ sentence }: Claim, { date }: TextOfClaims): boolean =>
  timesIn(sentence, { date, fiscal: fiscalYearOf([]) }).length === 0

/** Whether a number of vetoes has no time, and the sentences before name no veto or draft that could limit it. */
export const isOfAllTime = (claim: Claim, text: TextOfClaims): boolean =>
  claim.kind === 'count' &&
  upToNow.test(claim.sentence) &&
  namesNoTime(claim, text) &&
  !sentencesBefore(claim, text, 3).some((one) => /\b(?:veto|draft|resolution)/i.test(one))

/** Words for a state or a matter that was named before: `nine vetoes on it`. */
const pointsBack = /\b(?:on|over|about|concerning) (?:it|this|that|them|the (?:country|matter|subject|issue|conflict|war|crisis))\b/i

/** Reads why another state may have cast the veto. */
export function vetoDoubts(claim: Claim, text: TextOfClaims, { casters }: VetoSaid): VetoDoubts | undefined {
  const otherVotes = /\babstain|\babstention|\bvot(?:ed|ing) (?:for|in favou?r|against)\b|\bmembers including\b/i
  const named = actorsNamedIn(claim.sentence, text.date)
  return unlessEmpty(
    definedFields<VetoDoubts>({
      otherVotes: otherVotes.test(claim.sentence),
      unnamed: pointsBack.test(claim.sentence) ? undefined : nonEmpty(claim.actors.filter((id) => !casters.includes(id) && !named.has(id))),
      vagueCasters: !areActorsNamed(claim, text, casters),
    }),
  )
}

/** Whether the number counts vetoes or drafts, not votes or members, and is not part of a symbol. */
const isOfVetoes = (claim: Claim): boolean =>
  !isPartOfDocumentName(claim) &&
  /^[\w,-]*(?: [\w’'-]+){0,4}? (?:vetoes|veto|times|drafts?|resolutions?|texts?)\b/i.test(claim.sentence.slice(claim.start))

/**
 * Returns the members that cast the veto: those directly before the verb, else those of its statement, else all permanent members among the actors. The
 * sentence may also name states that voted otherwise.
 */
function castersOf(claim: Claim, text: TextOfClaims): readonly string[] {
  const all = claim.actors.filter((actor) => permanentMembers.includes(actor))
  const among = (ids: Iterable<string>): string[] => all.filter((actor) => [...ids].includes(actor))
  const vetoed = /\b(?:(?:had|have|has) )?veto(?:ed|es|ing)?\b/i.exec(claim.sentence)?.index
  const before =
    vetoed === undefined ? [] : subjectsBefore(claim.sentence, vetoed, lastDayOfText(text)).filter((id) => permanentMembers.includes(id))
  if (claim.kind === 'event' && before.length > 0) return before
  const subjects = claim.kind === 'event' ? among(subjectsBefore(claim.sentence, claim.start, lastDayOfText(text))) : []
  const named = among(actorsNamedIn(clauseOf(claim.sentence, claim).text, text.date))
  return subjects.length > 0 ? subjects : named.length > 0 ? named : all
}

import type { Claim } from '../../../claim.ts'
import type { Objection } from '../../../said/deed-doubts.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import { permanentMembers } from '../../../text/names/permanent-members.ts'
import { isNeutralGap, withNamesBlanked } from '../../../text/names/subject-predicate-gap.ts'
import { areActorsNamed, hasOwnPeriod, sentencesBefore } from '../around/text-around-claim.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { isOfAllTime } from './veto-said.ts'

const council = /\b(?:UN|U\.N\.|UNSC|United Nations|Security Council|Council(?! of)|drafts?|S\/\d{4}\/\d+|S\/\d{2,6}|admission)\b/
/** Matches words on bills and budgets, and on vetoes of presidents, parliaments, unions and partners. */
const elsewhere =
  /\b(?:bills?|legislation|laws?|budgets?|Congress|Senate|House of|parliament\w*|lawmakers?|Duma|Sejm|tax\w*|line-item|appropriations?|European (?:Union|Council|Commission)|EU\b|NATO|Common Market|EEC|merger|takeover|deal|board|governor|mayor|pocket veto|overrid\w+|overrode)\b/i
const vetoes = /\b(?:veto\w*|block(?:ed|s|ing)?|kill(?:ed|s|ing)?|struck down|stopped|prevented)\b/i

const spokenOf = /\b(?:would|could|should|threat\w*|might|right of veto|veto (?:power|right)|right to veto|use of the veto)\b/i

const castVetoes = /\bcast (?:[\w’'-]+ ){0,5}veto(?:es)?\b/i
const usedVeto = /\b(?:used|wielded|exercised) (?:its|their) (?:right of )?veto\b/i
/** Members of the Council that have no veto in another union. */
const elsewhereWithout: ReadonlySet<string> = new Set(['RUS', 'CHN', 'USA'])

/** Whether a permanent member is said to have cast vetoes, as one does only in the Security Council. */
const isOfCouncil = ({ sentence, actors }: Claim, near: readonly string[]): boolean =>
  !near.some((one) => elsewhere.test(one)) &&
  (castVetoes.test(sentence) || (usedVeto.test(sentence) && actors.some((id) => elsewhereWithout.has(id))))

/** Returns why a statement on a veto is not explicit enough; undefined if it is explicit enough. */
export function vetoObjection(claim: Claim, text: TextOfClaims): Objection | undefined {
  const { sentence } = claim
  const near = sentencesBefore(claim, text, 3)
  const isHere = council.test(sentence)
  if (elsewhere.test(sentence) && !isHere) return 'the veto may be one of another body than the Security Council'
  if (!isHere && !isOfCouncil(claim, near) && !near.some((one) => council.test(one)))
    return 'neither the sentence nor those before it name the Security Council'
  if (spokenOf.test(sentence.slice(0, claim.end + 12))) return 'a veto is spoken of, not told'
  const casters = claim.actors.filter((id) => permanentMembers.includes(id))
  if (claim.kind === 'count' && !/\bveto/i.test(sentence)) return 'the sentence does not speak of a veto'
  if (claim.kind === 'count') return countObjection(claim, text, casters)
  return casters.some((id) => isCaster(claim, text, id)) || (!namesCaster(claim, text) && areActorsNamed(claim, text, casters))
    ? undefined
    : 'the sentence does not say plainly who cast the veto'
}

function countObjection(claim: Claim, text: TextOfClaims, casters: readonly string[]): Objection | undefined {
  const whose = areActorsNamed(claim, text, casters) ? undefined : 'the sentence does not say plainly whose vetoes they are'
  if (hasOwnPeriod(claim, text) || isOfAllTime(claim, text)) return whose
  const when = 'the sentence does not say of which time the number is'
  return whose === undefined ? { otherwise: when } : { supported: whose, otherwise: when }
}

const namesCaster = ({ sentence }: Claim, { date }: TextOfClaims): boolean =>
  actorsIn(sentence, date).some(({ ids }) => ids.some((id) => permanentMembers.includes(id)))

/** Whether the sentence names a state as the one that cast the veto: directly before the verb, after `by`, or as owner of the veto. */
function isCaster({ sentence }: Claim, { date }: TextOfClaims, id: string): boolean {
  const verb = vetoes.exec(sentence)
  if (verb === null) return false
  return actorsIn(sentence, date)
    .filter(({ ids }) => ids.includes(id))
    .some(({ start, end, form, possessive }) => {
      if (end <= verb.index)
        return possessive || form === 'adjective' || isNeutralGap(withNamesBlanked(sentence.slice(end, verb.index), date), undefined)
      return (
        /\b(?:by|that|which|from|and)(?: (?:the|both))* $/i.test(sentence.slice(Math.max(0, start - 20), start)) ||
        /^[^.;]{0,30}\b(?:cast|use[ds]?)\b/i.test(sentence.slice(end))
      )
    })
}

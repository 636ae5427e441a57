import type { Claim } from '../../../claim.ts'
import type { DeedDoubts, DeedFamily, Objection } from '../../../said/deed-doubts.ts'
import type { Said } from '../../../said/said.ts'
import { daysOf, fiscalYearOf } from '../../../text/calendar.ts'
import { timesIn } from '../../../text/times/times.ts'
import { actorsNamedIn, areActorsNamed, hasOwnPeriod, isTextAboutActors, sentencesNaming } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { clubOf } from '../memberships/club-of-claim.ts'
import { isFoundingStated } from '../memberships/founding-words.ts'
import { membershipObjection } from '../memberships/membership-objection.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { voteObjection } from '../votes/vote-objection.ts'
import { sanctionObjection } from './sanction-objection.ts'
import { vetoObjection } from './veto-objection.ts'

/** Returns why a claim is not explicit enough for a verdict; undefined if it is explicit enough. */
type Reason = (claim: Claim, text: TextOfClaims) => Objection | undefined

const reasons: Readonly<Record<DeedFamily, Reason>> = {
  membership: membershipObjection,
  votes: voteObjection,
  vetoes: vetoObjection,
  sanctions: sanctionObjection,
  pair: pairObjection,
  count: () => undefined,
}

/**
 * Returns what the words leave open about a deed; undefined for a claim that is not about one.
 *
 * @param said   what the words say: it decides which testers may find a verdict
 */
export function deedDoubts(claim: Claim, text: TextOfClaims, said: Said): DeedDoubts | undefined {
  const families = familiesOf(said)
  if (families.length === 0) return undefined
  const without = whyNoStatement(claim, text)
  const objections = Object.fromEntries(
    families.flatMap((family) => {
      const why = without ?? reasons[family](claim, text)
      return why === undefined ? [] : [[family, why]]
    }),
  )
  const carriedPeriod = claim.period !== null && !hasOwnPeriod(claim, text)
  return definedFields<DeedDoubts>({
    objections: Object.keys(objections).length === 0 ? undefined : objections,
    carriedPeriod: carriedPeriod,
    whenFrom: carriedPeriod ? whenFrom(claim, text) : undefined,
    vagueParties: !areActorsNamed(claim, text),
    whoFrom: whoFrom(claim, text),
  })
}

/** Returns the testers that may find a verdict. */
function familiesOf(said: Said): DeedFamily[] {
  const isOfPair = [said.fact, said.application, said.ledgerEvent, said.relation, said.treaty, said.arms, said.visit].some(
    (one) => one !== undefined,
  )
  const asked: Readonly<Record<DeedFamily, boolean>> = {
    membership: said.membership !== undefined,
    votes: said.vote !== undefined,
    vetoes: said.veto !== undefined,
    sanctions: said.sanction !== undefined,
    pair: isOfPair,
    count: said.arms !== undefined,
  }
  return (Object.keys(asked) as DeedFamily[]).filter((family) => asked[family])
}

/** Matches instructions to a reader or to a machine. */
const instruction =
  /\b(?:ignore|disregard|forget|override)\b[^.;]{0,40}\b(?:instructions?|prompts?|rules|guidelines)\b|\b(?:mark|label|rate|classify|treat|report|stamp|return|answer)\b[^.;]{0,40}\b(?:supported|true|verified|confirmed|contradicted|false)\b|\b(?:system prompt|as an AI|you are (?:now )?(?:an? )?(?:assistant|AI|model))\b/i
/** Matches the end of a line that breaks off in the middle of a sentence. */
const torn =
  /(?:\b(?:the|an?|of|by|to|in|and|or|for|with|its|their|our|that|which|as|at|on|from|former|new|become|became|was|were|is|are|has|have)|,)\s*$/i

/** Returns why the sentence makes no statement: it is an instruction, a question, a fragment or a list item. Undefined if it makes one. */
function whyNoStatement({ sentence, sentence_index: index }: Claim, { sentences }: TextOfClaims): string | undefined {
  if (instruction.test(sentence)) return 'the sentence gives an instruction and tells nothing'
  if (/\?\W*$/.test(sentence)) return 'it is asked, not told'
  if (/^\p{Ll}/u.test(sentence) || !/[.!…]["'”’)\]\d¹²³⁴⁵⁶⁷⁸⁹⁰*†]*\s*$/u.test(sentence)) return 'the words are no complete sentence'
  if (torn.test(sentences[index - 1] ?? '')) return 'the sentence is torn from the line before it'
  return undefined
}

/**
 * Returns why a treaty, relation, visit or ledger event is not explicit enough: its parties are neither named nor referred to shortly after sentences that name
 * them, or the deed is only wished or planned. Undefined if it is explicit enough.
 */
function pairObjection(claim: Claim, text: TextOfClaims): string | undefined {
  if (!areActorsNamed(claim, text) && !areNamedAsThen(claim) && !isTextAboutActors(text, claim.sentence, claim.actors))
    return 'the sentence does not say plainly between whom'
  return unreal.test(claim.sentence.slice(Math.max(0, claim.start - 60), claim.end)) ? 'it is wished or planned, not told' : undefined
}

/** Whether the sentence names every actor by what it was called at the claim's time: Yugoslavia in 1955. */
function areNamedAsThen({ sentence, period, actors }: Claim): boolean {
  if (period === null) return false
  const { from, to } = daysOf(period)
  const named = new Set([...actorsNamedIn(sentence, from), ...actorsNamedIn(sentence, to)])
  return actors.length > 0 && actors.every((actor) => named.has(actor))
}

const unreal = /\b(?:would|could|should|must|might|hope[sd]?|wish\w*|urge[sd]?|call(?:s|ed)? (?:for|on)|ready to|want(?:s|ed)? to)\b/i

/** Returns the last earlier sentence that names a party which the claim's own sentence does not name; undefined if there is no such party or sentence. */
function whoFrom(claim: Claim, text: TextOfClaims): number | undefined {
  const club = clubOf(claim)
  // the founding date of a club concerns no single state
  if (club !== undefined && isFoundingStated(claim.sentence, club)) return undefined
  const named = actorsNamedIn(claim.sentence, text.date)
  const missing = claim.actors.filter((id) => /^[A-Z]{3}$/.test(id) && id !== 'WLD' && !named.has(id))
  const places = sentencesNaming(text)
  const last = Math.max(-1, ...missing.map((id) => places.get(id)?.findLast((index) => index < claim.sentence_index) ?? -1))
  return last < 0 ? undefined : last
}

/** For each text and fiscal year the periods of its sentences as JSON, found as they are asked for. */
const periods = new WeakMap<readonly string[], Map<string, (ReadonlySet<string> | undefined)[]>>()

/** Returns the last earlier sentence that names the claim's period; undefined if none does. */
function whenFrom({ period, actors, sentence_index: index }: Claim, { sentences, date }: TextOfClaims): number | undefined {
  const fiscal = fiscalYearOf(actors)
  const ofText = periods.get(sentences) ?? new Map<string, (ReadonlySet<string> | undefined)[]>()
  periods.set(sentences, ofText)
  const key = JSON.stringify(fiscal)
  const told = ofText.get(key) ?? []
  ofText.set(key, told)
  const asked = JSON.stringify(period)
  for (let at = index - 1; at >= 0; at--) {
    const named = told[at] ?? new Set(timesIn(sentences[at]!, { date, fiscal }).map((time) => JSON.stringify(time.period)))
    told[at] = named
    if (named.has(asked)) return at
  }
  return undefined
}

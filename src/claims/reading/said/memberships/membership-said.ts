import type { Claim } from '../../../claim.ts'
import type { MembershipDoubts, MembershipSaid, StateInClub } from '../../../said/membership-said.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import { blocIdOf, isMemberState } from '../../../text/names/bloc-of-club.ts'
import { type ClubMention, clubsIn } from '../../../text/names/club-names.ts'
import { yearsBetweenAccessions } from '../../../text/times/counted-times.ts'
import { areActorsNamed } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { unlessEmpty } from '../unless-empty.ts'
import { mentionsAnniversary } from './anniversaries.ts'
import { clubInContext, clubOf } from './club-of-claim.ts'
import { anniversaryOf, foundingSaid, refersToFounding } from './founding-words.ts'
import { claimedMembership } from './membership-words.ts'

/** Reads what is said of a club: that a state is in it, how many are, or when it was founded. Undefined if no club is named, or nothing of that is said. */
export function membershipSaid(claim: Claim, text: TextOfClaims): MembershipSaid | undefined {
  const isForetold = claim.kind === 'forecast' && claim.measured?.topic === 'membership'
  const club = clubOf(claim) ?? clubInContext(isForetold ? { ...claim, kind: 'membership' } : claim, text.sentences)
  if (club === undefined) return undefined
  const bloc = blocIdOf(club.text)
  const named = definedFields<MembershipSaid>({ club: club.text, bloc })
  if (claim.kind === 'event' || refersToFounding(claim.sentence, club)) {
    const founding = bloc === undefined ? undefined : foundingSaid(claim, text, club)
    return founding === undefined ? undefined : { ...named, founding }
  }
  if (claim.kind === 'count') {
    const total = bloc === undefined ? undefined : totalSaid(claim)
    return total === undefined ? undefined : { ...named, total }
  }
  if (!isForetold && (claim.kind !== 'membership' || claim.measured?.topic === 'treaty')) return undefined
  return definedFields<MembershipSaid>({ ...named, state: bloc === undefined ? undefined : stateInClub(claim, text, club) })
}

/** Reads a number of members: `has 32 members`. Undefined if the number is not that of all members. */
function totalSaid({ sentence, start, end }: Claim): MembershipSaid['total'] {
  const [lead, words] = [sentence.slice(Math.max(0, start - 20), start), sentence.slice(start, end + 20)]
  const isTotal =
    /\b(?:has|have|had|counts?|counted|numbers?|numbered|grew to|rose to|now)\s+(?:\w+ )?$/i.test(lead) &&
    /^[\w-]+(?: \w+)? (?:full )?members?(?: states| countries)?\b/i.test(words)
  return isTotal
    ? definedFields<NonNullable<MembershipSaid['total']>>({ now: /\b(?:has|counts?|numbers?|now)\s+(?:\w+ )?$/i.test(lead) })
    : undefined
}

function stateInClub(claim: Claim, text: TextOfClaims, club: ClubMention): StateInClub | undefined {
  const { sentence } = claim
  const told = claimedMembership(claim, club, text.date)
  if (told === undefined) return undefined
  const back = told.role === 'member' && told.denied !== true ? anniversaryOf(sentence, club, text) : undefined
  const isList = /\b(?:means?|consists? of|compris\w+|includ\w+|members? (?:are|were)|made up of|groups?)\b/i.test(sentence)
  return definedFields<StateInClub>({
    ...told,
    anniversary: back ?? (mentionsAnniversary(sentence) ? 'unclear' : undefined),
    list: isList ? (/\b(?:includ(?:es?|ing)|among)\b/i.test(sentence) ? 'some' : 'whole') : undefined,
  })
}

/** Reads why another state, club or role may be meant. */
export function membershipDoubts(claim: Claim, text: TextOfClaims, { state }: MembershipSaid): MembershipDoubts | undefined {
  if (state === undefined) return undefined
  const states = claim.actors.filter(isMemberState)
  return unlessEmpty(
    definedFields<MembershipDoubts>({
      vagueStates: !areActorsNamed(claim, text, states),
      statesApart: !areJoined(claim, states, text),
      other: otherMeant(claim, state),
    }),
  )
}

/**
 * Whether several states are named together (`A and B`, `both`). If they are not, one of them may be unrelated, and a claim that is right for only one of them
 * was probably misread. True for a single state.
 */
function areJoined({ sentence }: Claim, states: readonly string[], { date }: TextOfClaims): boolean {
  if (states.length < 2 || /\b(?:both|neither|all (?:of them|three|four)|the two)\b/i.test(sentence)) return true
  const mentions = actorsIn(sentence, date).filter(({ ids }) => ids.some((id) => states.includes(id)))
  return mentions
    .slice(1)
    .every(({ start }, i) => /^(?:['’]s?)?(?:,| and| or|, and|, or| as well as)(?: the)? $/i.test(sentence.slice(mentions[i]!.end, start)))
}

/**
 * Whether another club or role may be meant. If the state was a member at the time: the sentence names other clubs too, or says that it joined. In any case:
 * the words call it a candidate, or it joined a stated interval after another state.
 */
function otherMeant({ sentence, start, end, rules }: Claim, { act }: StateInClub): MembershipDoubts['other'] {
  const [near, words] = [sentence.slice(Math.max(0, start - 30), end + 30), sentence.slice(start, end)]
  const isAfterAnother =
    rules.includes('membership-too') &&
    /\b(?:years?|months?|weeks?|days?) (?:after|before)\b/i.test(words) &&
    !yearsBetweenAccessions.test(words)
  if (isAfterAnother || /\b(?:candidates?|applicants?)\b/i.test(near)) return 'always'
  const clubs = new Set(clubsIn(sentence).map(({ text }) => blocIdOf(text) ?? text))
  return clubs.size > 1 ||
    /\b(?:stay(?:s|ed)?|remain(?:s|ed)?) (?:in|part|a member)\b/i.test(sentence) ||
    (act === 'found' && /\b(?:joined|became|acceded|entered|admitted)\b/i.test(sentence))
    ? 'if-member'
    : undefined
}

import type { Claim } from '../../../claim.ts'
import type { Anniversary, MembershipSaid } from '../../../said/membership-said.ts'
import { lastDayOfText } from '../../../text/days-of-text.ts'
import type { TextSpan } from '../../../text/mention.ts'
import type { ClubMention } from '../../../text/names/club-names.ts'
import { hasOwnPeriod, isNegated } from '../around/text-around-claim.ts'
import { isTimeOfDeed } from '../around/time-of-deed.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { anniversaryIn, mentionsAnniversary } from './anniversaries.ts'

const verbs = '(?:founded|created|established|set up|launched|formed|born)'
/** Matches the verb after a club that is the subject: `The club was founded`. */
const wasFounded = new RegExp(
  String.raw`^(?: \(\p{Lu}+\))?(?: itself)?,? (?:was|were|has been|had been) (?:\p{L}+ly |first |itself )?${verbs}\b`,
  'u',
)
const begins =
  /(?:^|[,;:–—“”"'] ?|\b(?:when|since|after|that|because|as|and|but|before|while|where|which|than|ago)) (?:the )?$|^(?:the )?$/i
/** Matches the verb directly before a club: `Founded the club in 2001`. */
const hasFounded = /\b(?:founded|co-founded|created|established|set up|formed|to found)(?: together)? (?:the )?$/i
/** Matches the noun before a club: `The founding of the club`. */
const foundingOf = /\b(?:founding|foundation|creation|establishment|birth|inception) of (?:the )?$/i
/** Matches words after a club which show that one of its bodies or texts was founded instead: `the club's bank`, `the UN Framework Convention`. */
const more =
  /^(?:['’]s?\b)|^[ -](?:\p{Lu}\p{L}+|[\p{Ll}-]+ (?:bank|fund|body|commission|committee|forum|centre|center|agency|council|mission|force))/u

/** Whether the words around a club state that the club itself was founded: as a deed, or as a noun (`the founding of the club`). */
export function isFoundingStated(sentence: string, { start, end }: TextSpan): boolean {
  const [lead, behind] = [sentence.slice(Math.max(0, start - 60), start), sentence.slice(end)]
  return (
    (wasFounded.test(behind) && begins.test(start < 60 ? lead : `x${lead}`)) ||
    ((hasFounded.test(lead) || foundingOf.test(lead)) && !more.test(behind))
  )
}

/** Whether the words only refer to the founding of a club (`The founding of the club`), which says nothing about any state. */
export const refersToFounding = (sentence: string, { start }: Pick<TextSpan, 'start'>): boolean =>
  foundingOf.test(sentence.slice(Math.max(0, start - 40), start))

/** Reads when a club was founded: at the claim's time, or by an anniversary. Undefined if the sentence does not state that this club was founded. */
export function foundingSaid(claim: Claim, text: TextOfClaims, club: ClubMention): MembershipSaid['founding'] {
  const { sentence, period } = claim
  if (!isFoundingStated(sentence, club)) return undefined
  const anniversary = anniversaryOf(sentence, club, text)
  if (anniversary !== undefined) return { anniversary }
  // a time from another sentence, or next to another deed, does not date the founding
  const isDated = period !== null && hasOwnPeriod(claim, text) && isTimeOfDeed(claim, club, text)
  return isDated && !mentionsAnniversary(sentence) && !isNegated(sentence.slice(0, club.end)) ? {} : undefined
}

/** Reads an anniversary of a deed. It is counted from the year that the sentence names, else from the year of the text. */
export function anniversaryOf(sentence: string, deed: TextSpan, text: TextOfClaims): Anniversary | undefined {
  const back = anniversaryIn(sentence, deed)
  if (back === undefined) return undefined
  const named = [...sentence.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year))
  const isTold = named.length === 1 || /\bthis year\b/i.test(sentence)
  return {
    years: back.years,
    from: named[0] ?? Number(lastDayOfText(text).slice(0, 4)),
    counted: named.length > 1 ? 'unclear' : isTold ? 'told' : 'assumed',
  }
}

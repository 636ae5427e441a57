import type { TextSpan } from '../../text/mention.ts'
import { type ClubMention, clubsIn } from '../../text/names/club-names.ts'
import { textAfter } from '../../text/span-text.ts'
import type { Analysis } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'

const copula = '(?:is|are|was|were|been|being|became?|become|becoming|remain(?:s|ed)?|stay(?:s|ed)?)'
const stateName = String.raw`\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*`
/** Words that link a state to a following club name: `joined`, `is no member of`, `has been in`. */
const membershipVerb = new RegExp(
  String.raw`\b(?:(?:re)?join(?:s|ed|ing)?|acced(?:es?|ed)(?: to)?|accession to|admi(?:ts?|tted)(?: \w+)?(?: in)?to|enter(?:s|ed|ing)?|quit|left|leav(?:es?|ing)|with(?:drew|drawn|drawal)(?: from)?|exit(?:ed)?|(?:exit|withdrawal|departure) of \p{Lu}[\p{L}'’-]+(?:,? \p{Lu}[\p{L}'’-]+)*,? from|belong(?:s|ed|ing)?(?: neither| both)? to|(?:helped to |co-)found(?:ed)?|founders? of|founding(?: \w+)?(?: of)?|(?:${copula}|as|no|not|${copula}(?: \w+)?)(?: [\w’'-]+){0,4}? (?:members?(?:hip)?|candidates?|observers?|(?:dialogue|observer|associate|sectoral) partners?|partner (?:states?|countr(?:y|ies)))(?: \w+)? (?:of|for|in|at|to)|membership of|participation in|(?:^|, )(?:an? |the )?(?:(?:full|founding|associate|new|official) )?(?:members?|candidates?|observers?|founders?)(?: states?| country)? (?:of|for|in|to)|(?:sits?|sat|seated) (?:together )?(?:in|on|at)|(?:put in|handed in|filed|submitted)? ?applications? (?:to|for)|application (?:to|for)|appl(?:y|ied|ies) (?:to join|for membership (?:of|in))|suspend(?:ed|s)? from|expelled from|put out of|excluded from|suspended|expelled|${copula}(?: \w+){0,4}? (?:in|part of|neither in|a party to|parties to|bound by|seated in)|(?:kept|keeps?|adopt(?:s|ed)?|had|has)(?= the (?:euro|zloty)))(?: (?:both|neither|either|the|of|in|to))*\s*$`,
  'iu',
)
/** Verbs of return to a club (`Returned to the League`); with the European Union the words refer to goods and people. */
const returnVerb = /\b(?:went|came) back (?:in)?to (?:the )?$|\breturned to (?:the )?$/i
/** Words after a club that is the subject: `NATO admitted Finland`, `BRICS means Brazil …`, `the League kept the chair empty`. */
const clubAsSubject =
  /^(?: of (?:\w+ )?\d{4})?(?:,? (?:here|which))?(?:['’]s (?:founding |full |new )?members?)? (?:(?:was|were|has been|have been) joined by|means?|consists? of|compris(?:es|ed)|admitted|expelled|suspended|took in|counts?|has (?:\w+ )?members|expanded|includes?|invited|welcomed)\b/iu
/** A relative clause on membership after the club: `BRICS, which it joined in 2010`, `NATO, to which both belong`. */
const relativeMembership =
  /^,? (?:of|to|in) which (?:it|they|both|the two|\p{Lu}[\p{L} ]{2,30}?) (?:(?:has|have|had) )?(?:been|belong(?:s|ed)?|is|are|was|were)\b|^,? which (?:it|they|both|the two|\p{Lu}[\p{L} ]{2,30}?) (?:(?:has|have|had) )?(?:(?:re)?joined|left|entered|quit|(?:co-)?founded|helped to found)\b/u
const seatNoun = /\b(?:membership|seat|chair|member)\b/i
/** Words between two clubs if another state shares the verb: `…, and Kazakhstan to the Eurasian union as well`. */
const gappedMember = new RegExp(
  `^[,;]? ?(?:(?:and|but|yet|while) )?(?:only )?${stateName}(?:(?:, | and |, and )${stateName})* (?:to|of|in) (?:the )?$`,
  'u',
)
/** Words between the clubs of a list: `to BRICS nor to the Eurasian union`, `in NATO since 1997 and in the EU`. */
const clubListJoint =
  /^(?:,? ?(?:since|in|from|by)? ?(?:\w+ )?\d{4})?,?(?: ?(?:and|nor|or|but|and also|as well as))?,?(?: since (?:\w+ )?\d{4},)?(?: ?(?:to|of|in|out of|from|for|has been (?:a )?(?:full )?member of|no member of|the|since \w+\b|now))*(?: the)?\s*$/iu

/** Returns one head per club that a state is said to belong to, join or leave, or not to. */
export function membershipHeads(sentence: Analysis): Head[] {
  const clubs = clubsIn(sentence.text)
  const heads: Head[] = []
  for (const [i, club] of clubs.entries()) {
    const previous = clubs[i - 1]
    const lead = sentence.text.slice(previous?.end ?? 0, club.start)
    const continued =
      previous !== undefined && heads.some(({ end }) => end === previous.end) && (clubListJoint.test(lead) || gappedMember.test(lead))
    if (/(?:^|[.,;] ?)(?:not one|no|every|any|another|each) (?:\w+ )?members? of (?:the )?$/i.test(lead)) continue
    if (continued || isMembershipClaim(sentence, club, lead))
      heads.push(memberHead(club, relativeMembership.exec(textAfter(sentence.text, club))?.[0].length ?? 0))
  }
  const late = laterMember(sentence, heads)
  return late === undefined ? heads : [...heads, late]
}

function isMembershipClaim(sentence: Analysis, club: ClubMention, lead: string): boolean {
  const after = textAfter(sentence.text, club)
  if (
    /^ (?:sanctions?|imports?|exports?|market|goods|resolution|vote|leaders?|summit|report|data|figures|officials?|tariffs?|gas|states? (?:bought|sold|import))/i.test(
      after,
    )
  )
    return false
  // ratifying another's accession is an act of a member
  if (
    /\b(?:ratif(?:y|ies|ied|ication)|(?:approv|endors|back|support|block|oppos|reject|delay)(?:e|es|ed|s)) (?:[\w’'-]+ ){0,3}?(?:accession|membership|entry|bid|application|[\w’'-]+ joining)\b|\bratif/i.test(
      lead,
    )
  )
    return false
  // a future member is not a member
  if (/\b(?:is|are)(?: due| set)? to (?:become|join|be|enter)\b[^,;]*$/i.test(lead)) return false
  if (/^(?:the )?(?:euro$|zloty)/i.test(club.text))
    return /\b(?:kept|keeps?|adopt(?:s|ed)?|ha[sd]|have(?: had)?|uses?|introduced)\s*$/i.test(lead)
  return (
    membershipVerb.test(lead) ||
    (returnVerb.test(lead) && !/^(?:the )?(?:EU$|European)/.test(club.text)) ||
    relativeMembership.test(after) ||
    (clubAsSubject.test(after) && /\p{Lu}/u.test(after)) ||
    (seatNoun.test(lead) && /\b(?:no|not|full|founding|permanent|associate|since|kept)\b/i.test(lead)) ||
    /^ has kept the chair/i.test(after)
  )
}

const memberHead = (club: ClubMention, extent: number): Head => ({
  start: club.start,
  end: club.end + extent,
  kind: 'membership',
  value: null,
  unit: null,
  topic: 'membership',
  domain: club.domain,
  qualifier: null,
  rule: 'membership',
})

/**
 * Returns the head of another member of the same club: `…, and Pakistan came in on the same day`, `two years after Saudi Arabia`, `North is not`. Undefined if
 * none follows.
 */
function laterMember(sentence: Analysis, heads: readonly Head[]): Head | undefined {
  const last = heads.at(-1)
  if (last === undefined) return undefined
  const match =
    /(?:, (?:and|while|but) \p{Lu}[\p{L} ]+? (?:came in|followed|did so|entered|joined|(?:has been|is|was|remains|stayed) (?:out(?:side)? of|outside|in|part of|a member of) it)|\w+ (?:years?|months?|days?) (?:after|before) \p{Lu}\p{L}+|, \p{Lu}\p{L}+ (?:is not|(?:an?|two|three|four|five|\d+) (?:years?|months?|days?) (?:earlier|later|before|after)))\b/u.exec(
      textAfter(sentence.text, last),
    )
  if (match === null) return undefined
  const span: TextSpan = { start: last.end + match.index, end: last.end + match.index + match[0].length }
  return { ...last, ...span, rule: 'membership-too' }
}

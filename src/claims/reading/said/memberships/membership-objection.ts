import { stateOf } from '../../../../states/index.ts'
import type { Claim } from '../../../claim.ts'
import type { Objection } from '../../../said/deed-doubts.ts'
import type { ActorMention, TextSpan } from '../../../text/mention.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import type { ClubMention } from '../../../text/names/club-names.ts'
import { canBeSubject, isNeutralGap, withNamesBlanked } from '../../../text/names/subject-predicate-gap.ts'
import { areActorsNamed, isTextAboutActors } from '../around/text-around-claim.ts'
import { isTimeOfDeed } from '../around/time-of-deed.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { clubInContext, clubOf } from './club-of-claim.ts'
import { refersToFounding } from './founding-words.ts'

/** Matches words that connect a state with a club (an organisation or another bloc with members). */
const ties =
  /^(?:(?:re)?join(?:s|ed|ing)?|acced(?:es?|ed)|members?|membership|belong(?:s|ed|ing)?|enter(?:s|ed|ing)?|entry|admitted|admission|accession|found|founders?|founded|co-found\w*|observers?|partners?|candidates?|seat(?:s|ed)?|sits?|sat|left|leaves?|leaving|quit|withdr\w*|exit(?:ed|s)?|departure|suspend\w*|expel\w*|excluded|put|came|went|returned|bound|party|parties)$/
/** Matches words for being inside or outside a club: `Has been in NATO`. */
const inside = /\b(?:been|is|are|was|were|be|stay(?:s|ed)?|remain(?:s|ed)?) (?:\w+ )?(?:in|inside|outside|out of|part of)\b/i
const ofMoney = /^(?:has|had|have|kept|keeps?|adopt(?:s|ed)?|us(?:es?|ed)|introduced|joined|left)$/
const nouns =
  /^(?:['’]s?)? (?:\w+ )?(?:accession|membership|entry|admission|return|withdrawal|exit|departure|expulsion|suspension|joining|entering|leaving)\b/i
/** Matches words of time before a mentioned accession, which show that it took place. */
const dated = /\b(?:since|after|upon|following|with|by|of|before|until|from|marks?) (?:the )?$/i
const wished =
  /\b(?:support\w*|hop(?:e|es|ing)|wish\w*|want\w*|seek\w*|need|process|negotiat\w*|towards?|path|road|goal|prospects?|perspective|bids?|appl(?:y|ied|ies|ication)\w*|invit\w*|urg\w*|call\w*|desir\w*|interest\w*|candida\w*|speedy|future|eventual|potential|possible|proposed|favou?r\w*|oppos\w*|block\w*|delay\w*|would|could|should|must|may|might|high time|time for)\b/i
/** Matches words after a club that make the states named next its members: the club admits or consists of them. */
const takesIn =
  /^(?:(?:was|were|has|have|had|been|now|also|then|in|on|formally|officially|finally) |\d+ )*(?:joined by|means|consists of|consist of|comprises|comprised|admitted|expelled|suspended|took in|counts|expanded|includes?|included|welcomed|members? (?:are|were))\b/i
/**
 * Matches words after a club's name that show that something else is meant, such as a body or an activity of the club: `The UN family`, `NATO peacekeeping`.
 */
const more =
  /^['’] |^(?:['’]s?)?[ -](?:[\p{Ll}-]+ )?(?:famil(?:y|ies)|systems?|efforts?|circles?|headquarters|peace\w*|operations?|missions?|activit(?:y|ies)|work|meetings?|sessions?|debates?|process(?:es)?|secretariat|charter|council|assembly|conventions?|framework|membership)\b|^ (?:Security|General|Economic|Human|Framework|Charter|Convention|Conference|Headquarters|Secretar|Development|Environment|Children|Population|Council|Assembly|Peace\p{L}*)\b/iu

/** Returns why a statement on a state and a club is not explicit enough; undefined if it is explicit enough. */
export function membershipObjection(claim: Claim, text: TextOfClaims): Objection | undefined {
  if (claim.kind === 'event' || claim.kind === 'count') return undefined
  const own = clubOf(claim)
  const club = own ?? clubInContext(claim, text.sentences)
  if (club === undefined) return 'the sentence names no club'
  if (own !== undefined && more.test(claim.sentence.slice(own.end))) return 'what is named is something of the club, not the club'
  if (refersToFounding(claim.sentence, club)) return undefined
  if (own === undefined && isOfAnother(claim)) return 'what it is a member of is another body, which the sentence names'
  const lead = claim.sentence.slice(0, (own ?? claim).start)
  if (anybody.test(lead)) return 'it is said of whoever is a member, not of a state'
  if (unreal.test(lead)) return 'it is wished for or thought of, not told'
  const states = claim.actors.filter((id) => stateOf(id) !== undefined)
  const target = own ?? claim
  const bound = boundTo(claim, target, club, text)
  if (!states.every((id) => bound.has(id)) && !isMeant(claim, target, club, text, states))
    return 'the sentence does not say plainly of whom it tells the membership'
  return isTimeOfDeed(claim, target, text) ? undefined : { otherwise: 'the time in the sentence may be of something else' }
}

/** Matches words that refer to states in general: `Those which are members`, `the States Members of`. */
const anybody =
  /\b(?:States|countries|nations|[Gg]overnments|peoples|those|others|any|every) (?:which|that|who) (?:are|were|is|was)\b[^.;]{0,60}$|(?<!\b(?:become|became|as) )\bStates Members of (?:the )?$/
const unreal =
  /\b(?:prepared to|whether|if|as if|as though)\b[^,;]{0,80}$|\b(?:high time|(?:does|do|did) not (?:need|want))\b[^;.]{0,160}$/i
/** Whether the sentence names another body as the one with the member: `The Contact Group, of which Germany is a member`, `is a member of the committee`. */
const isOfAnother = ({ sentence, end }: Claim): boolean =>
  /\b(?:of|to|in) which\b/.test(sentence.slice(0, end)) ||
  /^ (?:states? )?(?:of|in|to|on) (?!it\b|them\b|both\b|\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/.test(
    sentence.slice(end),
  )

const isMoney = ({ text }: ClubMention): boolean => /euro$|zloty|forint|kron|koruna|le[vu]$/i.test(text)

/** Returns the states that the words of the sentence itself connect with the club. */
function boundTo(claim: Claim, target: TextSpan, club: ClubMention, { date }: TextOfClaims): ReadonlySet<string> {
  const { sentence, rules } = claim
  const mentions = actorsIn(sentence, date).filter(({ ids }) => ids.some((id) => stateOf(id) !== undefined))
  const isToo = ({ start, end }: TextSpan): boolean => rules.includes('membership-too') && start < claim.end && end > claim.start
  return new Set(
    mentions
      .filter((one) => isToo(one) || (target === claim ? isBeside(claim, one, date) : isTied(sentence, one, target, club, date)))
      .flatMap(({ ids }) => [...ids]),
  )
}

/**
 * Whether a state stands next to the words of the claim, if an earlier sentence names the club: `Finland joined on 4 April`, `the founding members were Brazil
 * and Russia`.
 */
function isBeside({ sentence, start, end }: Claim, one: ActorMention, date: string): boolean {
  if (one.end <= start)
    return canBeSubject(sentence, one) && isNeutralGap(withNamesBlanked(sentence.slice(one.end, start), date), undefined)
  return (
    /\b(?:are|were|is)$/i.test(sentence.slice(start, end)) &&
    isNeutralGap(withNamesBlanked(sentence.slice(end, one.start), date), undefined)
  )
}

/** Matches, before the club, a noun for joining or leaving with its states: `The exit of Mali and Niger from the community took effect`. */
const stepOf =
  /\b(?:exit|withdrawal|departure|accession|admission|entry|expulsion|suspension|return) of(?:\s|,|\band\b|\bthe\b)*(?:from|to|into) (?:the )?$/i
const cameAbout =
  /^ (?:took effect|(?:came|entered) into (?:force|effect)|became (?:effective|official|final)|was (?:completed|formali[sz]ed|sealed))\b/

function isStepTold(sentence: string, { start }: TextSpan, target: TextSpan, date: string): boolean {
  const step = stepOf.exec(withNamesBlanked(sentence.slice(0, target.start), date))
  return step !== null && start >= step.index && cameAbout.test(sentence.slice(target.end))
}

function isTied(sentence: string, one: ActorMention, target: TextSpan, club: ClubMention, date: string): boolean {
  if (isStepTold(sentence, one, target, date)) return true
  if (one.end <= target.start) return isTiedBefore(sentence, one, target, club, date)
  if (one.start < target.end) return false
  const between = withNamesBlanked(sentence.slice(target.end, one.start), date)
  if (takesIn.test(between.trim())) return true
  return isApposition(sentence, target, between)
}

/** Whether the words before and after the club form an apposition to the state: `A member of the union since 2015, Armenia sells`. */
const isApposition = (sentence: string, { start }: TextSpan, between: string): boolean =>
  /^(?:As )?(?:an?|one of the|the) (?:[\p{L}-]+ ){0,3}(?:members?|founders?|observers?)(?: states?| country)? (?:of|in) (?:the )?$/iu.test(
    sentence.slice(0, start),
  ) && /^(?: since (?:\p{L}+ )?\d{4})?, (?:the )?$/u.test(between)

function isTiedBefore(sentence: string, one: ActorMention, target: TextSpan, club: ClubMention, date: string): boolean {
  const raw = sentence.slice(one.end, target.start)
  const gap = withNamesBlanked(raw, date)
  if (one.possessive || one.form === 'adjective' || /^['’]/.test(raw))
    return nouns.test(gap) && isDone(sentence, one) && isNeutralGap(gap, ties)
  if (!canBeSubject(sentence, one)) return false
  // `Tuvalu as a new Member` states a membership only after a word of welcome
  if (/^ as /.test(raw) && !taken.test(sentence.slice(Math.max(0, one.start - 40), one.start))) return false
  if (inside.test(raw) && isNeutralGap(gap, undefined)) return true
  return isNeutralGap(gap, isMoney(club) ? ofMoney : ties)
}

const isDone = (sentence: string, { start }: TextSpan): boolean =>
  dated.test(sentence.slice(0, start)) && !wished.test(sentence.slice(Math.max(0, start - 60), start))

const taken = /\b(?:welcom|admit|accept|receiv|greet)\w*\b[^,;.]*$/i
const referring =
  /\b(?:it|they|which|who|both(?: (?:states|countries|of them))?|neither|each|all (?:three|four|of them)|South|North|the (?:two|three|pair|country|state|kingdom|republic|island|emirate|sultanate)|(?:two|both) \p{Lu}\p{L}+)\b/giu

/** Whether a pronoun connected with the club refers to the claim's states and to no others. */
function isMeant(claim: Claim, target: TextSpan, club: ClubMention, text: TextOfClaims, states: readonly string[]): boolean {
  const { sentence } = claim
  const lead = sentence.slice(0, target.start)
  const said = [...lead.matchAll(referring)].some(({ index, 0: word }) => {
    const gap = withNamesBlanked(lead.slice(index + word.length), text.date)
    return (inside.test(lead) && isNeutralGap(gap, undefined)) || isNeutralGap(gap, isMoney(club) ? ofMoney : ties)
  })
  const isRelative = /^,? (?:(?:of|to|in) )?which (?:it|they|both)\b/.test(sentence.slice(target.end))
  return (said || isRelative) && (areActorsNamed(claim, text, states) || isTextAboutActors(text, sentence, states))
}

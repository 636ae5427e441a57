import type { Claim } from '../../../claim.ts'
import type { Objection } from '../../../said/deed-doubts.ts'
import {
  actorsNamedIn,
  areActorsNamed,
  clauseOf,
  isSubjectBefore,
  isTextAboutActors,
  sentencesBefore,
} from '../around/text-around-claim.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/** Matches names of the United Nations, of its organs, and symbols of its resolutions. */
const ofUn = /\b(?:UN|U\.N\.|UNGA|United Nations|(?:General|UN) Assembly|Security Council|Human Rights Council|A\/RES|ES-\d+\/\d)\b/
/** Matches assemblies and votes that are not those of the United Nations. */
const otherBody =
  /\b(?:National|Federal|Legislative|Constituent|Parliamentary|Provincial|Regional|State|Popular|People[’']s|World Health|Northern Ireland|Welsh) Assembl(?:y|ies)\b|\b(?:General )?Assembly of (?:the )?(?!UN\b|United Nations)\p{Lu}|\b(?:OAS|WHO|shareholders?[’']?|annual|FIFA|Interpol) (?:General )?Assembl|\b(?:Senat(?:e|ors?)|Congress|Parliament|MPs?|lawmakers?|deputies|legislat(?:ure|ors?)|House of|Bundestag|Duma|Knesset|Diet|referend(?:um|a)|elections?|elected|polls?|voters?|ballots?|right to vote)\b/u
/** Matches organs of the United Nations other than the General Assembly. */
const otherOrgan =
  /\b(?:Human Rights Council|Security Council|Commission on Human Rights|Economic and Social Council|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee)\b/
const ofAssembly = /\b(?:(?:General|UN|the) Assembly|UNGA|A\/RES|ES-\d+\/\d)\b/
/** Matches an act of the Assembly as a whole, not a delegation's vote. */
const byAssembly =
  /\b(?:endorsed|supported|backed|adopted|approved|confirmed) by (?:the )?(?:(?:UN|United Nations|General) )*(?:Assembly|adoption)\b/i
/** Matches words for what is voted on, and for voting. */
const ofText = /\b(?:resolutions?|texts?|drafts?|motions?|amendments?|declarations?|vote[sd]?|voting|abst\w+|Assembly|in favou?r)\b/i
/** Matches explicit words for voting. */
const voting =
  /\bvot(?:e[sd]?|ing)\b|\babst(?:ain|ention)\w*|\bin favou?r (?:of (?:the|a|this|that|it)|and|,|\.|;|$|while|with)|\b(?:said|say) (?:yes|no)\b|\bwith an? (?:yes|no)\b|\b(?:sat|sit|sits|sitting)\b[^,;]{0,20}\bout\b|\brais(?:ed|es|ing) (?:its|their|a|his|her) hands?\b|\b(?:did|does) (?:the same|so|likewise|not)\b|\bfollowed suit\b|\b(?:so|as|nor) did\b/i
/** Matches words for taking sides on a text: `Supported the resolution`. */
const siding =
  /\b(?:back(?:ed|s|ing)?|support(?:ed|s|ing)?|endors(?:ed|es)|oppos(?:ed|es|ing)|reject(?:ed|s|ing)|co-?sponsor(?:ed)?|sid(?:ed|es|ing) with|st(?:ood|ands?) (?:with|by)|(?:was|were) for|help(?:ed)? to (?:pass|carry|put|adopt))\b[^,;.]{0,60}\b(?:resolutions?|texts?|drafts?|motions?|amendments?|it|votes?|Assembly)\b|\b(?:resolutions?|texts?|drafts?|motions?|Assembly)\b[^;.]{0,80}\b(?:(?:back|oppos|support|reject)ed by|(?:was|were) for|against it|sided)\b/i
/** Matches the Assembly and the texts that it adopts. */
const adopting = /\b(?:Assembly|UNGA|UN|U\.N\.|United Nations|resolutions?|texts?|drafts?|motions?)\b/
const withoutVote = /\b(?:unanimous(?:ly)?|by consensus|without (?:a )?vote|by acclamation)\b/i

/** Returns why a statement on a vote is not explicit enough; undefined if it is explicit enough. */
export function voteObjection(claim: Claim, text: TextOfClaims): Objection | undefined {
  const { sentence, kind } = claim
  const near = sentencesBefore(claim, text, 6)
  if (otherBody.test(sentence) && !ofUn.test(sentence)) return 'it speaks of another body than the United Nations'
  if (/\bAssembl(?:y|ies)\b/.test(sentence) && otherAssembly(sentence)) return 'the assembly it speaks of is not that of the United Nations'
  if (otherOrgan.test(sentence) && !ofAssembly.test(sentence)) return 'the vote is one of another organ than the Assembly'
  if (!ofUn.test(sentence) && !near.some((one) => ofUn.test(one)) && !isOfText(claim, text))
    return 'neither the sentence nor those before it name the United Nations'
  if (kind === 'count') return countObjection(claim)
  if (claim.rules.includes('adopted')) return adoptionObjection(claim)
  if (kind === 'share' && !/\bvot|\bagree|\bsame (?:side|position|way)|\balike\b|\bcoincid/i.test(sentence))
    return 'the sentence does not speak of votes'
  if (kind === 'share') return isSaidWho(claim, text) ? undefined : 'the sentence does not say whose votes they are'
  if (byAssembly.test(sentence) && !voting.test(sentence)) return 'the Assembly acted, and no vote of a state is told'
  if (ofPeople.test(sentence)) return 'a people voted, not a delegation'
  if (!ofMatter.test(sentence) && !ofUn.test(sentence) && !near.slice(0, 2).some((one) => ofMatter.test(one)))
    return 'neither the sentence nor those before it name what was voted on'
  const clause = clauseOf(sentence, claim).text
  const words = `${clause} ${sentence.slice(claim.start, claim.end + 40)}`
  if (!voting.test(words) && !siding.test(words) && !(takesSide.test(words) && near.slice(0, 2).some((one) => voting.test(one))))
    return 'the sentence does not say that anybody voted'
  if (!isSaidWho(claim, text)) return 'the sentence does not say plainly who voted'
  return unreal.test(clause) ? { supported: 'it is asked for, not told' } : undefined
}

/** Matches words for taking sides that count only shortly after a vote: `Sided with Washington`. */
const takesSide = /\b(?:sid(?:ed|es|ing)|st(?:ood|ands?)) (?:with|by)\b/i

/** Whether the sentence names the voter, or refers to the voter after sentences that name it. */
const isSaidWho = (claim: Claim, text: TextOfClaims): boolean =>
  areActorsNamed(claim, text) ||
  areNamedHere(claim, text) ||
  isTextAboutActors(text, claim.sentence, claim.actors) ||
  (claim.actors.length === 1 &&
    /\b(?:it|they|he|she) (?:\w+ ){0,2}$/i.test(claim.sentence.slice(0, claim.start)) &&
    isSubjectBefore(claim, text, claim.actors[0]!))

/** Matches votes of a people, not of a delegation: `Its own people voted for`. */
const ofPeople = /\b(?:peoples?|citizens|voters|electorate|nationals|\p{Lu}\p{L}{1,20}ans)\b[^,;.:]{0,60}\bvot(?:e[sd]?|ing)\b/u
const ofMatter = /\b(?:resolutions?|texts?|drafts?|motions?|amendments?|Assembly|UNGA|abst\w+|in favou?r|votes)\b/i

const unreal = /\b(?:would|could|should|must|might|urge[sd]?|call(?:s|ed|ing)? (?:on|upon|for)|hope[sd]?|appeal\w*|ready to|let us)\b/i

const otherAssembly = (sentence: string): boolean =>
  /\b(?:National|Federal|Legislative|Constituent|Parliamentary|Provincial|Popular|People[’']s|World Health|Welsh) Assembl/.test(sentence) &&
  !/\b(?:General Assembly|UNGA|UN Assembly)\b/.test(sentence)

/** Whether the text as a whole is about votes of the United Nations. */
const isOfText = ({ sentence }: Claim, { sentences }: TextOfClaims): boolean =>
  ofText.test(sentence) &&
  (sentences.some((one) => ofUn.test(one)) || (/\bthe Assembly\b/.test(sentence) && !sentences.some((one) => otherBody.test(one))))

/** Whether every voter is named in the sentence itself. */
function areNamedHere({ actors, sentence }: Claim, { date }: TextOfClaims): boolean {
  const named = actorsNamedIn(sentence, date)
  return actors.length > 0 && actors.every((id) => named.has(id))
}

/** Matches what follows a number of votes: `141 in favour`, `by 141 votes to five`, `35 countries, among them India, abstained`. */
const sideBehind =
  /^(?:[-–]\d+|\s*(?:votes? )?(?:to|[-–:])\s*[\p{L}\d])|^[^.;:]{0,90}?\b(?:vot(?:e[sd]?|ing)|in favou?r|favou?red|against|abst\w+|oppos\w+|reject\w*|support\w*|back(?:ed|ing)|deplored|condemned|demanded|denounced|adopted|approved|passed|called for|endorsed|affirmed|yes|no)\b/iu
const sideBefore =
  /\b(?:by|vote of|votes? (?:of|was|were)|with|got|won|received|to|[-–:]|favou?r|against|supported by|backed by|opposed by|abstain\w*|abstentions?)\s*(?:(?:just|only|a|about|nearly|over|more than|some) )*$/i
/** Matches words after a number that counts something other than votes: sessions, years, members of a body. */
const otherNoun =
  /^(?:st|nd|rd|th)\b|^[-\s]*(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|(?:\w+ )?(?:years?|months?|weeks?|days?|hours?|times|sessions?|anniversar\w+|per ?cent|percent|%|million|billion|people|persons|lives|children|women|refugees|resolutions?|articles?|items?|points?|seats?|meetings?|conferences?|kilomet\w+|km|dollars?))\b/i

function countObjection({ sentence, start, end }: Claim): string | undefined {
  const [behind, lead] = [sentence.slice(end), sentence.slice(0, start)]
  const own = sentence.slice(start, end)
  if (otherNoun.test(behind) || /\b(?:years?|sessions?|times|days|months)\b/i.test(own)) return 'the number is not one of votes'
  if (!ofText.test(sentence) && !voting.test(sentence)) return 'the sentence does not say that anybody voted'
  return sideBehind.test(behind) || sideBefore.test(lead) || /\bvot|favou?r|against|abst/i.test(own)
    ? undefined
    : 'the number does not stand beside a side of a vote'
}

function adoptionObjection({ sentence, start, end }: Claim): string | undefined {
  if (withoutVote.test(sentence)) return 'what is adopted without a vote is not among the recorded votes'
  if (!adopting.test(sentence.slice(0, end)) && !adopting.test(sentence.slice(start, end + 80)))
    return 'the sentence does not say that the Assembly adopted it'
  return undefined
}

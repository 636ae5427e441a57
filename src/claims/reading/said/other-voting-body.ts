import type { Claim } from '../../claim.ts'
import type { TextOfClaims } from './text-of-claims.ts'

const unitedNations =
  /\b(?:UN|U\.N\.|UNGA|United Nations|(?:General |the )Assembly|Security Council|Human Rights Council|[Rr]esolutions?|ES-\d|A\/\S+|S\/\d{4}\/\d+)/
const otherVotes =
  /\b(?:Senat(?:e|ors?)|Congress(?:ional)?|parliament(?:ary|s)?|MPs?|lawmakers?|deputies|legislat(?:ure|ors?)|House of|Bundestag|Duma|Knesset|Diet|Verkhovna|referend(?:um|a)|ballots?|elect(?:ions?|ed|orate)|voters?|voting rights)\b/i

/** Returns why a vote may not be one of the United Nations. Undefined if nothing suggests this, or if the claim is not about votes. */
export function otherVotingBody({ measured, sentence }: Claim, { sentences }: TextOfClaims): string | undefined {
  if (measured?.topic !== 'un-votes' && measured?.topic !== 'vetoes') return undefined
  if (otherVotes.test(sentence) && !unitedNations.test(sentence)) return 'the vote may be one of another body than the United Nations'
  const own =
    measured.topic === 'vetoes'
      ? /\bveto|\bblock|\bSecurity Council\b/i
      : /\bvot|\babst|\bresolution|\bin favou?r|\bagainst\b|\bAssembly\b|\bagree|\b(?:sided|backed|supported|opposed)\b|\b(?:said|say|with an?) (?:yes|no)\b|\bsat\b[^,;]*\bout\b|\braised? (?:its|their|a) hands?\b|\bdid (?:the same|so)\b|\bfollowed suit\b/i
  if (!own.test(sentence)) return 'the sentence does not speak of a vote'
  if (measured.topic === 'vetoes') return undefined
  return sentences.some((one) => unitedNations.test(one)) ? undefined : 'the text does not name the United Nations'
}

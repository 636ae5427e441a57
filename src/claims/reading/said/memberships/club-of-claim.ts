import type { Claim } from '../../../claim.ts'
import { blocIdOf } from '../../../text/names/bloc-of-club.ts'
import { type ClubMention, clubsIn } from '../../../text/names/club-names.ts'

/** Matches words on joining or membership without a club: `South Africa joined in 2014`, `Mongolia is a full member as well`. */
const clubUnstated =
  /\b(?:joined|left|came in|acceded|entered)(?= (?:in|on|as|only|later|too|then|two|three|a year)\b|[.,;]|$)|\b(?:full |founding )?members?(?= (?:as well|too|since|now)\b|[.,;]|$)|\b(?:dialogue partners?|observers?)(?=[.,;]|$)/i

/** Number of sentences: a club that a sentence leaves out may be named at most this far before. */
const reach = 6

/**
 * Returns the club of a membership claim that names none: the only club in the last sentence before it that names any. Undefined if that sentence names
 * several, or there is none.
 */
export function clubInContext(
  { sentence, sentence_index: index, start, end, kind }: Claim,
  sentences: readonly string[],
): ClubMention | undefined {
  const isOpen = kind === 'membership' && clubsIn(sentence).length === 0 && clubUnstated.test(sentence.slice(start))
  const named = isOpen
    ? (sentences
        .slice(Math.max(0, index - reach), index)
        .map(clubsIn)
        .findLast(({ length }) => length > 0) ?? [])
    : []
  const ids = new Set(named.map(({ text }) => blocIdOf(text) ?? text))
  const at = end + sentence.slice(end).search(/[,;.]|$/)
  return ids.size === 1 ? { ...named[0]!, start: at, end: at } : undefined
}

/** Returns the club of a claim: the one in its indicator, else the one in its words, else the last one before its words, else the only one in the sentence. */
export function clubOf(claim: Claim): ClubMention | undefined {
  const clubs = clubsIn(claim.sentence)
  const [told] = clubsIn(claim.indicator ?? '')
  return (
    (told === undefined ? undefined : clubs.find(({ text }) => blocIdOf(text) !== undefined && blocIdOf(text) === blocIdOf(told.text))) ??
    clubs.find(({ start, end }) => start < claim.end && claim.start < end) ??
    clubs.filter(({ end }) => end <= claim.start).at(-1) ??
    (clubs.length === 1 ? clubs[0] : undefined)
  )
}

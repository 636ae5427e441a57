import { blocOf } from '../../../states/index.ts'
import type { Claim } from '../../claim.ts'
import { type ClubMention, clubsIn } from '../../text/names/club-names.ts'

/** Patterns of names that texts use for blocs of the record, besides the names and spellings that the record has. */
const loose: readonly (readonly [RegExp, string])[] = [
  [/shanghai/i, 'SCO'],
  [/eurasian/i, 'EAEU'],
  [/^(?:the )?(?:euro|eurozone|euro ?area|currency union|zloty|forint|kron[ae]|koruna|lev|leu)$/i, 'EUROZONE'],
  [/north atlantic/i, 'NATO'],
  [/arab (?:league|states)/i, 'ARAB-LEAGUE'],
  [/collective security treaty/i, 'CSTO'],
  [/european (?:economic )?(?:union|community|communities)/i, 'EU'],
  [/non-?aligned/i, 'NON-ALIGNED'],
  [/warsaw pact/i, 'WARSAW-PACT'],
  [/^(?:the )?world trade/i, 'WTO'],
]

/**
 * Returns the id of the bloc that a text names; undefined if the record does not follow its members.
 *
 * @example blocIdOf('the Shanghai club')   // 'SCO'
 * @example blocIdOf('the Council of Europe') === undefined   // true
 */
export function blocIdOf(text: string): string | undefined {
  const bare = text.replace(/^the /i, '')
  return blocOf(bare)?.id ?? loose.find(([pattern]) => pattern.test(bare))?.[1]
}

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

import type { TextSpan } from '../../../text/mention.ts'
import { numberOf, numberPattern, ordinalOf, ordinalPattern } from '../../../text/numbers/number-words.ts'

/** The number of years between a deed and the day on which a text recalls it, with the position of the words. */
interface AnniversaryMention extends TextSpan {
  readonly years: number
}

const anniversary = new RegExp(String.raw`(?<![\w-])(?<n>${ordinalPattern}) anniversary (?:of|since)\b`, 'iu')
const yearsSince = new RegExp(String.raw`(?<![\w-])(?<n>${numberPattern}) (?:long )?years (?:since|after|of|ago since)\b`, 'iu')
/** Matches words before a number of years that make the number approximate or put the day in the future. */
const hedged =
  /\b(?:nearly|almost|about|around|some|over|approach\w*|eve|next|soon|upcoming|coming|more than|less than|last|before|prepar\w*|towards?)\b/i
/** Matches words after which a new statement begins between the number and the deed. */
const turn = /[;:.]|\b(?:and|but|that|who|which|while|whereas)\b/i
/** In characters: maximum distance between the number and the deed. */
const reach = 80

/**
 * Returns how many years ago a deed took place, if a sentence counts them: `the sixty-fifth anniversary of the founding of`, `75 years since Sweden became a
 * member of`. Undefined otherwise.
 *
 * @param deed   position of the deed or its object
 * @example anniversaryIn('This year marks 75 years since Sweden became a member of the UN.', { start: 55, end: 61 })?.years   // 75
 */
export function anniversaryIn(sentence: string, deed: TextSpan): AnniversaryMention | undefined {
  for (const [pattern, read] of [
    [anniversary, ordinalOf],
    [yearsSince, numberOf],
  ] as const) {
    const match = pattern.exec(sentence)
    const end = match === null ? -1 : match.index + match[0].length
    if (match === null || end > deed.start || deed.start - end > reach || turn.test(sentence.slice(end, deed.start))) continue
    const years = read(match.groups!['n']!)
    if (years > 1 && years < 500 && !hedged.test(sentence.slice(Math.max(0, match.index - 40), match.index)))
      return { years, start: match.index, end }
  }
  return undefined
}

/** Whether a sentence marks an anniversary, with a number or without. */
export const mentionsAnniversary = (sentence: string): boolean => /\banniversar\w+\b|\b(?:decades?|years) since\b/i.test(sentence)

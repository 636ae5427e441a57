import type { ActorMention, TextSpan } from '../mention.ts'
import { actorsIn } from './actors.ts'
import { clubsIn } from './club-names.ts'

/** Words that may stand between subject and predicate: they add a time, degree or role without changing the statement. */
const neutralWords: ReadonlySet<string> = new Set(
  `a an the as of in into to from by for at on with and or nor yet then later again only now already first last once since both all each every neither either one two three
  is are was were be been being am has have had having did does do not never no none also still too even just ever who which it its their his her they he she them
  become becomes became becoming remain remains remained stay stayed full founding original new old active proud permanent associate official formal equal loyal recent newest most
  state states country countries nation nations republic kingdom government governments party among along together with same day days year years month months week weeks ago this that next
  january february march april may june july august september october november december spring summer autumn winter start beginning end
  helped help out part alone itself themselves however therefore thus indeed recently later earlier
  second third fourth fifth sixth seventh eighth ninth tenth th st nd rd`.split(/\s+/),
)

/** Words that show that the thing stated has not happened: a wish, a condition, a step towards it, or the words of another person. */
const nonFactualWords =
  /^(?:would|could|should|must|might|can|cannot|shall|will|wish\w*|want\w*|seek\w*|sought|hop(?:e|es|ed|ing|eful)|aspir\w*|intend\w*|plan(?:s|ned|ning)?|ready|eager|process|paths?|road|way|towards?|negotiat\w*|candida\w*|bids?|appl(?:y|ied|ies|ying|ications?)|request\w*|invit\w*|support\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?|desir\w*|interest\w*|ambition\w*|consider\w*|prepar\w*|propos\w*|try|tries|tried|trying|if|whether|unless|when|while|although|though|because|whose|where|what|anniversary|efforts?|after|before|until|than|like|unlike|against|welcom\w*|thank\w*|congratulat\w*|appreciat\w*|about|through|under|prospects?|perspective|goal|opportunity|right|need\w*|expect\w*|believ\w*|declin\w*|refus\w*|fail\w*|block\w*|prevent\w*|including|such)$/

/** How many words that are in neither list may stand between subject and predicate: `has been a loyal and outspoken member`. */
const maximumUnknownWords = 2

/**
 * Whether the words between subject and predicate leave the statement unchanged. That is so if none shows that it has not happened, if at most two are not
 * neutral, and (with `binds`) if at least one belongs to the predicate.
 *
 * @param binds   pattern of the predicate's words, tested against each word in lower case; undefined if the predicate begins right after the gap
 * @example isNeutralGap(' has been a full member of ', /^member/)   // true
 * @example isNeutralGap(' is engaged in the process of joining ', /^join/)   // false
 */
export function isNeutralGap(gap: string, binds: RegExp | undefined): boolean {
  if (/[;:()?!]/.test(gap)) return false
  const words =
    withoutParenthesis(gap)
      .toLowerCase()
      .match(/\p{L}[\p{L}’'-]*/gu) ?? []
  if (words.some((word) => (nonFactualWords.test(word) || (word.endsWith('ing') && !neutralWords.has(word))) && binds?.test(word) !== true))
    return false
  const strange = words.filter((word) => !neutralWords.has(word) && !word.endsWith('ly') && binds?.test(word) !== true)
  return strange.length <= maximumUnknownWords && (binds === undefined || words.some((word) => binds.test(word)))
}

/** Removes what stands between the first and the last comma, such as `, I remind you, `. */
function withoutParenthesis(gap: string): string {
  const parts = gap.split(',')
  return parts.length > 2 ? `${parts[0]!} ${parts.at(-1)!}` : gap
}

/** Replaces the names of states and clubs by blanks of equal length. */
export function withNamesBlanked(text: string, date: string): string {
  const spans: TextSpan[] = [...actorsIn(text, date).filter(({ ids }) => ids.length > 0), ...clubsIn(text)]
  return spans.reduce((rest, { start, end }) => `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`, text)
}

/** A preposition right before a name, which is then not the subject: `with Poland`, `on Russia`. */
const objectPreposition =
  /\b(?:of|to|with|in|for|on|against|between|by|from|through|like|unlike|than|towards?|about|among|under|within|including|into)(?: (?:the|both|neither|all|neighbou?ring|two|its|our|their|his))* $/i
/** Words before a name that make the whole phrase the subject: `the Government of Iran`, `accession of Poland`. */
const representationBefore =
  /\b(?:government|republic|kingdom|principality|state|people|union|federation|delegation|parliament|president|accession|admission|entry|return|withdrawal|departure|exit|expulsion|suspension) of (?:the )?$/i

/** How many characters before a name are examined for its role. */
const lookBack = 60

/** Whether a mention can be a subject: it is neither an adjective nor a possessor, nor the object of a preposition. */
export function canBeSubject(sentence: string, { start, possessive, form }: ActorMention): boolean {
  const lead = sentence.slice(Math.max(0, start - lookBack), start)
  return !possessive && form !== 'adjective' && (!objectPreposition.test(lead) || representationBefore.test(lead))
}

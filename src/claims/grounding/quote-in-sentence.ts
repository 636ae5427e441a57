import type { TextSpan } from '../text/mention.ts'

/** Signs that copies of a text write in several ways, each with the way in which they are compared. */
const sameSigns: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u2032`´]/, "'"],
  [/[\u201c\u201d\u201e\u2033«»]/, '"'],
  [/[\u2010-\u2015\u2212]/, '-'],
  [/\s/, ' '],
]

/** Fewest letters and digits of a quotation: a shorter one stands in almost every sentence. */
const fewestCharacters = 4

/**
 * Finds quoted words in the sentence that they are said to be from. Line breaks, runs of blanks, and forms of quotation marks and dashes do not count;
 * every other character does, but for capitals.
 *
 * @returns   their position; undefined if they do not stand there, or are too short to show anything
 * @example quoteInSentence('“sold  gas”', 'Russia "sold gas" to China.')   // { start: 7, end: 17 }
 * @example quoteInSentence('sold oil', 'Russia sold gas to China.')   // undefined
 */
export function quoteInSentence(quote: string, sentence: string): TextSpan | undefined {
  if (quote.length > 2 * sentence.length + 10) return undefined
  const wanted = comparable(quote)
    .map(({ sign }) => sign)
    .join('')
    .trim()
  if ((wanted.match(/[\p{L}\p{N}]/gu) ?? []).length < fewestCharacters) return undefined
  const signs = comparable(sentence)
  const at = signs
    .map(({ sign }) => sign)
    .join('')
    .indexOf(wanted)
  return at < 0 ? undefined : { start: signs[at]!.at, end: signs[at + wanted.length - 1]!.at + 1 }
}

/** The characters of a text as they are compared, each with its place; of a run of blanks only the first is kept. */
function comparable(text: string): { readonly sign: string; readonly at: number }[] {
  const found: { sign: string; at: number }[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = sameSigns.find(([pattern]) => pattern.test(text[at]!))?.[1] ?? lowerCase(text[at]!)
    if (sign !== ' ' || found.at(-1)?.sign !== ' ') found.push({ sign, at })
  }
  return found
}

/** Lower case, where it has the same length. */
const lowerCase = (sign: string): string => (sign.toLowerCase().length === 1 ? sign.toLowerCase() : sign)

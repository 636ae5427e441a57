import { type Suggestion, suggestParties } from './suggest.ts'

/** Two parties that a typed text may mean. */
export interface SuggestedPair {
  readonly a: Suggestion
  readonly b: Suggestion
}

/** Separators that occur only between two names: `France – Algeria`, `USA vs Iran`. */
const pairSeparator = /(?<!\s)(?:\s+-\s+|\s*[–—/,;:&+]\s*|\s+(?:vs\.?|versus)\s+)/iu
/** Separators that also occur within a name: `Bosnia and Herzegovina`, `Guinea-Bissau`. */
const wordSeparator = /(?<!\s)\s+(?:and|with|or|und|oder|et|ou|и|или)\s+|(?<=\S)-(?=\S)/giu

/** How many suggestions for each side are combined. */
const eachSide = 4

/**
 * Returns the pairs that a text of two names may mean, the best match first. Besides at separators, the text may be divided between any two words.
 *
 * @example suggestPairs('Moscow Beijing')[0].b.id   // 'CHN'
 * @example suggestPairs('CHN-RUS')[0].a.id   // 'CHN'
 * @example suggestPairs('united states india').map(({ a, b }) => a.id + ' ' + b.id)[0]   // 'USA IND'
 * @example suggestPairs('france')   // []
 */
export function suggestPairs(typed: string, weight: (id: string) => number = () => 0): SuggestedPair[] {
  const pairs = divisionsOf(typed).flatMap(([left, right]) => {
    const [first, second] = [left, right].map((name) => suggestParties(name, weight).slice(0, eachSide)) as [Suggestion[], Suggestion[]]
    return first.flatMap((a, i) => second.flatMap((b, j) => (a.id === b.id ? [] : [{ a, b, score: a.rank + b.rank + (i + j) / 10 }])))
  })
  const seen = new Set<string>()
  return pairs
    .sort((x, y) => x.score - y.score)
    .filter(({ a, b }) => {
      const pair = `${a.id} ${b.id}`
      return !seen.has(pair) && seen.add(pair)
    })
    .map(({ a, b }) => ({ a, b }))
}

/** The most words of a text that is divided between its words. */
const mostWords = 12

/** Returns the ways in which a text may be divided into two names. */
export function divisionsOf(typed: string): (readonly [string, string])[] {
  const parted = divideAt(typed, pairSeparator.exec(typed))
  if (parted.length > 0) return parted
  const words = typed.trim().split(/\s+/)
  if (words.length > mostWords) return []
  const between = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')] as const)
  return [...[...typed.matchAll(wordSeparator)].flatMap((match) => divideAt(typed, match)), ...between]
}

function divideAt(typed: string, match: RegExpExecArray | null): (readonly [string, string])[] {
  if (match === null) return []
  const parts = [typed.slice(0, match.index).trim(), typed.slice(match.index + match[0].length).trim()] as const
  return parts.includes('') ? [] : [parts]
}

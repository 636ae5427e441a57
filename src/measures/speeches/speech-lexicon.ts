/** The lexicon: each word with its weight, and its rate in a typical speech. */
export interface SpeechLexicon {
  readonly index: ReadonlyMap<string, number>
  /** Logarithm of (all speeches / speeches with the word). */
  readonly weight: Float64Array
  /** Weight times the mean share of the word among all words of a speech. */
  readonly centre: Float64Array
  /** Sum of the squares of `centre`. */
  readonly centreSquares: number
}

/** A word of the lexicon as stored. */
export interface LexiconWord {
  readonly word: string
  /** Four decimals. */
  readonly weight: number
  /** Mean uses per million words of a speech, two decimals. */
  readonly rate: number
}

/** Minimum number of speeches with a word: rarer words are misreadings and personal names. */
const leastSpeeches = 20
/** Maximum share of speeches with a word: more frequent words are stop words. */
const mostShare = 0.8

/**
 * Derives words and weights from a corpus of speeches: weight = ln(speeches / speeches with the word), rate = mean over
 * speeches of the word's share.
 *
 * There is no fixed list of stop words: words in four fifths of the speeches are left out, and so are words in fewer
 * than twenty.
 *
 * @param speeches   sentences of words, from `sentenceWords`
 * @param own        the words by which each speaker names itself; they do not count towards the rate in its own speech
 * @returns          in alphabetical order
 * @see Salton & Buckley 1988, Information Processing & Management 24(5), for the weight
 * @example fitLexicon(Array.from({ length: 40 }, (_, i) => [i % 2 === 0 ? ['peace', 'talk'] : ['talk']]), []).length   // 1
 */
export function fitLexicon(speeches: readonly (readonly (readonly string[])[])[], own: readonly ReadonlySet<string>[]): LexiconWord[] {
  const spoken = new Map<string, { speeches: number; share: number }>()
  speeches.forEach((sentences, speech) => {
    const words = sentences.flat()
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [word, count] of counts) {
      const sum = spoken.get(word) ?? { speeches: 0, share: 0 }
      spoken.set(word, sum)
      sum.speeches++
      if (own[speech]?.has(word) !== true) sum.share += count / words.length
    }
  })
  const all = speeches.length
  return [...spoken]
    .filter(([, sum]) => sum.speeches >= leastSpeeches && sum.speeches < mostShare * all)
    .map(([word, sum]) => ({ word, weight: rounded(Math.log(all / sum.speeches), 4), rate: rounded((1e6 * sum.share) / all, 2) }))
    .sort((a, b) => (a.word < b.word ? -1 : 1))
}

/**
 * Prepares a stored lexicon for counting.
 *
 * @example lexiconOf([{ word: 'peace', weight: 2, rate: 500_000 }]).centreSquares   // 1
 */
export function lexiconOf(words: readonly LexiconWord[]): SpeechLexicon {
  const weight = Float64Array.from(words, (one) => one.weight)
  const centre = Float64Array.from(words, (one) => (one.weight * one.rate) / 1e6)
  return {
    index: new Map(words.map(({ word }, i) => [word, i])),
    weight,
    centre,
    centreSquares: centre.reduce((sum, x) => sum + x * x, 0),
  }
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}

/** The words that count, each with its weight, and how often a typical speech uses it. */
export interface SpeechLexicon {
  readonly index: ReadonlyMap<string, number>
  /** Logarithm of all speeches to speeches with the word. */
  readonly weight: Float64Array
  /** Weight times the mean share of the word among all words of a speech. */
  readonly centre: Float64Array
  /** Sum of the squares of `centre`. */
  readonly centreSquares: number
}

/** A word of the lexicon as it is kept. */
export interface LexiconWord {
  readonly word: string
  /** Four decimals. */
  readonly weight: number
  /** Mean uses per million words of a speech, two decimals. */
  readonly rate: number
}

/** A word must stand in so many speeches: fewer are misreadings and names of persons. */
const leastSpeeches = 20
/** And in a smaller share of them than this: the rest are words of any speech, the stop words. */
const mostShare = 0.8

/**
 * Words and weights from a body of speeches: weight = ln(speeches / speeches with the word), rate = mean over speeches of the word's share.
 *
 * Stop words are no list of ours: what stands in four fifths of the speeches is left out, and so is what stands in fewer than twenty.
 *
 * @param speeches   sentences of words, from `sentenceWords`
 * @param own        the words by which the speaker of each names itself; they count in no speech of its own
 * @returns          in order of the alphabet
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
 * A kept lexicon made ready for counting.
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

import type { SpeechLexicon } from './speech-lexicon.ts'

/** A speech is split into this many blocks, assigning sentences in turn, for the standard error. */
const speechBlocks = 10

/** One block of sentences of a speech: weighted counts by word, and the block's correction to the speech's size. */
export interface SpeechBlock {
  /** Indices of words in the lexicon. */
  readonly ids: Int32Array
  /** Their counts times their weights. */
  readonly x: Float64Array
  readonly sums: BlockSums
}

/** Sums over a block of sentences, or over a whole speech. */
export interface BlockSums {
  /** All words, including those outside the lexicon. */
  readonly words: number
  /** Sum over sentences of their squared number of words. */
  readonly squares: number
  /** Sum over sentences of their squared size, measured from the centre. */
  readonly self: number
  /** Product of the weighted counts and the centre. */
  readonly drift: number
}

/** A speech prepared for comparison. */
export interface SpeechProfile {
  readonly blocks: readonly SpeechBlock[]
  /** Weighted counts of the whole speech, one for each word of the lexicon. */
  readonly x: Float64Array
  readonly sums: BlockSums
  /** The squared size of the whole, and of the whole without each block: see `speechSimilarity`. */
  readonly size: number
  readonly sizeWithout: readonly number[]
}

/**
 * Represents a speech by weighted counts of words, in ten blocks: every tenth sentence from the first, from the second, and so on.
 *
 * @param sentences   from `sentenceWords`
 * @param lexicon     from `lexiconOf`
 * @param own         words by which the speaker names itself; they identify the speaker and not the topic, and are not
 * counted
 * @example speechProfile([['peace', 'talk'], ['peace']], { index: new Map([['peace', 0]]), weight: [2], centre: [0], centreSquares: 0 }, new Set()).sums.words   // 3
 */
export function speechProfile(sentences: readonly (readonly string[])[], lexicon: SpeechLexicon, own: ReadonlySet<string>): SpeechProfile {
  const dealt = Array.from({ length: speechBlocks }, (_, block) => sentences.filter((__, sentence) => sentence % speechBlocks === block))
  const blocks = dealt.filter((block) => block.length > 0).map((block) => blockOf(block, lexicon, own))
  const x = new Float64Array(lexicon.weight.length)
  for (const block of blocks) for (let i = 0; i < block.ids.length; i++) x[block.ids[i]!]! += block.x[i]!
  const sums = added(blocks.map((block) => block.sums))
  const squared = x.reduce((sum, value) => sum + value * value, 0)
  const without = blocks.map((block) => {
    const cross = dotProduct(block, x)
    const inner = block.x.reduce((sum, value) => sum + value * value, 0)
    return sizeOf(squared - 2 * cross + inner, withoutBlock(sums, block.sums), lexicon)
  })
  return { blocks, x, sums, size: sizeOf(squared, sums, lexicon), sizeWithout: without }
}

/** Returns the product of a block's weighted counts and those of a speech. */
export function dotProduct({ ids, x }: SpeechBlock, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < ids.length; i++) sum += x[i]! * other[ids[i]!]!
  return sum
}

/** Returns the speech's sums without one block. */
export function withoutBlock(all: BlockSums, one: BlockSums): BlockSums {
  return {
    words: all.words - one.words,
    squares: all.squares - one.squares,
    self: all.self - one.self,
    drift: all.drift - one.drift,
  }
}

/** Computes the squared size of a speech: products of words in different sentences only, scaled up to all pairs of words. */
function sizeOf(squared: number, { words, squares, self, drift }: BlockSums, { centreSquares }: SpeechLexicon): number {
  const centred = squared - 2 * words * drift + words * words * centreSquares
  return ((centred - self) * words * words) / (words * words - squares)
}

function blockOf(dealt: readonly (readonly string[])[], lexicon: SpeechLexicon, own: ReadonlySet<string>): SpeechBlock {
  const counts = new Map<number, number>()
  const sums = dealt.map((words) => {
    const inSentence = countsOf(words, lexicon, own)
    for (const [id, count] of inSentence) counts.set(id, (counts.get(id) ?? 0) + count)
    return sentenceSums(words.length, inSentence, lexicon)
  })
  const ids = Int32Array.from(counts.keys()).sort()
  return { ids, x: Float64Array.from(ids, (id) => counts.get(id)! * lexicon.weight[id]!), sums: added(sums) }
}

function countsOf(words: readonly string[], { index }: SpeechLexicon, own: ReadonlySet<string>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const word of words) {
    const id = own.has(word) ? undefined : index.get(word)
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

function sentenceSums(words: number, counts: ReadonlyMap<number, number>, lexicon: SpeechLexicon): BlockSums {
  let [inner, drift] = [0, 0]
  for (const [id, count] of counts) {
    const x = count * lexicon.weight[id]!
    inner += x * x
    drift += x * lexicon.centre[id]!
  }
  return { words, squares: words * words, self: inner - 2 * words * drift + words * words * lexicon.centreSquares, drift }
}

function added(list: readonly BlockSums[]): BlockSums {
  const sum = { words: 0, squares: 0, self: 0, drift: 0 }
  for (const one of list) {
    sum.words += one.words
    sum.squares += one.squares
    sum.self += one.self
    sum.drift += one.drift
  }
  return sum
}

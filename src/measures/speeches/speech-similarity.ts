import type { SpeechLexicon } from './speech-lexicon.ts'
import { type BlockSums, dotProduct, type SpeechProfile, withoutBlock } from './speech-profile.ts'

/** The similarity of two speeches, with its standard error. */
export interface SpeechSimilarity {
  readonly value: number
  readonly se: number
}

/**
 * Computes the similarity of the topics of two speeches: the cosine of their weighted word rates minus those of a typical speech,
 * corrected for length.
 *
 * x = count · weight, n = words, m = weight · typical rate: value = (x_a - n_a·m)·(x_b - n_b·m) / √(u_a·u_b), where u
 * is the squared size of a speech over pairs of words in different sentences only. A plain cosine counts a word's
 * product with itself as agreement of the speech with itself, and so decreases for shorter speeches. u is free of that
 * bias, so the value is a correlation corrected for attenuation. 0 = no more in common than any two speeches, 1 = the
 * same; below 0 where each emphasises what the other leaves out. It may slightly exceed 1 by chance. It measures the
 * topics, not the positions taken.
 *
 * The standard error is the delete-a-block jackknife over ten blocks of each speech. It estimates how far the value
 * would move with other sentences of the same kind.
 *
 * @returns   NaN for both where a speech is too short to estimate its own size (u not above 0, even without one of its
 * blocks)
 * @see Salton & Buckley 1988 (weights and cosine); Spearman 1904, American Journal of Psychology 15(1) (attenuation); Efron & Tibshirani 1993, ch. 11 (jackknife);
 *   the centre, and different sentences in place of split halves, are ours
 * @example ((p) => speechSimilarity(p, p, { centreSquares: 0 }).value)({ blocks: [{ ids: [0], x: [2], sums: { words: 4 } }], x: [2], sums: { words: 4, drift: 0 }, size: 4, sizeWithout: [1] })   // 1
 */
export function speechSimilarity(a: SpeechProfile, b: SpeechProfile, lexicon: SpeechLexicon): SpeechSimilarity {
  const [withinA, withinB] = [a.blocks.map((block) => dotProduct(block, b.x)), b.blocks.map((block) => dotProduct(block, a.x))]
  const product = withinA.reduce((sum, one) => sum + one, 0)
  const value = ratio(product, a.sums, b.sums, a.size * b.size, lexicon)
  const variance =
    jackknife(
      a.blocks.map((block, i) =>
        ratio(product - withinA[i]!, withoutBlock(a.sums, block.sums), b.sums, a.sizeWithout[i]! * b.size, lexicon),
      ),
    ) +
    jackknife(
      b.blocks.map((block, i) =>
        ratio(product - withinB[i]!, a.sums, withoutBlock(b.sums, block.sums), a.size * b.sizeWithout[i]!, lexicon),
      ),
    )
  return tells(a) && tells(b) ? { value, se: Math.sqrt(variance) } : { value: Number.NaN, se: Number.NaN }
}

/**
 * Computes only the value of `speechSimilarity`, without the standard error; used for whole sessions.
 *
 * @example ((p) => speechSimilarityValue(p, p, { centreSquares: 0 }))({ blocks: [{ ids: [0], x: [2], sums: { words: 4 } }], x: [2], sums: { words: 4, drift: 0 }, size: 4, sizeWithout: [1] })   // 1
 */
export function speechSimilarityValue(a: SpeechProfile, b: SpeechProfile, lexicon: SpeechLexicon): number {
  if (!tells(a) || !tells(b)) return Number.NaN
  const product = a.blocks.reduce((sum, block) => sum + dotProduct(block, b.x), 0)
  return ratio(product, a.sums, b.sums, a.size * b.size, lexicon)
}

function ratio(product: number, a: BlockSums, b: BlockSums, sizes: number, { centreSquares }: SpeechLexicon): number {
  const centred = product - b.words * a.drift - a.words * b.drift + a.words * b.words * centreSquares
  return centred / Math.sqrt(sizes)
}

function tells({ size, sizeWithout }: SpeechProfile): boolean {
  return size > 0 && sizeWithout.every((one) => one > 0)
}

function jackknife(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return ((values.length - 1) / values.length) * values.reduce((sum, one) => sum + (one - mean) ** 2, 0)
}

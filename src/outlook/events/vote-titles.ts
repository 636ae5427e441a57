/** Words without which titles are no less alike. */
const stopWords: ReadonlySet<string> = new Set(
  'a an and as at by for from in into its of on or over that the their to under with without against between through united nations general assembly resolution'.split(
    ' ',
  ),
)

/** Draft resolutions by the words of their titles: the rarer a word that two share, the more alike they are. */
export class TitleSimilarity {
  private readonly vectors: readonly ReadonlyMap<string, number>[]

  /** @param titles   one for each draft; blank where it is not known */
  constructor(titles: readonly string[]) {
    const words = titles.map((title) => new Set(wordsOf(title)))
    const seen = new Map<string, number>()
    for (const own of words) for (const word of own) seen.set(word, (seen.get(word) ?? 0) + 1)
    this.vectors = words.map((own) => unit(new Map([...own].map((word) => [word, Math.log((titles.length + 1) / seen.get(word)!)]))))
  }

  /**
   * Returns the cosine of two titles: 1 for the same words, 0 for none in common.
   *
   * @example new TitleSimilarity(['Nuclear disarmament', 'Nuclear disarmament', 'Right to food']).of(0, 1).toFixed(2)   // '1.00'
   */
  of(a: number, b: number): number {
    const [one, other] = [this.vectors[a]!, this.vectors[b]!]
    let sum = 0
    for (const [word, weight] of one) sum += weight * (other.get(word) ?? 0)
    return sum
  }
}

function wordsOf(title: string): string[] {
  return title
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !stopWords.has(word))
    .map((word) => (word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word))
}

function unit(vector: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const length = Math.sqrt([...vector.values()].reduce((sum, one) => sum + one ** 2, 0))
  return length === 0 ? vector : new Map([...vector].map(([word, one]) => [word, one / length]))
}

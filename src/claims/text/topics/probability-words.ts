/**
 * Words of likelihood with their ranges. `very unlikely` comes before `unlikely`, and `very likely` before `likely`, so that the shorter one does not match
 * first.
 */
const probabilityScale: readonly (readonly [words: RegExp, low: number, high: number])[] = [
  [/\balmost no chance\b|\bremote(?: chance| possibility)?\b/i, 0.01, 0.05],
  [/\bvery unlikely\b|\bhighly (?:unlikely|improbable)\b/i, 0.05, 0.2],
  [/\b(?:unlikely|improbabl[ey])\b/i, 0.2, 0.45],
  [/\broughly even (?:chance|odds)\b/i, 0.45, 0.55],
  [/\b(?:almost|nearly) certain(?:ly)?\b/i, 0.95, 0.99],
  [/\b(?:very|highly) (?:likely|probabl[ey])\b/i, 0.8, 0.95],
  [/\b(?:likely|probabl[ey])\b/i, 0.55, 0.8],
]

/** The range of probability that a word stands for, and the scale that defines it. */
export interface ReadProbability {
  /** The word of likelihood, in lower case. */
  readonly words: string
  readonly low: number
  readonly high: number
  readonly scale: 'ICD 203'
}

/** How many characters before and after the future verb are searched: `will almost certainly`, `most likely will`. */
const charactersAround = 24

/**
 * Returns the probability of a forecast on the scale of ICD 203; null without a word of that scale: `will`, `is expected to` and `could` give none.
 *
 * @param sentence   the sentence with the forecast
 * @param word       the forecast's future verb, as in the sentence; null if it has none
 * @see Office of the Director of National Intelligence, Intelligence Community Directive 203, 2015, section D.6.e(2)(a), which gives the range of each word
 * @example probabilityOf('Trade will likely pass 300 billion in 2030.', 'will').high   // 0.8
 * @example probabilityOf('Trade will pass 300 billion in 2030.', 'will')   // null
 */
export function probabilityOf(sentence: string, word: string | null): ReadProbability | null {
  if (word === null) return null
  const at = sentence.toLowerCase().indexOf(word.toLowerCase())
  const near = at < 0 ? word : sentence.slice(Math.max(0, at - charactersAround), at + word.length + charactersAround)
  for (const [pattern, low, high] of probabilityScale) {
    const words = pattern.exec(near)?.[0]
    if (words !== undefined) return { words: words.toLowerCase(), low, high, scale: 'ICD 203' }
  }
  return null
}

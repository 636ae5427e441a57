import { VisavisError } from '../../errors.ts'
import { resolve } from '../../states/index.ts'
import type { Pair } from './pair-assessor.ts'

/** Separators, the most reliable first: a dash may belong to a name (Guinea-Bissau), a dash between spaces does not. */
const separators = [/(?<!\s)\s+[-–—]\s+/g, /[/:,–—]/g, /-/g, /(?<!\s)\s+and\s+/gi, /\s+/g]

/**
 * Two parties written as one word: `CHN-RUS`, `China/Russia`, `"Guinea-Bissau - Portugal"`.
 *
 * @param date   the day of the question: a name may pass to another state
 * @throws VisavisError Usage where no separator has a known party on both sides
 */
export function parsePair(text: string, date: string): Pair {
  const means = (spelling: string): boolean => ['state', 'bloc'].includes(resolve(spelling, date).kind)
  for (const separator of separators) {
    for (const { index, 0: found } of text.matchAll(separator)) {
      const [a, b] = [text.slice(0, index).trim(), text.slice(index + found.length).trim()]
      if (a !== '' && b !== '' && means(a) && means(b)) return { a, b }
    }
  }
  throw new VisavisError('Usage', `"${text.slice(0, 100)}" does not name two states or blocs`, { hint: 'visavis compare CHN-RUS USA-IND' })
}

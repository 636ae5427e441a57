import { VisavisError } from '../../errors.ts'
import { readName } from '../../states/index.ts'
import type { Pair } from './pair-assessor.ts'

/** Separators of two names, the most reliable first: a dash may be part of a name (Guinea-Bissau), but not a dash between spaces. */
const separators = [/(?<!\s)\s+[-–—]\s+/g, /[/:,–—]/g, /-/g, /(?<!\s)\s+and\s+/gi, /\s+/g]

/**
 * Splits a pair written as one text, such as `CHN-RUS`, `China/Russia` or `Guinea-Bissau - Portugal`.
 *
 * @param date   the day of the question, as a name may mean different states at different times
 * @throws VisavisError Usage if no separator has a known party on both sides
 */
export function parsePair(text: string, date: string): Pair {
  // an ambiguous name is refused with its candidates by whoever looks the states up
  const means = (spelling: string): boolean => {
    const read = readName(spelling, date)
    return read.kind === 'ambiguous' || ['state', 'bloc'].includes(read.found.kind)
  }
  for (const separator of separators) {
    for (const { index, 0: found } of text.matchAll(separator)) {
      const [a, b] = [text.slice(0, index).trim(), text.slice(index + found.length).trim()]
      if (a !== '' && b !== '' && means(a) && means(b)) return { a, b }
    }
  }
  throw new VisavisError('Usage', `"${text.slice(0, 100)}" does not name two states or blocs`, { hint: 'visavis compare CHN-RUS USA-IND' })
}

import { VisavisError } from '../../errors.ts'
import { resolve } from '../../states/index.ts'
import type { Pair } from './assessed.ts'

/** What may stand between the two, the surest first: a dash may be a part of a name (Guinea-Bissau), a blank nearly always is. */
const separators = [/(?<!\s)\s+[-–—]\s+/g, /[/:,–—]/g, /-/g, /(?<!\s)\s+and\s+/gi, /\s+/g]

/**
 * Two parties written as one word: `CHN-RUS`, `China/Russia`, `"Guinea-Bissau - Portugal"`.
 *
 * @param date   the day that it is about: names change hands
 * @throws VisavisError Usage where no place is found at which two known parties part
 */
export function pairSpelled(text: string, date: string): Pair {
  const means = (spelling: string): boolean => ['state', 'bloc'].includes(resolve(spelling, date).kind)
  for (const separator of separators) {
    for (const { index, 0: found } of text.matchAll(separator)) {
      const [a, b] = [text.slice(0, index).trim(), text.slice(index + found.length).trim()]
      if (a !== '' && b !== '' && means(a) && means(b)) return { a, b }
    }
  }
  throw new VisavisError('Usage', `"${text.slice(0, 100)}" does not name two states or blocs`, { hint: 'visavis compare CHN-RUS USA-IND' })
}

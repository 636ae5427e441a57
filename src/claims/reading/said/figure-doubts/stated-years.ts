import type { StatedYears } from '../../../said/figure-doubts.ts'

const yearNamed = /\b(?:1[89]|20)\d\d\b/
const yearsNamed = /\b(?:1[89]|20)\d\d\b/g
/** Matches four digits, also within a longer number. */
const fourDigits = /(?=((?:1[5-9]|20)\d\d))/g
/** Matches the last digits of a year: `2013-17`, `’23`, `FY 23`. */
const lastDigits = /(?:[-/–’']|\bFY ?)(\d\d)\b/g
/** Matches the first year of a period and what may be its last: `2013-17`, `from 2013 to 2017`. */
const span = /\b(\d{4})(?=(?:[-/–]|\D{1,12})(\d{4}|\d\d)\b)/g
const relative = /\b(?:last|this|previous|past) year\b|\ba year (?:ago|earlier|before)\b/i

/** Returns the years that a sentence names, or else those of the last earlier sentence that names any. Undefined if there are none. */
export function statedYears(index: number, sentences: readonly string[]): StatedYears | undefined {
  const sentence = sentences[index]!
  const own = [...new Set([...sentence.matchAll(fourDigits), ...sentence.matchAll(lastDigits)].map(([, year]) => year!))]
  const isRelative = relative.test(sentence)
  const before = yearNamed.test(sentence) ? undefined : sentences.slice(0, index).findLast((one) => yearNamed.test(one))
  const years = new Set(before?.match(yearsNamed))
  const spans = [...(before ?? '').matchAll(span)].map(([, first, last]) => [first!, last!] as const)
  if (own.length === 0 && !isRelative && before === undefined) return undefined
  return {
    ...(own.length > 0 ? { own } : {}),
    ...(isRelative ? { isRelative } : {}),
    ...(years.size === 1 ? { before: [...years][0]! } : {}),
    ...(spans.length > 0 ? { spansBefore: spans } : {}),
  }
}

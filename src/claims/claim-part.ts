import type { Analysis } from './analysis.ts'
import type { Head } from './heads.ts'
import type { Span } from './mention.ts'

/** The part of a sentence that is about one head: up to the clause marks towards its neighbours. */
export function partOf(sentence: Analysis, head: Head, heads: readonly Head[]): Span {
  const numbers = heads.filter((one) => (one.quantity === undefined) === (head.quantity === undefined))
  const i = numbers.indexOf(head)
  const before = numbers[i - 1]
  const next = numbers[i + 1]
  return {
    start: before === undefined ? 0 : boundary(sentence.text, before.end, head.start).start,
    end: next === undefined ? sentence.text.length : boundary(sentence.text, head.end, next.start).end,
  }
}

const mark = /;|,? (?:while|whereas|but|and|as against|or|with)(?= )|,(?= )| – | — /g

/** Where two heads part: at the first clause mark between them; without one the words between belong to both. */
function boundary(text: string, from: number, to: number): { start: number; end: number } {
  const marks = [...text.slice(from, to).matchAll(mark)].map((match) => from + match.index)
  const strong = marks.filter((at) => /^(?:;|,? (?:while|whereas|but|and))/.test(text.slice(at)))
  const chosen = strong.length > 0 ? strong : marks
  const at = chosen[0]
  return at === undefined ? { start: from, end: to } : { start: at, end: at }
}

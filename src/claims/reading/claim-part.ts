import type { TextSpan } from '../text/mention.ts'
import type { Analysis } from './sentence/analysis.ts'
import type { Head } from './sentence/head.ts'

/** The part of a sentence that belongs to one head: up to the clause marks between it and its neighbours. */
export function partOfHead(sentence: Analysis, head: Head, heads: readonly Head[]): TextSpan {
  const numbers = heads.filter((one) => (one.quantity === undefined) === (head.quantity === undefined))
  const i = numbers.indexOf(head)
  const before = numbers[i - 1]
  const next = numbers[i + 1]
  const others = heads.filter((one) => !numbers.includes(one))
  const start = before === undefined ? 0 : boundary(sentence.text, before.end, head.start).start
  const end = next === undefined ? sentence.text.length : boundary(sentence.text, head.end, next.start).end
  return {
    start: Math.max(
      start,
      ...others.filter((one) => one.end <= head.start).map((one) => clauseBetween(sentence.text, one.end, head.start) ?? 0),
    ),
    end: Math.min(
      end,
      ...others.filter((one) => one.start >= head.end).map((one) => clauseBetween(sentence.text, head.end, one.start) ?? end),
    ),
  }
}

const clauseMark = /;|, where(?= )|,? (?:while|whereas|but|and|as against|or|with)(?= )|,(?= )| – | — /g

/** The first clause mark between two heads; without one the words between them belong to both. */
function boundary(text: string, from: number, to: number): { start: number; end: number } {
  const marks = [...text.slice(from, to).matchAll(clauseMark)].map((match) => from + match.index)
  const strong = marks.filter((at) => /^(?:;|, where|,? (?:while|whereas|but|and))/.test(text.slice(at)))
  const clauses = strong.filter((at) => /^(?:;|, (?:where|while|whereas|but|and)|,? (?:while|whereas))/.test(text.slice(at)))
  // `26 billion with China, 25 with Australia`: the partner belongs to the figure before it
  const items = marks.length > 1 && marks[0] === from && / with$/.test(text.slice(0, marks[0] + 5)) ? marks.slice(1) : marks
  const at = clauses[0] ?? strong[0] ?? items[0]
  return at === undefined ? { start: from, end: to } : { start: at, end: at }
}

/** Where a new clause begins between a number and a head of another kind; otherwise the two share a clause. */
function clauseBetween(text: string, from: number, to: number): number | undefined {
  const found =
    /;|, (?:while|whereas|but|and|yet|though|still|(?:and )?thus) |, (?:almost |nearly |still )?(?:more|less) than |, (?:almost |nearly )?as much /.exec(
      text.slice(from, to),
    )
  return found === null ? undefined : from + found.index
}

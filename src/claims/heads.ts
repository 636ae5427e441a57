import { amountHeads } from './amounts.ts'
import { type Analysis, overlaps } from './analysis.ts'
import { bareHeads } from './bare-changes.ts'
import { comparisonHeads } from './comparisons.ts'
import { eventHeads } from './events.ts'
import type { Head } from './head.ts'
import { membershipHeads } from './memberships.ts'
import { rankHeads } from './rankings.ts'
import { declaredIn, toldBeside, toldHeads } from './told-facts.ts'

/** What is longer is no sentence but a table or text without stops; nothing is read from it. */
const longest = 3000

const later =
  /(?:,| and|, and) (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2} (?:in|on) (?:\d{1,2} )?(?:\p{Lu}\p{L}+ )?(?:\d{1,2}, )?(?:19|20)\d\d(?=[.,;]|$)/gu

/** `China joined in 2001 and Russia in 2012`: the same deed of another, with a date of its own. */
function laterOnes(text: string, heads: readonly Head[]): Head[] {
  return [...text.matchAll(later)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    const last = heads
      .filter(({ end }) => end <= span.start)
      .sort((a, b) => a.end - b.end)
      .at(-1)
    const dated = last !== undefined && /^[^;]{0,60}\b(?:19|20)\d\d$/.test(text.slice(last.end, span.start))
    return dated && last.kind === 'event' && heads.every((head) => !overlaps(head, span))
      ? [{ ...last, ...span, rule: `${last.rule}-too` }]
      : []
  })
}

/** The claims of a sentence by what they hang on, in order; a condition claims nothing. */
export function headsOf(sentence: Analysis): Head[] {
  if (sentence.text.length > longest) return []
  const amounts = amountHeads(sentence)
  const ranks = rankHeads(sentence, amounts)
  const measured = [...amounts, ...ranks, ...comparisonHeads(sentence, amounts, ranks)]
  const members = membershipHeads(sentence)
  const known = [...measured, ...members, ...bareHeads(sentence, [...measured, ...members])]
  const condition = /^(?:If|Unless|Should|Were)\b[^,;]*[,;]/.exec(sentence.text)?.[0].length ?? 0
  const found = [...known, ...eventHeads(sentence, known)].filter(({ start }) => start >= condition).sort((a, b) => a.start - b.start)
  found.push(...laterOnes(sentence.text, found))
  if (condition > 0) return found
  const declared = found.every(({ rule }) => rule === 'dated') ? declaredIn(sentence) : undefined
  if (declared !== undefined) return [declared]
  return found.length === 0 ? toldHeads(sentence) : [...found, ...toldBeside(sentence, found)].sort((a, b) => a.start - b.start)
}

import { amountHeads } from './amounts.ts'
import type { Analysis } from './analysis.ts'
import { bareHeads } from './bare-changes.ts'
import { comparisonHeads } from './comparisons.ts'
import { eventHeads } from './events.ts'
import type { Head } from './head.ts'
import { membershipHeads } from './memberships.ts'
import { rankHeads } from './rankings.ts'
import { toldBeside, toldHeads } from './told-facts.ts'

/** What is longer is no sentence but a table or text without stops; nothing is read from it. */
const longest = 3000

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
  if (condition > 0) return found
  return found.length === 0 ? toldHeads(sentence) : [...found, ...toldBeside(sentence, found)].sort((a, b) => a.start - b.start)
}

import { type Analysis, overlaps } from '../sentence/analysis.ts'
import { pointsBack } from '../sentence/first-time-claims.ts'
import type { Head } from '../sentence/head.ts'
import { amountHeads } from './amounts.ts'
import { bareHeads } from './bare-changes.ts'
import { comparisonHeads } from './comparisons.ts'
import { eventHeads } from './events.ts'
import { deniedOnes, laterOnes } from './gapped-clauses.ts'
import { membershipHeads } from './memberships.ts'
import { firstHeads, rankHeads } from './rankings.ts'
import { declaredIn, toldBeside, toldHeads } from './verb-triggers.ts'

/** What is longer is no sentence but a table or text without stops; nothing is read from it. */
const longest = 3000

/** The claims of a sentence by what they hang on, in order; a condition claims nothing. */
export function headsOf(sentence: Analysis): Head[] {
  if (sentence.text.length > longest) return []
  const found = plainHeads(sentence)
  const firsts = firstHeads(sentence).filter((first) => found.every((head) => head.kind !== 'ranking' || !overlaps(head, first)))
  // `it was the first visit`: told once
  const deeds = found.filter(
    (head) => head.rule !== 'told' || !pointsBack.test(sentence.text) || !firsts.some((first) => overlaps(head, first)),
  )
  return [...deeds, ...firsts].sort((a, b) => a.start - b.start)
}

function plainHeads(sentence: Analysis): Head[] {
  const amounts = amountHeads(sentence)
  const ranks = rankHeads(sentence, amounts)
  const measured = [...amounts, ...ranks, ...comparisonHeads(sentence, amounts, ranks)]
  const members = membershipHeads(sentence)
  const known = [...measured, ...members, ...bareHeads(sentence, [...measured, ...members])]
  const condition = /^(?:If|Unless|Should|Were)\b[^,;]*[,;]/.exec(sentence.text)?.[0].length ?? 0
  const found = [...known, ...eventHeads(sentence, known)].filter(({ start }) => start >= condition).sort((a, b) => a.start - b.start)
  found.push(...laterOnes(sentence, found), ...deniedOnes(sentence, found))
  if (condition > 0) return found
  const declared = found.every(({ rule }) => rule === 'dated') ? declaredIn(sentence) : undefined
  if (declared !== undefined) return [declared]
  if (found.length > 0) return [...found, ...toldBeside(sentence, found)]
  const told = toldHeads(sentence)
  return [...told, ...laterOnes(sentence, told), ...deniedOnes(sentence, told)]
}

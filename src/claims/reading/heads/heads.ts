import { type Analysis, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'
import { demonstrativeStart } from '../sentence/shared-arguments.ts'
import { amountHeads } from './amounts.ts'
import { bareChangeHeads } from './bare-changes.ts'
import { comparisonHeads } from './comparisons.ts'
import { eventHeads } from './events.ts'
import { withFacts } from './fact-heads.ts'
import { deniedHeads, gappedHeads } from './gapped-clauses.ts'
import { membershipHeads } from './memberships.ts'
import { ownComparisonHeads, populationChangeHeads } from './own-figures.ts'
import { firstTimeHeads, rankHeads } from './rankings.ts'
import { declarationHead, factHeads, freeClauseHeads } from './verb-triggers.ts'

/** The most characters of a sentence that are read: a longer text is a table, or has no punctuation. */
const maximumLength = 3000

/** Returns the heads of a sentence in order. None from a condition at its start (`If …,`), nor from a sentence that is too long. */
export function headsOf(sentence: Analysis): Head[] {
  if (sentence.text.length > maximumLength) return []
  const found = headsByKind(sentence)
  const firsts = firstTimeHeads(sentence).filter((first) => found.every((head) => head.kind !== 'ranking' || !overlaps(head, first)))
  // `it was the first visit` is one claim, not two
  const deeds = found.filter(
    (head) => head.rule !== 'told' || !demonstrativeStart.test(sentence.text) || !firsts.some((first) => overlaps(head, first)),
  )
  return [...withFacts(sentence, deeds), ...firsts].sort((a, b) => a.start - b.start)
}

function headsByKind(sentence: Analysis): Head[] {
  const amounts = amountHeads(sentence)
  const ranks = rankHeads(sentence, amounts)
  const owned = ownComparisonHeads(sentence, [...amounts, ...ranks])
  const measured = [...amounts, ...ranks, ...(owned.length > 0 ? owned : comparisonHeads(sentence, amounts, ranks))]
  const members = membershipHeads(sentence)
  const moved = populationChangeHeads(sentence, [...measured, ...members])
  const known = [...measured, ...members, ...(moved.length > 0 ? moved : bareChangeHeads(sentence, [...measured, ...members]))]
  const condition = /^(?:If|Unless|Should|Were)\b[^,;]*[,;]/.exec(sentence.text)?.[0].length ?? 0
  const found = [...known, ...eventHeads(sentence, known)].filter(({ start }) => start >= condition).sort((a, b) => a.start - b.start)
  found.push(...gappedHeads(sentence, found), ...deniedHeads(sentence, found))
  if (condition > 0) return found
  const declared = found.every(({ rule }) => rule === 'dated') ? declarationHead(sentence) : undefined
  if (declared !== undefined) return [declared]
  if (found.length > 0) return [...found, ...freeClauseHeads(sentence, found)]
  const facts = factHeads(sentence)
  return [...facts, ...gappedHeads(sentence, facts), ...deniedHeads(sentence, facts)]
}

import type { DomainId } from '../assessments/domains.ts'
import { amountHeads } from './amounts.ts'
import type { Analysis } from './analysis.ts'
import { bareHeads } from './bare-changes.ts'
import type { ClaimKind } from './claim.ts'
import { comparisonHeads } from './comparisons.ts'
import type { Cue } from './cues.ts'
import { eventHeads } from './events.ts'
import { membershipHeads } from './memberships.ts'
import type { QuantityMention, Span } from './mention.ts'
import { rankHeads } from './rankings.ts'

/** What one claim hangs on: a number, a place in an order, a comparison, a change without a number, or something that happened. */
export interface Head extends Span {
  readonly kind: ClaimKind
  readonly quantity?: QuantityMention
  /** The number before, in from-to claims. */
  readonly from?: QuantityMention
  readonly value: number | null
  readonly unit: string | null
  /** -1 = fell. */
  readonly sign?: 1 | -1 | 0
  readonly cue?: Cue
  /** Topic and domain, where what the claim hangs on settles them. */
  readonly topic?: string
  readonly domain?: DomainId
  readonly qualifier: string | null
  readonly rule: string
}

/** The claims of a sentence by what they hang on, in order; a condition claims nothing. */
export function headsOf(sentence: Analysis): Head[] {
  const amounts = amountHeads(sentence)
  const ranks = rankHeads(sentence, amounts)
  const measured = [...amounts, ...ranks, ...comparisonHeads(sentence, amounts, ranks)]
  const members = membershipHeads(sentence)
  const known = [...measured, ...members, ...bareHeads(sentence, [...measured, ...members])]
  const condition = /^(?:If|Unless|Should|Were)\b[^,;]*[,;]/.exec(sentence.text)?.[0].length ?? 0
  return [...known, ...eventHeads(sentence, known)].filter(({ start }) => start >= condition).sort((a, b) => a.start - b.start)
}

import type { DomainId } from './domains.ts'
import type { LikelihoodWord } from './likelihood.ts'
import type { Condition } from './watch-condition.ts'

export type ConfidenceLevel = 'low' | 'moderate' | 'high'

/** What would move a judgement, and the condition of a watch file that looks out for it, where one can. */
export interface Sign {
  readonly says: string
  readonly watch: Condition | null
}

/** One sentence on the pair with one word of likelihood; how sure we may be of its grounds is said apart. */
export interface Judgement {
  readonly id: string
  /** What is judged, whichever way: the same whatever the figures say. */
  readonly title: string
  readonly domains: readonly DomainId[]
  readonly statement: string
  readonly word: LikelihoodWord
  /** Of the statement, 0 to 1, given the record and its models; low and high differ where parts of it may hang together. The word is that of `value`. */
  readonly probability: { readonly value: number; readonly low: number; readonly high: number }
  /** What the probability was computed from, and how. */
  readonly how: string
  readonly confidence: { readonly level: ConfidenceLevel; readonly sentence: string }
  readonly raises: Sign
  readonly lowers: Sign
  /** Ids of the figures, series or ledger items that it rests on. */
  readonly basis: readonly string[]
}

/** A fact that the record lacks, and what would fill it. */
export interface KeyGap {
  readonly id: string
  readonly domains: readonly DomainId[]
  readonly missing: string
  readonly why: string
  /** A command, or a source. */
  readonly fill: string
  /** The judgement that it would make or move; null: none that is made here. */
  readonly judgement: string | null
}

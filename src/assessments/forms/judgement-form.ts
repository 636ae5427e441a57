import type { DomainId } from './domains.ts'
import type { LikelihoodWord } from './likelihood.ts'
import type { Condition } from './watch-condition.ts'

export type ConfidenceLevel = 'low' | 'moderate' | 'high'

/** An observation that would change a judgement, and the watch condition that detects it; null where no condition can. */
export interface Signpost {
  readonly says: string
  readonly watch: Condition | null
}

/** One sentence on the pair with one word of likelihood. Confidence in its basis is a separate sentence. */
export interface Judgement {
  readonly id: string
  /** The question judged, in neutral words that do not depend on the figures. */
  readonly title: string
  readonly domains: readonly DomainId[]
  readonly statement: string
  readonly word: LikelihoodWord
  /** Probability of the statement, 0 to 1, given the record and its models. Low and high differ where its parts may be correlated. The word follows `value`. */
  readonly probability: { readonly value: number; readonly low: number; readonly high: number }
  /** The inputs and the method of the probability. */
  readonly how: string
  readonly confidence: { readonly level: ConfidenceLevel; readonly sentence: string }
  readonly raises: Signpost
  readonly lowers: Signpost
  /** Ids of the figures, series or ledger items behind it. */
  readonly basis: readonly string[]
}

/** A missing fact, and what would supply it. */
export interface KeyGap {
  readonly id: string
  readonly domains: readonly DomainId[]
  readonly missing: string
  readonly why: string
  readonly fill: string
  /** Id of the judgement that the missing fact would make possible or change; null if there is none. */
  readonly judgement: string | null
}

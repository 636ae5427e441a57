import type { DomainId } from '../assessments/forms/domains.ts'
import type { ClaimPeriod } from './said/claim-period.ts'
import type { Said } from './said/said.ts'

export type { ClaimPeriod } from './said/claim-period.ts'

/**
 * Kinds of claims. The first ten can be checked (a forecast if it names an outcome and a day), the next three cannot. `unread`: the sentence took too long to
 * read.
 */
export const claimKinds = [
  'quantity',
  'share',
  'count',
  'trend',
  'comparison',
  'ranking',
  'event',
  'membership',
  'attribution',
  'forecast',
  'opinion',
  'causal',
  'rhetoric',
  'unread',
] as const

export type ClaimKind = (typeof claimKinds)[number]

/** What is measured, in terms that a query can use. The claim's `indicator` says the same for a person. */
export interface Measured {
  /** The subject: `goods-trade`, `arms`, `defence-spending` … (all in topics.ts); `model-result` for the effect that a policy has in a model. */
  readonly topic: string
  /** A product or a part: `crude-oil`, `lng`, `electronics`, `tanks`; for the result of a model the nearest scenario of ours, `liberation-day`. */
  readonly part?: string
  /** What is stated about the subject: an amount, a balance, a share, a change, a rank, a number of things, a difference or an event. */
  readonly form: 'level' | 'balance' | 'share' | 'change' | 'rank' | 'count' | 'gap' | 'event'
  /** For a share: the whole, and the state that the whole belongs to. */
  readonly whole?: { readonly of: 'exports' | 'imports' | 'trade' | 'gdp' | 'total'; readonly state: string }
  /** For a surplus or deficit: the state that has it. */
  readonly owner?: string
  /** Whether it is measured in tonnes, barrels or SIPRI's trend-indicator values instead of money. */
  readonly volume?: boolean
}

/** One statement that can be right or wrong by itself. Names and units are those of the published form (`visavis read --json`). */
export interface Claim {
  readonly sentence_index: number
  readonly claim_index: number
  readonly sentence: string
  /** Position in the sentence of the words that make the claim. */
  readonly start: number
  readonly end: number
  readonly checkable: boolean
  readonly kind: ClaimKind
  readonly domain: DomainId
  readonly indicator: string | null
  readonly measured: Measured | null
  /** ISO3 codes of states, or EUU, WLD, EUR, AFR, SSF and the ids of blocs. The sender comes first. */
  readonly actors: readonly string[]
  /** The direction of a flow (`CHN->RUS`), both directions together (`total`), or `n/a`. */
  readonly direction: string
  readonly period: ClaimPeriod | null
  /** The earlier period of a change. */
  readonly period_base: ClaimPeriod | null
  /** The number as claimed; a decrease is negative. */
  readonly value: number | null
  readonly value_from: number | null
  readonly unit: string | null
  readonly qualifier: string | null
  readonly source_named: string | null
  readonly speaker: string | null
  readonly probability_word: string | null
  /** Names of the rules that produced the claim, to trace why it was read so. */
  readonly rules: readonly string[]
  /** What else the words say; absent for a claim that is not read from words, or cannot be checked. */
  readonly said?: Said
}

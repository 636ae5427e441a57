import type { DomainId } from '../assessments/forms/domains.ts'

/** What a claim says: the first ten can be checked (a forecast where it names an outcome and a day), the next three cannot; `unread` stands for a sentence that took too long. */
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

/** As fine as the text: `2023`, `2023-05`, `2023-05-12`; both ends belong to it. */
export type ClaimPeriod = { readonly at: string } | { readonly from: string; readonly to: string }

/** What is measured, in words that a query can be made of. `indicator` of a claim is the same for a person. */
export interface Measured {
  /** The thing of the field: `goods-trade`, `arms-transfers`, `defence-spending` … (topics.ts has all). */
  readonly topic: string
  /** A product or a part: `crude-oil`, `lng`, `electronics`, `tanks`. */
  readonly part?: string
  /** How it is put: an amount, a balance, a share of something, a change, a place in an order, a number of things. */
  readonly form: 'level' | 'balance' | 'share' | 'change' | 'rank' | 'count' | 'gap' | 'event'
  /** Of a share: what the whole is, and whose. */
  readonly whole?: { readonly of: 'exports' | 'imports' | 'trade' | 'gdp' | 'total'; readonly state: string }
  /** Tonnes, barrels, SIPRI's points rather than money. */
  readonly volume?: boolean
}

/** One thing that can be right or wrong alone; the names and units are those of the published form (`visavis read --json`). */
export interface Claim {
  readonly sentence_index: number
  readonly claim_index: number
  readonly sentence: string
  /** Where in the sentence the words stand that make it. */
  readonly start: number
  readonly end: number
  readonly checkable: boolean
  readonly kind: ClaimKind
  readonly domain: DomainId
  readonly indicator: string | null
  readonly measured: Measured | null
  /** ISO3, or EUU, WLD, EUR, AFR, SSF and the ids of blocs; the sender first. */
  readonly actors: readonly string[]
  /** `CHN->RUS`, `total`, or `n/a`. */
  readonly direction: string
  readonly period: ClaimPeriod | null
  /** The earlier period of a change. */
  readonly period_base: ClaimPeriod | null
  /** As claimed; what fell is negative. */
  readonly value: number | null
  readonly value_from: number | null
  readonly unit: string | null
  readonly qualifier: string | null
  readonly source_named: string | null
  readonly speaker: string | null
  readonly probability_word: string | null
  /** Names of the rules that made it, for whoever wonders why it was read so. */
  readonly rules: readonly string[]
}

import type { DomainId } from '../../assessments/forms/domains.ts'
import type { Comparison, Reproduction } from '../../measures/reproductions/reproduction.ts'

/** A publication that a measure comes from. */
export interface MethodReference {
  readonly authors: string
  readonly year: number
  readonly title: string
  /** Journal, volume and pages, or publisher. */
  readonly within: string
  readonly doi: string | null
}

/** The description of a measure. */
export interface Method {
  readonly id: string
  readonly title: string
  /** Domain of the measure; null if it applies to figures of every domain. */
  readonly domain: DomainId | null
  /** The question that the measure answers. */
  readonly answers: string
  /** Formula in lines of plain characters, such as `κ = 1 − Σ d o / Σ d e`; empty if the measure is a rule in words. */
  readonly formula: readonly string[]
  readonly symbols: readonly { readonly symbol: string; readonly meaning: string }[]
  /** The rule in words; null if the formula says all. */
  readonly rule: string | null
  readonly unit: string
  readonly range: string
  /** The meaning of the measure's interval. */
  readonly interval: string
  readonly limits: readonly string[]
  readonly references: readonly MethodReference[]
  /** Ids of the figures that the measure produces; `*` stands for any letters. */
  readonly figures: readonly string[]
  /** Commands that use the measure. */
  readonly asked: readonly string[]
  /** Documentation page of the measure; `code` has its source files. */
  readonly page: string
  readonly code: readonly string[]
  /** What is checked instead if no published number exists; null otherwise. */
  readonly instead: string | null
}

/** A published number beside the number computed here. */
export interface Reproduced extends Omit<Reproduction, 'ours' | 'note' | 'measure'> {
  readonly ours: number
  /** The number computed here minus the published one. */
  readonly difference: number
  /** When our number was computed: `now`, for this answer, or `kept`, by the named test. */
  readonly worked: 'now' | 'kept'
  readonly note: string | null
}

/** A number computed over a whole published file, or how often a statement of the measure came true. */
export interface ComparedNumbers extends Omit<Comparison, 'note' | 'measure' | 'decimals'> {
  readonly note: string | null
}

export interface MethodEntry extends Method {
  readonly reproductions: readonly Reproduced[]
  readonly comparisons: readonly ComparedNumbers[]
}

/** The answer of `visavis methods`. */
export interface MethodsAnswer {
  readonly schemaVersion: 1
  readonly methods: readonly MethodEntry[]
}

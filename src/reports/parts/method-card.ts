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
  /** Its domain; null where it applies to figures of every domain. */
  readonly domain: DomainId | null
  /** The question that it answers. */
  readonly answers: string
  /** Lines of plain characters: `κ = 1 − Σ d o / Σ d e`. Empty where the measure is a rule in words. */
  readonly formula: readonly string[]
  readonly symbols: readonly { readonly symbol: string; readonly meaning: string }[]
  /** The rule in words, where the formula does not say all. */
  readonly rule: string | null
  readonly unit: string
  readonly range: string
  /** The meaning of its interval. */
  readonly interval: string
  readonly limits: readonly string[]
  readonly references: readonly MethodReference[]
  /** Ids of the figures it produces; `*` stands for any letters. */
  readonly figures: readonly string[]
  /** Commands that use it. */
  readonly asked: readonly string[]
  /** Its documentation page and source file. */
  readonly page: string
  readonly code: readonly string[]
  /** What is checked where no published number exists. */
  readonly instead: string | null
}

/** A published number and ours. */
export interface Reproduced extends Omit<Reproduction, 'ours' | 'note' | 'measure'> {
  readonly ours: number
  /** Ours minus the published one. */
  readonly difference: number
  /** `now`: computed for this answer; `kept`: computed by the named test. */
  readonly worked: 'now' | 'kept'
  readonly note: string | null
}

/** A number over a whole file, or a frequency with which something came true. */
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

import type { DomainId } from '../../assessments/forms/domains.ts'
import type { Comparison, Reproduction } from '../../measures/reproductions/reproduction.ts'

/** A publication that a measure comes from. */
export interface MethodReference {
  readonly authors: string
  readonly year: number
  readonly title: string
  /** Journal, volume, pages; or publisher. */
  readonly within: string
  readonly doi: string | null
}

/** All that is to be known of a measure before its figures are used. */
export interface Method {
  readonly id: string
  readonly title: string
  /** The domain it is a measure of; null for what stands beside figures of every domain. */
  readonly domain: DomainId | null
  /** The question that it answers. */
  readonly answers: string
  /** A line each, in plain signs: `κ = 1 − Σ d o / Σ d e`. None where the measure is a rule in words. */
  readonly formula: readonly string[]
  readonly symbols: readonly { readonly symbol: string; readonly meaning: string }[]
  /** The rule in words, where there is more to say than the formula does, or no formula. */
  readonly rule: string | null
  readonly unit: string
  readonly range: string
  /** What its interval is and covers. */
  readonly interval: string
  readonly limits: readonly string[]
  readonly references: readonly MethodReference[]
  /** Figures of an assessment that it makes, by id; `*` stands for any letters. */
  readonly figures: readonly string[]
  /** Commands that answer with it. */
  readonly asked: readonly string[]
  /** Where it is told at length, and where its code is. */
  readonly page: string
  readonly code: readonly string[]
  /** Where no published number was there to be reproduced: what is checked in its place. */
  readonly instead: string | null
}

/** A published number with ours beside it. */
export interface Reproduced extends Omit<Reproduction, 'ours' | 'note' | 'measure'> {
  readonly ours: number
  /** Ours less the published one. */
  readonly difference: number
  /** `now`: worked out for this answer; `kept`: found by the test that is named. */
  readonly worked: 'now' | 'kept'
  readonly note: string | null
}

/** A number over a whole file, or of how often something came true. */
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

import type { ClaimPeriod } from '../claim.ts'

/** A position in a sentence: first character, and the one after the last. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** The meaning of a hedge: `about 40`, `more than 40`, `almost 40`, `up to 40`. */
export type Bound = 'stated' | 'about' | 'more' | 'at-least' | 'less' | 'at-most' | 'almost' | 'range'

/** An amount in a sentence, read by one named rule of the grammar of quantities. */
export interface QuantityMention extends TextSpan {
  readonly kind: 'money' | 'percent' | 'percentage-points' | 'times' | 'count' | 'rank' | 'physical' | 'duration'
  readonly value: number
  /** Of a range: its ends; `value` is the middle. */
  readonly low?: number
  readonly high?: number
  /** In the published form: `USD bn`, `percent`, `times`, `count`, `rank`, `bcm`, `mn tonnes`, `years`. */
  readonly unit: string
  /** The multiplier of the written number: 1e9 for `half a billion`. */
  readonly scale?: number
  /** The counted noun, if one follows: `tanks`, `agreements`. */
  readonly noun?: string
  /** The hedge as written, or words in place of the number: `almost two-thirds`. */
  readonly qualifier: string | null
  readonly bound: Bound
  /** The grammar rule that read it. */
  readonly rule: string
}

/** A time in a sentence, resolved against the date of the document. */
export interface TimeMention extends TextSpan {
  readonly period: ClaimPeriod
  /** `at`: when it holds; `base`: what it is compared with; `since`, `until`: from or up to then. */
  readonly role: 'at' | 'base' | 'since' | 'until'
  /** False where it depends on the date of the document, or on an earlier time (`that year`). */
  readonly absolute: boolean
  /** For a time that depends on an earlier one: the period it denotes, given the earlier period. */
  readonly anchored?: (anchor: ClaimPeriod) => ClaimPeriod
  readonly rule: string
}

/** A mention of one state or bloc, or of several by one expression (`the two`, `both countries`). */
export interface ActorMention extends TextSpan {
  readonly ids: readonly string[]
  /** How it is named; a `pronoun` needs an antecedent. */
  readonly form: 'name' | 'adjective' | 'capital' | 'leader' | 'bloc' | 'pronoun' | 'institution'
  readonly possessive: boolean
  readonly rule: string
}

/** A sentence with the mentions found in it. */
export interface ReadSentence {
  readonly index: number
  readonly text: string
  readonly quantities: readonly QuantityMention[]
  readonly times: readonly TimeMention[]
  readonly actors: readonly ActorMention[]
}

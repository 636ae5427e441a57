import type { ClaimPeriod } from '../claim.ts'

/** Where in a sentence: first character and the one behind the last. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** What a hedge makes of a number: `about 40`, `more than 40`, `almost 40`, `up to 40`. */
export type Bound = 'stated' | 'about' | 'more' | 'at-least' | 'less' | 'at-most' | 'almost' | 'range'

/** An amount in a sentence, read by one named rule of the grammar of quantities. */
export interface QuantityMention extends TextSpan {
  readonly kind: 'money' | 'percent' | 'percentage-points' | 'times' | 'count' | 'rank' | 'physical' | 'duration'
  readonly value: number
  /** Of a range: its ends; `value` is the middle. */
  readonly low?: number
  readonly high?: number
  /** As the published form has it: `USD bn`, `percent`, `times`, `count`, `rank`, `bcm`, `mn tonnes`, `years`. */
  readonly unit: string
  /** By what the written number was multiplied: `half a billion` by 1e9. */
  readonly scale?: number
  /** What is counted, where a noun follows: `tanks`, `agreements`. */
  readonly noun?: string
  /** The hedge as written, or the words that stand for the number: `almost two-thirds`. */
  readonly qualifier: string | null
  readonly bound: Bound
  /** The sign that the words give: a fall is -1. */
  readonly rule: string
}

/** A time in a sentence, resolved against the day of the document. */
export interface TimeMention extends TextSpan {
  readonly period: ClaimPeriod
  /** `at`: when it is so; `base`: what it is compared with; `since`, `until`: from or up to then; `frequency`: how often (no period of its own). */
  readonly role: 'at' | 'base' | 'since' | 'until'
  /** False where it needs the day of the document, or a time named before (`that year`). */
  readonly absolute: boolean
  /** Of a time that hangs on one named before: the period as it follows from that. */
  readonly anchored?: (anchor: ClaimPeriod) => ClaimPeriod
  readonly rule: string
}

/** Somebody in a sentence: one state or bloc, or several by one word (`the two`, `both countries`). */
export interface ActorMention extends TextSpan {
  readonly ids: readonly string[]
  /** How it is named; a `pronoun` needs a sentence before. */
  readonly form: 'name' | 'adjective' | 'capital' | 'leader' | 'bloc' | 'pronoun' | 'institution'
  readonly possessive: boolean
  readonly rule: string
}

/** A sentence with what was found in it. */
export interface ReadSentence {
  readonly index: number
  readonly text: string
  readonly quantities: readonly QuantityMention[]
  readonly times: readonly TimeMention[]
  readonly actors: readonly ActorMention[]
}

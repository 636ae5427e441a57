import type { ClaimPeriod } from '../claim.ts'
import type { HedgeMeaning } from '../said/hedge-said.ts'

/** A position in a text: index of the first character, and of the one after the last. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** An amount in a sentence, found by one rule of the grammar of quantities. */
export interface QuantityMention extends TextSpan {
  readonly kind: 'money' | 'percent' | 'percentage-points' | 'times' | 'count' | 'rank' | 'physical' | 'duration'
  readonly value: number
  /** The ends of a range; `value` is then the middle between them. */
  readonly low?: number
  readonly high?: number
  /** The unit as published: `USD bn`, `percent`, `times`, `count`, `rank`, `bcm`, `mn tonnes`, `years`. */
  readonly unit: string
  /** The multiplier of the number as written: 1e9 for `half a billion`. */
  readonly scale?: number
  /** The counted noun, if one follows: `tanks`, `agreements`. */
  readonly noun?: string
  /** The hedge (`almost`), the fraction in words (`two-thirds`), or both (`almost two-thirds`), as written; null if there is neither. */
  readonly qualifier: string | null
  readonly bound: HedgeMeaning
  /** Name of the grammar rule that found the amount. */
  readonly rule: string
}

/** A time in a sentence; a relative one is resolved against the date of the document. */
export interface TimeMention extends TextSpan {
  readonly period: ClaimPeriod
  /** `at`: the claim holds at this time; `base`: the claim compares with this time; `since`, `until`: the claim holds from or up to this time. */
  readonly role: 'at' | 'base' | 'since' | 'until'
  /** Whether the words alone fix the time; false if it depends on the date of the document (`last year`) or on an earlier time of the text (`that year`). */
  readonly absolute: boolean
  /** Set for a time that depends on an earlier time of the text (`that year`): computes the period from the earlier one, `anchor`. */
  readonly anchored?: (anchor: ClaimPeriod) => ClaimPeriod
  readonly rule: string
}

/** A mention of one state or bloc, or of several by one expression (`the two`, `both countries`). */
export interface ActorMention extends TextSpan {
  readonly ids: readonly string[]
  /** The kind of expression; a `pronoun` needs an antecedent. */
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

import type { Evidence } from '../store/index.ts'
import type { Claim, ClaimPeriod } from './claim.ts'

/**
 * supported: an honest value agrees within the tolerance. partly: the direction is right and the level 5 to 25 % off, or one part is wrong, or another definition
 * fits. contradicted: outside every honest value by more than a quarter, or the direction, order or actor is wrong. unverifiable: the record cannot tell.
 */
export type Verdict = 'supported' | 'partly' | 'contradicted' | 'unverifiable'

/** One value that an accepted source, reporter, vintage or definition gives for what is claimed. */
export interface HonestValue {
  readonly value: number
  readonly unit: string
  /** ISO interval or day, as in estimates. */
  readonly period: string
  /** Who says so: source, and reporter where it has several. */
  readonly by: string
  /** What exactly it is: `goods, both directions, reported by China`. */
  readonly what: string
  readonly estimated: boolean
  readonly evidence: Evidence
}

/** The range within which a value counts as what was claimed, and why it is as wide. */
export interface Tolerance {
  readonly low: number
  readonly high: number
  readonly why: string
}

/** What a failed claim would have been true of. */
export interface WouldBeTrue {
  /** What was changed to find it. */
  readonly changed:
    | 'year'
    | 'direction'
    | 'one-way'
    | 'both-ways'
    | 'gross'
    | 'net'
    | 'currency'
    | 'unit'
    | 'volume'
    | 'services'
    | 'part'
    | 'share-of'
    | 'base'
    | 'actor'
    | 'order'
    | 'date'
    | 'scale'
    | 'value'
  /** A sentence: `45 billion is close to one direction only: China's exports to Russia in 2014 were 53.7 billion`. */
  readonly text: string
  readonly value: number | null
  readonly unit: string | null
  readonly period: ClaimPeriod | null
  readonly evidence: readonly Evidence[]
}

/** What a tester finds of one claim. */
export interface Finding {
  readonly verdict: Verdict
  /** One or two sentences that a reader can check: what the record says, and why that is the verdict. */
  readonly why: string
  readonly tolerance: Tolerance | null
  readonly honestValues: readonly HonestValue[]
  readonly evidence: readonly Evidence[]
  readonly wouldBeTrue: WouldBeTrue | null
  /** Where the record cannot tell: what would (a source and the command that brings it). */
  readonly wouldSettle: string | null
}

/** How a sentence of the text was answered; `not-read`: it took too long. */
export type TextAnswer = 'checked' | 'outside-record' | 'opinion' | 'causal' | 'rhetoric' | 'forecast' | 'not-read'

/** A claim with its answer; `finding` is null where there is nothing to check. */
export interface TestedClaim {
  readonly claim: Claim
  readonly answer: TextAnswer
  readonly finding: Finding | null
  /** That somebody said it, apart from whether it is so: what the record can tell of the saying. Left out where nobody is quoted. */
  readonly saying?: string
}

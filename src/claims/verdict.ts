import type { Evidence } from '../store/index.ts'
import type { Claim, ClaimPeriod } from './claim.ts'

/**
 * supported: an accepted value agrees within the tolerance. partly: the direction is right but the value is 5 to 25 % off, or one part is wrong, or the claim
 * fits another definition. contradicted: the claim is more than a quarter outside every accepted value, or its direction, rank or actor is wrong. unverifiable:
 * the record cannot decide.
 */
export type Verdict = 'supported' | 'partly' | 'contradicted' | 'unverifiable'

/** One value for the claimed quantity from an accepted source, reporter, edition or definition. */
export interface AcceptedValue {
  readonly value: number
  readonly unit: string
  /** An ISO interval or a day, as in estimates. */
  readonly period: string
  /** The source, and the reporter if the source has several. */
  readonly by: string
  /** What exactly the value measures: `goods, both directions, reported by China`. */
  readonly what: string
  readonly estimated: boolean
  readonly evidence: Evidence
}

/** The range within which a value agrees with the claim, and the reason for its width. */
export interface Tolerance {
  readonly low: number
  readonly high: number
  readonly why: string
}

/** For a failed claim: the nearest statement that would be true. */
export interface NearestTrueStatement {
  /** What was changed in the claim to make it true. */
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

/** What a tester finds about one claim. */
export interface Finding {
  readonly verdict: Verdict
  /** One or two sentences that a reader can check: what the record has, and why this is the verdict. */
  readonly why: string
  readonly tolerance: Tolerance | null
  readonly honestValues: readonly AcceptedValue[]
  readonly evidence: readonly Evidence[]
  readonly wouldBeTrue: NearestTrueStatement | null
  /** If the record cannot decide: what would settle the claim (a source, and the command that adds it). Null otherwise. */
  readonly wouldSettle: string | null
}

/**
 * What kind of answer a sentence of the text got; `not-read`: reading it took too long, or failed; `no-claim`: a model that read the text offered no claim of
 * it that the text bears out.
 */
export type TextAnswer = 'checked' | 'outside-record' | 'opinion' | 'causal' | 'rhetoric' | 'forecast' | 'not-read' | 'no-claim'

/** A claim with its answer; `finding` is null if there is nothing to check. */
export interface TestedClaim {
  readonly claim: Claim
  readonly answer: TextAnswer
  readonly finding: Finding | null
  /** For quoted speech: whether the record can verify that it was said, regardless of whether it is true. Absent if nobody is quoted. */
  readonly saying?: string
}

import type { ClaimPeriod } from '../../claims/claim.ts'
import type { ClaimSlots } from '../../claims/slots/claim-slots.ts'
import type { Finding, TextAnswer, Verdict } from '../../claims/verdict.ts'
import type { SourceCard } from '../../store/index.ts'

/** A claim as it was given, its slots as understood, and its verdict. */
export interface CheckedClaim extends Omit<ClaimSlots, 'direction' | 'domain' | 'measured' | 'said'>, Omit<Finding, 'verdict' | 'why'> {
  /** Line of the file; in a list of an answer, the place from 1. */
  readonly line: number
  readonly domain: string
  /** Id of what is measured, as the catalogue names it; null for a deed, or where the words name nothing that is measured. */
  readonly catalogue: string | null
  readonly direction: string
  readonly period: ClaimPeriod | null
  readonly answer: TextAnswer
  /** The verdict; null for opinions, causal statements and rhetoric. */
  readonly verdict: Verdict | null
  readonly why: string | null
}

/** A claim, or a slot of one, that cannot be used. */
export interface ClaimFault {
  readonly line: number
  readonly id: string | null
  readonly slot: string
  readonly message: string
}

/** The answer of `visavis check`. */
export interface CheckAnswer {
  readonly schemaVersion: 1
  /** Name of the file, day against which the claims were tested, and hash of the bytes. */
  readonly document: { readonly name: string; readonly date: string; readonly sha256: string }
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly summary: { readonly claims: number; readonly byVerdict: Readonly<Record<Verdict, number>>; readonly errors: number }
  readonly claims: readonly CheckedClaim[]
  readonly errors: readonly ClaimFault[]
  /** Sources cited by the verdicts. */
  readonly sources: readonly SourceCard[]
  /** With `--fail-on`: the condition, and whether the claims meet it. Null without it. */
  readonly failOn: { readonly asked: 'contradicted' | 'partly'; readonly met: boolean } | null
}

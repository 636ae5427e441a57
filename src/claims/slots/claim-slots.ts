import type { ClaimKind, ClaimPeriod, Measured } from '../claim.ts'
import type { Said } from '../said/said.ts'

/** One claim as a person, a spreadsheet or a language model gives it. Only `kind`, `indicator` and `actors` are required. */
export interface ClaimSlots {
  /** An id of the giver's own, returned with the answer. */
  readonly id: string | null
  /** The words that the claim was read from; they are shown and never read. */
  readonly sentence: string | null
  readonly kind: ClaimKind
  readonly domain: string | null
  /** An id of the catalogue (`goods-exports`) or words (`bilateral goods trade, total, yearly change`). */
  readonly indicator: string
  /** What is measured, as `visavis read --json` has it; it goes before the words of the indicator. */
  readonly measured: Measured | null
  /** ISO3 codes or names of states, EUU, WLD, EUR, AFR, SSF or ids of blocs; the sender first. */
  readonly actors: readonly string[]
  /** `A->B`, `total`, `n/a`; null: follows from the indicator and the order of the actors. */
  readonly direction: string | null
  readonly period: ClaimPeriod | null
  /** The earlier period of a change; null: the year before. */
  readonly period_base: ClaimPeriod | null
  readonly value: number | null
  /** For a change from one level to another: the earlier level. */
  readonly value_from: number | null
  readonly unit: string | null
  /** The hedge on the number: `about`, `more than`, `almost`. */
  readonly qualifier: string | null
  readonly source_named: string | null
  /** What the words say besides, as `visavis read --json` has it; null: only what the slots say. */
  readonly said: Said | null
}

/** A slot that cannot be used, with the reason: the claim is then not tested. */
export interface SlotFault {
  readonly slot: string
  readonly message: string
}

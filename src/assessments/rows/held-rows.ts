import type { Cell } from '../../store/index.ts'

/** An observation of the pair, from one side to the other. */
export interface PairRow {
  readonly indicator: string
  readonly from: string
  readonly to: string
  readonly reporter: string | null
  readonly start: string
  readonly end: string
  readonly value: number
  readonly unit: string
  readonly status: 'observed' | 'estimated'
  readonly source: string
  readonly vintage: string
  readonly locator: string
}

/** An observation as it is held. `to` is blank where the figure is of one state. */
export interface HeldRow extends PairRow {
  readonly valuation: string | null
}

/** An order of arms from the trade register. */
export type Order = Readonly<Record<'date' | 'end_date' | 'from_id' | 'to_id' | 'code' | 'source' | 'locator', Cell>>

/** One party's row of a treaty. */
export type Commitment = Readonly<Record<string, Cell>>

/** Rows up to a day that tell of a pair, or of every pair, in memory: a domain asks here and not the snapshot, so that one pair and all pairs are read by the same code. */
export interface Holdings {
  /** Observations from one to the other or back, by end, start, source, indicator, from, reporter, locator. */
  between(a: string, b: string): readonly HeldRow[]
  /** Observations of one state alone, of it with the world, and from the EU to it; same order. */
  of(state: string): readonly HeldRow[]
  /** Orders of arms between the two, latest first. */
  orders(a: string, b: string): readonly Order[]
  /** A state's written commitments, by start and treaty. */
  commitments(state: string): readonly Commitment[]
}

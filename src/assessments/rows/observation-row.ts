import type { Cell } from '../../store/index.ts'

/** An observation of the pair, from one state to the other. */
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

/** An observation in memory. `to` is blank where the figure describes one state. */
export interface ObservationRow extends PairRow {
  readonly valuation: string | null
}

/** An order from the arms trade register. */
export type Order = Readonly<Record<'date' | 'end_date' | 'from_id' | 'to_id' | 'code' | 'source' | 'locator', Cell>>

/** A dated event from one state to the other. */
export interface PairEvent {
  readonly date: string
  /** The last day; null for an event of one day. */
  readonly end: string | null
  readonly from: string
  readonly to: string
  /** The person or state that acted, as the source writes it. */
  readonly name: string
  readonly kind: 'visit' | 'mission'
  readonly code: string
  readonly source: string
  readonly locator: string
}

/** One state's row of a treaty. */
export type Commitment = Readonly<Record<string, Cell>>

/**
 * Rows up to a day about one pair, or about every pair, in memory. Domains query this instead of the snapshot, so the
 * same code serves one pair and all pairs.
 */
export interface LoadedRows {
  /**
   * Observations between the two in either direction, ordered by end, start, source, indicator, from, reporter,
   * locator.
   */
  between(a: string, b: string): readonly ObservationRow[]
  /** Observations of one state alone, of the state with the world, and from the EU to the state; same order. */
  of(state: string): readonly ObservationRow[]
  /** Arms orders between the two, newest first. */
  orders(a: string, b: string): readonly Order[]
  /** Visits of leaders between the two, and spans of a mission's status, oldest first. */
  events(a: string, b: string): readonly PairEvent[]
  /** A state's treaty commitments, by start and treaty. */
  commitments(state: string): readonly Commitment[]
}

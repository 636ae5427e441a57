import type { EntryScores, IssuedEntry, IssuedScore } from '../../outlook/ledger/issued-ledger.ts'

/** The forecasts that the project issued in a year. */
export interface IssuedYear {
  /** Of issue; of a ledger that was made afterwards, the last year of its data. */
  readonly year: number
  readonly issued: string
  readonly snapshot: string
  /** Of the draw of pairs. */
  readonly seed: number
  /** Of the bytes of the file of entries. */
  readonly sha256: string
  readonly n: number
  readonly open: number
  readonly resolved: number
  readonly void: number
  /** Whether it was made when outcomes had come, from data to `year` only: a demonstration, no forecast that was published in time. */
  readonly madeAfterwards: boolean
}

/** Means over the resolved entries of a year, by quantity or kind of event. */
export interface IssuedTargetScore extends IssuedCoverage {
  readonly year: number
  readonly target: string
  readonly resolved: number
  readonly score: number
  readonly baselineScore: number
  /** Of events. */
  readonly logScore: number | null
  readonly baselineLogScore: number | null
}

interface IssuedCoverage {
  /** Shares of outcomes within the bands; null for events. */
  readonly within80: number | null
  readonly within95: number | null
}

/** An entry, and how it came out. */
export interface IssuedRow extends IssuedEntry, EntryScores {
  readonly year: number
  readonly status: 'open' | IssuedScore['status']
  readonly settled: string | null
  readonly outcome: number | null
  readonly why: string | null
}

/** The answer of `visavis outlook issued`. */
export interface OutlookIssuedAnswer {
  readonly schemaVersion: 1
  readonly years: readonly IssuedYear[]
  readonly targets: readonly IssuedTargetScore[]
  /** Of the year that was asked for; without one, of the newest that was not made afterwards. */
  readonly entries: readonly IssuedRow[]
}

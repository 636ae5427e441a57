/** A forecast of the project's own yearly ledger: one row of `data/outlook/ledger/YEAR.csv`. */
export interface IssuedEntry {
  /** ISO day on which it was issued. */
  readonly issued: string
  /** Pair, target and what is forecast: CHN-USA/agreement-rate/s81 (session), CHN-USA/goods-flow-a-to-b/2028 (year), IND-PAK/armed-conflict/2026-2030 (window), or the last year of a window. */
  readonly id: string
  readonly a: string
  readonly b: string
  readonly target: string
  /** Years after the last known value. */
  readonly horizon: number
  /** ISO day from which it can be settled. */
  readonly resolvesOn: string
  readonly unit: string
  /** Null for events, as are the four ends of bands. */
  readonly median: number | null
  readonly low80: number | null
  readonly high80: number | null
  readonly low95: number | null
  readonly high95: number | null
  /** Of an event; null for quantities. */
  readonly probability: number | null
  readonly baseline: number
}

/** How an entry came out: one row of `data/outlook/ledger/YEAR-scores.csv`. */
export interface IssuedScore extends EntryScores {
  readonly id: string
  /** ISO day on which it was settled. */
  readonly settled: string
  readonly snapshot: string
  readonly status: 'resolved' | 'void'
  /** The value, or 1 and 0 for an event; null where it is void. */
  readonly outcome: number | null
  readonly why: string | null
}

/** Scores of an entry; each is null where it is void, or has none of the kind. */
export interface EntryScores {
  /** Weighted interval score of a quantity, of its logarithm for goods; Brier score of an event. */
  readonly score: number | null
  readonly baselineScore: number | null
  /** Of events. */
  readonly logScore: number | null
  readonly baselineLogScore: number | null
  readonly within80: boolean | null
  readonly within95: boolean | null
}

/** Why a pair is in the ledger. */
export type PairReason = 'largest economies' | 'conflict or sanctions' | 'drawn'

/** A pair of the ledger, and what its forecasts need to be settled. */
export interface IssuedPair {
  readonly a: string
  readonly b: string
  readonly reason: PairReason
  /** Class of standing when it was issued, 0 (at war) to 5 (security community); null where the record does not place the pair. */
  readonly standing: number | null
  /** Blocs that both are in, of which one may leave. */
  readonly blocs: readonly string[]
}

/** What stands beside the entries of a year: `data/outlook/ledger/YEAR.json`. */
export interface IssuedHeader {
  readonly schemaVersion: 1
  /** Its name: 2026, or from-2019. */
  readonly name: string
  /** Year of issue, or the last year of the data of a ledger that was made afterwards. */
  readonly year: number
  readonly issued: string
  /** Whether it was made when outcomes had come, from data to `year` only. */
  readonly madeAfterwards: boolean
  readonly version: string
  readonly snapshot: string
  /** Of the draw of pairs; forecasts themselves have no draws. */
  readonly seed: number
  readonly horizons: readonly number[]
  readonly entries: number
  /** Of the bytes of the file of entries. */
  readonly sha256: string
  /** Last days of the tables of sanctions and of blocs: events count from the day after on. */
  readonly tables: { readonly sanctions: string; readonly blocs: string }
  readonly pairs: readonly IssuedPair[]
}

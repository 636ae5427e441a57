import type { OutlookQuestion } from '../../outlook/targets/outlook-question.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'

/** A forecast as it was frozen. */
export interface KeptOutlook {
  readonly schemaVersion: 1
  readonly id: string
  /** Instant, UTC. */
  readonly kept: string
  /** Version of the program. */
  readonly version: string
  readonly snapshot: string
  /** No draws are made, so there is no seed. */
  readonly seed: null
  readonly pair: { readonly a: string; readonly b: string; readonly names: readonly [string, string] }
  /** Class of standing when it was made, 0 to 5. */
  readonly classThen: number | null
  readonly target: OutlookTarget
  /** Of all else in this file. */
  readonly sha256: string
}

/** How a kept forecast came out. */
export interface OutlookResolutionEntry {
  readonly schemaVersion: 1
  /** Id of the forecast. */
  readonly forecast: string
  readonly resolved: string
  readonly snapshot: string
  /** The value, or 1 and 0 for an event; null where the forecast is void. */
  readonly outcome: number | null
  /** Why it is void, or what should be known of the edition by which it was settled. */
  readonly why: string | null
  /** CRPS of a quantity (of its logarithm where that is forecast); the Brier score of an event. */
  readonly score: number | null
  /** The same of no change: of the same distribution around the last value; the Brier score of the base rate. */
  readonly baselineScore: number | null
  /** Of an event: minus the natural logarithm of the probability that was given to what came, and that of the base rate; null for quantities. */
  readonly logScore: number | null
  readonly baselineLogScore: number | null
  readonly within80: boolean | null
  readonly within95: boolean | null
  readonly sha256: string
}

/** The answer of `visavis outlook due`. */
export interface OutlookDueAnswer {
  readonly schemaVersion: 1
  readonly on: string
  readonly folder: string
  /** Of the whole ledger. */
  readonly digest: string
  readonly due: readonly (KeptOutlook & { readonly question: OutlookQuestion; readonly resolution: OutlookResolutionEntry | null })[]
  readonly waiting: number
  readonly next: string | null
}

/** The answer of `visavis outlook score`. */
export interface OutlookScoreAnswer {
  readonly schemaVersion: 1
  readonly on: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly folder: string
  readonly digest: string
  readonly rows: readonly (OutlookResolutionEntry &
    Pick<KeptOutlook, 'pair' | 'kept'> &
    Pick<OutlookTarget, 'id' | 'title' | 'horizon' | 'period'>)[]
  /** Due forecasts that this record cannot settle yet, by reason. */
  readonly open: readonly { readonly why: string; readonly forecasts: number }[]
  readonly waiting: number
  readonly targets: readonly OutlookTargetScore[]
}

/** Means over the settled forecasts of one target; events of one kind count together, whatever the sender or bloc. */
export interface OutlookTargetScore {
  readonly target: string
  readonly settled: number
  readonly score: number
  readonly baselineScore: number
  /** Of events. */
  readonly logScore: number | null
  readonly baselineLogScore: number | null
  /** Shares of outcomes within the bands; null for events. */
  readonly within80: number | null
  readonly within95: number | null
}

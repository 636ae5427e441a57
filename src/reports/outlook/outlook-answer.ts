import type { BacktestRow } from '../../outlook/backtest/backtest-rows.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'

/** The answer of `visavis outlook`. */
export interface OutlookAnswer {
  readonly schemaVersion: 1
  readonly a: { readonly iso3: string; readonly name: string }
  readonly b: { readonly iso3: string; readonly name: string }
  /** The day up to which the record was used. */
  readonly asOf: string
  readonly snapshot: { readonly id: string; readonly created: string }
  /** At most three sentences, with likelihood words of ICD 203 from computed probabilities. */
  readonly statements: readonly string[]
  /** The class of standing now; null where the record does not place the pair. */
  readonly standing: string | null
  readonly targets: readonly OutlookTarget[]
  /** What has no forecast, and why. */
  readonly none: readonly { readonly id: string; readonly title: string; readonly why: string }[]
  readonly notes: readonly string[]
  /** What was added to the ledger; null without --keep. */
  readonly kept: OutlookKept | null
}

export interface OutlookKept {
  readonly added: number
  /** Forecasts that were in the ledger already. */
  readonly there: number
  readonly folder: string
}

/** The answer of `visavis outlook backtest`. */
export interface BacktestAnswer {
  readonly schemaVersion: 1
  readonly target: string
  readonly rows: readonly BacktestRow[]
}

import type { PastSeries } from '../../assessments/outlook/pair-history.ts'
import type { SourceCitation } from './source-citation.ts'

/** The answer of `visavis outlook history`. */
export interface OutlookHistoryAnswer {
  readonly schemaVersion: 1
  readonly a: { readonly iso3: string; readonly name: string }
  readonly b: { readonly iso3: string; readonly name: string }
  /** The day up to which the record was used. */
  readonly asOf: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly series: readonly PastSeries[]
  readonly sources: readonly SourceCitation[]
}

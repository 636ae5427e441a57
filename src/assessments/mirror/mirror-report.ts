import type { GoodsReport } from '../record/goods-reports.ts'

/** A state or a bloc that trades: its id in the record (ISO3, or the id of the bloc) and its name. */
export interface MirrorParty {
  readonly id: string
  readonly name: string
}

/** Who says it: the one that sends, the one that receives, one of the two of both directions, or a source that weighs or compiles reports of both. */
export type MirrorSide = 'exporter' | 'importer' | 'a' | 'b' | 'reconciled' | 'compiled'

/** One figure of a flow in a year, as one source has it of one reporter. */
export interface MirrorReport {
  readonly source: string
  readonly reporter: string | null
  readonly side: MirrorSide
  readonly valuation: string | null
  readonly value: number
  readonly status: string
  readonly basis: 'year' | 'months'
  readonly vintage: string
  readonly locator: string
  /** The same report as another source has in its own edition: shown, and no rival of it. */
  readonly otherEdition: boolean
  /** What the source says, where its currency was converted on request, and at which rate; null where the figure is the source's own. */
  readonly converted: Conversion | null
}

/** A figure in the currency of its source, and how many units of the asked currency one of its units was worth on average of the year. */
export interface Conversion {
  readonly unit: string
  readonly value: number
  readonly rate: number
}

/** All that is said of one flow in one year, in one currency. */
export interface MirrorYear {
  readonly year: number
  readonly reports: readonly MirrorReport[]
  /** Lowest and highest of the reports that are no estimates, and how many times the lowest the highest is; null where there are not two. */
  readonly spread: { readonly low: number; readonly high: number; readonly ratio: number | null } | null
  /** The importer's (or, of both directions, b's) over the exporter's (a's) report, lowest and highest of all such pairs; null where one side is silent. */
  readonly mirrorRatio: { readonly low: number; readonly high: number } | null
}

export interface MirrorFlow {
  readonly direction: GoodsReport['direction']
  readonly unit: string
  readonly years: readonly MirrorYear[]
}

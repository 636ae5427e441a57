import type { GoodsReport } from '../record/pair-goods.ts'

/** A trading state or bloc: its id in the record (ISO3 code, or the bloc's id) and its name. */
export interface MirrorParty {
  readonly id: string
  readonly name: string
}

/** The reporter of a figure: the exporter or the importer, or `a` or `b` for both directions. Reconciled and compiled figures combine both sides' reports. */
export type MirrorSide = 'exporter' | 'importer' | 'a' | 'b' | 'reconciled' | 'compiled'

/** One figure for a flow in a year, from one source and reporter. */
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
  /** Whether another source here has the same report in its own edition; it is then shown but does not count as a rival. */
  readonly otherEdition: boolean
  /** The source's original figure and the exchange rate, where it was converted on request; null where the figure is unconverted. */
  readonly converted: Conversion | null
}

/** A figure in its source's currency, and the annual average rate: units of the requested currency for one unit of the original. */
export interface Conversion {
  readonly unit: string
  readonly value: number
  readonly rate: number
}

/** All reports of one flow in one year, in one currency. */
export interface MirrorYear {
  readonly year: number
  readonly reports: readonly MirrorReport[]
  /** Lowest and highest of the rival reports, without estimates, and the ratio of highest to lowest; null where there are fewer than two. */
  readonly spread: { readonly low: number; readonly high: number; readonly ratio: number | null } | null
  /**
   * The importer's report over the exporter's (for both directions, b's over a's): lowest and highest over all such pairs. Null where either side has no
   * report.
   */
  readonly mirrorRatio: { readonly low: number; readonly high: number } | null
}

export interface MirrorFlow {
  readonly direction: GoodsReport['direction']
  readonly unit: string
  readonly years: readonly MirrorYear[]
}

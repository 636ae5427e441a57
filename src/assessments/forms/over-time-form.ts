import type { StandingClass, StandingOrder } from '../../measures/standing/standing-classes.ts'

/** Years on end in one class of standing. */
export interface StandingStretch {
  readonly from: number
  readonly to: number
  readonly class: StandingClass
  readonly order: StandingOrder
  /** `at-least`: nothing in the record places the pair at the end of these years. */
  readonly certainty: 'placed' | 'at-least'
  /** The fact that placed the pair at the beginning, with its years; null where none did. */
  readonly because: string | null
}

/** Goods in one direction in one year; of both together only where a source has the total of a year and none has each direction. */
export interface GoodsOfYear {
  readonly direction: 'a-to-b' | 'b-to-a' | 'both'
  readonly year: number
  /** The preferred report, by the same precedence as the level of the trade domain. */
  readonly value: number
  /** The lowest and the highest report; equal to the value where there is one. */
  readonly low: number
  readonly high: number
  readonly reports: number
  /** Whether every report is a source's estimate for a missing reporter. */
  readonly estimated: boolean
  readonly source: string
}

/** What is drawn over everything else: both empty where nothing is known. */
export interface OverTime {
  /** From 1946 or the first year in which both were states; empty for blocs. */
  readonly standing: readonly StandingStretch[]
  readonly goods: { readonly unit: string; readonly years: readonly GoodsOfYear[] }
}

import type { DomainId } from '../forms/domains.ts'
import type { WorldInputs, WorldReading } from './world-cell.ts'

/** How the figures of a bloc's members are combined. */
export type Pooling = 'median' | 'mean' | 'sum' | 'ratio of sums' | 'most' | 'none'

/** A measure available for every state towards one. */
export interface WorldMeasure {
  readonly id: string
  readonly title: string
  /** What is measured, naming the chosen state. */
  readonly heading: (of: string, whose: string) => string
  readonly domain: DomainId
  /** `index`, `share`, `count`, or the unit of a figure of the memory. */
  readonly unit: string
  /** Ends of the scale, where it has any. */
  readonly least: number | null
  readonly most: number | null
  /** The neutral value of the scale: for kappa, 0 is agreement by chance. */
  readonly middle: number | null
  /** The kind of interval, where figures have one. */
  readonly interval: 'bootstrap' | 'binomial' | 'credible' | 'jackknife' | 'reports' | 'prediction' | 'specifications' | null
  readonly method: string
  /** What a missing figure means. */
  readonly unknown: string
  /** What the year of a figure refers to. */
  readonly year: string
  /** The id and period of the same figure in an assessment; null where there is none. */
  readonly assessed: { readonly id: string; readonly period: 'year' | 'session' | 'sessions' | 'day' } | null
  readonly pooling: Pooling
  readonly read: (bench: WorldInputs, chosen: string, intervals: boolean) => Promise<WorldReading>
  /** Reads it towards several at once, where that is faster. */
  readonly readMany?: (bench: WorldInputs, chosen: readonly string[]) => Promise<ReadonlyMap<string, WorldReading>>
  /** Whether it is a figure of the memory: its values are shown as they are, and a sum over fewer than half of a bloc's members is none. */
  readonly isFigure?: true
}

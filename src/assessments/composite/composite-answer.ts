import type { State } from '../../states/index.ts'
import type { Evidence, SourceCard } from '../../store/index.ts'
import type { ComponentId, UnavailableComponent } from './composite-component.ts'

export interface CompositeRequest {
  readonly a: State
  readonly b: State
  readonly to: string
  /** Undefined where the user gave none; the error then lists the available components. */
  readonly weights: readonly { readonly component: ComponentId; readonly weight: number }[] | undefined
  readonly among: 'all' | 'a' | 'b'
  readonly draws: number
  readonly seed: number
  /** Whether to list every pair, not only the first ones and the neighbours. */
  readonly all: boolean
}

/** One weight given by the user, and its share of the sum of weights. */
export interface Weight {
  readonly component: ComponentId
  readonly weight: number
  readonly share: number
}

export interface ComponentFigure {
  readonly id: ComponentId
  readonly title: string
  readonly period: string
  readonly unit: string
  readonly value: number
  readonly percentile: number
  /** Interval of the percentile; null where the figure is exact or has only one report. */
  readonly interval: { readonly low: number; readonly high: number; readonly kind: 'draws' | 'reports' } | null
  /** Set for trade reported by a single source: no other report to compare, which does not make the figure exact. */
  readonly certainty?: 'one report'
  readonly method: string
  /** Number of pairs among which the percentile is taken. */
  readonly population: number
  /** Number of pairs of existing states that have the component. */
  readonly pairs: number
  readonly evidence: readonly Evidence[]
}

/** A component that this record can supply, and the number of pairs that have it. */
export interface AvailableComponent {
  readonly id: ComponentId
  readonly title: string
  readonly period: string
  readonly pairs: number
  /** Whether the requested pair has it. */
  readonly has: boolean
}

/** The pair's rank under one way of combining the components, with the user's weights. */
export interface Aggregation {
  readonly id: 'arithmetic' | 'geometric' | 'borda' | 'head-to-head'
  readonly title: string
  readonly value: number
  readonly unit: 'percentile' | 'share'
  readonly rank: number
  readonly method: string
}

/** Share of all weightings under which the pair ranks among the first. */
export interface TopShare {
  /** The first `percent` of the ranked pairs: ranks 1 to `rank`. */
  readonly percent: number
  readonly rank: number
  readonly share: number
  /** Standard error of the share over the sets of points; 0 where the share is exact. */
  readonly error: number
  /** Mean of those weightings; null where there are none. */
  readonly centralWeights: readonly number[] | null
}

/** A rank that some weights produce. `bound` is a limit that no positive weights can pass. */
export interface AttainableRank {
  readonly rank: number
  readonly weights: readonly number[]
  readonly bound: number
}

export interface Sensitivity {
  /** `exact`: all weightings of two components. `sampled`: points spread over all weightings. */
  readonly method: 'exact' | 'sampled'
  readonly points: number
  readonly sets: number
  readonly ranks: { readonly low: number; readonly median: number; readonly high: number }
  readonly tops: readonly TopShare[]
  readonly best: AttainableRank
  readonly worst: AttainableRank
  /** The same range from fewer points, which shows whether more points would change it; empty where exact. */
  readonly convergence: readonly { readonly points: number; readonly low: number; readonly median: number; readonly high: number }[]
  /** Shares of all weightings by rank, in bins of equal width. */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly share: number }[]
}

/** The rank as one weight goes from 0 to 1 and the others keep the user's proportions. */
export interface RankCurve {
  readonly component: ComponentId
  readonly points: readonly { readonly share: number; readonly rank: number }[]
}

export interface RankedPair {
  readonly rank: number
  readonly a: string
  readonly b: string
  readonly value: number
  /** In the order of the weights. */
  readonly percentiles: readonly number[]
}

export interface CompositeAnswer {
  readonly schemaVersion: 1
  readonly a: { readonly iso3: string; readonly name: string }
  readonly b: { readonly iso3: string; readonly name: string }
  readonly to: string
  readonly among: 'all' | 'a' | 'b'
  readonly weights: readonly Weight[]
  readonly components: readonly ComponentFigure[]
  readonly notWeighed: readonly AvailableComponent[]
  readonly leftOut: readonly UnavailableComponent[]
  /** Number of pairs of existing states on the day (among those to be ranked), and of pairs that have all weighted components. */
  readonly pairs: { readonly inExistence: number; readonly ranked: number }
  readonly composite: {
    readonly value: number
    readonly low: number
    readonly high: number
    readonly rank: number
    readonly rankLow: number
    readonly rankHigh: number
  }
  readonly draws: number
  readonly seed: number
  readonly aggregations: readonly Aggregation[]
  readonly headToHead: { readonly wins: number; readonly ties: number; readonly losses: number }
  /** Correlations of percentiles over the ranked pairs, which reveal components that measure the same thing twice. */
  readonly correlations: readonly { readonly a: ComponentId; readonly b: ComponentId; readonly value: number | null }[]
  readonly sensitivity: Sensitivity
  readonly curves: readonly RankCurve[]
  /** With three components: the rank over all weightings, as a triangle of small triangles; else null. */
  readonly ternary: { readonly side: number; readonly ranks: readonly number[] } | null
  /** The first pairs, and those just above and below the pair; every pair with `--all`. */
  readonly ranking: readonly RankedPair[]
  /** Whether the ranking lists every pair, as requested. */
  readonly all: boolean
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly sources: readonly SourceCard[]
}

import type { State } from '../../states/index.ts'
import type { Evidence, SourceCard } from '../../store/index.ts'
import type { ComponentId, ExcludedPair } from './composite-component.ts'

/** What is asked. */
export interface CompositeRequest {
  readonly a: State
  readonly b: State
  readonly to: string
  /** Undefined: the reader gave none, and is told what can be weighed. */
  readonly weights: readonly { readonly component: ComponentId; readonly weight: number }[] | undefined
  readonly among: 'all' | 'a' | 'b'
  readonly draws: number
  readonly seed: number
  /** Every pair in the ranking, not only the first and the near ones. */
  readonly all: boolean
}

/** One weight that the reader gave, and its share of all of them. */
export interface Weight {
  readonly component: ComponentId
  readonly weight: number
  readonly share: number
}

/** A component as it is for the pair. */
export interface ComponentFigure {
  readonly id: ComponentId
  readonly title: string
  readonly period: string
  readonly unit: string
  readonly value: number
  readonly percentile: number
  /** Of the percentile; null where the figure is exact, or no one else reports it. */
  readonly interval: { readonly low: number; readonly high: number; readonly kind: 'draws' | 'reports' } | null
  /** Of a trade that one source alone tells: nothing stands against it, which does not make it exact. */
  readonly certainty?: 'one report'
  readonly method: string
  /** Among how many pairs the percentile is taken. */
  readonly population: number
  /** How many pairs of states in existence have it. */
  readonly pairs: number
  readonly evidence: readonly Evidence[]
}

/** A component that this record can weigh, and for how many pairs. */
export interface AvailableComponent {
  readonly id: ComponentId
  readonly title: string
  readonly period: string
  readonly pairs: number
  /** Whether the pair that is asked for has it. */
  readonly has: boolean
}

/** How one way to put the components together places the pair, with the reader's weights. */
export interface Aggregation {
  readonly id: 'arithmetic' | 'geometric' | 'borda' | 'head-to-head'
  readonly title: string
  readonly value: number
  readonly unit: 'percentile' | 'share'
  readonly rank: number
  readonly method: string
}

/** Share of all weightings under which the pair is among the first. */
export interface TopShare {
  /** The first `percent` of the ranked pairs: ranks 1 to `rank`. */
  readonly percent: number
  readonly rank: number
  readonly share: number
  /** Standard error of the share over the sets of points; 0 where it is exact. */
  readonly error: number
  /** The mean of those weightings; null where there are none. */
  readonly centralWeights: readonly number[] | null
}

/** A rank that some weights give. `bound` is what no positive weights can pass. */
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
  /** The same with fewer points, to see whether more would change it; blank where exact. */
  readonly convergence: readonly { readonly points: number; readonly low: number; readonly median: number; readonly high: number }[]
  /** Shares of all weightings by rank, in steps of equally many ranks. */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly share: number }[]
}

/** The rank while one weight goes from none to all, the others keeping the reader's proportions. */
export interface RankCurve {
  readonly component: ComponentId
  readonly points: readonly { readonly share: number; readonly rank: number }[]
}

/** One pair of the ranking. */
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
  readonly leftOut: readonly ExcludedPair[]
  /** Pairs of states in existence on the day (of those that are ranked among), and how many have all that is weighed. */
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
  /** Of the percentiles over the ranked pairs: what is weighed twice shows here. */
  readonly correlations: readonly { readonly a: ComponentId; readonly b: ComponentId; readonly value: number | null }[]
  readonly sensitivity: Sensitivity
  readonly curves: readonly RankCurve[]
  /** With three components: the rank over all weightings, as a triangle of small triangles; else null. */
  readonly ternary: { readonly side: number; readonly ranks: readonly number[] } | null
  /** The first, and those just above and below the pair; all with `--all`. */
  readonly ranking: readonly RankedPair[]
  /** Whether the ranking has every pair, as was asked. */
  readonly all: boolean
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly sources: readonly SourceCard[]
}

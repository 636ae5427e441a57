import type { BreakModel } from '../../measures/index.ts'
import type { Evidence } from '../../store/index.ts'
import type { DomainId } from './domains.ts'

/** A yearly series of the pair from one source and one reporter. Missing years are left out. */
export interface YearSeries {
  readonly id: string
  readonly label: string
  readonly domain: DomainId
  readonly unit: string
  /** Whether breaks are sought in the level or in the trend. Amounts are taken in logarithms, so that a slope is a growth rate. */
  readonly model: BreakModel
  readonly logarithm: boolean
  readonly points: readonly (readonly [year: number, value: number])[]
  readonly method: string
  readonly evidence: readonly Evidence[]
}

/** A dated ledger item near a break. */
export interface NearEvent {
  readonly id: string
  readonly date: string
  readonly sentence: string
  /** Days from 1 January of the break's year, negative before it. For a date known only to the month or year (`about`), its middle is used. */
  readonly days: number
  readonly about: boolean
}

export interface Break {
  /** First year of the new segment. */
  readonly year: number
  /** 90 % interval of that year, limited to the run; null where it cannot be computed. */
  readonly interval: { readonly level: 0.9; readonly low: number; readonly high: number } | null
  /** Mean of the segment before and after; for the trend model, annual growth as a share. */
  readonly before: number
  readonly after: number
  /** Trend model only: jump at the break, as a share of the value that the old trend line would have given. */
  readonly shift: number | null
  /** Whether the stricter LWZ criterion, and PELT, also find a break within the interval. PELT applies to levels only. */
  readonly byLwz: boolean
  readonly byPelt: boolean | null
  /** The three items nearest in time, at most. Null where there is no ledger, or where it has no items and does not cover these years. */
  readonly events: readonly NearEvent[] | null
}

/** Consecutive years without a gap; each run of a series is analysed separately. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly state: 'observed' | 'unknown'
  readonly reason?: string
  readonly shortest?: number
  readonly breaks: readonly Break[]
  /** Share of simulated random walks that resemble levels with breaks at least as much; null where no break was found. */
  readonly drift: { readonly share: number; readonly error: number; readonly draws: number } | null
}

export interface TurningSeries {
  readonly id: string
  readonly label: string
  readonly domain: DomainId
  readonly unit: string
  readonly model: BreakModel
  readonly method: string
  /** The points analysed; missing years are left out. */
  readonly points: YearSeries['points']
  readonly runs: readonly Run[]
  readonly evidence: readonly Evidence[]
}

/** Breaks of different series with overlapping intervals, treated as one. */
export interface BreakCluster {
  readonly year: number
  readonly low: number
  readonly high: number
  readonly series: readonly string[]
}

/** A period between two breaks shared by several series. */
export interface Period {
  readonly from: number
  readonly to: number
  /** Mean in the period (geometric for amounts), and its number of years. The mean is null where the series has fewer than three. */
  readonly levels: readonly { readonly series: string; readonly value: number | null; readonly years: number }[]
}

/** Test of whether ledger items lie closer to the breaks than to random years. */
export type EventTest =
  | { readonly state: 'unknown'; readonly reason: string }
  | {
      readonly state: 'observed'
      readonly moments: number
      /** Items dated within two years around a break, and the number expected for random years. */
      readonly items: number
      readonly expected: number
      /** Share of all placements with as many or more. Every placement is counted, so there is no Monte Carlo error. */
      readonly p: number
      readonly placements: number
      readonly from: number
      readonly to: number
    }

export interface TurningPoints {
  readonly series: readonly TurningSeries[]
  readonly moments: readonly BreakCluster[]
  readonly events: EventTest
  readonly periods: readonly Period[]
}

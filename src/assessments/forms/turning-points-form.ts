import type { BreakModel } from '../../measures/index.ts'
import type { Evidence } from '../../store/index.ts'
import type { DomainId } from './domains.ts'

/** One figure a year of the pair, from one source and one reporter; years without one are not there. */
export interface YearSeries {
  readonly id: string
  readonly label: string
  readonly domain: DomainId
  readonly unit: string
  /** Whether levels break, or the course over time; amounts are taken in logarithms, so that a slope is growth. */
  readonly model: BreakModel
  readonly logarithm: boolean
  readonly points: readonly (readonly [year: number, value: number])[]
  readonly method: string
  readonly evidence: readonly Evidence[]
}

/** A dated item of the ledger beside a break. */
export interface NearEvent {
  readonly id: string
  readonly date: string
  readonly sentence: string
  /** From 1 January of the break's year; negative: before it. Of a date known to the month or year only: from its middle. */
  readonly days: number
  readonly about: boolean
}

export interface Break {
  /** First year of the new segment. */
  readonly year: number
  /** 90 % interval of that year, cut at the ends of the run; null: none to be had. */
  readonly interval: { readonly level: 0.9; readonly low: number; readonly high: number } | null
  /** Mean of the segment before and after; under the trend model growth a year, as a share. */
  readonly before: number
  readonly after: number
  /** Trend model only: where the new line begins, as a share above or below where the old one would have been. */
  readonly shift: number | null
  /** Whether the stricter LWZ, and PELT, find a break within the interval; PELT is for levels only. */
  readonly byLwz: boolean
  readonly byPelt: boolean | null
  /** Nearest in time, at most three; null: there is no ledger, or it has none and does not speak of these years. */
  readonly events: readonly NearEvent[] | null
}

/** Years without a gap: each run of a series is looked at by itself. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly state: 'observed' | 'unknown'
  readonly reason?: string
  readonly shortest?: number
  readonly breaks: readonly Break[]
  /** Part of random walks that look as much like levels with breaks between them; null where no break was found. */
  readonly drift: { readonly share: number; readonly error: number; readonly draws: number } | null
}

export interface TurningSeries {
  readonly id: string
  readonly label: string
  readonly domain: DomainId
  readonly unit: string
  readonly model: BreakModel
  readonly method: string
  /** What was looked at; years without a figure are not there. */
  readonly points: YearSeries['points']
  readonly runs: readonly Run[]
  readonly evidence: readonly Evidence[]
}

/** Breaks of different series whose intervals overlap, taken as one. */
export interface BreakCluster {
  readonly year: number
  readonly low: number
  readonly high: number
  readonly series: readonly string[]
}

/** Between two moments that several series share. */
export interface Period {
  readonly from: number
  readonly to: number
  /** Mean in the period (of amounts: geometric), and of how many years; null where the series has fewer than three. */
  readonly levels: readonly { readonly series: string; readonly value: number | null; readonly years: number }[]
}

/** Whether items of the ledger lie closer to the breaks than to years chosen at random. */
export type EventTest =
  | { readonly state: 'unknown'; readonly reason: string }
  | {
      readonly state: 'observed'
      readonly moments: number
      /** Items dated in the two years around a moment, and what years chosen at random would have. */
      readonly items: number
      readonly expected: number
      /** Part of all placements with as many or more; every placement is counted, so that it has no Monte-Carlo error. */
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

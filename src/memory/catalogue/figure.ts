import type { Manifest, TableName } from '../../store/index.ts'
import type { Step } from '../steps/step.ts'
import type { DomainId } from './domain-ids.ts'

/**
 * A figure of a pair by year: what it is, which query gives it for all pairs and all years, and how every command shows it. Adding a figure to the product is
 * adding one of these to the file of its domain.
 */
export interface Figure {
  readonly id: string
  /** Ids that lead here: earlier ones, and those that an assessment uses for one side. */
  readonly also?: readonly string[]
  readonly domain: DomainId
  /** What it is, as a heading: `share of goods imports`. */
  readonly title: string
  /** What is measured, whose and of whom, in one sentence. `A` and `B` stand for the two. */
  readonly definition: string
  /** What a reader must know before using it. */
  readonly limits: string
  readonly unit: string
  /** Of the pair, or of A towards B. */
  readonly of: 'pair' | 'directed'
  /** Of what goes from one to the other: whether A sends or receives it. */
  readonly flow?: 'sent' | 'received'
  /** What it is worked out from. Of `observations` the query is given the rows of the indicators that the figures of its domain name, so it names its own again. */
  readonly from: { readonly tables?: readonly TableName[]; readonly indicators?: readonly string[]; readonly steps?: readonly Step[] }
  /**
   * The query: one row for each pair (each way, where it is directed) and year, with the columns `a`, `b`, `year`, `value`, and any other of
   * `figureColumns`. A row without `seen` may be seen from the last day of its year on.
   */
  readonly sql: string | ((manifest: Manifest) => string)
  /** Set where the rows are not stored but worked out when they are asked for: a quotient costs nothing and takes room. */
  readonly derived?: Quotient
  /** What the ends of the interval are; `exact` where there are none. */
  readonly interval: 'exact' | 'reports' | 'prediction' | 'specifications' | 'bootstrap' | 'binomial' | 'credible'
  /**
   * Among which rows a row has its place: all of the year that agree in these columns, where they are at least so many; fewer are a selection. No place unless
   * given. Rows of at most `above` have none and count among none; `peers` is what selects one observation of each pair that is ranked, where pairs have several or
   * such rows.
   */
  readonly place?: {
    readonly per: readonly FigureColumn[]
    readonly least: number
    readonly among: string
    readonly above?: number
    readonly peers?: string
  }
  /**
   * What the absence of a row means: not known, or `value` in the years that the source covers and in which both states existed. `listed` is an indicator of which
   * a source may list every row from a threshold on, which its card states.
   */
  readonly absent:
    | { readonly means: 'unknown'; readonly listed?: string }
    | { readonly means: 'none'; readonly value: number | null; readonly within: (manifest: Manifest) => Universe | undefined }
  /** How it adds up over the members of a bloc. */
  readonly pool: 'sum' | 'ratio of sums' | 'median' | 'most' | 'none'
  /**
   * Of a share: whose whole it is a share of, and a query of the wholes with the columns `state`, `year`, `value`, and `source` (the only one that goes with it, or
   * NULL). A share over several wholes is the sum of the parts over the sum of these.
   */
  readonly whole?: { readonly of: 'a' | 'b'; readonly sql: string }
  readonly words: {
    /** The figure with its sides named: `share of Kenya's goods imports that comes from Tanzania`. */
    readonly title: (names: Names) => string
    /** The method of one row, as an assessment states it. */
    readonly method: (row: MethodRow) => string
  }
  /** The figure's column of a panel; the id of the figure with underscores, unless given. */
  readonly column?: string
  /** The ids of the figure in an assessment: of A towards B, then of B towards A; one id for a figure of the pair. */
  readonly assessed: readonly [string] | readonly [string, string]
  /** The least and the greatest value of its scale; null where there is none. */
  readonly scale: readonly [least: number | null, greatest: number | null]
  /** Phrases by which a claim names it, in lower case. */
  readonly claims: readonly string[]
}

/** A year in which fewer pairs have a figure has those of a few reporters, not all pairs: no row of it has a place. */
export const fewestPairs = 2000

/** A stored figure of the pair in US dollars, as a quotient by a size of A in the same year; only where B has that size too. */
export interface Quotient {
  readonly of: string
  /** One row for each `state` and `year`, with `value` and `source`. */
  readonly by: Step
}

/** Years in which a source has every row of its kind, for all states that existed. */
export interface Universe {
  readonly source: string
  readonly vintage: string
  readonly from: number
  readonly to: number
}

/** The names of the two as they stand inside a sentence, and whose something is. */
export interface Names {
  readonly a: string
  readonly b: string
  readonly whoseA: string
  readonly whoseB: string
}

/** What a sentence on the method of a row may name. */
export interface MethodRow {
  readonly source: string
  readonly reporter: string | null
  readonly n: number | null
  readonly certainty: 'one report' | 'at least' | 'at most' | null
  readonly basis: string | null
}

/** The columns of a figure's rows, in order, with their types. */
export const figureColumns = {
  pair: 'VARCHAR', // both codes in alphabetical order, with a blank between
  figure: 'VARCHAR',
  a: 'VARCHAR', // for a figure of the pair, the state first in alphabetical order
  b: 'VARCHAR',
  year: 'INTEGER',
  unit: 'VARCHAR',
  value: 'DOUBLE',
  low: 'DOUBLE', // NULL where the value is exact
  high: 'DOUBLE',
  status: 'VARCHAR', // observed, or estimated
  firm: 'BOOLEAN', // observed, or reconciled from the reports of both: not an estimate that fills a gap
  certainty: 'VARCHAR', // one report, at least, at most; NULL for none of these
  reporter: 'VARCHAR', // the party that reports it; NULL if the source reconciles both, or the figure is not a report
  source: 'VARCHAR', // ids, with a blank between
  vintage: 'VARCHAR',
  n: 'INTEGER', // reports, votes or years behind it
  basis: 'VARCHAR', // what a model rests on; NULL where the figure is none of a model
  seen: 'VARCHAR', // the day from which on it may be seen; NULL in a part where it is the last day of the year
  doubled: 'INTEGER', // twice the mid-rank among the rows that the declaration names: twice those below, and those equal
  among: 'INTEGER', // number of these rows
} as const

export type FigureColumn = keyof typeof figureColumns

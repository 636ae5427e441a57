import type { TableName } from '../tables.ts'

/** A domain of a relationship, or null for a size of a state that other figures are measured against. */
export type IndicatorDomain =
  | 'diplomacy'
  | 'institutions'
  | 'alliance'
  | 'arms'
  | 'exercises'
  | 'trade'
  | 'energy'
  | 'investment'
  | 'finance'
  | 'technology'
  | 'sanctions'
  | 'narrative'

export interface Indicator {
  readonly id: string
  readonly title: string
  /** Table that holds the rows; `observations` where nothing is said. */
  readonly table?: TableName
  /** Unit of `observations.value`, or of what a row of another table tells; `mixed` where sources give their own currency (then each row says which). */
  readonly unit: string
  /** Directed: from one to another. Undirected: one figure of the pair. State: of one state alone (`to_id` is NULL). None: of no state, but of a body or a list. */
  readonly relation: 'directed' | 'undirected' | 'state' | 'none'
  readonly domain: IndicatorDomain | null
  /** What a higher figure means. */
  readonly higher: string
  readonly definition: string
  /** Where a figure below zero has a meaning: scores, logarithms, stocks that fell. Elsewhere it is refused. */
  readonly belowZero?: true
  /** What the figure does not say, whoever gives it; what is peculiar to one source stands on its card. */
  readonly limits: string
}

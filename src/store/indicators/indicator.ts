import type { TableName } from '../tables.ts'

/** A domain of a relationship; null for a size of a state by which other figures are scaled. */
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
  /** Table of the rows; `observations` unless given. */
  readonly table?: TableName
  /** Unit of `observations.value`, or of a row of another table; `mixed` where sources use their own currency (then each row states it). */
  readonly unit: string
  /**
   * Directed: from one to another. Undirected: one figure of the pair. State: of one state alone (`to_id` is NULL). None: not of a state, but of a body or a
   * list.
   */
  readonly relation: 'directed' | 'undirected' | 'state' | 'none'
  readonly domain: IndicatorDomain | null
  /** The meaning of a higher figure. */
  readonly higher: string
  readonly definition: string
  /** Set where a negative figure has a meaning: scores, logarithms, falling stocks. Elsewhere it is refused. */
  readonly belowZero?: true
  /** What the figure does not show, from any source; peculiarities of one source are on its card. */
  readonly limits: string
}

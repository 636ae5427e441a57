import type { TableName } from '../tables.ts'

/** The domains of a relationship. The domain of an indicator is null for a size of one state, by which other figures are scaled. */
export type IndicatorDomain =
  | 'diplomacy'
  | 'institutions'
  | 'alliance'
  | 'conflict'
  | 'arms'
  | 'exercises'
  | 'trade'
  | 'energy'
  | 'investment'
  | 'finance'
  | 'technology'
  | 'sanctions'
  | 'people'
  | 'narrative'

export interface Indicator {
  readonly id: string
  readonly title: string
  /** The table that holds the rows; `observations` unless given. */
  readonly table?: TableName
  /** The unit of `observations.value`, or of a row of another table; `mixed` if sources use their own currencies, and each row states its own. */
  readonly unit: string
  /**
   * What a figure is about. `directed`: from one party to another. `undirected`: a pair. `state`: one state alone (`to_id` is NULL). `none`: a body or a list.
   */
  readonly relation: 'directed' | 'undirected' | 'state' | 'none'
  readonly domain: IndicatorDomain | null
  /** Set if a row is a spell: its figure holds on each of its days. In a year with several the least counts. */
  readonly isSpell?: true
  /** What a higher figure means. */
  readonly higher: string
  readonly definition: string
  /** Set if a figure may be negative (scores, logarithms, falling stocks). Otherwise a negative figure is refused. */
  readonly belowZero?: true
  /** What the figure does not show, whatever its source; peculiarities of one source are on its card. */
  readonly limits: string
}

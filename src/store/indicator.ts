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
  /** Unit of `observations.value`; `mixed` where sources give their own currency (then each row says which). */
  readonly unit: string
  /** Directed: from one to another. Undirected: one figure of the pair. State: of one state alone (`to_id` is NULL). */
  readonly relation: 'directed' | 'undirected' | 'state'
  readonly domain: IndicatorDomain | null
  /** What a higher figure means. */
  readonly higher: string
  readonly definition: string
}

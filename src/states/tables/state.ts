/** A period: first and last day as ISO text; `to` is null if it lasts to the present. */
export interface Span {
  readonly from: string
  readonly to: string | null
}

export interface CodeSpan extends Span {
  readonly code: number
}

export interface NameSpan extends Span {
  readonly name: string
}

/** A member of the interstate system, past or present. docs/states.md says which states count, and which of their changes made a new state. */
export interface State {
  /** The ISO 3166-1 alpha-3 code; for a state that has ended, the ISO 3166-3 code or three letters of our own. */
  readonly iso3: string
  readonly iso2: string | null
  /** The UN M49 numeric code. */
  readonly m49: number | null
  /** The English short name: today's, or the best known one of a state that has ended. */
  readonly name: string
  readonly official: string
  /** Other short names, each with the period in which it was in force. */
  readonly names: readonly NameSpan[]
  /** The periods of membership in the interstate system: those of `cow` and `gw` united. */
  readonly spans: readonly Span[]
  /** The Correlates of War numbers, each with its period in the list of state-system members. */
  readonly cow: readonly CodeSpan[]
  /** The Gleditsch-Ward numbers, each with its period in the list of independent states. */
  readonly gw: readonly CodeSpan[]
  readonly predecessors: readonly string[]
  readonly successors: readonly string[]
}

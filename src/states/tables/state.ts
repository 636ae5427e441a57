/** A period: first and last day as ISO text; `to` null = to the present. */
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

/** A member of the interstate system, past or present. What counts as one, and which identities are continuous: docs/states.md. */
export interface State {
  /** ISO 3166-1 alpha-3; ISO 3166-3 or our own three letters for states that ended. */
  readonly iso3: string
  readonly iso2: string | null
  /** UN M49 numeric code. */
  readonly m49: number | null
  /** English short name: today's, or the best known one of a state that ended. */
  readonly name: string
  readonly official: string
  /** Short names that were in force for part of the time. */
  readonly names: readonly NameSpan[]
  /** Membership of the interstate system: the union of `cow` and `gw`. */
  readonly spans: readonly Span[]
  /** Correlates of War numbers, with the spans of its list of state-system members. */
  readonly cow: readonly CodeSpan[]
  /** Gleditsch-Ward numbers, with the spans of their list of independent states. */
  readonly gw: readonly CodeSpan[]
  readonly predecessors: readonly string[]
  readonly successors: readonly string[]
}

/** A pair's distance in one session under one specification. */
export interface MultiverseRow {
  readonly specification: string
  /** What sets it apart from the usual one. */
  readonly what: string
  readonly thetaA: number | null
  readonly thetaB: number | null
  readonly distance: number | null
  readonly low90: number | null
  readonly high90: number | null
  readonly standardised: number | null
  readonly percentile: number | null
  /** Why there is no figure. */
  readonly reason: string | null
}

/** A pair's distance under every specification. */
export interface MultiverseAnswer {
  readonly session: number
  readonly year: number
  readonly rows: readonly MultiverseRow[]
  /** Lowest and highest over the specifications that have a figure, with their names. */
  readonly standardised: Spread
  readonly percentile: Spread
}

export interface Spread {
  readonly low: number
  readonly high: number
  readonly lowest: string
  readonly highest: string
  readonly specifications: number
}

/** A state as a comparison names it, in the order of its sentence. */
export interface ComparedSaid {
  /** ISO3 codes of one state or of several that one word names; empty for a pronoun. */
  readonly ids: readonly string[]
  /** The preposition before it. */
  readonly after?: 'to' | 'from'
  /** `than` or `as` stands before it. */
  readonly isSecond?: true
  /** It stands behind the words of the comparison. */
  readonly isBehind?: true
}

/** What the words of a comparison say that its slots do not hold. */
export interface ComparisonSaid {
  readonly named?: readonly ComparedSaid[]
  /** The flows that are compared with are added up: `more than the next three together`. */
  readonly isTogether?: true
  /** The other end of the compared flow is named: `than to India`. */
  readonly isWayTold?: true
  /** It is compared with itself at another time: `almost double those of 2020`. */
  readonly isWithEarlier?: true
  /** `less than`: which of the two is the larger may have been read in reverse. */
  readonly isLess?: true
}

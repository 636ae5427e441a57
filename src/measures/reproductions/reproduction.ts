/** A published number, and how ours is computed. */
export interface Reproduction {
  /** Id of this reproduction: `kappa-1914`. */
  readonly id: string
  /** The measure, by its id in `visavis methods`. */
  readonly measure: string
  readonly what: string
  /** The publication. */
  readonly where: string
  readonly published: number
  /** Permitted difference from the published number; null where the two need not agree, for the reason in `note`. */
  readonly tolerance: number | null
  /**
   * Computed on request from the published input, or a figure that `test` verifies against published files or the
   * record.
   */
  readonly ours: (() => number) | number
  readonly test: string
  readonly note?: string
}

/** Returns half a unit of the last decimal: the permitted difference from a figure printed with this many decimals. */
export const roundingTolerance = (decimals: number): number => 0.5000001 * 10 ** -decimals

/**
 * One number for how closely our figures match a complete published file, or how often an expected or stated outcome
 * occurred.
 */
export interface Comparison {
  /** Id of this comparison: `ideal-points-overall`. */
  readonly id: string
  /** The measure, by its id in `visavis methods`. */
  readonly measure: string
  readonly what: string
  /** The source of the comparison or of the expectation. */
  readonly against: string
  /** The kind of number: `correlation`, `share`, `largest difference`. */
  readonly figure: string
  /** Rounded to `decimals`; the test verifies it to within half of the last. */
  readonly value: number
  readonly decimals: number
  /** Number of cases. */
  readonly of: number
  /** Expected minimum, and maximum; null where nothing was published. */
  readonly least: number | null
  readonly most: number | null
  readonly test: string
  readonly note?: string
}

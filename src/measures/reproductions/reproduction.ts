/** A number that somebody published, and how ours comes about. */
export interface Reproduction {
  /** Of all reproductions this one: `kappa-1914`. */
  readonly id: string
  /** The measure, by its id in `visavis methods`. */
  readonly measure: string
  readonly what: string
  /** Who published it. */
  readonly where: string
  readonly published: number
  /** How far ours may lie from it; null where the two need not agree, and `note` says why. */
  readonly tolerance: number | null
  /** Worked out from the published input whenever it is asked, or a figure that `test` holds to what it finds in published files or in the record. */
  readonly ours: (() => number) | number
  readonly test: string
  readonly note?: string
}

/** Half a unit of the last of so many decimals: how far a figure may lie from one that was printed with them. */
export const roundingTolerance = (decimals: number): number => 0.5000001 * 10 ** -decimals

/** One number that tells how near our figures come to a whole file of published ones, or how often what was promised or expected came out. */
export interface Comparison {
  /** Of all comparisons this one: `ideal-points-overall`. */
  readonly id: string
  /** The measure, by its id in `visavis methods`. */
  readonly measure: string
  readonly what: string
  /** With what it is compared, or who expected it. */
  readonly against: string
  /** What the number is: `correlation`, `share`, `largest difference`. */
  readonly figure: string
  /** Rounded to so many `decimals`; the test finds it to within half of the last. */
  readonly value: number
  readonly decimals: number
  /** Over how many cases. */
  readonly of: number
  /** What it should be at least, and at most; null where nobody said. */
  readonly least: number | null
  readonly most: number | null
  readonly test: string
  readonly note?: string
}

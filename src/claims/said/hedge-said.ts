/** How a number limits the amount: `about 40`, `more than 40`, `almost 40`, `up to 40` (`at-most`), `40 to 50` (`range`); `stated` for a number alone. */
export const hedgeMeanings = ['stated', 'about', 'more', 'at-least', 'less', 'at-most', 'almost', 'range'] as const
export type HedgeMeaning = (typeof hedgeMeanings)[number]

/** The words beside a number that hedge it, or write it out; absent for a number alone. */
export interface HedgeSaid {
  /** `stated` if the words put no bound on the number: `record`, `a third`. */
  readonly bound: HedgeMeaning
  /** `only X`, `barely X`: a little more than X contradicts the tone, half of X does not fit. */
  readonly isOnly?: true
  /** The number is written in words or as a fraction, and so is round: `half`, `doubled`, `one in ten`, `dozens`. */
  readonly isInWords?: true
  /** What is said is denied: `not the largest`. */
  readonly isNot?: true
}

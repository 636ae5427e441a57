/** Concentration of shares. */
export interface Concentration {
  /** Σ s²: 1 = all in one part, 1/n = all parts equal. */
  readonly herfindahl: number
  /** 1 / Σ s²: the number of equal parts with the same concentration. */
  readonly equalParts: number
  /** Number of parts above zero. */
  readonly parts: number
}

/**
 * Computes the Herfindahl-Hirschman index of parts of a whole.
 *
 * H = Σ (x / Σx)², over the parts. Undefined (NaN) where no part is above zero; a part below zero is invalid.
 *
 * @param amounts   one per part, in any unit, none negative
 * @throws RangeError for an amount that is negative or not a number
 * @see Hirschman 1964, American Economic Review 54(5), 761 (on its origin); Rhoades 1993, Federal Reserve Bulletin
 * 79(3)
 * @example herfindahl(Float64Array.of(50, 50, 0))   // { herfindahl: 0.5, equalParts: 2, parts: 2 }
 */
export function herfindahl(amounts: Float64Array): Concentration {
  let sum = 0
  let squares = 0
  let parts = 0
  for (const amount of amounts) {
    if (!(amount >= 0)) throw new RangeError(`a part cannot be ${amount}`)
    sum += amount
    squares += amount * amount
    if (amount > 0) parts++
  }
  const index = squares / (sum * sum)
  return { herfindahl: index, equalParts: 1 / index, parts }
}

/**
 * Puts the Herfindahl index on a scale from 0 (all of n possible parts equal) to 1 (all in one), as UNCTAD's index of product
 * concentration.
 *
 * (√H - √(1/n)) / (1 - √(1/n))
 *
 * @param n   number of possible parts, traded or not; NaN below 2
 * @see UNCTAD, Handbook of Statistics, concentration and diversification indices of merchandise exports by country
 * @example normalisedHerfindahl(0.25, 4)   // 0
 */
export function normalisedHerfindahl(index: number, n: number): number {
  if (n < 2) return Number.NaN
  const least = Math.sqrt(1 / n)
  return (Math.sqrt(index) - least) / (1 - least)
}

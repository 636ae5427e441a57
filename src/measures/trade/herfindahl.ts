/** How concentrated shares are. */
export interface Concentration {
  /** Σ s²: 1 = all in one part, 1/n = all parts equal. */
  readonly herfindahl: number
  /** 1 / Σ s²: how many equal parts would be as concentrated. */
  readonly equalParts: number
  /** Parts that are more than zero. */
  readonly parts: number
}

/**
 * Herfindahl-Hirschman index of parts of a whole.
 *
 * H = Σ (x / Σx)², over the parts. Undefined (NaN) where there is no part above zero; a part below zero has no meaning here.
 *
 * @param amounts   one per part, in any unit, none negative
 * @throws RangeError for a negative amount or one that is no number
 * @see Hirschman 1964, American Economic Review 54(5), 761 (who first); Rhoades 1993, Federal Reserve Bulletin 79(3)
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
 * The same put on a scale from 0 (all of n possible parts equal) to 1 (all in one), as UNCTAD's index of product concentration.
 *
 * (√H - √(1/n)) / (1 - √(1/n))
 *
 * @param n   how many parts there could be, traded or not; NaN below 2
 * @see UNCTAD, Handbook of Statistics, concentration and diversification indices of merchandise exports by country
 * @example normalisedHerfindahl(0.25, 4)   // 0
 */
export function normalisedHerfindahl(index: number, n: number): number {
  if (n < 2) return Number.NaN
  const least = Math.sqrt(1 / n)
  return (Math.sqrt(index) - least) / (1 - least)
}

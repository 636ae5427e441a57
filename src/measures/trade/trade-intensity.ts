/**
 * Intensity of trade of each pair: what went both ways, against what the sizes of the two would lead to expect.
 *
 * I = T(ab) · 2W / (T(a) · T(b)); T(ab) both directions, T(a) all trade of a with the others here, W the trade of all pairs. 1 = as much as if everybody's
 * trade went to the others in proportion to their own (each pair's share over the product of the shares of its two); a pair that meets in small trade of two
 * small traders may stand far above two giants.
 *
 * @param states   how many states
 * @param a, b     the pairs, as numbers of states
 * @param trade    both directions together, per pair; NaN is unknown and in no sum
 * @returns        per pair; NaN where unknown, or one of the two has no trade here
 * @see Yamazawa 1971, Hitotsubashi Journal of Economics 11(2) (the index of intensity for one direction; here both together)
 * @example tradeIntensity(3, [0, 0, 1], [1, 2, 2], Float64Array.of(2, 2, 2))   // [1.5, 1.5, 1.5]
 */
export function tradeIntensity(states: number, a: ArrayLike<number>, b: ArrayLike<number>, trade: Float64Array): Float64Array {
  const totals = new Float64Array(states)
  let whole = 0
  trade.forEach((value, pair) => {
    if (Number.isNaN(value)) return
    totals[a[pair]!]! += value
    totals[b[pair]!]! += value
    whole += value
  })
  return trade.map((value, pair) => {
    const expected = (totals[a[pair]!]! * totals[b[pair]!]!) / (2 * whole)
    return expected > 0 ? value / expected : Number.NaN
  })
}

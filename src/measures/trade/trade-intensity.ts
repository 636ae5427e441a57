/**
 * Computes the trade intensity of each pair: two-way trade relative to what the size of both states' trade would predict.
 *
 * I = T(ab) · 2W / (T(a) · T(b)); T(ab) both directions, T(a) all trade of a with the others here, W the trade of all
 * pairs. 1 = as if every state's trade were spread over the others in proportion to theirs. (Each pair's share is
 * divided by the product of its states' shares.) A pair of small traders may rank far above two large ones.
 *
 * @param states   number of states
 * @param a, b     the pairs, as indices of states
 * @param trade    both directions together, per pair; NaN is unknown and in no sum
 * @returns        per pair; NaN where unknown, or where either state has no trade here
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

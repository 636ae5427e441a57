/**
 * Computes the mid-rank percentile of a value in a population: 100 · (number below + half the number equal) / number known.
 *
 * The population includes the value itself where it is a member, so the median is at 50, and no member reaches 0 or
 * 100. Among 18,528 dyads with identical figures, each is at 50.
 *
 * @param population   figures; NaN is missing and not counted
 * @param value        the figure to rank
 * @returns            0 to 100; NaN where the value is NaN or the population has no known value
 * @example midRankPercentile([1, 2, 2, 3, NaN], 2)   // 50
 */
export function midRankPercentile(population: ArrayLike<number>, value: number): number {
  let below = 0
  let equal = 0
  let known = 0
  for (let i = 0; i < population.length; i++) {
    const other = population[i]!
    if (Number.isNaN(other)) continue
    known++
    if (other < value) below++
    else if (other === value) equal++
  }
  return Number.isNaN(value) ? Number.NaN : (100 * (below + equal / 2)) / known
}

/**
 * Computes `midRankPercentile` for a population already sorted, by bisection; the result is the same.
 *
 * @param sorted   ascending, no NaN
 * @example rankAmongSorted(Float64Array.of(1, 2, 2, 3), 2)   // 50
 */
export function rankAmongSorted(sorted: Float64Array, value: number): number {
  if (Number.isNaN(value)) return Number.NaN
  const below = firstAtLeast(sorted, value)
  const equal = firstAbove(sorted, value) - below
  return (100 * (below + equal / 2)) / sorted.length
}

/**
 * Computes the mid-rank percentile of each value among all of them, in one sort.
 *
 * @param values   figures; NaN is missing and not counted
 * @returns        0 to 100, in the order of the values; NaN stays NaN
 * @example Array.from(midRankPercentiles(Float64Array.of(3, 1, 1, 2)))   // [87.5, 25, 25, 62.5]
 */
export function midRankPercentiles(values: Float64Array): Float64Array {
  const sorted = values.filter((v) => !Number.isNaN(v)).sort()
  return values.map((v) => {
    if (Number.isNaN(v)) return Number.NaN
    const first = firstAtLeast(sorted, v)
    // most figures occur once
    const above = sorted[first + 1] === v ? firstAbove(sorted, v) : first + 1
    return (50 * (first + above)) / sorted.length
  })
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! >= value) high = middle
    else low = middle + 1
  }
  return low
}

function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}

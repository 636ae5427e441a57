/** A running sum without rounding, so that the order of the terms does not affect the last bit. */
export interface ExactSum {
  add(value: number): void
  /** The double nearest to the exact sum. */
  value(): number
}

/**
 * A sum that is rounded only when read. It is stored as non-overlapping doubles (Shewchuk 1997, algorithm
 * Grow-Expansion).
 *
 * @example ((sum) => ([1e100, 1, -1e100].forEach(sum.add), sum.value()))(exactSum())   // 1
 */
export function exactSum(): ExactSum {
  const partials: number[] = []
  return {
    add: (value) => {
      let rest = value
      let kept = 0
      for (const partial of partials) {
        const [large, small] = Math.abs(rest) < Math.abs(partial) ? [partial, rest] : [rest, partial]
        const high = large + small
        const low = small - (high - large)
        if (low !== 0) partials[kept++] = low
        rest = high
      }
      partials.length = kept
      partials.push(rest)
    },
    value: () => rounded(partials),
  }
}

/**
 * The double nearest to the exact sum of the numbers, in any order.
 *
 * @example exactSumOf([0.1, 0.2, 0.3, -0.6])   // 2.7755575615628914e-17
 */
export function exactSumOf(values: Iterable<number>): number {
  const sum = exactSum()
  for (const value of values) sum.add(value)
  return sum.value()
}

/**
 * Adds from the largest partial down until one is rounded away. If that partial lies half way between two doubles, the
 * next partial decides the direction.
 */
function rounded(partials: readonly number[]): number {
  let at = partials.length - 1
  let high = partials[at] ?? 0
  let low = 0
  while (at > 0 && low === 0) {
    const before = high
    high = before + partials[--at]!
    low = partials[at]! - (high - before)
  }
  const next = at > 0 ? partials[at - 1]! : 0
  if (low === 0 || Math.sign(low) !== Math.sign(next)) return high
  const other = high + 2 * low
  return other - high === 2 * low ? other : high
}

/** A sum to which numbers are added one by one. It is rounded only when read, so that their order does not affect the last digit. */
export interface ExactSum {
  add(value: number): void
  /** Returns the double (64-bit number) nearest to the exact sum. */
  value(): number
}

/**
 * Returns a new sum, which is zero. The exact sum is stored as several doubles that do not overlap (Shewchuk 1997, algorithm Grow-Expansion).
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
 * Returns the double nearest to the exact sum of the numbers. Their order does not matter.
 *
 * @example exactSumOf([0.1, 0.2, 0.3, -0.6])   // 2.7755575615628914e-17
 */
export function exactSumOf(values: Iterable<number>): number {
  const sum = exactSum()
  for (const value of values) sum.add(value)
  return sum.value()
}

/**
 * Returns the partial sums added up, rounded once. They are added from the largest down, until an addition is inexact. If the exact value then lies half way
 * between two doubles, the sign of the next partial decides which of the two is nearer.
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

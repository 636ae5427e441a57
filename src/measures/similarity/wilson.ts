/** Normal quantile of 0.95: the two ends of a 90 % interval. */
const z = 1.6448536269514722

/**
 * Computes Wilson's 90 % interval for a share. It is accurate at 0 and 1, where a bootstrap has no width.
 *
 * (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n), z = 1.645. Assumes n independent draws.
 *
 * @param share   successes over n, 0 to 1
 * @param n       number of trials, from 1 (RangeError otherwise)
 * @see Wilson 1927, JASA 22(158); Brown, Cai & DasGupta 2001, Statistical Science 16(2)
 * @example wilson(0, 136).high.toFixed(4)   // '0.0195'
 */
export function wilson(share: number, n: number): { low: number; high: number } {
  if (!(n >= 1) || !(share >= 0 && share <= 1)) throw new RangeError('wilson: a share from 0 to 1 of at least one trial')
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const middle = share + (z * z) / (2 * n)
  const scale = 1 + (z * z) / n
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}

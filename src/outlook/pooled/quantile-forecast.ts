/** Probabilities at which a forecast distribution is known. */
export const quantileLevels: readonly number[] = [
  ...[0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5],
  ...[0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99, 0.995],
]

/** Position of the median among the levels. */
export const medianAt = 12

/** Share of probability for which each level stands in sums over all levels. */
const shares = quantileLevels.map((level, i) => {
  const below = i === 0 ? 0 : (quantileLevels[i - 1]! + level) / 2
  const above = i === quantileLevels.length - 1 ? 1 : (level + quantileLevels[i + 1]!) / 2
  return above - below
})

/**
 * Returns the ends of a central band.
 *
 * @param quantiles   ascending, one for each of `quantileLevels`
 * @param level       50, 80, 90 or 95
 */
export function bandOf(quantiles: ArrayLike<number>, level: 50 | 80 | 90 | 95): { readonly low: number; readonly high: number } {
  const at = bandStarts[level]
  return { low: quantiles[at]!, high: quantiles[quantileLevels.length - 1 - at]! }
}

const bandStarts = { 95: 2, 90: 3, 80: 4, 50: 7 } as const

/**
 * Returns the continuous ranked probability score of a distribution that is given by its quantiles: twice the mean quantile score over the levels.
 *
 * @see Gneiting & Ranjan 2011, Journal of Business & Economic Statistics 29(3)
 * @example quantileCrps(1, new Float64Array(25).fill(3)).toFixed(3)   // '2.000'
 */
export function quantileCrps(actual: number, quantiles: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < shares.length; i++) {
    const miss = actual - quantiles[i]!
    sum += shares[i]! * miss * (miss >= 0 ? quantileLevels[i]! : quantileLevels[i]! - 1)
  }
  return 2 * sum
}

/**
 * Returns the probability of at most `value`: linear between the quantiles, and exponential beyond the outermost.
 *
 * @example cdfOf(1, Array.from({ length: 25 }, (_, i) => i - 12)).toFixed(2)   // '0.55'
 */
export function cdfOf(value: number, quantiles: ArrayLike<number>): number {
  const last = quantileLevels.length - 1
  if (value < quantiles[0]!) return quantileLevels[0]! * Math.exp((value - quantiles[0]!) / lowTail(quantiles))
  if (value >= quantiles[last]!) return 1 - (1 - quantileLevels[last]!) * Math.exp((quantiles[last]! - value) / highTail(quantiles))
  let at = 0
  while (value >= quantiles[at + 1]!) at++
  const share = (value - quantiles[at]!) / (quantiles[at + 1]! - quantiles[at]!)
  return quantileLevels[at]! + share * (quantileLevels[at + 1]! - quantileLevels[at]!)
}

/**
 * Returns minus the natural logarithm of the density at a value. A density is at most that of quantiles a ten-thousandth of the central 90 % apart, so that ties do not
 * count without limit.
 */
export function logScore(actual: number, quantiles: ArrayLike<number>): number {
  const last = quantileLevels.length - 1
  const least = Math.max(1e-12, 1e-4 * (quantiles[last - 3]! - quantiles[3]!))
  if (actual < quantiles[0]!) {
    const tail = Math.max(least, lowTail(quantiles))
    return (quantiles[0]! - actual) / tail - Math.log(quantileLevels[0]! / tail)
  }
  if (actual >= quantiles[last]!) {
    const tail = Math.max(least, highTail(quantiles))
    return (actual - quantiles[last]!) / tail - Math.log((1 - quantileLevels[last]!) / tail)
  }
  let at = 0
  while (actual >= quantiles[at + 1]!) at++
  return -Math.log((quantileLevels[at + 1]! - quantileLevels[at]!) / Math.max(least, quantiles[at + 1]! - quantiles[at]!))
}

/** Scale of the exponential tail: the spread between the levels 0.5 % and 2.5 %, over which its probability falls to a fifth. */
function lowTail(quantiles: ArrayLike<number>): number {
  return Math.max(1e-12, (quantiles[2]! - quantiles[0]!) / Math.log(5))
}

function highTail(quantiles: ArrayLike<number>): number {
  const last = quantileLevels.length - 1
  return Math.max(1e-12, (quantiles[last]! - quantiles[last - 2]!) / Math.log(5))
}

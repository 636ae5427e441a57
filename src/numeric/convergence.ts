/**
 * Returns the potential scale reduction: the square root of the variance over all draws divided by the variance within chains. Each chain is split in halves,
 * so that a drifting chain disagrees with itself. Values near 1 indicate convergence; above 1.05 the chains have not converged.
 *
 * @param chains   chains of draws of one quantity, all of the same length, at least 4
 * @returns        NaN if the draws are constant or one is not a number
 * @see Gelman et al. 2013, Bayesian Data Analysis (3rd edition), section 11.4
 * @example potentialScaleReduction([Float64Array.of(1, 2, 2, 1), Float64Array.of(9, 8, 8, 9)]) > 5   // true
 */
export function potentialScaleReduction(chains: readonly Float64Array[]): number {
  const { within, total } = variances(halves(chains))
  return within > 0 ? Math.sqrt(total / within) : Number.NaN
}

/**
 * Returns how many independent draws would give the mean with the same precision: the number of draws divided by the sum of their autocorrelations at all
 * lags. The sum ends before the first pair of consecutive terms with a negative total, and no pair counts for more than the pair before.
 *
 * @param chains   chains of draws of one quantity, all of the same length, at least 4
 * @returns        at most the number of draws times its decimal logarithm (reached if the draws alternate); NaN if the draws are constant
 * @see Geyer 1992, Statistical Science 7(4); Vehtari et al. 2021, Bayesian Analysis 16(2), equations 10 to 13
 * @example effectiveDraws([Float64Array.of(1, 1, 2, 2, 3, 3, 4, 4)]) < 8   // true
 */
export function effectiveDraws(chains: readonly Float64Array[]): number {
  const split = halves(chains)
  const { within, total, means } = variances(split)
  if (!(within > 0)) return Number.NaN
  const length = split[0]!.length
  const correlation = (lag: number): number =>
    1 - (within - split.reduce((sum, chain, c) => sum + covariance(chain, means[c]!, lag), 0) / split.length) / total
  let sum = 0
  let least = Number.POSITIVE_INFINITY
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = (lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1)
    if (pair < 0) break
    least = Math.min(least, pair)
    sum += least
  }
  const draws = length * split.length
  return Math.min(draws / (2 * sum - 1 > 0 ? 2 * sum - 1 : 0), draws * Math.log10(draws))
}

function halves(chains: readonly Float64Array[]): Float64Array[] {
  return chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2)
    return [chain.subarray(0, half), chain.subarray(chain.length - half)]
  })
}

function variances(chains: readonly Float64Array[]): { within: number; total: number; means: number[] } {
  const length = chains[0]!.length
  const means = chains.map((chain) => chain.reduce((sum, value) => sum + value, 0) / length)
  const within = chains.reduce((sum, chain, c) => sum + covariance(chain, means[c]!, 0), 0) / chains.length
  const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length
  const between = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / (means.length - 1)
  return { within, total: (within * (length - 1)) / length + between, means }
}

/** Returns the autocovariance of a chain at a lag; at lag 0 the variance. */
function covariance(chain: Float64Array, mean: number, lag: number): number {
  let sum = 0
  for (let i = lag; i < chain.length; i++) sum += (chain[i]! - mean) * (chain[i - lag]! - mean)
  return sum / (chain.length - 1)
}

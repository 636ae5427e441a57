/**
 * Returns the q-value of each p-value by Benjamini and Hochberg: the least false-discovery rate at which it is still a finding.
 *
 * @param p   p-values of one family of tests, in any order
 * @returns   q-values in the same order
 * @see Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57(1); valid under positive dependence (Benjamini & Yekutieli 2001)
 * @example [...falseDiscoveryRates(Float64Array.of(0.01, 0.04, 0.03, 0.5))].map((q) => Number(q.toFixed(4)))   // [0.04, 0.0533, 0.0533, 0.5]
 */
export function falseDiscoveryRates(p: Float64Array): Float64Array {
  const order = Uint32Array.from(p, (_, i) => i).sort((a, b) => p[b]! - p[a]!)
  const q = new Float64Array(p.length)
  let least = 1
  order.forEach((index, i) => {
    least = Math.min(least, (p[index]! * p.length) / (p.length - i))
    q[index] = least
  })
  return q
}

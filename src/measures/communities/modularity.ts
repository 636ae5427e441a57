/**
 * Computes Newman's modularity of a partition of a weighted network.
 *
 * Q = Σ over communities of (inside / m - (degree / 2m)²). m is the sum of all ties, `inside` the sum of ties within
 * the community, and `degree` the sum of its members' ties. 0 is the value expected by chance for these degrees; NaN
 * without any tie.
 *
 * @param network     symmetric, row-major, zero diagonal
 * @param partition   community of each node, numbered from 0
 * @see Newman & Girvan 2004, Physical Review E 69, 026113; weighted as in Newman 2004, Physical Review E 70, 056131
 * @example modularity(Float64Array.of(0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0), [0, 0, 1, 1])   // 0.5
 */
export function modularity(network: Float64Array, partition: ArrayLike<number>): number {
  const nodes = partition.length
  const [inside, degree] = [new Map<number, number>(), new Map<number, number>()]
  let twice = 0
  for (let i = 0; i < nodes; i++) {
    const own = partition[i]!
    for (let j = 0; j < nodes; j++) {
      const tie = network[i * nodes + j]!
      twice += tie
      degree.set(own, (degree.get(own) ?? 0) + tie)
      if (partition[j] === own) inside.set(own, (inside.get(own) ?? 0) + tie)
    }
  }
  let q = 0
  for (const [community, sum] of degree) q += (inside.get(community) ?? 0) / twice - (sum / twice) ** 2
  return twice === 0 ? Number.NaN : q
}

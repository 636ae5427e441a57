/**
 * Computes the adjusted Rand index of two partitions of the same nodes.
 *
 * (Σ C(n_ij, 2) - E) / ((Σ C(a_i, 2) + Σ C(b_j, 2)) / 2 - E) with E = Σ C(a_i, 2) · Σ C(b_j, 2) / C(n, 2). The counts
 * are of nodes by both communities and by each. 1 = the same partition, 0 = the value expected by chance, negative =
 * worse. It is 1 where both have all nodes in one community, or each node alone.
 *
 * @param a, b   community of each node; nodes with a negative number in either are left out
 * @see Hubert & Arabie 1985, Journal of Classification 2, eq. 5
 * @example adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])   // 0.5714285714285714
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [both, ofA, ofB] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
  let n = 0
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!]
    if (x < 0 || y < 0) continue
    n++
    add(both, x * 65_536 + y)
    add(ofA, x)
    add(ofB, y)
  }
  const [sum, sumA, sumB] = [pairsIn(both), pairsIn(ofA), pairsIn(ofB)]
  const expected = (sumA * sumB) / ((n * (n - 1)) / 2)
  const most = (sumA + sumB) / 2
  return most === expected ? 1 : (sum - expected) / (most - expected)
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function pairsIn(counts: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += (count * (count - 1)) / 2
  return sum
}

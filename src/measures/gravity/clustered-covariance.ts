import { symmetricEigen } from '../../numeric/symmetric-eigen.ts'
import { crossGroups, type RowGroups } from './gravity-panel.ts'

/** A covariance matrix of coefficients, k x k, row by row. */
export interface Covariance {
  readonly matrix: Float64Array
  /** Whether several sets of clusters gave negative variances in some direction, which were set to 0. */
  readonly repaired: boolean
}

/**
 * Returns the sandwich estimate of the covariance of the coefficients, without a factor for small samples. With several sets of clusters, the covariances of
 * the sets are added, those of the crossed sets taken away, and so on.
 *
 * @param bread      inverse of X'WX, k x k
 * @param scores     for each coefficient the score of each row
 * @param clusters   sets of clusters; none: rows are independent
 * @see Cameron, Gelbach & Miller 2011, Journal of Business & Economic Statistics 29(2)
 */
export function clusteredCovariance(bread: Float64Array, scores: readonly Float64Array[], clusters: readonly RowGroups[]): Covariance {
  const k = scores.length
  const meat = new Float64Array(k * k)
  if (clusters.length === 0) addMeat(meat, scores, undefined, 1)
  for (let subset = 1; subset < 1 << clusters.length; subset++) {
    const members = clusters.filter((_, c) => (subset >> c) % 2 === 1)
    const crossed = members.reduce((a, b) => crossGroups(`${a.name} x ${b.name}`, a, b))
    addMeat(meat, scores, crossed, members.length % 2 === 1 ? 1 : -1)
  }
  const matrix = product(product(bread, meat, k), bread, k)
  return clusters.length > 1 ? withoutNegative(matrix, k) : { matrix, repaired: false }
}

function addMeat(meat: Float64Array, scores: readonly Float64Array[], clusters: RowGroups | undefined, sign: number): void {
  const sums = clusters === undefined ? scores : scores.map((score) => sumsOver(score, clusters))
  sums.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const b = sums[j]!
      let sum = 0
      for (let g = 0; g < a.length; g++) sum += a[g]! * b[g]!
      meat[i * sums.length + j]! += sign * sum
      if (i !== j) meat[j * sums.length + i]! += sign * sum
    }
  })
}

function sumsOver(score: Float64Array, { of, groups }: RowGroups): Float64Array {
  const sums = new Float64Array(groups)
  for (let i = 0; i < score.length; i++) sums[of[i]!]! += score[i]!
  return sums
}

function product(a: Float64Array, b: Float64Array, k: number): Float64Array {
  const out = new Float64Array(k * k)
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) for (let l = 0; l < k; l++) out[i * k + j]! += a[i * k + l]! * b[l * k + j]!
  return out
}

/** Sets negative eigenvalues to 0. */
function withoutNegative(matrix: Float64Array, k: number): Covariance {
  const { values, vectors } = symmetricEigen(matrix, k)
  if (values.every((value) => value >= 0)) return { matrix, repaired: false }
  const repaired = new Float64Array(k * k)
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++)
      for (let l = 0; l < k; l++) repaired[i * k + j]! += Math.max(0, values[l]!) * vectors[i * k + l]! * vectors[j * k + l]!
  return { matrix: repaired, repaired: true }
}

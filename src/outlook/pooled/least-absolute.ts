import { solveInPlace } from '../../numeric/linear-system.ts'

/** Columns of a regression and its outcome, all of one length. */
interface Regression {
  readonly columns: readonly Float64Array[]
  readonly outcome: Float64Array
}

/** More turns change the weights by less than the errors of the data. */
const turns = 8

/**
 * Returns the weights of the columns with the least absolute error, by least squares that are weighted anew by the inverse of the errors.
 *
 * @returns undefined where there are fewer than ten values a column, or the columns depend on each other
 * @see Schlossmacher 1973, JASA 68(344)
 * @example leastAbsolute({ columns: [new Float64Array(10).fill(1)], outcome: Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 9) })[0].toFixed(1)   // '1.0'
 */
export function leastAbsolute({ columns, outcome }: Regression): Float64Array | undefined {
  const [n, k] = [outcome.length, columns.length]
  if (n < 10 * k) return undefined
  // row by row, so that one pass over the memory makes all products
  const rows = new Float64Array(n * k)
  for (const [c, column] of columns.entries()) for (let i = 0; i < n; i++) rows[i * k + c] = column[i]!
  const smallest = 1e-3 * (outcome.reduce((sum, one) => sum + Math.abs(one), 0) / n || 1)
  let weights: Float64Array | undefined
  for (let turn = 0; turn < turns; turn++) {
    weights = weightedSquares(rows, outcome, k, weights, smallest)
    if (weights === undefined) return undefined
  }
  return weights
}

/** One turn: least squares with the inverse of the last turn's errors as weights; equal weights at first. */
function weightedSquares(
  rows: Float64Array,
  outcome: Float64Array,
  k: number,
  last: Float64Array | undefined,
  smallest: number,
): Float64Array | undefined {
  const matrix = Array.from({ length: k }, () => new Float64Array(k))
  const right = new Float64Array(k)
  for (let i = 0, at = 0; i < outcome.length; i++, at += k) {
    let weight = 1
    if (last !== undefined) {
      let miss = outcome[i]!
      for (let c = 0; c < k; c++) miss -= last[c]! * rows[at + c]!
      weight = 1 / Math.max(smallest, Math.abs(miss))
    }
    for (let a = 0; a < k; a++) {
      const weighted = weight * rows[at + a]!
      const row = matrix[a]!
      right[a]! += weighted * outcome[i]!
      for (let b = 0; b <= a; b++) row[b]! += weighted * rows[at + b]!
    }
  }
  for (let a = 0; a < k; a++) for (let b = a + 1; b < k; b++) matrix[a]![b] = matrix[b]![a]!
  return solveInPlace(matrix, right) ? right : undefined
}

/**
 * Solves a few linear equations in place by Gaussian elimination with partial pivoting.
 *
 * @param matrix   n rows of n; they are overwritten
 * @param right    n numbers, overwritten by the solution
 * @returns        whether the equations have one solution; if not, `right` is meaningless
 * @example ((right) => solveInPlace([Float64Array.of(1, 1), Float64Array.of(0, 2)], right) && right[0])(Float64Array.of(3, 4))   // 1
 */
export function solveInPlace(matrix: Float64Array[], right: Float64Array): boolean {
  const n = right.length
  for (let k = 0; k < n; k++) {
    const pivot = pivotRow(matrix, k)
    if (!(Math.abs(matrix[pivot]![k]!) > 0)) return false
    swap(matrix, right, k, pivot)
    for (let i = k + 1; i < n; i++) subtractRow(matrix, right, i, k)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i]!
    for (let j = i + 1; j < n; j++) sum -= matrix[i]![j]! * right[j]!
    right[i] = sum / matrix[i]![i]!
  }
  return right.every(Number.isFinite)
}

function pivotRow(matrix: readonly Float64Array[], k: number): number {
  let row = k
  for (let i = k + 1; i < matrix.length; i++) if (Math.abs(matrix[i]![k]!) > Math.abs(matrix[row]![k]!)) row = i
  return row
}

function swap(matrix: Float64Array[], right: Float64Array, a: number, b: number): void {
  ;[matrix[a], matrix[b]] = [matrix[b]!, matrix[a]!]
  ;[right[a], right[b]] = [right[b]!, right[a]!]
}

function subtractRow(matrix: Float64Array[], right: Float64Array, i: number, k: number): void {
  const factor = matrix[i]![k]! / matrix[k]![k]!
  if (factor === 0) return
  for (let j = k; j < right.length; j++) matrix[i]![j] = matrix[i]![j]! - factor * matrix[k]![j]!
  right[i] = right[i]! - factor * right[k]!
}

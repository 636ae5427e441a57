/**
 * Solves a dense system of linear equations by LU decomposition with row exchanges. Both arguments are overwritten: `right` with the solution.
 *
 * @param matrix   n x n coefficients, row by row
 * @param right    n right-hand sides
 * @returns        false if the matrix is singular or has an entry that is not a number; then `right` has no meaning
 * @see Golub & Van Loan 2013, Matrix Computations (4th edition), section 3.4
 * @example solveLinear(Float64Array.of(2, 1, 1, 3), Float64Array.of(4, 7))   // true
 */
export function solveLinear(matrix: Float64Array, right: Float64Array): boolean {
  const n = right.length
  for (let k = 0; k < n; k++) {
    const pivot = largestBelow(matrix, n, k)
    if (!(Math.abs(matrix[pivot * n + k]!) > 0)) return false
    if (pivot !== k) exchangeRows(matrix, right, k, pivot)
    for (let i = k + 1; i < n; i++) eliminate(matrix, right, k, i)
  }
  substituteBack(matrix, right)
  return right.every(Number.isFinite)
}

function largestBelow(matrix: Float64Array, n: number, k: number): number {
  let best = k
  for (let i = k + 1; i < n; i++) if (Math.abs(matrix[i * n + k]!) > Math.abs(matrix[best * n + k]!)) best = i
  return best
}

function exchangeRows(matrix: Float64Array, right: Float64Array, a: number, b: number): void {
  const n = right.length
  const row = matrix.slice(a * n, (a + 1) * n)
  matrix.copyWithin(a * n, b * n, (b + 1) * n)
  matrix.set(row, b * n)
  const value = right[a]!
  right[a] = right[b]!
  right[b] = value
}

function eliminate(matrix: Float64Array, right: Float64Array, k: number, i: number): void {
  const n = right.length
  const above = k * n
  const row = i * n
  const factor = matrix[row + k]! / matrix[above + k]!
  if (factor === 0) return
  for (let j = k + 1; j < n; j++) matrix[row + j] = matrix[row + j]! - factor * matrix[above + j]!
  right[i] = right[i]! - factor * right[k]!
}

function substituteBack(matrix: Float64Array, right: Float64Array): void {
  const n = right.length
  for (let k = n - 1; k >= 0; k--) {
    let rest = right[k]!
    for (let j = k + 1; j < n; j++) rest -= matrix[k * n + j]! * right[j]!
    right[k] = rest / matrix[k * n + k]!
  }
}

/**
 * Adds the product of two square matrices to a third: `sum += a b`.
 *
 * @param a     n x n, stored column by column
 * @param b     n x n, stored row by row
 * @param sum   stored row by row, `stride` numbers from one row to the next
 * @example const sum = new Float64Array(4); addProduct(Float64Array.of(1, 3, 2, 4), Float64Array.of(1, 0, 0, 1), sum, 2, 2); sum[1]   // 2
 */
export function addProduct(a: Float64Array, b: Float64Array, sum: Float64Array, n: number, stride: number): void {
  const whole = n - (n % 4)
  for (let row = 0; row < n; row++) {
    for (let i = 0; i < whole; i += 4) addFourRows(a, b, sum, n, row, i, row * stride)
    for (let i = whole; i < n; i++) {
      const factor = a[i * n + row]!
      for (let j = 0; j < n; j++) sum[row * stride + j] = sum[row * stride + j]! + factor * b[i * n + j]!
    }
  }
}

/** Adds four rows of `b` at once, so that a row of `sum` is read and written a quarter as often. */
function addFourRows(a: Float64Array, b: Float64Array, sum: Float64Array, n: number, row: number, i: number, at: number): void {
  const a0 = a[i * n + row]!
  const a1 = a[(i + 1) * n + row]!
  const a2 = a[(i + 2) * n + row]!
  const a3 = a[(i + 3) * n + row]!
  if (a0 === 0 && a1 === 0 && a2 === 0 && a3 === 0) return
  const b0 = i * n
  const b1 = b0 + n
  const b2 = b1 + n
  const b3 = b2 + n
  for (let j = 0; j < n; j++) {
    sum[at + j] = sum[at + j]! + a0 * b[b0 + j]! + a1 * b[b1 + j]! + a2 * b[b2 + j]! + a3 * b[b3 + j]!
  }
}

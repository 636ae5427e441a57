/** A matrix decomposed into triangles, for solving with any number of right-hand sides. */
export interface FactoredMatrix {
  readonly n: number
  /** n x n: the lower triangle without its diagonal of ones, and the upper triangle. */
  readonly triangles: Float64Array
  /** The row that each row was exchanged with, in order. */
  readonly exchanges: Int32Array
}

/**
 * Decomposes a dense square matrix into a lower and an upper triangle, with row exchanges. The matrix is overwritten.
 *
 * @param matrix   n x n coefficients, row by row
 * @returns        undefined if the matrix is singular or has an entry that is not a number
 * @see Golub & Van Loan 2013, Matrix Computations (4th edition), section 3.4
 * @example factorMatrix(Float64Array.of(1, 2, 2, 4), 2)   // undefined
 */
export function factorMatrix(matrix: Float64Array, n: number): FactoredMatrix | undefined {
  const exchanges = new Int32Array(n)
  for (let k = 0; k < n; k++) {
    const pivot = largestBelow(matrix, n, k)
    if (!(Math.abs(matrix[pivot * n + k]!) > 0)) return undefined
    exchanges[k] = pivot
    if (pivot !== k) exchangeRows(matrix, n, k, pivot)
    for (let i = k + 1; i < n; i++) eliminate(matrix, n, k, i)
  }
  return { n, triangles: matrix, exchanges }
}

/**
 * Solves a system of linear equations whose matrix was decomposed.
 *
 * @param right   n right-hand sides; overwritten with the solution
 * @example solveFactored(factorMatrix(Float64Array.of(2, 0, 0, 4), 2), Float64Array.of(2, 2))[1]   // 0.5
 */
export function solveFactored({ n, triangles, exchanges }: FactoredMatrix, right: Float64Array): Float64Array {
  for (let k = 0; k < n; k++) {
    const pivot = exchanges[k]!
    const value = right[pivot]!
    right[pivot] = right[k]!
    right[k] = value
  }
  for (let i = 1; i < n; i++) {
    let rest = right[i]!
    for (let j = 0; j < i; j++) rest -= triangles[i * n + j]! * right[j]!
    right[i] = rest
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = right[i]!
    for (let j = i + 1; j < n; j++) rest -= triangles[i * n + j]! * right[j]!
    right[i] = rest / triangles[i * n + i]!
  }
  return right
}

/**
 * Solves a few linear equations.
 *
 * @param rows    n rows of n coefficients
 * @param right   n numbers, overwritten by the solution
 * @returns       whether the equations have one solution; if not, `right` is meaningless
 * @example ((right) => solveInPlace([Float64Array.of(1, 1), Float64Array.of(0, 2)], right) && right[0])(Float64Array.of(3, 4))   // 1
 */
export function solveInPlace(rows: readonly Float64Array[], right: Float64Array): boolean {
  const n = right.length
  const matrix = new Float64Array(n * n)
  for (const [i, row] of rows.entries()) matrix.set(row, i * n)
  const factored = factorMatrix(matrix, n)
  return factored !== undefined && solveFactored(factored, right).every(Number.isFinite)
}

function largestBelow(matrix: Float64Array, n: number, k: number): number {
  let best = k
  for (let i = k + 1; i < n; i++) if (Math.abs(matrix[i * n + k]!) > Math.abs(matrix[best * n + k]!)) best = i
  return best
}

/** Exchanges whole rows, multipliers included. */
function exchangeRows(matrix: Float64Array, n: number, a: number, b: number): void {
  const row = matrix.slice(a * n, (a + 1) * n)
  matrix.copyWithin(a * n, b * n, (b + 1) * n)
  matrix.set(row, b * n)
}

function eliminate(matrix: Float64Array, n: number, k: number, i: number): void {
  const above = k * n
  const row = i * n
  const factor = matrix[row + k]! / matrix[above + k]!
  matrix[row + k] = factor
  if (factor === 0) return
  for (let j = k + 1; j < n; j++) matrix[row + j] = matrix[row + j]! - factor * matrix[above + j]!
}

/**
 * Adds the product of two square matrices to a third, `sum += a b`, and returns it.
 *
 * @param a     n x n, stored column by column
 * @param b     n x n, stored row by row
 * @param sum   stored row by row, `stride` numbers from one row to the next
 * @example addProduct(Float64Array.of(3), Float64Array.of(2), Float64Array.of(1), 1, 1)[0]   // 7
 */
export function addProduct(a: Float64Array, b: Float64Array, sum: Float64Array, n: number, stride: number): Float64Array {
  const whole = n - (n % 4)
  for (let row = 0; row < n; row++) {
    for (let i = 0; i < whole; i += 4) addFourRows(a, b, sum, n, row, i, row * stride)
    for (let i = whole; i < n; i++) {
      const factor = a[i * n + row]!
      for (let j = 0; j < n; j++) sum[row * stride + j] = sum[row * stride + j]! + factor * b[i * n + j]!
    }
  }
  return sum
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

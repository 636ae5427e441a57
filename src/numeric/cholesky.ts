/**
 * Replaces the lower triangle of a symmetric, positive semidefinite matrix by its Cholesky factor L, with A = L L'. A row that is a combination of the rows
 * before it is left out: it gets no pivot, and solutions have 0 there.
 *
 * @param matrix   size x size numbers, row by row; only the lower triangle is read
 * @param least    a pivot below this share of its diagonal entry counts as 0
 * @returns        1 / pivot of each row, 0 for a row that is left out
 * @example choleskyFactor(Float64Array.of(4, 0, 2, 5), 2)   // [0.5, 0.5]
 */
export function choleskyFactor(matrix: Float64Array, size: number, least = 1e-12): Float64Array {
  const inverse = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const row = i * size
    const diagonal = matrix[row + i]!
    for (let j = 0; j < i; j++) matrix[row + j] = (matrix[row + j]! - product(matrix, row, j * size, j)) * inverse[j]!
    const pivot = diagonal - product(matrix, row, row, i)
    const counts = pivot > least * diagonal && pivot > 0
    matrix[row + i] = counts ? Math.sqrt(pivot) : 0
    inverse[i] = counts ? 1 / matrix[row + i]! : 0
  }
  return inverse
}

/** Returns the inner product of the first `length` entries of two rows, which begin at `a` and `b`. */
function product(matrix: Float64Array, a: number, b: number, length: number): number {
  let sum = 0
  for (let k = 0; k < length; k++) sum += matrix[a + k]! * matrix[b + k]!
  return sum
}

/**
 * Overwrites `x` with the solution of A x = b, given b in `x` and what `choleskyFactor` made of A.
 *
 * @param factor    the factorised matrix
 * @param inverse   what `choleskyFactor` returned
 */
export function choleskySolve(factor: Float64Array, inverse: Float64Array, x: Float64Array): void {
  const size = inverse.length
  for (let i = 0; i < size; i++) {
    let sum = x[i]!
    const row = i * size
    for (let k = 0; k < i; k++) sum -= factor[row + k]! * x[k]!
    x[i] = sum * inverse[i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    const value = x[i]! * inverse[i]!
    x[i] = value
    const row = i * size
    for (let k = 0; k < i; k++) x[k]! -= factor[row + k]! * value
  }
}

/**
 * Returns the inverse of a symmetric, positive definite matrix; rows and columns that the factor left out are 0.
 *
 * @param factor    the factorised matrix, as `choleskyFactor` leaves it
 * @param inverse   what `choleskyFactor` returned
 */
export function choleskyInverse(factor: Float64Array, inverse: Float64Array): Float64Array {
  const size = inverse.length
  const whole = new Float64Array(size * size)
  const column = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    column.fill(0)
    column[j] = inverse[j] === 0 ? 0 : 1
    choleskySolve(factor, inverse, column)
    for (let i = 0; i < size; i++) whole[i * size + j] = column[i]!
  }
  return whole
}

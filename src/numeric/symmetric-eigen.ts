/** Eigenvalues of a symmetric matrix, and its eigenvectors as columns. */
export interface SymmetricEigen {
  readonly values: Float64Array
  /** size x size numbers, row by row; column j belongs to `values[j]`. */
  readonly vectors: Float64Array
}

/**
 * Returns the eigenvalues and eigenvectors of a symmetric matrix, in no particular order, by Jacobi's rotations. Meant for small matrices.
 *
 * @param matrix   size x size numbers, row by row
 * @example symmetricEigen(Float64Array.of(2, 0, 0, 3), 2).values   // [2, 3]
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = Float64Array.from(matrix)
  const vectors = new Float64Array(size * size)
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1
  for (let sweep = 0; sweep < 60 && offDiagonal(a, size) > 1e-30; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) if (a[p * size + q] !== 0) rotate(a, vectors, size, p, q)
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i]!), vectors }
}

/** Returns the sum of squares outside the diagonal, relative to that of the whole. */
function offDiagonal(a: Float64Array, size: number): number {
  let [outside, whole] = [0, 0]
  a.forEach((value, cell) => {
    whole += value * value
    if (cell % (size + 1) !== 0) outside += value * value
  })
  return whole > 0 ? outside / whole : 0
}

function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * a[p * size + q]!)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  for (let i = 0; i < size; i++) turn(a, i * size + p, i * size + q, c, s)
  for (let i = 0; i < size; i++) turn(a, p * size + i, q * size + i, c, s)
  for (let i = 0; i < size; i++) turn(vectors, i * size + p, i * size + q, c, s)
}

function turn(a: Float64Array, x: number, y: number, c: number, s: number): void {
  const [first, second] = [a[x]!, a[y]!]
  a[x] = c * first - s * second
  a[y] = s * first + c * second
}

import { expect, test } from 'vitest'
import { choleskyFactor, choleskyInverse, choleskySolve } from '../../src/numeric/cholesky.ts'
import { conjugateGradients } from '../../src/numeric/conjugate-gradients.ts'
import { symmetricEigen } from '../../src/numeric/symmetric-eigen.ts'

const hilbert = (size: number): Float64Array =>
  Float64Array.from({ length: size * size }, (_, cell) => 1 / (Math.floor(cell / size) + (cell % size) + 1))
const times = (matrix: Float64Array, x: Float64Array): Float64Array =>
  Float64Array.from(x, (_, i) => x.reduce((sum, value, j) => sum + matrix[i * x.length + j]! * value, 0))

test('Cholesky solves and inverts', () => {
  const matrix = hilbert(5)
  const factor = Float64Array.from(matrix)
  const pivots = choleskyFactor(factor, 5)
  const x = times(matrix, Float64Array.of(1, -2, 3, -4, 5))
  choleskySolve(factor, pivots, x)
  x.forEach((value, i) => {
    expect(value).toBeCloseTo([1, -2, 3, -4, 5][i]!, 8)
  })
  expect(choleskyInverse(factor, pivots)[0]).toBeCloseTo(25, 6)
})

test('a row that is a combination of earlier rows gets no pivot and a solution of 0', () => {
  const factor = Float64Array.of(4, 2, 2, 2, 1, 1, 2, 1, 3)
  const pivots = choleskyFactor(factor, 3)
  expect([...pivots].map((pivot) => pivot > 0)).toEqual([true, false, true])
  const x = Float64Array.of(8, 4, 6)
  choleskySolve(factor, pivots, x)
  expect([...x].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1.5, 0, 1])
})

test('conjugate gradients solve a singular system whose right side is consistent', () => {
  const matrix = Float64Array.of(2, -1, -1, -1, 2, -1, -1, -1, 2)
  const system = {
    size: 3,
    apply: (x: Float64Array, out: Float64Array) => out.set(times(matrix, x)),
    precondition: (r: Float64Array, out: Float64Array) => out.set(r),
  }
  const x = new Float64Array(3)
  expect(conjugateGradients(system, Float64Array.of(1, 2, -3), x, 1e-12, 50).converged).toBe(true)
  expect([...times(matrix, x)].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1, 2, -3])
})

test('eigenvalues and eigenvectors rebuild the matrix', () => {
  const matrix = hilbert(4)
  const { values, vectors } = symmetricEigen(matrix, 4)
  matrix.forEach((value, cell) => {
    const [i, j] = [Math.floor(cell / 4), cell % 4]
    expect([0, 1, 2, 3].reduce((sum, l) => sum + values[l]! * vectors[i * 4 + l]! * vectors[j * 4 + l]!, 0)).toBeCloseTo(value, 12)
  })
  expect(Math.max(...values)).toBeCloseTo(1.5002142800592426, 12)
})

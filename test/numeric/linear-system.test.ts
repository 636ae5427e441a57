import { describe, expect, test } from 'vitest'
import { addProduct, factorMatrix, solveFactored } from '../../src/numeric/linear-system.ts'
import { randomStream } from '../../src/numeric/random.ts'

describe('systems of linear equations', () => {
  test('a solution times the matrix is the right-hand side, with rows that must be exchanged', () => {
    const n = 41
    const random = randomStream(3, 'matrix')
    const matrix = Float64Array.from({ length: n * n }, () => random.below(1000) - 500)
    for (let i = 0; i < n; i++) matrix[i * n + i] = 0
    const solution = Float64Array.from({ length: n }, (_, i) => Math.sin(i))
    const right = new Float64Array(n)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) right[i] = right[i]! + matrix[i * n + j]! * solution[j]!
    const found = solveFactored(factorMatrix(matrix, n)!, right)
    for (let i = 0; i < n; i++) expect(found[i]).toBeCloseTo(solution[i]!, 9)
  })

  test('a singular matrix, and one with a hole, are not decomposed', () => {
    expect(factorMatrix(Float64Array.of(1, 2, 2, 4), 2)).toBeUndefined()
    expect(factorMatrix(Float64Array.of(Number.NaN, 0, 0, 1), 2)).toBeUndefined()
  })

  test('a product is added to what is there, for sizes that are no multiple of four', () => {
    for (const n of [1, 3, 4, 6]) {
      const a = Float64Array.from({ length: n * n }, (_, i) => i + 1)
      const b = Float64Array.from({ length: n * n }, (_, i) => 2 - i)
      const sum = new Float64Array(n * (n + 1)).fill(10)
      addProduct(a, b, sum, n, n + 1)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          let plain = 10
          for (let k = 0; k < n; k++) plain += a[k * n + i]! * b[k * n + j]!
          expect(sum[i * (n + 1) + j]).toBe(plain)
        }
        expect(sum[i * (n + 1) + n]).toBe(10)
      }
    }
  })
})

import { expect, test } from 'vitest'
import { randomStream } from '../../../src/numeric/random.ts'
import { exactSum, exactSumOf } from '../../../src/sources/rows/exact-sum.ts'

test('a sum is the nearest double to the true sum', () => {
  expect(exactSumOf(new Array<number>(10).fill(0.1))).toBe(1)
  expect(exactSumOf([1e100, 1, -1e100])).toBe(1)
  expect(exactSumOf([])).toBe(0)
  // half way between two doubles, and a little more or less
  expect(exactSumOf([1, 2 ** -53, 2 ** -106])).toBe(1 + 2 ** -52)
  expect(exactSumOf([1, 2 ** -53, -(2 ** -106)])).toBe(1)
})

test('no order of what is added changes a bit of the sum', () => {
  const random = randomStream(7, 'exact-sum')
  const values = Array.from({ length: 300 }, () => (random.below(2 ** 30) - 2 ** 28) * 10 ** (random.below(30) - 15))
  const sums = Array.from({ length: 50 }, () => {
    const sum = exactSum()
    for (const value of values.toSorted(() => random.below(3) - 1)) sum.add(value)
    return sum.value()
  })
  expect(new Set(sums).size).toBe(1)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { midRankPercentile, rankAmongSorted } from '../../src/measures/index.ts'

test('by bisection the percentile is the very figure that counting gives, ties and values outside included', () => {
  const numbers = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(numbers, fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ noNaN: true })), (population, value) => {
      const sorted = Float64Array.from(population).sort()
      expect(rankAmongSorted(sorted, value)).toBe(midRankPercentile(sorted, value))
      expect(rankAmongSorted(sorted, sorted[0]!)).toBe(midRankPercentile(sorted, sorted[0]!))
    }),
  )
})

test('NaN has no place', () => {
  expect(rankAmongSorted(Float64Array.of(1, 2), Number.NaN)).toBeNaN()
})

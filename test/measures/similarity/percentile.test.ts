import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { midRankPercentile, midRankPercentiles } from '../../../src/measures/index.ts'
import { expectNear } from '../plain-measures.ts'

describe('mid-rank percentile', () => {
  test('half of the ties count as below', () => {
    expect([...midRankPercentiles(Float64Array.of(3, 1, 1, 2))]).toEqual([87.5, 25, 25, 62.5])
  })

  test('where all are equal, all are in the middle', () => {
    expect([...midRankPercentiles(Float64Array.of(1, 1, 1))]).toEqual([50, 50, 50])
  })

  test('an unknown has no percentile and moves nobody else’s', () => {
    expect([...midRankPercentiles(Float64Array.of(Number.NaN, 1, 2))]).toEqual([Number.NaN, 25, 75])
    expect(midRankPercentile([Number.NaN, 1, 2], 2)).toBe(75)
    expect(midRankPercentile([1, 2], Number.NaN)).toBeNaN()
    expect(midRankPercentile([Number.NaN], 1)).toBeNaN()
  })

  test('a value from outside may reach 0 and 100', () => {
    expect(midRankPercentile([1, 2], 0)).toBe(0)
    expect(midRankPercentile([1, 2], 3)).toBe(100)
  })

  test('all at once equals one at a time, and their mean is 50', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN)), { minLength: 1, maxLength: 40 }), (list) => {
        const all = midRankPercentiles(Float64Array.from(list))
        list.forEach((value, i) => {
          expectNear(all[i], midRankPercentile(list, value), `${value}`)
        })
        const known = all.filter((p) => !Number.isNaN(p))
        if (known.length > 0) expect(known.reduce((sum, p) => sum + p, 0) / known.length).toBeCloseTo(50, 10)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantile, TailQuantiles } from '../../src/numeric/quantile.ts'

describe("quantile is R's type 7", () => {
  // R 4.5: quantile(c(3.1, -2, 7.25, 0, 4, 4, 9), c(0, .05, .3, .5, .87, .95, 1))
  const values = Float64Array.of(3.1, -2, 7.25, 0, 4, 4, 9)
  test.each([
    [0, -2],
    [0.05, -1.4],
    [0.3, 2.48],
    [0.5, 4],
    [0.87, 7.635],
    [0.95, 8.475],
    [1, 9],
  ])('p = %d: %d', (p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12)
  })

  test('equal to interpolation in the sorted values, for any values and any p', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, p) => {
          const sorted = Float64Array.from(list).sort()
          const position = (list.length - 1) * p
          const [below, above] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!]
          expect(quantile(Float64Array.from(list), p)).toBeCloseTo(below + (position - Math.floor(position)) * (above - below), 10)
        },
      ),
    )
  })

  test('of a part of an array: the rest is not looked at, and nothing is changed', () => {
    const whole = Float64Array.of(-100, 3, 1, 2, 100)
    expect(quantile(whole, 0, 1, 4)).toBe(1)
    expect(quantile(whole, 1, 1, 4)).toBe(3)
    expect([...whole]).toEqual([-100, 3, 1, 2, 100])
  })

  test('of nothing is NaN', () => {
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN()
  })
})

describe('both tails at once', () => {
  const anyNumbers = fc.oneof(
    fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 300 }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 300 }),
    // One far out: the guess from mean and spread then finds too few.
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 300 }).map((list) => [1e3, ...list]),
  )

  test('equal the two quantiles, whatever the numbers, one set after the other', () => {
    fc.assert(
      fc.property(fc.array(anyNumbers, { minLength: 1, maxLength: 4 }), fc.double({ min: 0, max: 0.5, noNaN: true }), (sets, tail) => {
        const tails = new TailQuantiles(tail, 301)
        for (const set of sets) {
          const values = Float64Array.from([7, ...set, 7])
          tails.find(values, 1, set.length + 1)
          if (set.length === 0) expect([tails.low, tails.high]).toEqual([Number.NaN, Number.NaN])
          else {
            expect(tails.low).toBeCloseTo(quantile(values, tail, 1, set.length + 1), 9)
            expect(tails.high).toBeCloseTo(quantile(values, 1 - tail, 1, set.length + 1), 9)
          }
        }
      }),
    )
  })
})

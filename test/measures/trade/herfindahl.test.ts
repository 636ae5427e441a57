import fc from 'fast-check'
import { expect, test } from 'vitest'
import { herfindahl, normalisedHerfindahl } from '../../../src/measures/trade/herfindahl.ts'

const amounts = fc.array(fc.double({ min: 0.001, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 })

test('lies between 1/n and 1, does not depend on the unit or the order, and merging two parts raises it', () => {
  fc.assert(
    fc.property(amounts, fc.double({ min: 0.1, max: 1000, noNaN: true }), (parts, factor) => {
      const { herfindahl: index } = herfindahl(Float64Array.from(parts))
      expect(index).toBeGreaterThanOrEqual(1 / parts.length - 1e-12)
      expect(index).toBeLessThanOrEqual(1 + 1e-12)
      const other = herfindahl(Float64Array.from([...parts].reverse(), (part) => part * factor)).herfindahl
      expect(other).toBeCloseTo(index, 10)
      if (parts.length > 1)
        expect(herfindahl(Float64Array.of(parts[0]! + parts[1]!, ...parts.slice(2))).herfindahl).toBeGreaterThanOrEqual(index * (1 - 1e-12))
    }),
  )
})

test('a part of nothing changes nothing; no part at all is undefined; a negative one is refused', () => {
  expect(herfindahl(Float64Array.of(3, 1, 0))).toEqual(herfindahl(Float64Array.of(3, 1)))
  expect(herfindahl(Float64Array.of(0, 0)).herfindahl).toBeNaN()
  expect(() => herfindahl(Float64Array.of(1, -1))).toThrow(RangeError)
  expect(() => herfindahl(Float64Array.of(1, Number.NaN))).toThrow(RangeError)
})

test('normalised: 0 where all possible parts are equal, 1 where there is one, undefined for a single possible part', () => {
  expect(normalisedHerfindahl(1 / 260, 260)).toBeCloseTo(0, 12)
  expect(normalisedHerfindahl(1, 260)).toBe(1)
  expect(normalisedHerfindahl(1, 1)).toBeNaN()
})

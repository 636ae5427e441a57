import { describe, expect, test } from 'vitest'
import { allianceScale, cohenKappa, crossTable, similarityS, tableFromRows } from '../../../src/measures/index.ts'

describe('cross table', () => {
  test('has the scale’s levels, not those observed: S of two states that never say no keeps the full range', () => {
    expect(crossTable([1, 2], [2, 2]).levels).toBe(3)
    expect(similarityS([1, 2], [2, 2]).value).toBe(0.5)
  })

  test('rows are a, columns b', () => {
    expect([...crossTable([1, 1], [3, 3]).cells]).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 0])
  })

  test('0 is "none" for votes and a position for alliances', () => {
    expect(crossTable([0, 1], [0, 1]).issues).toBe(1)
    expect(crossTable([0, 1], [0, 1], { scale: allianceScale }).issues).toBe(2)
    expect(crossTable([255, 1], [0, 1], { scale: allianceScale }).issues).toBe(1)
    expect(crossTable([Number.NaN, 1], [0, 1], { scale: allianceScale }).issues).toBe(1)
  })

  test('a code that is not on the scale is an error, never an absence', () => {
    expect(() => crossTable([4], [1])).toThrow('position 4 is not on the scale 1 to 3')
    expect(() => crossTable([1.5], [1])).toThrow(RangeError)
    expect(() => crossTable([-1], [1], { scale: allianceScale })).toThrow(RangeError)
  })

  test('vectors of different length, weights below 0 and tables that are not square are refused', () => {
    expect(() => crossTable([1, 2], [1])).toThrow(RangeError)
    expect(() => crossTable([1], [1], { weights: [1, 1] })).toThrow(RangeError)
    expect(() => crossTable([1], [1], { weights: [-1] })).toThrow(RangeError)
    expect(() => crossTable([1], [1], { weights: [Number.NaN] })).toThrow(RangeError)
    expect(() => tableFromRows([[1, 2]])).toThrow(RangeError)
  })

  test('a weight of 2 is the issue counted twice', () => {
    const doubled = cohenKappa([1, 1, 3], [1, 3, 3], { weights: [1, 2, 1] })
    expect(doubled.value).toBeCloseTo(cohenKappa([1, 1, 1, 3], [1, 3, 3, 3]).value, 14)
    expect(doubled.issues).toBe(3)
  })

  test('weights of 0 leave a measure undefined rather than 0', () => {
    expect(similarityS([1, 2], [1, 3], { weights: [0, 0] }).value).toBeNaN()
  })
})

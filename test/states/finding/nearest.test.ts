import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, nearestStates } from '../../../src/states/finding/nearest.ts'
import { stateOf } from '../../../src/states/index.ts'

const word = fc.string({ maxLength: 8, unit: fc.constantFrom(...'abc') })

describe('edit distance', () => {
  test('is the same from either side, and 0 for the same word only', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9))
        expect(editDistance(a, b, 9) === 0).toBe(a === b)
      }),
    )
  })

  test('one letter lost, added, replaced or swapped with its neighbour is 1', () => {
    expect(['chna', 'chinna', 'chima', 'cihna'].map((text) => editDistance(text, 'china', 3))).toEqual([1, 1, 1, 1])
  })

  test('beyond the limit it is the limit and one', () => {
    fc.assert(fc.property(word, word, fc.nat(4), (a, b, limit) => editDistance(a, b, limit) === Math.min(editDistance(a, b, 9), limit + 1)))
  })
})

describe('nearest states', () => {
  const state = (iso3: string) => stateOf(iso3) ?? expect.fail(iso3)

  test('the nearest come first, a state once however many of its names are near', () => {
    const keys = [
      ['irak', state('IRQ')],
      ['iran', state('IRN')],
      ['iraq', state('IRQ')],
    ] as const
    expect(nearestStates('irann', keys).map(({ iso3 }) => iso3)).toEqual(['IRN'])
    expect(nearestStates('irax', keys).map(({ iso3 }) => iso3)).toEqual(['IRN', 'IRQ'])
  })

  test('two letters are like nothing', () => {
    expect(nearestStates('xx', [['x', state('CHN')]])).toEqual([])
  })
})

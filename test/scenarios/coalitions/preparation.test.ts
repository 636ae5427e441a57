import { describe, expect, test } from 'vitest'
import { type PreparationQuestion, preparation } from '../../../src/scenarios/coalitions/preparation.ts'

/** Two large economies, and a small one that buys a fifth of its goods from each. */
const table = {
  economies: ['BIG', 'OTHER', 'TARGET'],
  sectors: ['GOODS', 'FUEL'],
  flows: Float64Array.of(...[900, 40, 10, 40, 900, 10, 10, 10, 60], ...[90, 4, 4, 4, 90, 1, 4, 1, 10]),
}
const question: PreparationQuestion = {
  target: [2],
  partners: [0],
  cut: { factor: Number.POSITIVE_INFINITY, sectors: [0, 1], direction: 'both' },
  moved: 0.5,
  longRun: Float64Array.of(4, 4),
  shortRun: Float64Array.of(1.5, 1.5),
}

describe('preparing for a cut of trade', () => {
  const found = preparation(table, question)

  test('costs something every year and saves more when the cut comes', () => {
    expect(found.converged).toBe(true)
    expect(found.premium).toBeGreaterThan(0)
    expect(found.prepared).toBeLessThan(found.unprepared)
    expect(found.prepared).toBeGreaterThan(found.premium)
  })

  test('pays from the probability at which both ways lose the same', () => {
    const { premium, unprepared, prepared, breakEven } = found
    expect((1 - breakEven!) * premium + breakEven! * prepared).toBeCloseTo(breakEven! * unprepared, 10)
  })

  test('of nothing costs and saves nothing', () => {
    const none = preparation(table, { ...question, moved: 0 })
    expect(none.premium).toBeCloseTo(0, 7)
    expect(none.prepared).toBeCloseTo(none.unprepared, 7)
  })

  test('with the same elasticity in the first year saves nothing: the world after the cut is the same', () => {
    const { prepared, unprepared } = preparation(table, { ...question, shortRun: question.longRun })
    expect(prepared).toBeCloseTo(unprepared, 6)
  })

  test('in a sector that is not cut changes nothing', () => {
    const fuel = preparation(table, { ...question, cut: { ...question.cut, sectors: [1] } })
    expect(fuel.unprepared).toBeLessThan(found.unprepared)
    expect(fuel.premium).toBeLessThan(found.premium)
  })

  test.each([1, -0.1, Number.NaN])('of a part of %d is refused', (moved) => {
    expect(() => preparation(table, { ...question, moved })).toThrow(RangeError)
  })
})

import { describe, expect, test } from 'vitest'
import { deterrenceTable } from '../../../src/scenarios/coalitions/deterrence.ts'
import { type CutQuestion, cutLosses, stockpile } from '../../../src/scenarios/coalitions/reserves.ts'
import { sharesOfTable } from '../../../src/scenarios/models/trade-shares.ts'

/** Two large economies, and a small one that buys a fifth of its goods from the first and a tenth from the second. */
const table = {
  economies: ['BIG', 'OTHER', 'TARGET'],
  sectors: ['GOODS', 'FUEL'],
  flows: Float64Array.of(...[900, 40, 20, 40, 900, 10, 20, 10, 60], ...[90, 4, 4, 4, 90, 1, 4, 1, 10]),
}
const question: CutQuestion = {
  target: [2],
  partners: [0],
  cut: { factor: Number.POSITIVE_INFINITY, sectors: [0, 1], direction: 'both' },
  elasticity: Float64Array.of(1.5, 1.5),
}
const stock = { sectors: [0, 1], months: 6, carrying: 0.1 }

describe('a stock of what partners sell', () => {
  test('is worth the purchases of its months and costs its carrying a year', () => {
    const { value, premium, converged } = stockpile(table, question, stock)
    expect(converged).toBe(true)
    expect(value).toBeCloseTo((20 + 4) / 2, 12)
    // the target spends 20 + 10 + 60 on goods and 4 + 1 + 10 on fuel
    expect(premium).toBeCloseTo((100 * 0.1 * 12) / 105, 12)
  })

  test('of no months costs and saves nothing; of more months saves in proportion', () => {
    const { target } = cutLosses(sharesOfTable(table), question)
    const none = stockpile(table, question, { ...stock, months: 0 })
    expect(none.prepared).toBeCloseTo(target, 10)
    const [three, six] = [3, 6].map((months) => stockpile(table, question, { ...stock, months, carrying: 0 }))
    expect(three!.saved).toBeGreaterThan(0)
    expect(six!.saved).toBeCloseTo(2 * three!.saved, 10)
  })

  test('of all goods for a year leaves what the cut of sales costs', () => {
    const { prepared } = stockpile(table, question, { ...stock, months: 12, carrying: 0 })
    const sales = cutLosses(sharesOfTable(table), { ...question, target: [0], partners: [2], cut: { ...question.cut, direction: 'sales' } })
    // the first side of a cut of sales are the partners: what the target sells is cut, from the target's side of the loss
    expect(prepared).toBeCloseTo(sales.partners, 8)
  })

  test('pays from the probability at which both ways lose the same', () => {
    const { target } = cutLosses(sharesOfTable(table), question)
    const { premium, prepared, breakEven } = stockpile(table, question, stock)
    expect((1 - breakEven!) * premium + breakEven! * prepared).toBeCloseTo(breakEven! * target, 10)
    expect(stockpile(table, question, { ...stock, carrying: 50 }).breakEven).toBeNull()
  })

  test.each([-1, 13, Number.NaN])('of %d months is refused', (months) => {
    expect(() => stockpile(table, question, { ...stock, months })).toThrow(RangeError)
  })
})

describe('a table of what a threat costs', () => {
  const threat = {
    target: [2],
    members: [[1], [0]],
    others: [],
    cut: question.cut,
    shortRun: question.elasticity,
    longRun: Float64Array.of(4, 4),
  }

  test('grows by the member that adds most, and ends with all; who leaves saves the target something', async () => {
    const counted: number[] = []
    const found = await deterrenceTable(table, { ...threat, cut: { ...threat.cut, factor: 3 } }, async (done, of) => {
      expect(done).toBeLessThanOrEqual(of)
      counted.push(done)
    })
    expect(found.growing.map(({ member }) => member)).toEqual([1, 0])
    expect(found.growing[1]!.losses).toEqual(found.all)
    expect(found.without[1]!.later).toBeLessThan(found.all.later)
    expect(found.without[0]).toEqual(found.growing[0]!.losses)
    expect(found.all.firstYear).toBeGreaterThan(found.all.later)
    expect(counted.length).toBeGreaterThan(4)
  })

  test('of one member has nobody left without it', async () => {
    const { without, growing } = await deterrenceTable(table, {
      ...threat,
      members: [[0]],
      others: [[1]],
      cut: { ...threat.cut, factor: 3 },
    })
    expect(without).toEqual([null])
    expect(growing).toHaveLength(1)
  })
})

import { describe, expect, test } from 'vitest'
import { gainsFromTrade } from '../../../src/scenarios/models/gains-from-trade.ts'
import { sectorEquilibrium } from '../../../src/scenarios/models/sector-equilibrium.ts'
import { eachCell, sharesOfTable } from '../../../src/scenarios/models/trade-shares.ts'
import type { TradeTable } from '../../../src/scenarios/models/trade-table.ts'

// seller by buyer: two economies of the same size that trade a fifth
const twins: TradeTable = { economies: ['AAA', 'BBB'], sectors: ['all'], flows: Float64Array.of(80, 20, 20, 80) }
// three economies, two sectors, deficits, and a good that C does not make
const three: TradeTable = {
  economies: ['AAA', 'BBB', 'CCC'],
  sectors: ['x', 'y'],
  flows: Float64Array.of(50, 10, 5, 12, 60, 8, 0, 0, 0, 40, 6, 9, 7, 30, 4, 3, 2, 25),
}
const theta = Float64Array.of(4)

describe('equations of one or many sectors', () => {
  test('twins that raise the cost of trade by a tenth lose what the formula of their home share says', () => {
    const answer = sectorEquilibrium(sharesOfTable(twins), theta, { costs: Float64Array.of(1, 1.1, 1.1, 1) })
    const price = (0.8 + 0.2 * 1.1 ** -4) ** (-1 / 4)
    expect(answer.converged).toBe(true)
    for (const welfare of answer.welfare) expect(welfare).toBeCloseTo(1 / price, 12)
    // Arkolakis, Costinot and Rodríguez-Clare: welfare is (home share after / before)^(-1/θ)
    expect(answer.welfare[0]).toBeCloseTo((answer.flows[0]! / 100 / 0.8) ** (-1 / 4), 12)
  })

  test('a ban of all trade costs what the gains from trade are', () => {
    const base = sharesOfTable(twins)
    const infinite = Number.POSITIVE_INFINITY
    const answer = sectorEquilibrium(base, theta, { costs: Float64Array.of(1, infinite, infinite, 1) })
    expect(1 - answer.welfare[0]!).toBeCloseTo(gainsFromTrade(base, theta)[0]!, 12)
  })

  test('no shock changes nothing, and world output stays the unit', () => {
    const answer = sectorEquilibrium(sharesOfTable(three), Float64Array.of(3, 6), {})
    for (const value of [...answer.wage, ...answer.welfare]) expect(value).toBeCloseTo(1, 12)
    expect(answer.steps).toBe(1)
  })

  test.each(['additive', 'multiplicative', 'none'] as const)('deficits %s: every economy earns what it sells', (deficits) => {
    const base = sharesOfTable(three)
    const tariffs = new Float64Array(18)
    eachCell(3, 2, (cell, _, i, j) => {
      if (j === 0 && i !== 0) tariffs[cell] = 0.25
    })
    const answer = sectorEquilibrium(base, Float64Array.of(3, 6), { tariffs }, { deficits })
    expect(answer.converged).toBe(true)
    const sold = new Float64Array(3)
    eachCell(3, 2, (cell, _, i) => {
      sold[i]! += answer.flows[cell]!
    })
    for (let i = 0; i < 3; i++) expect((sold[i]! * answer.commonFactor) / (answer.wage[i]! * base.output[i]!)).toBeCloseTo(1, 10)
    expect(answer.wage.reduce((sum, wage, i) => sum + wage * base.output[i]!, 0)).toBeCloseTo(271, 8)
  })

  test('a small tariff of a large economy raises its own welfare, a prohibitive one does not', () => {
    const base = sharesOfTable(twins)
    const of = (rate: number): number => sectorEquilibrium(base, theta, { tariffs: Float64Array.of(0, 0, rate, 0) }).welfare[0]!
    expect(of(0.1)).toBeGreaterThan(1)
    expect(of(5)).toBeLessThan(1)
  })

  test('where nobody is left who sells a good, welfare is not a number: C makes no x and may not buy it', () => {
    const base = sharesOfTable(three)
    const costs = new Float64Array(18).fill(1)
    for (const cell of [2, 5]) costs[cell] = Number.POSITIVE_INFINITY
    const answer = sectorEquilibrium(base, Float64Array.of(3, 6), { costs })
    expect(answer.converged).toBe(true)
    expect(answer.welfare[2]).toBeNaN()
    expect(answer.welfare[0]).toBeGreaterThan(0.9)
    expect(gainsFromTrade(base, Float64Array.of(3, 6))[2]).toBeNaN()
    expect(gainsFromTrade(base, Float64Array.of(3, 6))[0]).toBeGreaterThan(0)
  })

  test('a search that is stopped says so', () => {
    const { converged, steps, residual } = sectorEquilibrium(
      sharesOfTable(three),
      Float64Array.of(3, 6),
      { costs: Float64Array.from({ length: 18 }, (_, k) => 1 + (k % 5)) },
      { mostSteps: 3 },
    )
    expect([converged, steps]).toEqual([false, 3])
    expect(residual).toBeGreaterThan(1e-6)
  })
})

describe('tables and shocks that no model can read are refused by name', () => {
  const table = (flows: readonly number[]): TradeTable => ({ economies: ['AAA', 'BBB'], sectors: ['all'], flows: Float64Array.from(flows) })

  test.each([
    ['an economy that sells nothing', [0, 0, 20, 80], 'AAA sells nothing'],
    ['an economy that buys nothing', [80, 0, 20, 0], 'BBB buys nothing'],
    ['a negative cell', [80, -1, 20, 80], 'AAA to BBB, all is -1'],
    ['a cell that is no number', [80, Number.NaN, 20, 80], 'AAA to BBB, all is NaN'],
    ['a table of another size', [1, 2, 3], '3 flows'],
  ])('%s', (_, flows, message) => {
    expect(() => sharesOfTable(table(flows))).toThrow(message)
  })

  test.each([
    ['a cost of 0', { costs: Float64Array.of(1, 0, 1, 1) }, 'AAA to BBB'],
    ['a tariff of -100 %', { tariffs: Float64Array.of(0, -1, 0, 0) }, '-100 %'],
    ['a productivity of 0', { productivity: Float64Array.of(1, 0) }, 'BBB'],
  ])('%s', (_, shock, message) => {
    expect(() => sectorEquilibrium(sharesOfTable(twins), theta, shock)).toThrow(message)
  })
})

import { describe, expect, test } from 'vitest'
import { calibrate } from '../../../src/scenarios/liberation-day/calibration.ts'
import type { ModelParameters } from '../../../src/scenarios/liberation-day/economy-response.ts'
import { liberationDay } from '../../../src/scenarios/liberation-day/liberation-day.ts'
import { tariffEquilibrium } from '../../../src/scenarios/liberation-day/tariff-equilibrium.ts'
import { tariffMatrix } from '../../../src/scenarios/liberation-day/tariff-policy.ts'
import type { TradeInputs } from '../../../src/scenarios/liberation-day/trade-inputs.ts'

/** Four economies; the third imports more than its GDP, as Hong Kong does. */
const inputs: TradeInputs = {
  iso3: ['CHN', 'DEU', 'HKG', 'USA'],
  trade: Float64Array.of(0, 30, 60, 50, 20, 0, 5, 25, 5, 10, 0, 30, 15, 20, 10, 0),
  gdp: Float64Array.of(180, 90, 30, 280),
  tariffs: Float64Array.of(0.54, 0.2, 0.1, 0),
}
const withTrade = (value: number, ...places: number[]): TradeInputs => ({
  ...inputs,
  trade: inputs.trade.map((old, at) => (places.includes(at) ? value : old)),
})
const parameters: ModelParameters = { elasticity: 4, labourElasticity: 0.5, scaleElasticity: 0.67 / 4, rebate: 'income-tax' }

describe('the base year', () => {
  const base = calibrate(inputs)

  test('spending is shared out, and transfers sum to zero', () => {
    for (let i = 0; i < 4; i++) expect(base.share.slice(4 * i, 4 * i + 4).reduce((a, b) => a + b)).toBeCloseTo(1, 14)
    expect(base.transfer.reduce((a, b) => a + b)).toBeCloseTo(0, 10)
  })

  test('an economy that imports more than it spends sells nothing at home', () => {
    expect(base.share[2 * 4 + 2]).toBe(0)
    expect(base.spending[2]).toBe(75)
  })

  test('without a local part in sales, a tariff acts as any cost does', () => {
    expect([...calibrate(inputs, 'eaton-kortum').tariffResponse]).toEqual([1, 1, 1, 1])
  })
})

describe('the equilibrium', () => {
  test('without tariffs nothing changes', () => {
    for (const { welfare, employment, prices } of liberationDay(inputs, { tariff: 0 }).economies)
      for (const change of [welfare, employment, prices]) expect(change).toBeCloseTo(0, 10)
  })

  test('all markets balance when recomputed from the solution, and the mean of prices stays', () => {
    const base = calibrate(inputs)
    const after = tariffEquilibrium(base, tariffMatrix(base, inputs.tariffs, 'reciprocal', 4), parameters)
    for (let j = 0; j < 4; j++) {
      let received = 0
      for (let i = 0; i < 4; i++) {
        received += (1 - base.localPart[i]!) * after.sales[4 * i + j]!
        received += base.localPart[j]! * after.sales[4 * j + i]!
      }
      expect(received / after.economies[j]!.income).toBeCloseTo(1, 12)
    }
    const prices = after.economies.reduce((sum, { logPrice }, i) => sum + base.spending[i]! * Math.expm1(logPrice), 0)
    expect(prices).toBeCloseTo(0, 9)
  })

  test('the order of the economies does not matter', () => {
    const order = [3, 1, 0, 2]
    const moved: TradeInputs = {
      iso3: order.map((i) => inputs.iso3[i]!),
      trade: Float64Array.from({ length: 16 }, (_, at) => inputs.trade[order[at >> 2]! * 4 + order[at & 3]!]!),
      gdp: Float64Array.from(order, (i) => inputs.gdp[i]!),
      tariffs: Float64Array.from(order, (i) => inputs.tariffs[i]!),
    }
    for (const retaliation of ['none', 'reciprocal', 'optimal'] as const) {
      const [first, second] = [inputs, moved].map((one) => liberationDay(one, { retaliation }).economies)
      for (const [k, i] of order.entries()) expect(second![k]!.welfare).toBeCloseTo(first![i]!.welfare!, 9)
    }
  })

  test('a thousandfold unit of money changes nothing', () => {
    const dollars = { ...inputs, trade: inputs.trade.map((v) => v * 1e3), gdp: inputs.gdp.map((v) => v * 1e3) }
    const [first, second] = [inputs, dollars].map((one) => liberationDay(one).economies)
    for (const [i, { welfare }] of first!.entries()) expect(second![i]!.welfare).toBeCloseTo(welfare!, 9)
  })

  test('only a lower income tax makes revenue raise employment', () => {
    const employment = (rebate: ModelParameters['rebate']) => liberationDay(inputs, { rebate }).economies[3]!.employment
    expect(employment('income-tax')).toBeGreaterThan(employment('lump-sum'))
  })

  test('tariffs that no world can bear are refused, with the part that it can', () => {
    const indebted = withTrade(170, 3)
    expect(() => liberationDay(indebted, { tariff: 10, retaliation: 'reciprocal' })).toThrow(/No equilibrium was found .* up to \d+ %/)
  })
})

describe('inputs that the model cannot use are refused by name', () => {
  test.each([
    [withTrade(0, 1, 2, 3), /CHN exports nothing/],
    [withTrade(0, 4, 8, 12), /CHN imports nothing/],
    [withTrade(-5, 1), /exports of CHN to DEU are -5/],
    [withTrade(Number.NaN, 6), /exports of DEU to HKG are NaN/],
    [{ ...inputs, gdp: Float64Array.of(180, 0, 40, 280) }, /GDP of DEU is 0/],
    [{ ...inputs, tariffs: Float64Array.of(54, 20, 10, 0) }, /tariff on CHN is 54; it must be a share/],
    [{ ...inputs, iso3: ['CHN', 'DEU', 'CHN', 'USA'] }, /CHN is in the list of economies twice/],
    [{ ...inputs, iso3: ['CHN', 'DEU', 'HKG', 'CAN'] }, /lacks USA/],
    [{ ...inputs, gdp: Float64Array.of(1) }, /GDP is given for 1 of 4/],
    [{ ...inputs, trade: new Float64Array(9) }, /trade matrix has 9 values for 4 economies/],
  ] satisfies [TradeInputs, RegExp][])('%#', (bad, message) => {
    expect(() => liberationDay(bad)).toThrow(message)
  })
})

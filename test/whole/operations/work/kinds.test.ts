import { describe, expect, test } from 'vitest'
import type { Format } from '../../../../src/operations/request/operation.ts'
import { cellCount, readPlan } from '../../../../src/work/plan.ts'
import { inOneGo, joined, planOf } from '../../../operations/work/joined.ts'

/** The answer by cells and in one go, as text; the plan has several cells, the last one shorter. */
async function both(name: string, raw: Record<string, unknown>, cell: number, format: Format): Promise<readonly [Buffer, Buffer]> {
  const file = await planOf(name, raw, cell, format)
  const plan = await readPlan(file)
  expect(cellCount(plan)).toBeGreaterThan(1)
  expect(plan.items % cell).not.toBe(0)
  const [whole, byCells] = [await inOneGo(name, raw, format), await joined(file)]
  expect(whole.length).toBeGreaterThan(500)
  return [byCells, whole]
}

describe('the result by cells has the very bytes of the command', () => {
  test.each([
    ['csv', 5],
    ['jsonl', 7],
    ['parquet', 8],
  ] as const)('for a panel as %s', async (format, cell) => {
    const raw = { indicators: 'kappa,standing,goods-exports,sanctions-regimes', states: 'CHN,RUS,USA,IND,BRA', from: 2015 }
    const [byCells, whole] = await both('panel', raw, cell, format)
    expect(byCells.equals(whole)).toBe(true)
  })

  test('for a directed panel that begins before most of its states', async () => {
    const raw = { indicators: 'defence,armed-conflict', pairs: 'IND-PAK,CHN-RUS', from: 1945, to: 1951, directed: true }
    const [byCells, whole] = await both('panel', raw, 2, 'csv')
    expect(byCells.toString()).toBe(whole.toString())
  })

  test('for a panel of places, which are made ready for all its years', async () => {
    const [byCells, whole] = await both(
      'panel',
      { indicators: 'vote-place', states: 'CHN,RUS,USA,IND,BRA', from: 2022, to: 2024 },
      2,
      'csv',
    )
    expect(byCells.toString()).toBe(whole.toString())
  })

  const scenario = {
    text: [
      'name: A ban',
      'base: baci-2023',
      'uncertain: { elasticities: { spread: 0.2 }, size: { spread: 0.3 } }',
      'shocks: [{ kind: trade-cost, from: [USA], to: [CHN], factor: 2 }]',
    ].join('\n'),
    draws: 21,
  }

  test.each(['json', 'csv'] as const)('for the draws of a scenario as %s', async (format) => {
    const [byCells, whole] = await both('scenario', scenario, 8, format)
    expect(byCells.toString()).toBe(whole.toString())
  })

  test('for a scenario whose spread is split over its sources', async () => {
    const [byCells, whole] = await both('scenario', { ...scenario, shares: true }, 20, 'json')
    expect(JSON.parse(byCells.toString()).spread).not.toEqual([])
    expect(byCells.toString()).toBe(whole.toString())
  })

  test.each([
    ['all coalitions of three', { target: 'RUS', members: 'USA,EU,JPN', loss: '0.5' }, 3],
    ['orders drawn among seven', { target: 'RUS', members: 'USA,EU,JPN,GBR,KOR,CAN,AUS', orders: 4 }, 10],
  ])('for %s', async (_, raw, cell) => {
    const [byCells, whole] = await both('coalition', { ...raw, base: 'baci-2023' }, cell, 'json')
    expect(byCells.toString()).toBe(whole.toString())
  })

  test('for intervals of all pairs in two years, with cells across the two', async () => {
    const raw = { all: true, intervals: true, by: 'year', from: '2018', to: '2019', issue: 'nu', draws: 100, seed: 7 }
    const [byCells, whole] = await both('measure similarity', raw, 7001, 'csv')
    expect(byCells.equals(whole)).toBe(true)
  })

  test('for the chains of a posterior', async () => {
    const raw = { a: 'CHN', b: 'RUS', posterior: true, chains: 3, issue: 'co', from: '2024-10', to: '2024-12', seed: 5 }
    const [byCells, whole] = await both('measure ideal-points', raw, 2, 'json')
    expect(JSON.parse(byCells.toString()).fit.posterior.draws).toBe(1260)
    expect(byCells.toString()).toBe(whole.toString())
  })

  test('for a back-test, which is the stored one', async () => {
    const [byCells, whole] = await both('outlook backtest', { target: 'standing-down' }, 2, 'csv')
    expect(byCells.toString()).toBe(whole.toString())
    // half a minute of processor time for the standing of all pairs in eighty years
  }, 900_000)
})

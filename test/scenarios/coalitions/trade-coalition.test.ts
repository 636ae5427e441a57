import { describe, expect, test } from 'vitest'
import { leverage } from '../../../src/scenarios/coalitions/leverage.ts'
import { exactShapley } from '../../../src/scenarios/coalitions/shapley.ts'
import { cutTrade, moneyLoss, percentLoss, type TradeModel, tradeCoalition } from '../../../src/scenarios/coalitions/trade-coalition.ts'
import { sectorEquilibrium } from '../../../src/scenarios/models/sector-equilibrium.ts'
import { sharesOfTable } from '../../../src/scenarios/models/trade-shares.ts'

/** Four economies and two sectors; the last is small and sells half its first sector's goods to the first. */
const table = {
  economies: ['BIG', 'MID', 'FAR', 'TGT'],
  sectors: ['GOODS', 'FUEL'],
  flows: Float64Array.of(
    ...[800, 40, 20, 25, 30, 300, 10, 12, 15, 8, 200, 2, 24, 8, 2, 30],
    ...[90, 4, 2, 2, 3, 40, 2, 1, 2, 2, 20, 1, 14, 16, 3, 20],
  ),
}
const shares = sharesOfTable(table)
const elasticity = Float64Array.of(4, 8)
const model: TradeModel = {
  n: 4,
  sectors: 2,
  expenditure: shares.expenditure,
  solve: (shock, start) => {
    const { converged, welfare, wage } = sectorEquilibrium(shares, elasticity, shock, start === undefined ? {} : { start })
    return { converged, welfare, logWage: wage.map(Math.log) }
  },
}
const candidates = ['BIG', 'MID', 'FAR'].map((name, i) => ({ name, party: [i] }))
const tripled = { factor: 3, sectors: [0, 1], direction: 'both' } as const
const ban = { factor: Number.POSITIVE_INFINITY, sectors: [0, 1], direction: 'both' } as const

describe('a coalition that cuts trade with a target', () => {
  const game = tradeCoalition(model, { target: [3], candidates, cut: tripled })

  test('without members nothing happens', () => {
    const { targetLoss, losses } = game.outcome(0n)
    for (const loss of [targetLoss, ...losses]) expect(loss).toBeCloseTo(0, 8)
  })

  test('harms the target more with each member, most by its largest partner, and costs the members', () => {
    expect(game.outcome(0b001n).targetLoss).toBeGreaterThan(game.outcome(0b100n).targetLoss)
    expect(game.outcome(0b011n).targetLoss).toBeGreaterThan(game.outcome(0b001n).targetLoss)
    expect(game.outcome(0b111n).targetLoss).toBeGreaterThan(game.outcome(0b011n).targetLoss)
    expect(game.outcome(0b011n).losses[0]).toBeGreaterThan(0)
  })

  test('who stays out gains trade, and its loss is smaller than that of a member', () => {
    expect(game.outcome(0b001n).losses[1]!).toBeLessThan(game.outcome(0b011n).losses[1]!)
  })

  test('the Shapley values add up to what all do', () => {
    const { contributions, total } = exactShapley(game)
    expect(contributions.reduce((sum, c) => sum + c.shapley, 0)).toBeCloseTo(total, 10)
    expect(total).toBeCloseTo(game.outcome(7n).targetLoss, 8)
  })

  test('a solution from a warm start is the one from a cold start', () => {
    const cold = model.solve(cutTrade(model, [0, 1], [3], tripled))
    expect(game.outcome(0b011n).targetLoss).toBeCloseTo(percentLoss(model, cold, [3]), 7)
    expect(game.outcome(0b011n).losses[1]).toBeCloseTo(moneyLoss(model, cold, [1]), 6)
  })

  test('a bloc acts as one: it is the coalition of its members', () => {
    const bloc = tradeCoalition(model, { target: [3], candidates: [{ name: 'BIG+MID', party: [0, 1] }, candidates[2]!], cut: tripled })
    expect(bloc.outcome(1n).targetLoss).toBeCloseTo(game.outcome(0b011n).targetLoss, 8)
    expect(bloc.outcome(1n).losses[0]).toBeCloseTo(game.outcome(0b011n).losses[0]! + game.outcome(0b011n).losses[1]!, 6)
  })

  test('nobody left to trade with, while its deficit is fixed, has no solution and is refused', () => {
    const embargo = tradeCoalition(model, { target: [3], candidates, cut: ban })
    expect(embargo.outcome(0b011n).targetLoss).toBeGreaterThan(game.outcome(0b011n).targetLoss)
    expect(() => embargo.outcome(0b111n)).toThrow(/no solution for the coalition of BIG, MID, FAR/)
  })

  test('a model without a solution is refused', () => {
    const broken: TradeModel = { ...model, solve: (shock) => ({ ...model.solve(shock), converged: false }) }
    expect(() => tradeCoalition(broken, { target: [3], candidates, cut: tripled }).outcome(1n)).toThrow(
      /no solution for the coalition of BIG/,
    )
  })
})

describe('a cut of trade', () => {
  test('changes the cells between the sides in the sectors named, and none at home', () => {
    const changed = (shock: { costs?: Float64Array }) => [...shock.costs!].flatMap((factor, cell) => (factor === 1 ? [] : [cell]))
    expect(changed(cutTrade(model, [0], [3], { ...ban, sectors: [1] }))).toEqual([16 + 3, 16 + 12])
    expect(changed(cutTrade(model, [0], [3], { ...ban, direction: 'sales' }))).toEqual([3, 16 + 3])
    expect(changed(cutTrade(model, [0, 3], [3], { ...ban, sectors: [0] }))).toEqual([3, 12])
  })
})

describe('leverage', () => {
  const found = leverage(model, [0], [3], { factor: Number.POSITIVE_INFINITY, sectors: [0, 1] })

  test('the small side of a pair loses more', () => {
    expect(found.allTrade.b).toBeGreaterThan(5 * found.allTrade.a)
  })

  test('is that of the other side with the sides exchanged', () => {
    const other = leverage(model, [3], [0], { factor: Number.POSITIVE_INFINITY, sectors: [0, 1] })
    expect(other.allTrade.a).toBeCloseTo(found.allTrade.b, 8)
    expect(other.salesOfA.b).toBeCloseTo(found.salesOfB.a, 8)
  })

  test('a doubled cost costs less than a ban', () => {
    const doubled = leverage(model, [0], [3], { factor: 2, sectors: [0, 1] })
    expect(doubled.allTrade.b).toBeLessThan(found.allTrade.b)
    expect(doubled.allTrade.b).toBeGreaterThan(0)
  })

  test('an economy on both sides is refused', () => {
    expect(() => leverage(model, [0, 3], [3], { factor: 2, sectors: [0] })).toThrow(/stands on both sides/)
  })
})

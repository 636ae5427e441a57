import { describe, expect, test } from 'vitest'
import { blocTariffs } from '../../../src/scenarios/coalitions/bloc-tariffs.ts'
import { bestTariff, tariffWar } from '../../../src/scenarios/coalitions/tariff-war.ts'
import type { TradeModel } from '../../../src/scenarios/coalitions/trade-coalition.ts'
import { sectorEquilibrium } from '../../../src/scenarios/models/sector-equilibrium.ts'
import { sharesOfTable } from '../../../src/scenarios/models/trade-shares.ts'

/** Balanced trade of one sector between economies whose sizes are given; each buys a tenth abroad, by size of the seller. */
function world(sizes: readonly number[], elasticity: number): TradeModel {
  const n = sizes.length
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const flows = new Float64Array(n * n)
  sizes.forEach((buyer, j) => {
    sizes.forEach((seller, i) => {
      flows[i * n + j] = (i === j ? 10 : 1) * ((buyer * seller) / total)
    })
  })
  const shares = sharesOfTable({ economies: sizes.map((_, i) => `E${i}`), sectors: ['ALL'], flows })
  return {
    n,
    sectors: 1,
    expenditure: shares.expenditure,
    solve: (shock, start) => {
      const { converged, welfare, wage } = sectorEquilibrium(
        shares,
        Float64Array.of(elasticity),
        shock,
        start === undefined ? {} : { start },
      )
      return { converged, welfare, logWage: wage.map(Math.log) }
    },
  }
}

const fine = { most: 1, tolerance: 1e-5 }

describe('the best tariff in a model of trade', () => {
  test.each([2, 4, 8])('of a very small economy is one over the elasticity: %d', (elasticity) => {
    const payoff = blocTariffs(world([1e-4, 1, 1], elasticity), [[0]], { onEverybody: true })
    expect(bestTariff(payoff, 0, [0], fine).tariff).toBeCloseTo(1 / elasticity, 3)
  })

  test('of a larger economy is higher, since its partners depend on it', () => {
    const best = (size: number) => bestTariff(blocTariffs(world([size, 1, 1], 4), [[0]], { onEverybody: true }), 0, [0], fine).tariff
    expect(best(1)).toBeGreaterThan(best(0.01))
  })

  test('on one partner leaves the others untouched, and no tariff changes nothing', () => {
    const payoff = blocTariffs(world([1, 1, 1], 4), [[0], [1]], { onEverybody: false })
    expect(payoff([0, 0])).toEqual([expect.closeTo(0, 8), expect.closeTo(0, 8)])
    const [a, b] = payoff([0.2, 0])
    expect(a!).toBeGreaterThan(0)
    expect(b!).toBeLessThan(0)
  })
})

describe('a war of equals', () => {
  test('leaves both with the same tariff and a loss', async () => {
    const war = await tariffWar(blocTariffs(world([1, 1], 4), [[0], [1]], { onEverybody: true }), 2, { start: [0, 0.3], search: fine })
    expect(war.converged).toBe(true)
    expect(war.tariffs[0]).toBeCloseTo(war.tariffs[1]!, 3)
    expect(war.tariffs[0]).toBeGreaterThan(0.25)
    for (const welfare of war.welfare) expect(welfare).toBeLessThan(0)
  })

  test('nobody gains by another tariff at its end', async () => {
    const payoff = blocTariffs(world([2, 1, 1], 4), [[0], [1], [2]], { onEverybody: true })
    const war = await tariffWar(payoff, 3, { search: fine })
    for (const [player, tariff] of war.tariffs.entries())
      for (const other of [tariff - 0.02, tariff + 0.02])
        expect(payoff(war.tariffs.map((own, i) => (i === player ? other : own)))[player]!).toBeLessThan(war.welfare[player]!)
  })
})

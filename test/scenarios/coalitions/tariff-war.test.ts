import { describe, expect, test } from 'vitest'
import { bestTariff, type TariffPayoff, tariffWar } from '../../../src/scenarios/coalitions/tariff-war.ts'

/** Each player's welfare peaks at 0.3 less a fifth of the others' mean tariff. */
const payoff: TariffPayoff = (tariffs) =>
  tariffs.map((own, i) => {
    const others = tariffs.filter((_, k) => k !== i)
    const best = 0.3 - 0.2 * (others.reduce((sum, tariff) => sum + tariff, 0) / others.length)
    return -((own - best) ** 2) - 0.1 * others.reduce((sum, tariff) => sum + tariff, 0)
  })

describe('the best tariff of one', () => {
  test('is the peak, and depends on the others', () => {
    expect(bestTariff(payoff, 0, [0, 0]).tariff).toBeCloseTo(0.3, 3)
    expect(bestTariff(payoff, 1, [0.5, 0]).tariff).toBeCloseTo(0.2, 3)
  })

  test('is the higher of two peaks', () => {
    const twoPeaks: TariffPayoff = ([t]) => [Math.exp(-(((t! - 0.1) / 0.1) ** 2)) + 2 * Math.exp(-(((t! - 1.2) / 0.2) ** 2))]
    expect(bestTariff(twoPeaks, 0, [0]).tariff).toBeCloseTo(1.2, 2)
  })

  test('is zero where every tariff harms, the highest considered where all help, and never one without a solution', () => {
    expect(bestTariff(([t]) => [-t!], 0, [1]).tariff).toBe(0)
    expect(bestTariff(([t]) => [t!], 0, [0], { most: 0.5, tolerance: 1e-4 }).tariff).toBe(0.5)
    expect(bestTariff(([t]) => [t! > 0.4 ? Number.NaN : t!], 0, [0]).tariff).toBeLessThanOrEqual(0.4)
  })
})

describe('a tariff war', () => {
  test('ends where nobody gains by another tariff: at 0.25 for two, three and four alike', async () => {
    for (const players of [2, 3, 4]) {
      const war = await tariffWar(payoff, players)
      expect(war.converged).toBe(true)
      for (const tariff of war.tariffs) expect(tariff).toBeCloseTo(0.25, 3)
    }
  })

  test('ends at the same tariffs from another start', async () => {
    expect((await tariffWar(payoff, 2, { start: [1, 0.6] })).tariffs[1]).toBeCloseTo(0.25, 3)
  })

  test('that never ends is said to', async () => {
    const chase: TariffPayoff = ([a, b]) => [
      -((a! - b!) ** 2),
      -((b! - (1 - a!)) ** 2) * (a! === b! ? 0 : 1) - Math.abs(b! - (a! < 0.5 ? 1 : 0)),
    ]
    expect((await tariffWar(chase, 2)).converged).toBe(false)
  })

  test.each([1, 5])('of %d is refused', async (players) => {
    await expect(tariffWar(payoff, players)).rejects.toThrow(RangeError)
  })
})

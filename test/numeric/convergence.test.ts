import { describe, expect, test } from 'vitest'
import { effectiveDraws, potentialScaleReduction } from '../../src/numeric/convergence.ts'
import { randomStream } from '../../src/numeric/random.ts'
import { normalDraws } from '../../src/numeric/random-normal.ts'

/** Chains in which each draw keeps a share of the one before. */
function chains(kept: number, length: number, count = 4): Float64Array[] {
  return Array.from({ length: count }, (_, chain) => {
    const normal = normalDraws(randomStream(5, 'test chain', chain))
    const draws = new Float64Array(length)
    let value = normal()
    for (let i = 0; i < length; i++) draws[i] = value = kept * value + Math.sqrt(1 - kept * kept) * normal()
    return draws
  })
}

describe('effective draws', () => {
  test.each([0, 0.3, 0.6, 0.9])(
    'of a series that keeps %d from draw to draw are (1 - r) / (1 + r) of their number, within a sixth',
    (kept) => {
      const expected = (20_000 * (1 - kept)) / (1 + kept)
      const found = effectiveDraws(chains(kept, 5000))
      expect(found / expected).toBeGreaterThan(5 / 6)
      expect(found / expected).toBeLessThan(7 / 6)
    },
  )

  test('alternating draws tell the mean better than independent ones, up to a bound', () => {
    const alternating = chains(-0.8, 2000)
    expect(effectiveDraws(alternating)).toBeGreaterThan(8000)
    expect(effectiveDraws(alternating)).toBeLessThanOrEqual(8000 * Math.log10(8000))
  })

  test('are few where the chains have not met', () => {
    const apart = chains(0, 500).map((chain, i) => chain.map((value) => value + 3 * i))
    expect(effectiveDraws(apart)).toBeLessThan(20)
    expect(potentialScaleReduction(apart)).toBeGreaterThan(2)
  })
})

describe('scale reduction', () => {
  test('is near 1 for independent draws, and not where a chain drifts all the way', () => {
    expect(potentialScaleReduction(chains(0, 2000))).toBeLessThan(1.005)
    const drifting = chains(0, 400).map((chain) => chain.map((value, i) => value + i / 100))
    expect(potentialScaleReduction(drifting)).toBeGreaterThan(1.3)
  })

  test('equals the formula of the textbook on eight numbers', () => {
    // Halves (1, 3), (2, 4), (5, 7), (6, 8): variance within 2; means 2, 3, 6, 7, their variance 17 / 3; (2 / 2 + 17 / 3) / 2 = 10 / 3.
    expect(potentialScaleReduction([Float64Array.of(1, 3, 2, 4), Float64Array.of(5, 7, 6, 8)])).toBeCloseTo(Math.sqrt(10 / 3), 14)
  })

  test('what never varies has neither', () => {
    const still = [new Float64Array(10).fill(2)]
    expect([potentialScaleReduction(still), effectiveDraws(still)]).toEqual([Number.NaN, Number.NaN])
  })
})

describe('normal draws', () => {
  test('have mean 0, variance 1 and the tails of a normal', () => {
    const normal = normalDraws(randomStream(3, 'normal'))
    const draws = Array.from({ length: 100_000 }, normal)
    const mean = draws.reduce((sum, z) => sum + z, 0) / draws.length
    expect(Math.abs(mean)).toBeLessThan(0.0125)
    expect(Math.abs(draws.reduce((sum, z) => sum + z * z, 0) / draws.length - 1)).toBeLessThan(0.018)
    // 2,500 expected beyond each of the two; four standard deviations are 200.
    for (const beyond of [draws.filter((z) => z > 1.959964), draws.filter((z) => z < -1.959964)])
      expect(Math.abs(beyond.length - 2500)).toBeLessThan(200)
  })
})

import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../src/numeric/random.ts'
import { type EffectEstimate, type EstimatedEffects, estimatedEffects } from '../../../src/scenarios/shocks/estimated-effects.ts'
import type { Scenario, ScenarioShock } from '../../../src/scenarios/shocks/scenario.ts'

const own = {
  coefficients: { rta: 0.4, rta_lag: 0.2, border: -1 },
  covariance: [
    [0.04, -0.01, 0],
    [-0.01, 0.01, 0],
    [0, 0, 0.09],
  ],
}
const ends = (terms: readonly string[], estimate: (ScenarioShock & { kind: 'withdrawal' })['estimate'] = own): ScenarioShock => ({
  ...{ kind: 'withdrawal', from: ['DEU'], to: ['FRA'] },
  ...{ terms, estimate },
})
const scenarioOf = (...shocks: ScenarioShock[]): Scenario => ({ name: 'x', base: 'baci-2023', shocks })
const none = async (): Promise<EffectEstimate> => {
  throw new Error('no estimate')
}
const effectsOf = async (...shocks: ScenarioShock[]): Promise<EstimatedEffects> => (await estimatedEffects(scenarioOf(...shocks), none))!

describe('the effect of an agreement that ends', () => {
  test('is minus the sum of its terms, with the variance of a sum: 0.04 + 0.01 - 2 · 0.01', async () => {
    const { rows, isDrawn, at } = await effectsOf(ends(['rta', 'rta_lag']))
    expect(rows[0]!.effect).toBeCloseTo(-0.6, 12)
    expect(rows[0]!.error).toBeCloseTo(Math.sqrt(0.03), 12)
    expect(isDrawn).toBe(true)
    expect(at(-1)[0]).toBeCloseTo(-0.6 - Math.sqrt(0.03), 12)
  })

  test('is drawn with that mean and variance, and shocks on one estimate share a draw', async () => {
    const effects = await effectsOf(ends(['rta', 'rta_lag']), { kind: 'ban', from: ['DEU'], to: ['FRA'] }, ends(['rta']), ends(['rta_lag']))
    const draws = Array.from({ length: 4000 }, (_, k) => effects.draw(randomStream(1, 'test', k)))
    for (const [sum, ban, first, second] of draws) {
      expect(ban).toBeNaN()
      expect(sum).toBeCloseTo(first! + second!, 12)
    }
    const mean = draws.reduce((total, [sum]) => total + sum!, 0) / draws.length
    const variance = draws.reduce((total, [sum]) => total + (sum! - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean + 0.6)).toBeLessThan(3 * Math.sqrt(0.03 / 4000))
    expect(Math.abs(variance / 0.03 - 1)).toBeLessThan(0.07)
  })

  test('of an estimate without covariance is not drawn', async () => {
    const { rows, isDrawn } = await effectsOf(ends(['rta'], { coefficients: { rta: 0.3 } }))
    expect(rows[0]!.error).toBeNull()
    expect(isDrawn).toBe(false)
  })

  test('of a covariance with a row that follows from another is drawn all the same', async () => {
    const twice = {
      coefficients: { a: 1, b: 2 },
      covariance: [
        [0.01, 0.02],
        [0.02, 0.04],
      ],
    }
    const [a, b] = [await effectsOf(ends(['a'], twice)), await effectsOf(ends(['b'], twice))].map(
      (one) => one.draw(randomStream(3, 'test'))[0]!,
    )
    expect(b!).toBeCloseTo(2 * a!, 9)
  })

  test.each([
    ['a term that there is not', ends(['fta']), 'shocks.0.terms: the estimate of the scenario file has no term "fta"'],
    ['a term twice', ends(['rta', 'rta']), 'has rta twice'],
    [
      'a covariance of another size',
      ends(['a'], {
        coefficients: { a: 1 },
        covariance: [
          [1, 0],
          [0, 1],
        ],
      }),
      'needs 1 rows of 1 numbers',
    ],
    [
      'a covariance that is not symmetric',
      ends(['a'], {
        coefficients: { a: 1, b: 1 },
        covariance: [
          [1, 0.5],
          [0, 1],
        ],
      }),
      'not symmetric',
    ],
    ['a variance below zero', ends(['a'], { coefficients: { a: 1 }, covariance: [[-1]] }), 'variances of 0 or more'],
    [
      'a covariance of no distribution',
      ends(['a'], {
        coefficients: { a: 1, b: 1 },
        covariance: [
          [1, 2],
          [2, 1],
        ],
      }),
      'that of no distribution',
    ],
    ['no coefficients', ends(['a'], { coefficients: {} }), 'has no coefficients'],
  ])('with %s is refused', async (_, shock, message) => {
    await expect(effectsOf(shock)).rejects.toThrow(message)
  })
})

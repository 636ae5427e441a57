import { describe, expect, test } from 'vitest'
import { baseNamed } from '../../src/scenarios/data/bases.ts'
import { type DrawPlan, scenarioDraws } from '../../src/scenarios/scenario-draws.ts'
import type { Scenario } from '../../src/scenarios/shocks/scenario.ts'
import { type SpreadSource, solvesOfSplit, spreadSources, varianceShares } from '../../src/scenarios/variance-shares.ts'

/** A plan whose welfare is a function of the size of its shock and of the elasticity, instead of a model. */
function planWith(
  welfare: (logSize: number, logElasticity: number) => number,
  spreads: { size?: number; elasticities?: number },
): DrawPlan {
  const base = baseNamed('baci-2023')
  const uncertain = {
    ...(spreads.size === undefined ? {} : { size: { spread: spreads.size } }),
    ...(spreads.elasticities === undefined ? {} : { elasticities: { spread: spreads.elasticities } }),
  }
  const scenario: Scenario = {
    name: 'x',
    base: 'baci-2023',
    uncertain,
    shocks: [{ kind: 'trade-cost', from: ['DEU'], to: ['FRA'], factor: 2 }],
  }
  const cell = { first: { at: [0], lacking: [] }, second: { at: [1], lacking: [] }, sectors: [0], shock: scenario.shocks[0]! }
  const central = {
    converged: true,
    steps: 1,
    residual: 0,
    welfare: Float64Array.of(1),
    logWage: Float64Array.of(0),
    flows: base.flows,
    flowsBefore: base.flows,
  }
  return {
    ...{ scenario, members: [], central, found: { sides: [cell], lacking: [], named: [] } },
    elasticities: { id: 'x', title: 'x', citation: null, values: Float64Array.of(1) },
    prepared: {
      ...{ model: 'one-sector', base, shares: undefined as never },
      solve: ({ costs }, elasticity) => ({
        ...central,
        welfare: Float64Array.of(welfare(Math.log(costs![1]! - 1), Math.log(elasticity[0]!))),
      }),
    },
  }
}

async function split(plan: DrawPlan, draws = 50) {
  const sources = spreadSources(plan)
  const { drawn } = await scenarioDraws(plan, draws, 1)
  let solves = 0
  const onSolve = async (): Promise<void> => void solves++
  const [found] = await varianceShares(plan, sources, { draws, seed: 1, solvedDraws: drawn, outcomesOf: (welfare) => welfare, onSolve })
  const percent = (source: SpreadSource): number => found!.shares.find((one) => one.source === source)!.percent
  const error = (source: SpreadSource): number => found!.shares.find((one) => one.source === source)!.error
  return { found, percent, error, solves, expected: solvesOfSplit(sources.length, draws) }
}

describe('parts of the spread', () => {
  test('of a sum are the variances of its terms: 0.2² and 0.1² of 0.05', async () => {
    const { found, percent, error, solves, expected } = await split(
      planWith((size, elasticity) => 1 + 0.1 * size + 0.1 * elasticity, { size: 0.2, elasticities: 0.1 }),
    )
    expect(Math.abs(percent('size') - 80)).toBeLessThan(2 * error('size'))
    expect(error('size')).toBeLessThan(10)
    expect(percent('size') + percent('elasticities')).toBeCloseTo(100, 8)
    expect(found!.deviation).toBeCloseTo(100 * 0.1 * Math.hypot(0.2, 0.1), 0)
    expect(solves).toBe(expected)
  })

  test('of a product of two alike are alike: what they do together is shared', async () => {
    const { percent, error } = await split(planWith((size, elasticity) => 1 + size * elasticity, { size: 0.2, elasticities: 0.2 }))
    expect(Math.abs(percent('size') - 50)).toBeLessThan(2.5 * error('size'))
  })

  test('of what does not matter are nothing', async () => {
    const { percent } = await split(planWith((size) => 1 + size, { size: 0.2, elasticities: 0.3 }))
    expect(percent('size')).toBeCloseTo(100, 8)
    expect(percent('elasticities')).toBeCloseTo(0, 8)
  })

  test('are null where nothing varies, and one source has all of it without a further solve', async () => {
    expect((await split(planWith(() => 1, { size: 0.2, elasticities: 0.2 }))).found).toBeNull()
    const alone = await split(planWith((size) => 1 + size, { size: 0.2 }))
    expect(alone.percent('size')).toBe(100)
    expect(alone.solves).toBe(0)
  })

  test('are the same for the same seed', async () => {
    const plan = planWith((size, elasticity) => 1 + size * elasticity + size, { size: 0.2, elasticities: 0.1 })
    expect((await split(plan)).found).toEqual((await split(plan)).found)
  })
})

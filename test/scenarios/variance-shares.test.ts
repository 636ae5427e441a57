import { describe, expect, test } from 'vitest'
import { baseNamed } from '../../src/scenarios/data/bases.ts'
import type { DrawPlan } from '../../src/scenarios/scenario-draws.ts'
import { scenarioSolves } from '../../src/scenarios/scenario-solves.ts'
import type { Scenario } from '../../src/scenarios/shocks/scenario.ts'
import { type SpreadSource, spreadSources, varianceShares } from '../../src/scenarios/variance-shares.ts'

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

function split(plan: DrawPlan, draws = 50) {
  const sources = spreadSources(plan)
  const { count, solve } = scenarioSolves(plan, sources, { draws, seed: 1 })
  const solved = Array.from({ length: count }, (_, at) => solve(at))
  const solvedDraws = solved.slice(0, draws).map((welfare, k) => ({ k, welfare: welfare!, resample: undefined }))
  const [found] = varianceShares(plan, sources, {
    ...{ draws, seed: 1, solvedDraws, solvedSplit: solved.slice(draws) },
    outcomesOf: (welfare) => welfare,
  })
  const percent = (source: SpreadSource): number => found!.shares.find((one) => one.source === source)!.percent
  const error = (source: SpreadSource): number => found!.shares.find((one) => one.source === source)!.error
  return { found, percent, error, solves: count - draws }
}

describe('parts of the spread', () => {
  test('of a sum are the variances of its terms: 0.2² and 0.1² of 0.05', () => {
    const { found, percent, error, solves } = split(
      planWith((size, elasticity) => 1 + 0.1 * size + 0.1 * elasticity, { size: 0.2, elasticities: 0.1 }),
    )
    expect(Math.abs(percent('size') - 80)).toBeLessThan(2 * error('size'))
    expect(error('size')).toBeLessThan(10)
    expect(percent('size') + percent('elasticities')).toBeCloseTo(100, 8)
    expect(found!.deviation).toBeCloseTo(100 * 0.1 * Math.hypot(0.2, 0.1), 0)
    expect(solves).toBe(100)
  })

  test('of a product of two alike are alike: what they do together is shared', () => {
    const { percent, error } = split(planWith((size, elasticity) => 1 + size * elasticity, { size: 0.2, elasticities: 0.2 }))
    expect(Math.abs(percent('size') - 50)).toBeLessThan(2.5 * error('size'))
  })

  test('of what does not matter are nothing', () => {
    const { percent } = split(planWith((size) => 1 + size, { size: 0.2, elasticities: 0.3 }))
    expect(percent('size')).toBeCloseTo(100, 8)
    expect(percent('elasticities')).toBeCloseTo(0, 8)
  })

  test('are null where nothing varies, and one source has all of it without a further solve', () => {
    expect(split(planWith(() => 1, { size: 0.2, elasticities: 0.2 })).found).toBeNull()
    const alone = split(planWith((size) => 1 + size, { size: 0.2 }))
    expect(alone.percent('size')).toBe(100)
    expect(alone.solves).toBe(0)
  })

  test('are the same for the same seed', () => {
    const plan = planWith((size, elasticity) => 1 + size * elasticity + size, { size: 0.2, elasticities: 0.1 })
    expect(split(plan).found).toEqual(split(plan).found)
  })
})

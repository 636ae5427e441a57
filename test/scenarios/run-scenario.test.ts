import { describe, expect, test } from 'vitest'
import { presets } from '../../src/scenarios/presets-table.ts'
import { runScenario } from '../../src/scenarios/run-scenario.ts'
import type { ScenarioAnswer } from '../../src/scenarios/scenario-answer.ts'
import type { Scenario } from '../../src/scenarios/shocks/scenario.ts'
import { parseScenario } from '../../src/scenarios/shocks/scenario-file.ts'

const members: Readonly<Record<string, readonly string[]>> = {
  EU: 'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'.split(' '),
  BRICS: ['BRA', 'CHN', 'ETH', 'IND', 'RUS', 'ZAF'],
}
const membersOf = (bloc: string): readonly string[] => members[bloc] ?? []

const cutOff: Scenario = {
  name: 'No trade with Russia',
  base: 'baci-2023',
  shocks: [{ kind: 'ban', from: ['EU'], to: ['Russia'] }],
}

function run(change: Partial<Scenario>): Promise<ScenarioAnswer> {
  return runScenario({ scenario: { ...cutOff, ...change }, membersOf })
}

const of = (answer: ScenarioAnswer, iso3: string): ScenarioAnswer['results'][number] => answer.results.find((one) => one.iso3 === iso3)!

describe('a scenario', () => {
  test('the EU stops trade with Russia: Russia loses more than any member but the Baltic ones, and their trade is gone', async () => {
    const answer = await run({})
    expect(answer.convergence).toMatchObject({ converged: true, secondStart: 'same' })
    expect(of(answer, 'RUS').welfare).toBeLessThan(-0.3)
    expect(of(answer, 'DEU').trade_with['RUS']).toBeCloseTo(-100, 6)
    expect(of(answer, 'RUS').trade_with['CHN']).toBeGreaterThan(0)
    expect(of(answer, 'RUS')).toMatchObject({ median: null, low90: null, high90: null, converged: true })
    expect(answer.headline).toBe('RUS')
    expect(answer.moves[0]!.what).toBe('the elasticities')
  })

  test('draws are the same for the same seed, and the interval holds the median', async () => {
    const uncertain = { elasticities: { spread: 0.2 }, size: { spread: 0.2 } }
    const shocks = [{ kind: 'trade-cost', from: ['EU'], to: ['RUS'], factor: 1.5 }] as const
    const [first, second] = await Promise.all([run({ uncertain, shocks, draws: 40 }), run({ uncertain, shocks, draws: 40 })])
    expect(first.results).toEqual(second.results)
    const russia = of(first, 'RUS')
    expect(russia.low90!).toBeLessThan(russia.median!)
    expect(russia.median!).toBeLessThan(russia.high90!)
    const other = await run({ uncertain, shocks, draws: 40, seed: 2 })
    expect(of(other, 'RUS').median).not.toBe(russia.median)
  })

  test('a member that never takes part loses nothing of its trade with Russia', async () => {
    const answer = await run({
      blocs: { club: ['EU'] },
      shocks: [{ kind: 'ban', from: ['club'], to: ['RUS'] }],
      uncertain: { members: { club: { HUN: 0 } } },
      draws: 20,
    })
    expect(of(answer, 'HUN').trade_with['RUS']).toBeGreaterThan(0)
    expect(of(answer, 'DEU').trade_with['RUS']).toBeCloseTo(-100, 6)
    expect(answer.groups.map(({ name }) => name)).toEqual(['club', 'world'])
  })

  test('tariffs, productivity, gifts and partial effects move welfare as they should', async () => {
    const welfare = async (shock: Scenario['shocks'][number], iso3: string): Promise<number> =>
      of(await run({ shocks: [shock] }), iso3).welfare!
    expect(await welfare({ kind: 'productivity', of: ['VNM'], factor: 1.1 }, 'VNM')).toBeGreaterThan(5)
    expect(await welfare({ kind: 'transfer', from: ['DEU'], to: ['UKR'], amount: 10_000 }, 'UKR')).toBeGreaterThan(1)
    expect(await welfare({ kind: 'tariff', by: ['USA'], on: ['others'], percent: 10 }, 'USA')).toBeGreaterThan(0)
    expect(await welfare({ kind: 'tariff', by: ['USA'], on: ['others'], percent: 10 }, 'MEX')).toBeLessThan(0)
    expect(await welfare({ kind: 'partial-effect', from: ['CAN'], to: ['USA'], effect: -0.5 }, 'CAN')).toBeLessThan(0)
  })

  test('members of a bloc that the base lacks are named', async () => {
    const answer = await run({ base: 'icio-2022', model: 'one-sector', shocks: [{ kind: 'ban', from: ['BRICS'], to: ['USA'] }] })
    expect(answer.base.lacking).toEqual(['ETH'])
    expect(answer.notes[0]).toBe('The base does not list ETH, so they take no part.')
  })

  test('where a good loses its last seller, the economy has no number, and the answer says why', async () => {
    const answer = await run({ base: 'icio-2022', shocks: [{ kind: 'ban', from: ['all'], to: ['all'], sectors: ['B05'] }] })
    const undefinedFor = answer.results.filter(({ welfare }) => welfare === null)
    expect(undefinedFor.length).toBeGreaterThan(0)
    expect(answer.notes.join(' ')).toContain(`Undefined for ${undefinedFor.map(({ iso3 }) => iso3).join(', ')}`)
  })
})

describe('a scenario that cannot be answered is refused by what is wrong', () => {
  test.each([
    ['a base that there is not', { base: 'gtap' }, 'no base "gtap"'],
    ['a model that the base does not allow', { model: 'input-links' as const }, 'no links from inputs to output'],
    ['a state that the base lacks', { shocks: [{ kind: 'ban', from: ['PRK'], to: ['RUS'] }] as const }, 'has no PRK'],
    ['a name that means nothing', { shocks: [{ kind: 'ban', from: ['Ruritania'], to: ['RUS'] }] as const }, '"Ruritania" is neither'],
    ['a bloc without members', { shocks: [{ kind: 'ban', from: ['AUKUS'], to: ['RUS'] }] as const }, 'AUKUS has no members'],
    ['two sides that are one', { shocks: [{ kind: 'ban', from: ['RUS'], to: ['Russia'] }] as const }, 'both sides are RUS'],
    ['a sector that there is not', { shocks: [{ kind: 'ban', from: ['CHN'], to: ['RUS'], sectors: ['C26'] }] as const }, 'no sector "C26"'],
  ])('%s', async (_, change, message) => {
    await expect(run(change)).rejects.toThrow(message)
  })

  test.each([
    ['a tariff of 1,000 %', { shocks: [{ kind: 'tariff', by: ['USA'], on: ['CHN'], percent: 1000 }] }, 'shocks.0.percent'],
    ['an empty side', { shocks: [{ kind: 'ban', from: [], to: ['CHN'] }] }, 'shocks.0.from'],
    ['no shock', { shocks: [] }, 'shocks'],
    ['a field that there is not', { tarif: 1 }, 'tarif'],
    ['a probability of 2', { uncertain: { members: { club: { HUN: 2 } } } }, 'uncertain.members.club.HUN'],
  ])('%s', (_, change, place) => {
    expect(() => parseScenario(JSON.stringify({ ...cutOff, ...change }))).toThrow(place)
  })
})

describe('presets', () => {
  test.each(presets.map(({ id }) => id))('%s is a valid file', (id) => {
    const { scenario } = presets.find((one) => one.id === id)!
    expect(parseScenario(JSON.stringify(scenario))).toEqual(scenario)
  })
})

describe('the end of an agreement', () => {
  const covariance = [[0.0025]]
  const withdrawal = (estimate: { coefficients: Record<string, number>; covariance?: number[][] }): Scenario['shocks'][number] => ({
    ...{ kind: 'withdrawal', from: ['CAN', 'MEX'], to: ['USA'], terms: ['rta'] },
    estimate,
  })

  test('with the error of its estimate has an interval; without it is the partial effect of the same size', async () => {
    const [drawn, fixed, partial] = await Promise.all([
      run({ shocks: [withdrawal({ coefficients: { rta: 0.4 }, covariance })], draws: 40 }),
      run({ shocks: [withdrawal({ coefficients: { rta: 0.4 } })] }),
      run({ shocks: [{ kind: 'partial-effect', from: ['CAN', 'MEX'], to: ['USA'], effect: -0.4 }] }),
    ])
    expect(fixed.results).toEqual(partial.results)
    expect(fixed.notes.join(' ')).toContain('The estimate of rta has no covariance, so it is not drawn.')
    expect(of(drawn, 'MEX').welfare).toBe(of(partial, 'MEX').welfare)
    expect(of(drawn, 'MEX').low90!).toBeLessThan(of(drawn, 'MEX').welfare!)
    expect(of(drawn, 'MEX').high90!).toBeGreaterThan(of(drawn, 'MEX').welfare!)
    const [effect] = drawn.effects
    expect(effect!.trade).toBeCloseTo(100 * Math.expm1(-0.4), 8)
    expect(effect!.low90).toBeCloseTo(100 * Math.expm1(-0.4 - 1.6449 * 0.05), 8)
    // the elasticity of the base's usual set turns the effect into a cost
    expect(effect!.cost.least).toBeCloseTo(100 * Math.expm1(0.4 / 4), 1)
    expect(drawn.moves.map(({ what }) => what)).toContain('the estimated effect')
  })

  test('has its part of the spread beside the elasticities', async () => {
    const shocks = [withdrawal({ coefficients: { rta: 0.4 }, covariance })]
    const answer = await runScenario({
      scenario: { ...cutOff, shocks, uncertain: { elasticities: { spread: 0.1 } }, draws: 30 },
      ...{ membersOf, shares: true },
    })
    expect(answer.spread[0]!.shares.map(({ source }) => source)).toEqual(['elasticities', 'estimate'])
    expect(answer.spread[0]!.shares.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 8)
  })

  test('of an agreement that the estimate says lowers trade is said to raise it', async () => {
    const answer = await run({ shocks: [withdrawal({ coefficients: { rta: -0.2 } })] })
    expect(of(answer, 'MEX').welfare).toBeGreaterThan(0)
    expect(answer.notes.join(' ')).toContain('By this estimate rta lowers trade, so that its end raises trade.')
  })
})

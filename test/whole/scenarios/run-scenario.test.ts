import { describe, expect, test } from 'vitest'
import { presets } from '../../../src/scenarios/presets-table.ts'
import { runScenario } from '../../../src/scenarios/run-scenario.ts'
import type { ScenarioAnswer } from '../../../src/scenarios/scenario-answer.ts'
import type { Scenario } from '../../../src/scenarios/shocks/scenario.ts'
import { parseScenario } from '../../../src/scenarios/shocks/scenario-file.ts'
import { type PreparedModel, type Solved, secondStart } from '../../../src/scenarios/solve-scenario.ts'

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

  test('the central case alone has the same figures, draws nothing, and varies nothing', async () => {
    const uncertain = { elasticities: 'sets' } as const
    const whole = await run({ uncertain, draws: 20 })
    const central = await runScenario({ scenario: { ...cutOff, uncertain }, membersOf, central: true })
    expect(central.results.map(({ welfare }) => welfare)).toEqual(whole.results.map(({ welfare }) => welfare))
    expect(whole.moves.length).toBeGreaterThan(0)
    expect(central).toMatchObject({ scenario: { draws: 0 }, moves: [], convergence: { secondStart: 'same' } })
  })

  test('trade with a group is the mean of trade with its members; the group may have the name of the bloc that it holds', async () => {
    const answer = await run({ blocs: { EU: ['EU'] }, shocks: [{ kind: 'ban', from: ['EU'], to: ['RUS'] }] })
    expect(answer.groups[0]).toMatchObject({ name: 'EU', members: [...members['EU']!].sort() })
    expect(of(answer, 'RUS').trade_with['EU']).toBeCloseTo(-100, 6)
    const turkey = of(answer, 'TUR').trade_with
    const each = members['EU']!.map((code) => turkey[code]!)
    expect(turkey['EU']!).toBeGreaterThan(Math.min(...each))
    expect(turkey['EU']!).toBeLessThan(Math.max(...each))
  })

  test('a model that is ready from before gives the same answer, bit for bit', async () => {
    const shocks = [{ kind: 'trade-cost', from: ['EU'], to: ['USA'], factor: 1.2 }] as const
    const first = await run({ base: 'wiod-2011', shocks })
    await run({ base: 'wiod-2011', shocks, elasticities: 6 })
    expect((await run({ base: 'wiod-2011', shocks })).results).toEqual(first.results)
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

describe('shocks that people ask for', () => {
  const losses = async (change: Partial<Scenario>, codes: readonly string[]): Promise<number[]> => {
    const answer = await run({ base: 'icio-2022', ...change })
    expect(answer.convergence).toMatchObject({ converged: true, secondStart: 'same' })
    return codes.map((code) => -of(answer, code).welfare!)
  }

  test('sanctions of a coalition: each member that joins adds to what the target loses', async () => {
    const target = async (members: readonly string[]): Promise<number> =>
      (await losses({ blocs: { coalition: members }, shocks: [{ kind: 'ban', from: ['coalition'], to: ['RUS'] }] }, ['RUS']))[0]!
    const [small, large] = [await target(['USA']), await target(['USA', 'EU', 'GBR', 'JPN'])]
    expect(small).toBeGreaterThan(0)
    expect(large).toBeGreaterThan(2 * small)
  })

  test('energy off: those who bought most lose most, and the seller loses', async () => {
    const shocks = [{ kind: 'ban', from: ['RUS'], to: ['EU'], both: false, sectors: ['B05', 'B06', 'C19'] }] as const
    const [russia, bulgaria, spain] = await losses({ shocks }, ['RUS', 'BGR', 'ESP'])
    expect(russia).toBeGreaterThan(0.05)
    expect(bulgaria).toBeGreaterThan(spain!)
  })

  test('a cost by pair, by bloc and by sector: the wider, the dearer', async () => {
    const cost = (from: string, to: string, sectors?: readonly string[]): Partial<Scenario> => ({
      shocks: [{ kind: 'trade-cost', from: [from], to: [to], factor: 1.5, ...(sectors === undefined ? {} : { sectors }) }],
    })
    const [sector] = await losses(cost('DEU', 'CHN', ['C26']), ['CHN'])
    const [pair] = await losses(cost('DEU', 'CHN'), ['CHN'])
    const [bloc] = await losses(cost('EU', 'CHN'), ['CHN'])
    expect(sector).toBeGreaterThan(0)
    expect(pair).toBeGreaterThan(2 * sector!)
    expect(bloc).toBeGreaterThan(2 * pair!)
  })

  test('productivity of one sector: less than of all', async () => {
    const [one] = await losses({ shocks: [{ kind: 'productivity', of: ['VNM'], sectors: ['C26'], factor: 1.1 }] }, ['VNM'])
    const [all] = await losses({ shocks: [{ kind: 'productivity', of: ['VNM'], factor: 1.1 }] }, ['VNM'])
    expect(one).toBeLessThan(0)
    expect(all).toBeLessThan(5 * one!)
  })
})

describe('an equilibrium that is not found, or not the only one, gives no figures', () => {
  test('a deficit that nobody is left to lend', async () => {
    const answer = await run({ shocks: [{ kind: 'ban', from: ['USA'], to: ['others'] }], uncertain: { elasticities: 'sets' } })
    expect(answer.convergence).toMatchObject({ converged: false, secondStart: 'not-converged' })
    expect(answer.results.every(({ welfare, exports, low90 }) => welfare === null && exports === null && low90 === null)).toBe(true)
    expect(answer.scenario.draws).toBe(0)
    expect(answer.moves).toEqual([])
    expect(answer.notes[0]).toMatch(/^No equilibrium was found: after \d+ steps/)
  })

  test('a second search that ends elsewhere, or nowhere', () => {
    const solved: Solved = {
      ...{ converged: true, steps: 1, residual: 0, welfare: Float64Array.of(1, 1), logWage: Float64Array.of(0, 0) },
      ...{ flows: new Float64Array(4), flowsBefore: new Float64Array(4) },
    }
    const second = (answer: (start: Float64Array) => Partial<Solved>): string =>
      secondStart({ solve: (_, __, start) => ({ ...solved, ...answer(start!) }) } as PreparedModel, {}, Float64Array.of(4), solved)
    expect(second(() => ({}))).toBe('same')
    // only relative wages have a meaning
    expect(second(() => ({ logWage: Float64Array.of(0.7, 0.7) }))).toBe('same')
    expect(second((start) => ({ logWage: start }))).toBe('different')
    expect(second(() => ({ converged: false }))).toBe('not-converged')
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

import { describe, expect, test } from 'vitest'
import { presets } from '../../src/scenarios/presets-table.ts'
import { runScenario } from '../../src/scenarios/run-scenario.ts'
import type { ScenarioAnswer } from '../../src/scenarios/scenario-answer.ts'
import { parseScenario, type Scenario } from '../../src/scenarios/shocks/scenario.ts'

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

  test('a file that is not JSON', () => {
    expect(() => parseScenario('base: icio-2022')).toThrow('not JSON')
  })
})

describe('presets', () => {
  test.each(presets.map(({ id }) => id))('%s is a valid file', (id) => {
    const { scenario } = presets.find((one) => one.id === id)!
    expect(parseScenario(JSON.stringify(scenario))).toEqual(scenario)
  })
})

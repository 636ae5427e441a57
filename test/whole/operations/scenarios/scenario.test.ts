import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkInput } from '../../../../src/operations/index.ts'
import { scenarioOperation } from '../../../../src/operations/scenarios/scenario.ts'
import { scenarioListOperation } from '../../../../src/operations/scenarios/scenario-list.ts'
import { scenarioCsv, scenarioPage } from '../../../../src/reports/scenarios/scenario-text.ts'
import type { ScenarioAnswer } from '../../../../src/scenarios/scenario-answer.ts'
import type { ScenarioList } from '../../../../src/scenarios/scenario-list.ts'

const context = { env: { VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T00:00:00Z' }

async function ask(input: Record<string, unknown>): Promise<ScenarioAnswer> {
  const { run } = await scenarioOperation.load()
  return (await run(checkInput(scenarioOperation, input), context)) as ScenarioAnswer
}

async function fileOf(content: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-scenario-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'scenario.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const coldWar = {
  name: 'BRICS and G7 levy a tariff on each other',
  base: 'baci-2023',
  blocs: { rich: ['G7'] },
  shocks: [
    { kind: 'tariff', by: ['rich'], on: ['BRICS'], percent: 25 },
    { kind: 'tariff', by: ['BRICS'], on: ['rich'], percent: 25 },
  ],
}

describe('visavis scenario', () => {
  test('a file: blocs of the record as of the year of the base, both sides lose exports to each other', async () => {
    const answer = await ask({ file: await fileOf(coldWar) })
    expect(answer.groups[0]!.members).toEqual(['CAN', 'DEU', 'FRA', 'GBR', 'ITA', 'JPN', 'USA'])
    const china = answer.results.find(({ iso3 }) => iso3 === 'CHN')!
    expect(china.trade_with['USA']).toBeLessThan(-40)
    expect(Math.abs(china.trade_with['RUS']!)).toBeLessThan(5)
    expect(china.welfare).toBeLessThan(0)
    // the Emirates joined on the first day of 2024, so they levy nothing here
    expect(answer.results.find(({ iso3 }) => iso3 === 'ARE')!.trade_with['USA']).toBeGreaterThan(-10)
  })

  test('a preset by its id, on the command line in place of a file; the published figure stands beside ours', async () => {
    const answer = await ask({ file: 'econpol-2022-eu-china', draws: 20 })
    expect(answer.preset).toBe('econpol-2022-eu-china')
    expect(answer.published.map(({ who, published }) => [who, published])).toEqual([
      ['European Union', -0.8],
      ['CHN', -0.9],
    ])
    expect(answer.published[0]!.ours).toBeCloseTo(-0.42, 2)
    expect(answer.scenario.draws).toBe(20)
    expect(answer).toMatchObject({ convergence: { converged: true, secondStart: 'same', drawsFailed: 0 } })
  })

  test('the content of a file in place of the file', async () => {
    const [byText, byFile] = await Promise.all([
      ask({ text: JSON.stringify(coldWar), central: true }),
      ask({ file: await fileOf(coldWar), central: true }),
    ])
    expect(byText).toEqual(byFile)
    expect(byText.moves).toEqual([])
  })

  test.each([
    ['neither', {}, 'one of the three'],
    ['both', { file: 'x.json', preset: 'y' }, 'one of the three'],
    ['a text and a preset', { text: '{}', preset: 'econpol-2022-eu-china' }, 'one of the three'],
    ['a text that is no scenario', { text: '{"name":1}' }, 'not valid at name'],
    ['an unknown preset', { preset: 'gtap-2030' }, 'no preset "gtap-2030"'],
    ['a missing file', { file: '/nonexistent.json' }, 'there is no file'],
  ])('%s is refused', async (_, input, message) => {
    await expect(ask(input)).rejects.toThrow(message)
  })
})

describe('the answer in words', () => {
  test('says what was assumed, who loses and gains, how sure, what moves it, and what is published', async () => {
    const text = scenarioPage.table(await ask({ preset: 'econpol-2022-eu-china', draws: 20 }))
    const flat = text.replace(/\s+/g, ' ')
    for (const words of [
      'Assumed: Between European Union and China: trade costs doubled.',
      'Loses: ',
      'Gains: ',
      'Together: European Union -0.42 % (',
      'a second search from other wages ended at it too',
      'Moves it most: the elasticities',
      'European Union -0.80 %, here -0.42 %',
      'A model of the long run, not a forecast.',
      'no links from inputs to output',
    ])
      expect(flat).toContain(words)
    expect(flat).not.toMatch(/NaN|undefined|null/)
  })

  test('CSV has a row for each economy, Markdown the same lines', async () => {
    const answer = await ask({ file: await fileOf(coldWar) })
    const rows = scenarioCsv(answer).trimEnd().split('\n')
    expect(rows[0]).toBe('iso3,name,welfare,median,low90,high90,exports,imports,converged')
    expect(rows.length).toBe(188)
    expect(rows.find((row) => row.startsWith('CHN,'))).toMatch(/^CHN,China,-0\.\d+,,,,-\d+\.\d+,-\d+\.\d+,true$/)
    expect(scenarioPage.md(answer)).toContain('| World |')
  })
})

describe('visavis scenario list', () => {
  test('has the presets, the bases with their sectors and elasticities, and the schema of a file', async () => {
    const { run } = await scenarioListOperation.load()
    const list = (await run({}, context)) as ScenarioList
    expect(list.presets.map(({ id }) => id)).toContain('econpol-2022-allies-russia')
    expect(list.bases.map(({ id, economies, sectors, inputLinks }) => [id, economies.length, sectors.length, inputLinks])).toEqual([
      ['icio-2022', 81, 28, false],
      ['baci-2023', 187, 1, false],
      ['wiod-2011', 41, 31, true],
    ])
    expect(list.file).toMatchObject({ type: 'object', required: ['name', 'base', 'shocks'] })
  })
})

describe('visavis scenario with blocs drawn from the votes of the record', () => {
  test.each(['communities', 'ideal-points'])(
    '%s: the same twice, with shares of all who vote, and the command that measures the same',
    async (measure) => {
      const folder = await mkdtemp(join(tmpdir(), 'visavis-scenario-'))
      const path = join(folder, 'blocs.yaml')
      const text = `name: Two blocs\nbase: baci-2023\nalignment: { measure: ${measure}, resamples: 20, from: 2022, until: 2022, blocs: { west: [USA, DEU, TWN], east: [CHN] } }\nshocks: [{ kind: trade-cost, from: [west], to: [east], factor: 1.2 }]\ndraws: 20\n`
      writeFileSync(path, text)
      const [first, second] = [await ask({ file: path }), await ask({ file: path })]
      await rm(folder, { recursive: true })
      expect(first).toEqual(second)
      const { output } = await scenarioOperation.load()
      expect(output.safeParse(JSON.parse(JSON.stringify(first))).error?.issues ?? []).toEqual([])
      const share = (iso3: string): Readonly<Record<string, number>> => first.alignment!.members.find((one) => one.iso3 === iso3)!.shares
      expect(share('FRA')['west']).toBeGreaterThan(0.9)
      expect(share('RUS')['west']).toBe(0)
      expect(share('TWN')).toEqual({ west: 1, east: 0 })
      expect(first.alignment!.rollCalls).toBeGreaterThan(70)
      expect(first.alignment!.command).toContain(
        measure === 'communities' ? 'communities --year 2022 --years 1 --resamples 20 --seed 1' : '--from 2022 --to 2022',
      )
      expect(first.spread[0]!.shares).toMatchObject([{ source: 'membership', percent: 100 }])
    },
  )
})

describe('visavis scenario with an agreement that ends', () => {
  const gravityAnswer = {
    schemaVersion: 1,
    terms: [
      { name: 'ln(dist)', estimate: -0.8, error: 0.04 },
      { name: 'smooth', estimate: null, error: null },
      { name: 'rta', estimate: 0.3, error: 0.05 },
    ],
    covariance: [
      [0.0016, 0.0001],
      [0.0001, 0.0025],
    ],
  }

  async function askWith(estimate: unknown, text: string): Promise<ScenarioAnswer> {
    const folder = await mkdtemp(join(tmpdir(), 'visavis-scenario-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    writeFileSync(join(folder, 's.yaml'), text)
    writeFileSync(join(folder, 'estimate.json'), typeof estimate === 'string' ? estimate : JSON.stringify(estimate))
    return ask({ file: join(folder, 's.yaml'), ...(estimate === undefined ? {} : { gravity: join(folder, 'estimate.json') }) })
  }
  const scenario = (origin: string, term: string): string =>
    `name: End\nbase: baci-2023\nshocks: [{ kind: withdrawal, from: [CAN], to: [USA], terms: [${term}], estimate: ${origin} }]\ndraws: 20\n`

  test('reads the answer of a gravity equation, whose terms without an estimate have no row in the covariance', async () => {
    const answer = await askWith(gravityAnswer, scenario('gravity', 'rta'))
    expect(answer.effects[0]).toMatchObject({ effect: -0.3, error: 0.05, source: 'estimate.json' })
    expect(scenarioPage.table(answer).replace(/\s+/g, ' ')).toContain(
      'Ends: rta, estimated by estimate.json. Trade -25.92 % (90 %: -31.77 to -19.57) before prices adjust',
    )
  })

  test('estimates on the panel of the record', async () => {
    const answer = await askWith('{}', scenario('record', 'customs_union'))
    expect(answer.effects[0]!.effect).toBeLessThan(0)
    expect(answer.effects[0]!.error!).toBeGreaterThan(0)
    expect(answer.effects[0]!.source).toContain('visavis gravity --record')
  })

  test.each([
    ['a term without an estimate', gravityAnswer, 'smooth', 'no term "smooth"'],
    ['a file that is no JSON', 'terms: 1', 'rta', 'estimate.json is not JSON'],
    ['a file of another kind', { results: [] }, 'rta', 'is no answer of visavis gravity --json: terms'],
    ['a covariance of another size', { ...gravityAnswer, covariance: [[1]] }, 'rta', 'has 2 estimates and a covariance of 1 rows'],
  ])('refuses %s', async (_, estimate, term, message) => {
    await expect(askWith(estimate, scenario('gravity', term))).rejects.toThrow(message)
  })

  test('asks for the file that the scenario means', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'visavis-scenario-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    writeFileSync(join(folder, 's.yaml'), scenario('gravity', 'rta'))
    await expect(ask({ file: join(folder, 's.yaml') })).rejects.toThrow('--gravity FILE')
  })
})

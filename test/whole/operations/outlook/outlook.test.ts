import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { keepOutlook } from '../../../../src/operations/outlook/outlook-ledger.ts'
import { eventRuleText } from '../../../../src/outlook/events/event-rules.ts'
import type { OutlookDueAnswer, OutlookScoreAnswer } from '../../../../src/reports/outlook/ledger-answer.ts'
import type { BacktestAnswer, OutlookAnswer } from '../../../../src/reports/outlook/outlook-answer.ts'

const home = mkdtempSync(join(tmpdir(), 'visavis-outlook-'))
const context = { env: { ...process.env, VISAVIS_HOME: home }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }
afterAll(() => rmSync(home, { recursive: true }))

async function asked<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  return (await (await operation.load()).run(checkInput(operation, input), context)) as T
}

async function shown(name: string, answer: unknown, format: 'table' | 'csv' | 'md'): Promise<string> {
  const operation = operations.find((one) => one.name === name)!
  return (await operation.load()).show[format]!(answer as never)
}

describe('outlook of a pair', () => {
  let answer: OutlookAnswer
  beforeAll(async () => {
    answer = await asked<OutlookAnswer>('outlook', { a: 'China', b: 'Russia' })
  })

  test('every quantity and move has five horizons, with nested bands around the median', () => {
    const ids = [...new Set(answer.targets.map(({ id }) => id))]
    const events = ['armed-conflict', 'sanctions-onset', 'bloc-joining', 'bloc-leaving']
    const kinds = ids.filter((id) => !events.some((kind) => id.startsWith(kind)))
    expect(new Set(ids.filter((id) => !kinds.includes(id)).map((id) => id.split(':')[0]))).toEqual(new Set(events))
    expect(kinds).toEqual([
      ...['standing-up', 'standing-down', 'ideal-point-distance', 'agreement-rate', 'agreement-place'],
      ...['goods-flow-a-to-b', 'goods-flow-b-to-a', 'trade-gdp-share-a', 'trade-gdp-share-b', 'trade-dependence-a', 'trade-dependence-b'],
    ])
    for (const id of ids) expect(answer.targets.filter((one) => one.id === id).map(({ horizon }) => horizon)).toEqual([1, 2, 3, 5, 10])
    for (const { median, bands, probability, id } of answer.targets) {
      if (probability !== null) {
        expect(probability).toBeGreaterThanOrEqual(0)
        expect(probability).toBeLessThanOrEqual(1)
        expect([median, bands]).toEqual([null, []])
        continue
      }
      expect(bands.map(({ level }) => level)).toEqual([50, 80, 90, 95])
      bands.forEach(({ low, high }, k) => {
        expect(low).toBeLessThanOrEqual(median!)
        expect(high).toBeGreaterThanOrEqual(median!)
        if (k > 0) {
          expect(low).toBeLessThanOrEqual(bands[k - 1]!.low)
          expect(high).toBeGreaterThanOrEqual(bands[k - 1]!.high)
        }
        if (!id.startsWith('standing')) expect(low).toBeGreaterThanOrEqual(0)
      })
    }
  })

  test('every forecast names source, edition, day and rule of its resolution, and no band of a share exceeds 100', () => {
    for (const { resolution, bands, unit } of answer.targets) {
      expect(resolution.day).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(resolution.rule.length).toBeGreaterThan(40)
      expect(resolution.vintage).toMatch(/^the first/)
      if (unit === 'percentile') for (const { high } of bands) expect(high).toBeLessThanOrEqual(100)
    }
  })

  test('the order of the two is that of the question, and the forecasts are the same', async () => {
    const turned = await asked<OutlookAnswer>('outlook', { a: 'Russia', b: 'China' })
    const find = ({ targets }: OutlookAnswer, id: string): unknown => targets.find((one) => one.id === id && one.horizon === 5)?.quantiles
    expect(find(turned, 'goods-flow-b-to-a')).toEqual(find(answer, 'goods-flow-a-to-b'))
    expect(find(turned, 'ideal-point-distance')).toEqual(find(answer, 'ideal-point-distance'))
    expect(find(turned, 'trade-dependence-b')).toEqual(find(answer, 'trade-dependence-a'))
  })

  test('the text is one screen, and its words of likelihood are those of their probabilities', async () => {
    const text = await shown('outlook', answer, 'table')
    expect(text.split('\n').length).toBeLessThanOrEqual(40)
    expect(answer.statements.length).toBeLessThanOrEqual(3)
    const words = {
      'almost certain': [0.95, 1],
      'very likely': [0.8, 0.95],
      likely: [0.55, 0.8],
      unlikely: [0.2, 0.45],
      'very unlikely': [0, 0.2],
    } as const
    let checked = 0
    for (const statement of answer.statements)
      for (const [, word, percent] of statement.matchAll(
        /(almost certain|very likely|very unlikely|unlikely|likely)[a-z ]* \((?:over )?([\d.]+) %\)/g,
      )) {
        const [low, high] = words[word as keyof typeof words]
        expect(Number(percent) / 100).toBeGreaterThanOrEqual(low)
        expect(Number(percent) / 100).toBeLessThanOrEqual(high)
        checked++
      }
    expect(checked).toBeGreaterThanOrEqual(3)
  })

  test('CSV and Markdown have every forecast, or every quantity', async () => {
    expect((await shown('outlook', answer, 'csv')).trimEnd().split('\n')).toHaveLength(answer.targets.length + 1)
    const markdown = await shown('outlook', answer, 'md')
    for (const { title } of answer.targets) expect(markdown).toContain(title)
  })
})

describe('no forecast, with why', () => {
  test('a horizon beyond the longest back-test', async () => {
    await expect(asked('outlook', { a: 'China', b: 'Russia', horizon: 30 })).rejects.toMatchObject({
      code: 'NoCoverage',
      message: expect.stringContaining('the longest back-test is 10 years'),
    })
  })

  test('a horizon that was not back-tested', async () => {
    await expect(asked('outlook', { a: 'China', b: 'Russia', horizon: 7 })).rejects.toMatchObject({ code: 'NoCoverage' })
  })

  test('a state that has ended', async () => {
    await expect(asked('outlook', { a: 'Czechoslovakia', b: 'France' })).rejects.toMatchObject({ code: 'NoSuchStateThen' })
    // on the last day of the Soviet Union its forecast is made; later its seat and its name are Russia's
    const answer = await asked<OutlookAnswer>('outlook', { a: 'USSR', b: 'United States' })
    expect(answer.a.iso3).toBe('RUS')
  })

  test('a state that has just begun: three sessions are too short a past', async () => {
    const answer = await asked<OutlookAnswer>('outlook', { a: 'South Sudan', b: 'Kenya', asOf: '2014-11-01' })
    const none = answer.none.find(({ id }) => id === 'ideal-point-distance')
    expect(none?.why).toMatch(/too short a past/)
    expect(answer.targets.some(({ id }) => id === 'ideal-point-distance')).toBe(false)
  })

  test('a pair without trade: missing is not zero', async () => {
    const answer = await asked<OutlookAnswer>('outlook', { a: 'North Korea', b: 'South Korea' })
    const none = answer.none.filter(({ id }) => id.startsWith('trade-gdp-share'))
    expect(none.length).toBeGreaterThan(0)
    for (const { why } of none) expect(why).toMatch(/missing is not zero|no goods trade|no value|too short a past/)
  })

  test('a state without votes in the Assembly', async () => {
    const answer = await asked<OutlookAnswer>('outlook', { a: 'Kosovo', b: 'Serbia' })
    expect(answer.none.filter(({ why }) => why.includes('no recorded vote')).map(({ id }) => id)).toEqual([
      ...['ideal-point-distance', 'agreement-rate', 'agreement-place'],
    ])
  })

  test('a bloc, and a state with itself', async () => {
    await expect(asked('outlook', { a: 'EU', b: 'China' })).rejects.toMatchObject({ code: 'NotAState' })
    await expect(asked('outlook', { a: 'China', b: 'CHN' })).rejects.toMatchObject({ code: 'SameState' })
  })
})

describe('back-test', () => {
  test('has the fixed columns, every horizon, and only origins whose outcome has come', async () => {
    const answer = await asked<BacktestAnswer>('outlook backtest', { target: 'goods-flow-a-to-b' })
    expect(answer.target).toBe('goods-flow')
    const csv = await shown('outlook backtest', answer, 'csv')
    expect(csv.split(/\r?\n/)[0]).toBe('target,horizon,origin,n,mae,crps,skill,cover50,cover80,cover90,cover95')
    expect([...new Set(answer.rows.map(({ horizon }) => horizon))]).toEqual([1, 2, 3, 5, 10])
    for (const { horizon, origin } of answer.rows) expect(origin + horizon).toBeLessThanOrEqual(2023)
  })

  test('bands hold 78 to 82 and 93.5 to 96.5 % at every horizon, but for those that the page of the outlook names', async () => {
    const ids = ['ideal-point-distance', 'agreement-rate', 'agreement-place', 'goods-flow', 'trade-gdp-share', 'trade-dependence']
    const beyond: string[] = []
    for (const target of ids) {
      const { rows } = await asked<BacktestAnswer>('outlook backtest', { target })
      for (const horizon of [1, 2, 3, 5, 10]) {
        const own = rows.filter((row) => row.horizon === horizon)
        const n = own.reduce((sum, row) => sum + row.n, 0)
        const share = (of: 'cover80' | 'cover95'): number => own.reduce((sum, row) => sum + row.n * row[of]!, 0) / n
        if (Math.abs(share('cover80') - 0.8) > 0.02) beyond.push(`${target} ${horizon} 80 ${share('cover80').toFixed(3)}`)
        if (Math.abs(share('cover95') - 0.95) > 0.015) beyond.push(`${target} ${horizon} 95 ${share('cover95').toFixed(3)}`)
      }
    }
    expect(beyond).toEqual([
      'ideal-point-distance 5 80 0.821',
      'agreement-rate 1 80 0.763',
      'agreement-rate 1 95 0.929',
      'agreement-rate 10 95 0.968',
      'agreement-place 10 80 0.854',
    ])
  })

  test('an unknown target is refused with the known ones', async () => {
    await expect(asked('outlook backtest', { target: 'love' })).rejects.toMatchObject({
      code: 'Usage',
      message: expect.stringContaining('ideal-point-distance'),
    })
  })
})

describe('ledger', () => {
  const folder = join(home, 'forecasts', 'outlook')

  test('a forecast is kept once, and settled by the record of a later day', async () => {
    const early = { a: 'India', b: 'Pakistan', asOf: '2022-12-31', keep: true }
    const first = await asked<OutlookAnswer>('outlook', early)
    expect(first.kept?.added).toBe(first.targets.length)
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
    const again = await asked<OutlookAnswer>('outlook', early)
    expect(again.kept).toMatchObject({ added: 0, there: first.targets.length })
    expect(readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))).toEqual(files)

    const due = await asked<OutlookDueAnswer>('outlook due', {})
    expect(due.due.length).toBeGreaterThan(5)
    expect(due.due.length + due.waiting).toBe(first.targets.length)
    for (const { question } of due.due) {
      if (question.cdf === null) continue
      expect(question.cdf).toHaveLength(201)
      expect(question.cdf.every((one, k) => k === 0 || one >= question.cdf![k - 1]!)).toBe(true)
    }

    const score = await asked<OutlookScoreAnswer>('outlook score', {})
    const distance = score.rows.find(({ id, horizon }) => id === 'ideal-point-distance' && horizon === 1)
    expect(distance?.outcome).toBeGreaterThan(0)
    const forecast = first.targets.find(({ id, horizon }) => id === 'ideal-point-distance' && horizon === 1)!
    const band = forecast.bands.find(({ level }) => level === 80)!
    expect(distance?.within80).toBe(distance!.outcome! >= band.low && distance!.outcome! <= band.high)
    expect(await shown('outlook score', score, 'table')).toContain('settled')
    // the first settlement stays
    const later = await asked<OutlookScoreAnswer>('outlook score', {})
    expect(later.rows).toEqual(score.rows)
    expect(later.digest).toBe(score.digest)
  })

  test('a file that was edited by hand is refused', async () => {
    const file = readdirSync(folder).find((name) => /^[0-9a-f]{16}\.json$/.test(name))!
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('"horizon": 1', '"horizon": 2').replace('"kept": "2026', '"kept": "2025'))
    for (const name of ['outlook due', 'outlook score'])
      await expect(asked(name, {})).rejects.toMatchObject({
        code: 'BadInput',
        message: expect.stringContaining('was changed after it was kept'),
      })
    writeFileSync(path, text)
    await expect(asked('outlook due', {})).resolves.toBeDefined()
  })

  test('events are settled by their rules, with Brier and log score beside the base rate; one edited by hand is refused', async () => {
    const { answer, rules } = await pastEvents()
    const own = { ...context, env: { ...context.env, VISAVIS_HOME: mkdtempSync(join(home, 'events-')) } }
    await keepOutlook(answer, own)
    const operation = operations.find((one) => one.name === 'outlook score')!
    const score = async (): Promise<OutlookScoreAnswer> =>
      (await (await operation.load()).run(checkInput(operation, {}), own)) as OutlookScoreAnswer
    const { rows, open, targets } = await score()
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual(
      expect.arrayContaining([
        ['armed-conflict', 1],
        ['bloc-joining:FIN:NATO', 1],
        ['sanctions-onset:UKR:POL', null],
      ]),
    )
    expect(rows.find(({ id }) => id === 'sanctions-onset:UKR:POL')?.why).toContain('not written by this program')
    const war = rows.find(({ id }) => id === 'armed-conflict')!
    expect(war).toMatchObject({ score: expect.closeTo(0.49, 9), baselineScore: expect.closeTo(0.81, 9), within80: null })
    expect([war.logScore, war.baselineLogScore]).toEqual([expect.closeTo(-Math.log(0.3), 9), expect.closeTo(-Math.log(0.1), 9)])
    expect(open).toEqual([{ why: 'the list of all armed conflicts (ucdp-acd) ends in 2024', forecasts: 1 }])
    expect(targets.map(({ target }) => target)).toEqual(['armed-conflict', 'bloc-joining'])
    const folder = join(own.env.VISAVIS_HOME, 'forecasts', 'outlook')
    const path = join(folder, readdirSync(folder).find((file) => readFileSync(join(folder, file), 'utf8').includes(rules.war))!)
    writeFileSync(path, readFileSync(path, 'utf8').replace('row of 2022 to 2024', 'row of 2022 to 2023'))
    await expect(score()).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining('was changed after it was kept') })
  })
})

/** Forecasts of events whose windows have ended, as they would have been kept: the record has none so old. */
async function pastEvents(): Promise<{ answer: OutlookAnswer; rules: { war: string } }> {
  const answer = await asked<OutlookAnswer>('outlook', { a: 'Russia', b: 'Ukraine' })
  const war = answer.targets.find(({ id }) => id === 'armed-conflict')!
  const past = (id: string, period: string, rule: string): (typeof answer.targets)[number] => ({
    ...{ ...war, id, period, probability: 0.3, baseline: 0.1 },
    resolution: { ...war.resolution, day: '2025-06-30', rule },
  })
  const rules = {
    war: eventRuleText({ kind: 'armed-conflict', a: 'RUS', b: 'UKR', from: 2022, to: 2024 }),
    open: eventRuleText({ kind: 'armed-conflict', a: 'RUS', b: 'UKR', from: 2022, to: 2025 }),
    joined: eventRuleText({ kind: 'bloc-joining', bloc: 'NATO', state: 'FIN', after: '2022-12-31', to: 2023 }),
  }
  const targets = [
    ...[past('armed-conflict', '2022 to 2024', rules.war), past('armed-conflict', '2022 to 2025', rules.open)],
    past('bloc-joining:FIN:NATO', 'by the end of 2023', rules.joined),
    past('sanctions-onset:UKR:POL', 'by the end of 2023', 'Yes if somebody says so.'),
  ]
  return { answer: { ...answer, targets }, rules }
}

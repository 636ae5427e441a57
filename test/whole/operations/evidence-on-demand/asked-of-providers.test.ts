import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Assessment } from '../../../../src/assessments/index.ts'
import type { PullReport } from '../../../../src/operations/evidence-on-demand/pull-report.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import type { CheckAnswer } from '../../../../src/reports/claims/check-answer.ts'
import type { ReadAnswer } from '../../../../src/reports/claims/claims-answer.ts'
import { findSnapshot, openSnapshot } from '../../../../src/store/index.ts'
import { type Provider, provider, type Serving } from '../../../operations/provider.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

const day = '2026-12-05'
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${day}T12:00:00Z`) }))
afterEach(() => void vi.useRealTimers())

type Asked<T> = T & { readonly pull?: PullReport }

interface Setting {
  readonly from: Provider
  /** What the last command told on stderr. */
  readonly told: () => string
  run<T>(name: string, input: Record<string, unknown>): Promise<Asked<T>>
  snapshots(): string[]
  rows(sql: string): Promise<Record<string, unknown>[]>
}

async function setting(answers: Readonly<Record<string, Serving>>, said = text): Promise<Setting> {
  const home = freshRoot()
  const env = { VISAVIS_HOME: home }
  const from = await provider(answers)
  let told: string[] = []
  let clock = 0
  const run = async <T>(name: string, input: Record<string, unknown>): Promise<Asked<T>> => {
    told = []
    const operation = operations.find((one) => one.name === name)!
    const work = await operation.load()
    const today = new Date().toISOString().slice(0, 10)
    const now = `${today}T12:00:0${++clock}.000Z`
    const warn = (text: string): void => void told.push(text)
    const stdin = async function* (): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(said)
    }
    const answer = await work.run(checkInput(operation, input), { env, today, now, warn, stdin, download: from.download })
    expect(work.output.safeParse(JSON.parse(JSON.stringify(answer))).error?.issues ?? []).toEqual([])
    expect(await work.show.table!(answer as never)).not.toMatch(/undefined|NaN/)
    return answer as Asked<T>
  }
  return {
    from,
    told: () => told.join('\n'),
    run,
    snapshots: () => (existsSync(join(home, 'snapshots')) ? readdirSync(join(home, 'snapshots')) : []),
    rows: async (sql) => {
      const snapshot = await openSnapshot((await findSnapshot({ env })).directory)
      return await snapshot.rows(sql).finally(() => snapshot.close())
    },
  }
}

const text = 'In 2024 Kenya exported goods worth $500 million to Tanzania.'

const comtradeAt = (reporter: number, partner: number, year = 2024): string =>
  `https://comtradeapi.un.org/public/v1/preview/C/A/HS?cmdCode=TOTAL&flowCode=M,X&reporterCode=${reporter}&period=${year}&partnerCode=${partner}&includeDesc=true`
const fuelsAt = (reporter: number, partner: number): string =>
  comtradeAt(reporter, partner).replace('cmdCode=TOTAL&flowCode=M,X', 'cmdCode=2701,2704,2709,2710,271111&flowCode=M')
const imfAt = (reporter: string, partner: string): string =>
  `https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/+/${reporter}.*.${partner}.A`
const gdpAt = 'https://api.worldbank.org/v2/country/KEN;TZA/indicator/NY.GDP.MKTP.CD?format=json&per_page=20000&page=1&date=2025'

/** An answer in Comtrade's form: exports and imports of a reporter with a partner. */
function comtrade(reporter: number, partner: number, exports: number, imports: number, year = 2024): string {
  const common = {
    ...{ typeCode: 'C', freqCode: 'A', refPeriodId: year * 10_000 + 101, refYear: year, refMonth: 52, period: String(year) },
    ...{ reporterCode: reporter, partnerCode: partner, partner2Code: 0, classificationCode: 'H6', cmdCode: 'TOTAL', customsCode: 'C00' },
    ...{ mosCode: '0', motCode: 0, netWgt: null, isNetWgtEstimated: false, isReported: false, isAggregate: true },
  }
  const data = [
    { ...common, flowCode: 'X', cifvalue: null, fobvalue: exports, primaryValue: exports },
    { ...common, flowCode: 'M', cifvalue: imports, fobvalue: null, primaryValue: imports },
  ]
  return JSON.stringify({ elapsedTime: '0.1 secs', count: 2, data, error: '' })
}

const nothing = JSON.stringify({ elapsedTime: '0.1 secs', count: 0, data: [], error: '' })

/** An answer in Comtrade's form: imports of coal, with their weight. */
function coal(reporter: number, partner: number, imports: number, kilograms: number): string {
  const { data, ...about } = JSON.parse(comtrade(reporter, partner, 0, imports)) as { data: Record<string, unknown>[] }
  return JSON.stringify({ ...about, count: 1, data: [{ ...data[1], cmdCode: '2701', netWgt: kilograms }] })
}

/** An answer in the IMF's form: exports, imports and balance of a reporter with a partner. */
function imf(reporter: string, partner: string, exports: number, imports: number, year = 2025): string {
  const row = (indicator: string, value: number): string =>
    `dataflow,IMF.STA:IMTS(1.0.0),I,${reporter},${indicator},${partner},A,${year},${value},6\n`
  return (
    'STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE\n' +
    `${row('XG_FOB_USD', exports)}${row('MG_CIF_USD', imports)}${row('TBG_USD', exports - imports)}`
  )
}

function gdp(...figures: readonly (readonly [string, string, number | null, number?])[]): string {
  const about = { page: 1, pages: 1, per_page: 20000, total: figures.length, sourceid: '2', lastupdated: '2026-10-07' }
  const entries = figures.map(([id, code, value, year = 2025]) => ({
    ...{ indicator: { id: 'NY.GDP.MKTP.CD', value: 'GDP (current US$)' }, country: { id, value: code === 'KEN' ? 'Kenya' : 'Tanzania' } },
    ...{ countryiso3code: code, date: String(year), value, unit: '', obs_status: '', decimal: 0 },
  }))
  return JSON.stringify([about, entries])
}

const good: Readonly<Record<string, Serving>> = {
  [comtradeAt(404, 834)]: comtrade(404, 834, 512_000_000, 401_000_000),
  [comtradeAt(834, 404)]: comtrade(834, 404, 389_000_000, 540_000_000),
  [imfAt('KEN', 'TZA')]: imf('KEN', 'TZA', 530_000_000, 420_000_000),
  [imfAt('TZA', 'KEN')]: imf('TZA', 'KEN', 400_000_000, 560_000_000),
  [gdpAt]: gdp(['KE', 'KEN', 140_000_000_000], ['TZ', 'TZA', 90_000_000_000]),
  [fuelsAt(404, 834)]: coal(404, 834, 31_000_000, 260_000_000),
  [fuelsAt(834, 404)]: nothing,
}

/** Providers that answer well and have nothing. */
const silent: Readonly<Record<string, Serving>> = {
  ...Object.fromEntries([comtradeAt, fuelsAt].flatMap((at) => [at(404, 834), at(834, 404)]).map((address) => [address, nothing])),
  ...{ [imfAt('KEN', 'TZA')]: 404, [imfAt('TZA', 'KEN')]: 404, [gdpAt]: gdp(['KE', 'KEN', null], ['TZ', 'TZA', null]) },
}

const pair = { a: 'Kenya', b: 'Tanzania', pull: true }
const outcomes = ({ pull }: Asked<object>): string[] => pull!.requests.map(({ source, outcome }) => `${source} ${outcome}`)
const tradeOf = (assessment: Assessment): Assessment['domains'][number] => assessment.domains.find(({ id }) => id === 'trade')!
const allGood = [
  ...['comtrade stored', 'comtrade stored', 'imf-imts stored', 'imf-imts stored', 'world-bank stored'],
  ...['comtrade stored', 'comtrade nothing'],
]

describe('assess --pull', () => {
  test('asks for just what is missing, stores it as one snapshot, and answers from that', async () => {
    const { run, from, told, snapshots, rows } = await setting(good)
    const before = await run<Assessment>('assess', { ...pair, pull: false })
    expect(before.pull).toBeUndefined()
    expect(from.requests).toEqual([])
    const gdpBefore = (await rows(`SELECT count(*)::INTEGER AS n FROM observations WHERE source = 'world-bank'`))[0]!['n'] as number
    const after = await run<Assessment>('assess', pair)
    expect(outcomes(after)).toEqual(allGood)
    expect(from.requests.map(({ address }) => address)).toEqual(Object.keys(good))
    expect(snapshots()).toEqual([after.pull!.snapshot])
    expect(after.snapshot.id).toBe(after.pull!.snapshot)
    const level = tradeOf(after).estimates.find(({ id }) => id === 'goods-trade')
    // the sums of the lowest and of the highest report of each way
    const interval = { low: 930_000_000, high: 980_000_000, kind: 'reports' }
    expect(level).toMatchObject({
      period: '2025',
      value: 950_000_000,
      interval,
      evidence: [{ source: 'imf-imts' }, { source: 'imf-imts' }],
    })
    const energy = (assessment: Assessment): Assessment['domains'][number] => assessment.domains.find(({ id }) => id === 'energy')!
    expect([energy(before).state, energy(after).state]).toEqual(['unknown', 'observed'])
    expect(energy(after).summary).toContain('In 2024 coal from Tanzania to Kenya came to USD 31 m.')
    expect(JSON.stringify(tradeOf(after).items)).toContain('comtrade, reported by TZA')
    expect(JSON.stringify(tradeOf(before).items)).not.toContain('comtrade')
    expect(await rows(`SELECT count(*)::INTEGER AS n FROM observations WHERE source = 'world-bank'`)).toEqual([{ n: gdpBefore + 2 }])
    expect(told()).toContain(
      'comtrade (United Nations Statistics Division): goods between Kenya and Tanzania in 2024, as Kenya reports them: 2 figures stored.',
    )
    expect(told()).toContain(`The figures are in the new snapshot ${after.pull!.snapshot}, on which the answer rests.`)
  })

  test('what came is not asked for again', async () => {
    const { run, from, snapshots } = await setting(good)
    await run('assess', pair)
    const again = await run<Assessment>('assess', pair)
    expect([outcomes(again), from.requests.length, snapshots().length]).toEqual([['comtrade nothing'], 7, 1])
  })

  test('a provider that has nothing is not asked a second time on the same day, and is on the next', async () => {
    const { run, from, snapshots, told } = await setting({ ...silent, [imfAt('KEN', 'TZA')]: imf('KEN', 'TZA', Number.NaN, Number.NaN) })
    const first = await run<Assessment>('assess', pair)
    expect(first.pull!.requests.every(({ outcome }) => outcome === 'nothing')).toBe(true)
    expect(told()).toContain('as Kenya reports them: it has none.')
    const asked = from.requests.length
    const again = await run<Assessment>('assess', pair)
    // an address at which there is nothing (404) is no answer that could be kept
    const unkept = [imfAt('TZA', 'KEN')]
    expect(outcomes(again)).toEqual(outcomes(first))
    expect(from.requests.slice(asked).map(({ address }) => address)).toEqual(unkept)
    vi.setSystemTime(Date.parse('2026-12-06T12:00:00Z'))
    await run<Assessment>('assess', pair)
    expect(from.requests.length).toBe(2 * asked + unkept.length)
    expect(snapshots()).toEqual([])
  })
})

const html = '<!doctype html><html><body>Service unavailable</body></html>'
const cutOff: Serving = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 5000 })
  response.write('{"elapsedTime":"0.1 secs","count":2,"data":[', () => response.destroy())
}
const tooMany =
  (seconds: number): Serving =>
  (_request, response) =>
    void response.writeHead(429, { 'retry-after': String(seconds) }).end()

describe('a provider that misbehaves', () => {
  const first = comtradeAt(404, 834)

  test.each<[string, Serving, string, string]>([
    ['HTML instead of data', html, 'refused', 'answers with an HTML page where JSON was due'],
    ['the data of another pair', comtrade(404, 800, 512_000_000, 401_000_000), 'refused', 'answers about KEN and UGA in 2024'],
    ['the same pair as the other side reports it', comtrade(834, 404, 1_000_000, 2_000_000), 'refused', 'in 2024, by TZA'],
    ['the data of another year', comtrade(404, 834, 512_000_000, 401_000_000, 2019), 'refused', 'in 2019'],
    ['an answer that breaks off', cutOff, 'failed', 'broke off after 44 of 5000 bytes'],
    ['429 with a wait of an hour', tooMany(3600), 'failed', 'answers 429 (too many requests), and asks to wait 3600 s'],
    ['an error in the form of data', JSON.stringify({ statusCode: 401, message: 'Access denied' }), 'refused', 'is an error of the API'],
  ])('%s: nothing of it is stored, the message names it, and the answer is given', async (_what, serving, outcome, says) => {
    const { run, told, rows, from, snapshots } = await setting({ ...silent, [first]: serving })
    const answer = await run<Assessment>('assess', pair)
    const { pull } = answer
    expect(pull!.requests[0]).toMatchObject({ source: 'comtrade', outcome, figures: 0, says: expect.stringContaining(says) })
    expect(told()).toContain(
      'comtrade (United Nations Statistics Division): goods between Kenya and Tanzania in 2024, as Kenya reports them: ',
    )
    expect(told()).toContain(says)
    expect(await rows(`SELECT value FROM observations WHERE source = 'comtrade' AND reporter = 'KEN'`)).toEqual([])
    expect(tradeOf(answer).summary).toMatch(/^In 20\d\d goods worth /)
    expect(snapshots()).toEqual([])
    expect(pull!.requests.slice(2, 5).map((one) => one.outcome)).toEqual(['nothing', 'nothing', 'nothing'])
    // who turns one question away is not asked the next one
    const second = from.requests.filter(({ address }) => address === comtradeAt(834, 404)).length
    expect(second).toBe(outcome === 'failed' ? 0 : 1)
  })

  test('a figure that cannot be is left out, and only the others are counted', async () => {
    const { run, told, rows } = await setting({ ...silent, [first]: comtrade(404, 834, 9e15, 401_000_000) })
    const { pull } = await run<Assessment>('assess', pair)
    expect(pull!.requests[0]).toMatchObject({ outcome: 'stored', figures: 1 })
    expect(told()).toContain('Kept out until confirmed, 1 figure: goods-exports from KEN to TZA, 2024')
    expect(told()).not.toContain('Nothing is held of')
    expect(
      await rows(`SELECT value FROM observations WHERE source = 'comtrade' AND reporter = 'KEN' AND unit = 'USD' AND value > 1e8`),
    ).toEqual([{ value: 401_000_000 }])
  })

  test('where every figure of a provider cannot be, nothing of it is stored', async () => {
    const { run, rows } = await setting({ ...silent, [first]: comtrade(404, 834, 9e15, 8e15) })
    const { pull } = await run<Assessment>('assess', pair)
    expect(pull!.requests[0]).toMatchObject({ outcome: 'refused', figures: 0, says: expect.stringContaining('cannot be more than') })
    expect(await rows(`SELECT value FROM observations WHERE source = 'comtrade'`)).toEqual([])
  })

  test('every provider misbehaves: no snapshot, and the same assessment as without', async () => {
    const { run, told, snapshots } = await setting(Object.fromEntries(Object.keys(good).map((address) => [address, html])))
    const plain = await run<Assessment>('assess', { ...pair, pull: false })
    const { pull, ...answer } = await run<Assessment>('assess', pair)
    expect(answer).toEqual(plain)
    expect(pull!.requests.every(({ outcome }) => outcome === 'refused')).toBe(true)
    expect(snapshots()).toEqual([])
    expect(told()).toContain('Nothing was stored: the answer rests on the record as it was.')
  })

  test('a short wait that a provider asks for is kept to', async () => {
    let turn = 0
    const busy: Serving = (request, response) => {
      if (++turn === 1) return void response.writeHead(429, { 'retry-after': '2' }).end()
      const body = nothing
      expect(request.url).toContain('reporterCode=404')
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
    }
    const { run } = await setting({ ...silent, [first]: busy })
    expect(outcomes(await run('assess', pair))[0]).toBe('comtrade nothing')
    expect(turn).toBe(2)
  })

  test('GDP of another state, and IMF figures of another pair, are refused', async () => {
    const { run, rows } = await setting({
      ...silent,
      [gdpAt]: gdp(['KE', 'KEN', 140_000_000_000], ['UG', 'UGA', 60_000_000_000]),
      [imfAt('KEN', 'TZA')]: imf('KEN', 'UGA', 530_000_000, 420_000_000),
    })
    const { pull } = await run<Assessment>('assess', pair)
    expect(pull!.requests.slice(0, 5).map(({ outcome }) => outcome)).toEqual(['nothing', 'nothing', 'refused', 'nothing', 'refused'])
    expect(await rows(`SELECT value FROM observations WHERE from_id = 'UGA' AND start_date = '2025-01-01' AND indicator = 'gdp'`)).toEqual(
      [],
    )
  })

  test('of one provider a good answer is stored although another of its answers is bad', async () => {
    const { run, rows } = await setting({ ...silent, [first]: good[first]!, [comtradeAt(834, 404)]: comtrade(834, 800, 1, 2) })
    const { pull } = await run<Assessment>('assess', pair)
    expect(pull!.requests.slice(0, 5).map(({ outcome }) => outcome)).toEqual(['stored', 'refused', 'nothing', 'nothing', 'nothing'])
    expect((await rows(`SELECT value FROM observations WHERE source = 'comtrade' ORDER BY value`)).map(({ value }) => value)).toEqual([
      401_000_000, 512_000_000,
    ])
  })
})

describe('without a network', () => {
  test('it says what it would ask, address by address, and answers from the record', async () => {
    const { run, from, told, snapshots } = await setting({})
    const plain = await run<Assessment>('assess', { ...pair, pull: false })
    from.cut()
    const { pull, ...answer } = await run<Assessment>('assess', pair)
    expect(pull!.requests.map(({ outcome }) => outcome)).toEqual([
      ...['failed', 'not asked', 'failed', 'not asked', 'not asked', 'not asked', 'not asked'],
    ])
    expect(pull!.requests.map(({ address }) => address)).toEqual(Object.keys(good))
    for (const address of Object.keys(good)) expect(told()).toContain(`\n  ${address}   (`)
    expect(snapshots()).toEqual([])
    expect(answer).toEqual(plain)
  })
})

describe('what is not asked', () => {
  test('where nothing is missing no provider is asked', async () => {
    const { run, from, told } = await setting({})
    expect((await run<Assessment>('assess', { a: 'EU', b: 'Kenya', pull: true, draws: 100 })).pull!.requests).toEqual([])
    expect(told()).toContain('Nothing was asked')
    expect(from.requests).toEqual([])
  })

  test('the record of a past day does not grow', async () => {
    const { run } = await setting({})
    await expect(run('assess', { ...pair, asOf: '2026-11-30' })).rejects.toMatchObject({ code: 'Usage', exitCode: 2 })
  })
})

describe('read --pull', () => {
  const asked = { file: '-', date: '2026-11-30', pull: true }

  test('a claim that the record could not decide is decided by the figures that came', async () => {
    const { run, from, told } = await setting({
      [comtradeAt(404, 834)]: good[comtradeAt(404, 834)]!,
      [comtradeAt(834, 404)]: good[comtradeAt(834, 404)]!,
    })
    const before = await run<ReadAnswer>('read', { ...asked, pull: false })
    expect(before.claims.map(({ verdict }) => verdict)).toEqual(['unverifiable'])
    const after = await run<ReadAnswer>('read', asked)
    expect(after.claims.map(({ verdict }) => verdict)).toEqual(['supported'])
    expect(after.claims[0]!.evidence.map(({ source }) => source)).toContain('comtrade')
    expect(from.requests.map(({ address }) => address)).toEqual([comtradeAt(404, 834), comtradeAt(834, 404)])
    expect(after.snapshot.id).toBe(after.pull!.snapshot)
    expect(told()).toContain('2 figures stored')
  })

  test('fuels that a member of the EU imports come from Eurostat', async () => {
    const said = 'In 2024 Italy imported 11 million tonnes of crude oil from Azerbaijan.'
    const at =
      'https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/A.IT.AZ.2701+2704+2709+2710+271111.1.VALUE_IN_EUROS+QUANTITY_IN_100KG?startPeriod=2024&endPeriod=2024&format=SDMX-CSV'
    const answerOf = (supplier: string): string =>
      'DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n' +
      `ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,IT,${supplier},2709,1,VALUE_IN_EUROS,2024,6400000000\n` +
      `ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,IT,${supplier},2709,1,QUANTITY_IN_100KG,2024,110000000\n`
    const { run, from, told } = await setting({ [at]: answerOf('KZ') }, said)
    expect((await run<ReadAnswer>('read', { ...asked, pull: false })).claims.map(({ verdict }) => verdict)).toEqual(['unverifiable'])
    expect(outcomes(await run<ReadAnswer>('read', asked))).toEqual(['comext-answers refused'])
    expect(told()).toContain('was asked about ITA and AZE in 2024 and answers about KAZ and ITA in 2024')
    from.serve({ [at]: answerOf('AZ') })
    vi.setSystemTime(Date.parse('2026-12-06T12:00:00Z'))
    const after = await run<ReadAnswer>('read', asked)
    expect(after.claims.map(({ verdict }) => verdict)).toEqual(['supported'])
    expect(after.claims[0]!.evidence.map(({ source }) => source)).toContain('comext-answers')
  })

  test('a provider with another pair leaves the verdict as it was', async () => {
    const { run, snapshots } = await setting({
      [comtradeAt(404, 834)]: comtrade(404, 800, 512_000_000, 401_000_000),
      [comtradeAt(834, 404)]: html,
    })
    const { pull, ...after } = await run<ReadAnswer>('read', asked)
    expect(after).toEqual(await run<ReadAnswer>('read', { ...asked, pull: false }))
    expect(pull!.requests.map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
    expect(snapshots()).toEqual([])
  })
})

test('check --pull: a claim given as data is decided by the figures that came', async () => {
  const claim = { kind: 'quantity', indicator: 'goods-exports', actors: ['KEN', 'TZA'], period: '2024', value: 500, unit: 'USD mn' }
  const { run, from } = await setting(
    { [comtradeAt(404, 834)]: good[comtradeAt(404, 834)]!, [comtradeAt(834, 404)]: good[comtradeAt(834, 404)]! },
    JSON.stringify(claim),
  )
  const before = await run<CheckAnswer>('check', { file: '-' })
  expect([before.claims.map(({ verdict }) => verdict), from.requests]).toEqual([['unverifiable'], []])
  const after = await run<CheckAnswer>('check', { file: '-', pull: true })
  expect(after.claims.map(({ verdict }) => verdict)).toEqual(['supported'])
  expect(after.snapshot.id).toBe(after.pull!.snapshot)
  expect(from.requests.map(({ address }) => address)).toEqual([comtradeAt(404, 834), comtradeAt(834, 404)])
})

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import type { PullAnswer, PullableAnswer } from '../../../../src/reports/answers/add-pull-diff.ts'
import { pullableSources } from '../../../../src/sources/fetching/pull-registry.ts'
import { findSnapshot, openSnapshot, type SourceCard } from '../../../../src/store/index.ts'
import { tarOf } from '../../../faults/tar-files.ts'
import { type Provider, provider, type Serving } from '../../../operations/provider.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

interface Setting {
  readonly home: string
  readonly from: Provider
  pull<T = PullAnswer>(source?: string, ...ask: string[]): Promise<T>
  /** Of the newest snapshot. */
  rows(sql: string): Promise<Record<string, unknown>[]>
  card(id: string): Promise<SourceCard>
  snapshots(): string[]
}

/** A home of its own, and a provider that answers so. */
async function setting(answers: Readonly<Record<string, Serving>>, more: Record<string, string> = {}): Promise<Setting> {
  const home = freshRoot()
  const env = { VISAVIS_HOME: home, ...more }
  const from = await provider(answers)
  let clock = 0
  const pull = async <T>(source?: string, ...ask: string[]): Promise<T> => {
    const operation = operations.find((one) => one.name === 'pull')!
    const work = await operation.load()
    const now = `2027-01-01T00:00:0${++clock}.000Z`
    const answer = await work.run(checkInput(operation, source === undefined ? { ask } : { source, ask, accept: true }), {
      env,
      today: '2026-11-25',
      now,
      download: from.download,
    })
    expect(work.output.safeParse(JSON.parse(JSON.stringify(answer))).error?.issues ?? []).toEqual([])
    expect(work.show.table!(answer as never)).not.toMatch(/undefined|NaN/)
    return answer as T
  }
  const opened = async <T>(use: (snapshot: Awaited<ReturnType<typeof openSnapshot>>) => Promise<T>): Promise<T> => {
    const snapshot = await openSnapshot((await findSnapshot({ env })).directory)
    return await use(snapshot).finally(() => snapshot.close())
  }
  return {
    home,
    from,
    pull,
    rows: (sql) => opened((snapshot) => snapshot.rows(sql)),
    card: (id) => opened(async (snapshot) => snapshot.manifest.sources.find((one) => one.id === id)!),
    snapshots: () => (existsSync(join(home, 'snapshots')) ? readdirSync(join(home, 'snapshots')) : []),
  }
}

const worldBankAddress = (series: string, page: number): string =>
  `https://api.worldbank.org/v2/country/all/indicator/${series}?format=json&per_page=20000&page=${page}`

function worldBankPage(series: string, page: number, pages: number, value: number, code = 'CHN'): string {
  const about = { page, pages, per_page: 20000, total: pages, sourceid: '2', lastupdated: '2026-10-07' }
  const entry = { indicator: { id: series, value: '' }, country: { id: 'CN', value: 'China' }, countryiso3code: code, date: '2024', value }
  return JSON.stringify([about, [{ ...entry, unit: '', obs_status: '', decimal: 0 }]])
}

const worldBank = {
  [worldBankAddress('NY.GDP.MKTP.CD', 1)]: worldBankPage('NY.GDP.MKTP.CD', 1, 2, 18_743_803_170_827),
  [worldBankAddress('NY.GDP.MKTP.CD', 2)]: worldBankPage('NY.GDP.MKTP.CD', 2, 2, 2_173_835_806_671, 'RUS'),
  [worldBankAddress('SP.POP.TOTL', 1)]: worldBankPage('SP.POP.TOTL', 1, 1, 1_408_975_000),
}

const gdp = `SELECT from_id, value, vintage, locator FROM observations WHERE source = 'world-bank' AND indicator = 'gdp' ORDER BY from_id`

describe('world-bank', () => {
  test('both series with all their pages go into a new snapshot, whose card says whence, when and by which hash', async () => {
    const { pull, rows, card, from } = await setting(worldBank)
    const answer = await pull('world-bank')
    expect(answer.rows).toEqual({ observations: 3 })
    expect(answer.coverage.map(({ indicator, from, to }) => [indicator, from, to])).toEqual([
      ['gdp', '2024-01-01', '2024-12-31'],
      ['population', '2024-01-01', '2024-12-31'],
    ])
    expect(await rows(gdp)).toEqual([
      { from_id: 'CHN', value: 18_743_803_170_827, vintage: answer.vintage, locator: 'NY.GDP.MKTP.CD-1.json#1' },
      { from_id: 'RUS', value: 2_173_835_806_671, vintage: answer.vintage, locator: 'NY.GDP.MKTP.CD-2.json#1' },
    ])
    expect(answer.vintage).toMatch(/^API, updated 2026-10-07; 3 files of api\.worldbank\.org, fetched 20\d\d-.*Z, sha256 [0-9a-f]{12}$/)
    const { vintage, fetched } = await card('world-bank')
    expect(vintage).toBe(answer.vintage)
    expect(fetched?.map(({ address }) => address)).toEqual(Object.keys(worldBank))
    const first = worldBank[worldBankAddress('NY.GDP.MKTP.CD', 1)]!
    expect(fetched?.[0]).toMatchObject({
      name: 'NY.GDP.MKTP.CD-1.json',
      sha256: createHash('sha256').update(first).digest('hex'),
      bytes: first.length,
      etag: expect.stringMatching(/^".*"$/),
    })
    expect(from.requests.map(({ address }) => address)).toEqual(Object.keys(worldBank))
  })

  test('the same again transfers nothing, and gives the same rows under the same vintage', async () => {
    const { pull, rows, from } = await setting(worldBank)
    const first = await pull('world-bank')
    const before = await rows(gdp)
    const second = await pull('world-bank')
    expect(second.files.map(({ how }) => how)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(from.requests.slice(3).every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true)
    expect([second.vintage, second.snapshot.parent]).toEqual([first.vintage, first.snapshot.id])
    expect(await rows(gdp)).toEqual(before)
  })

  test('one bad page, and nothing changes', async () => {
    const { pull, snapshots, from, home } = await setting(worldBank)
    await pull('world-bank')
    const before = snapshots()
    from.serve({ ...worldBank, [worldBankAddress('NY.GDP.MKTP.CD', 2)]: worldBankPage('NY.GDP.MKTP.CD', 2, 2, -5, 'RUS') })
    await expect(pull('world-bank')).rejects.toMatchObject({
      code: 'BadInput',
      message: expect.stringContaining('NY.GDP.MKTP.CD-2.json#1 has the value -5'),
    })
    from.serve({ ...worldBank, [worldBankAddress('NY.GDP.MKTP.CD', 2)]: 404 })
    await expect(pull('world-bank')).rejects.toMatchObject({ code: 'BadAnswer', message: expect.stringContaining('answers 404') })
    expect(snapshots()).toEqual(before)
    expect(readdirSync(join(home, 'cache')).filter((name) => name.startsWith('named-'))).toEqual([])
  })

  test('an answer that speaks of a thousand pages is not followed', async () => {
    const address = worldBankAddress('NY.GDP.MKTP.CD', 1)
    const { pull, from } = await setting({ ...worldBank, [address]: worldBankPage('NY.GDP.MKTP.CD', 1, 1000, 5) })
    await expect(pull('world-bank')).rejects.toThrow('says that it is one of 1000 pages')
    expect(from.requests.length).toBe(1)
  })
})

test('what broke off goes on where it stopped, in the next run', async () => {
  const address = worldBankAddress('SP.POP.TOTL', 1)
  const whole = worldBank[address]!
  const headers = { etag: '"p"', 'content-length': whole.length, 'content-type': 'application/json' }
  const { pull, from, rows } = await setting({
    ...worldBank,
    [address]: (_request, response) => {
      response.writeHead(200, headers)
      response.write(whole.slice(0, 60), () => response.destroy())
    },
  })
  await expect(pull('world-bank')).rejects.toMatchObject({ code: 'Unreachable', hint: expect.stringContaining('goes on from there') })
  from.serve({
    ...worldBank,
    [address]: (request, response) => {
      const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN)
      expect([start, request.headers['if-range']]).toEqual([60, '"p"'])
      const rest = whole.slice(start)
      const range = `bytes ${start}-${whole.length - 1}/${whole.length}`
      response.writeHead(206, { ...headers, 'content-length': rest.length, 'content-range': range }).end(rest)
    },
  })
  const answer = await pull('world-bank')
  expect(answer.files.map(({ how }) => how)).toEqual(['unchanged', 'unchanged', 'resumed'])
  expect(await rows(`SELECT value FROM observations WHERE source = 'world-bank' AND indicator = 'population'`)).toEqual([
    { value: 1_408_975_000 },
  ])
})

const comtradeQuery = (reporter: number, partner: number, period: number, frequency = 'A'): string =>
  `C/${frequency}/HS?cmdCode=TOTAL&flowCode=M,X&reporterCode=${reporter}&period=${period}&partnerCode=${partner}&includeDesc=true`
const preview = (...of: Parameters<typeof comtradeQuery>): string => `https://comtradeapi.un.org/public/v1/preview/${comtradeQuery(...of)}`

function comtradeAnswer(period: number, exports: number, imports: number, copies = 1): string {
  const common = {
    typeCode: 'C',
    freqCode: 'A',
    period: String(period),
    reporterCode: 156,
    partnerCode: 643,
    partner2Code: 0,
    classificationCode: 'H6',
    cmdCode: 'TOTAL',
    customsCode: 'C00',
    mosCode: '0',
    motCode: 0,
    netWgt: null,
    isNetWgtEstimated: false,
  }
  const one = [
    { ...common, flowCode: 'X', cifvalue: null, fobvalue: exports, primaryValue: exports },
    { ...common, flowCode: 'M', cifvalue: imports, fobvalue: null, primaryValue: imports },
  ]
  const data = Array.from({ length: copies }, () => one).flat()
  return JSON.stringify({ elapsedTime: '0.1 secs', count: data.length, data, error: '' })
}

describe('comtrade', () => {
  const trade = `SELECT indicator, start_date, value FROM observations WHERE source = 'comtrade' ORDER BY start_date, indicator`

  test('a request for each year; the answers of an earlier pull stay', async () => {
    const { pull, rows, card } = await setting({
      [preview(156, 643, 2022)]: comtradeAnswer(2022, 76_123, 114_150),
      [preview(156, 643, 2023)]: comtradeAnswer(2023, 110_972, 129_139),
    })
    const first = await pull('comtrade', 'reporter=156', 'partner=643', 'period=2022:2023')
    expect(first.files.map(({ name }) => name)).toEqual(['comtrade_156_643_2022_TOTAL.json', 'comtrade_156_643_2023_TOTAL.json'])
    const all = [
      { indicator: 'goods-exports', start_date: '2022-01-01', value: 76_123 },
      { indicator: 'goods-imports', start_date: '2022-01-01', value: 114_150 },
      { indicator: 'goods-exports', start_date: '2023-01-01', value: 110_972 },
      { indicator: 'goods-imports', start_date: '2023-01-01', value: 129_139 },
    ]
    expect(await rows(trade)).toEqual(all)
    const second = await pull('comtrade', 'reporter=156', 'partner=643', 'period=2023')
    expect(second.notes).toEqual(['2 rows of earlier answers stay, under the vintage that they came with'])
    expect(await rows(trade)).toEqual(all)
    const { coverage, fetched, vintage } = await card('comtrade')
    expect(coverage.map(({ from, to }) => [from, to])).toEqual([
      ['2022-01-01', '2023-12-31'],
      ['2022-01-01', '2023-12-31'],
    ])
    expect(fetched?.length).toBe(2)
    expect(vintage).toMatch(/; with earlier answers$/)
  })

  test('a revised figure takes the place of the earlier one', async () => {
    const { pull, rows, from } = await setting({ [preview(156, 643, 2023)]: comtradeAnswer(2023, 1, 2) })
    await pull('comtrade', 'reporter=156', 'partner=643', 'period=2023')
    from.serve({ [preview(156, 643, 2023)]: comtradeAnswer(2023, 1, 3) })
    await pull('comtrade', 'reporter=156', 'partner=643', 'period=2023')
    expect((await rows(trade)).map(({ value }) => value)).toEqual([1, 3])
  })

  test('500 records are an answer cut off: nothing is stored, and the error says how to ask for less', async () => {
    const { pull, snapshots } = await setting({ [preview(156, 0, 2023)]: comtradeAnswer(2023, 1, 2, 250) })
    await expect(pull('comtrade', 'reporter=156', 'partner=0', 'period=2023')).rejects.toMatchObject({
      code: 'BadInput',
      message: expect.stringContaining('comtrade_156_0_2023_TOTAL.json has 500 records'),
      hint: expect.stringContaining('one partner, one period and one commodity at a time'),
    })
    expect(snapshots()).toEqual([])
  })

  test('a key goes in a header to the provider, and nowhere else', async () => {
    const key = '0123456789abcdef0123456789abcdef'
    const address = `https://comtradeapi.un.org/data/v1/get/${comtradeQuery(156, 643, 2023)}`
    const { pull, from, home } = await setting({ [address]: comtradeAnswer(2023, 1, 2) }, { COMTRADE_KEY: key })
    const answer = await pull('comtrade', 'reporter=156', 'partner=643', 'period=2023')
    expect(from.requests.map(({ headers }) => headers['ocp-apim-subscription-key'])).toEqual([key])
    from.serve({ [address]: 401 })
    const error: unknown = await pull('comtrade', 'reporter=156', 'partner=643', 'period=2023').catch((cause: unknown) => cause)
    expect(error).toMatchObject({
      code: 'BadAnswer',
      message: expect.stringContaining('wants a key'),
      hint: 'check the key in COMTRADE_KEY, or unset it to ask without one',
    })
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const kept = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    expect(kept.length).toBeGreaterThan(3)
    for (const text of [JSON.stringify(answer), String(error), JSON.stringify(error), ...kept]) expect(text).not.toContain(key)
  })

  test('a key does not follow a redirect to another host', async () => {
    const address = `https://comtradeapi.un.org/data/v1/get/${comtradeQuery(156, 643, 2023)}`
    const other = await provider({ 'https://example.org/a': comtradeAnswer(2023, 1, 2) })
    const { pull, from } = await setting(
      { [address]: (_request, response) => void response.writeHead(302, { location: `${other.origin}/example.org/a` }).end() },
      { COMTRADE_KEY: 'secret' },
    )
    await pull('comtrade', 'reporter=156', 'partner=643', 'period=2023')
    expect(from.requests[0]?.headers['ocp-apim-subscription-key']).toBe('secret')
    expect(other.requests.map(({ headers }) => headers['ocp-apim-subscription-key'])).toEqual([undefined])
  })

  test('states may be given by their letters', async () => {
    const { pull, from } = await setting({ [preview(842, 699, 2023)]: 500, [preview(251, 0, 2023)]: 404 })
    await expect(pull('comtrade', 'reporter=FRA', 'partner=WLD', 'period=2023')).rejects.toThrow('404')
    await expect(pull('comtrade', 'reporter=USA', 'partner=IND', 'period=2023')).rejects.toThrow('500')
    expect(new Set(from.requests.map(({ address }) => address))).toEqual(new Set([preview(251, 0, 2023), preview(842, 699, 2023)]))
  })

  test('a month is asked for as a month', async () => {
    const { pull, from } = await setting({})
    await expect(pull('comtrade', 'reporter=156', 'partner=643', 'period=202301')).rejects.toThrow('404')
    expect(from.requests.map(({ address }) => address)).toEqual([preview(156, 643, 202301, 'M')])
  })
})

describe('imf-imts', () => {
  const address = (reporter: string, indicator: string, partner: string): string =>
    `https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/+/${reporter}.${indicator}.${partner}.A`
  const header = 'STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE'
  const row = (of: string, year: number, value: number): string => `dataflow,IMF.STA:IMTS(1.0.0),R,${of},A,${year},${value},6`

  test('exports and imports of a reporter, Russia from 2022 on estimated', async () => {
    const { pull, rows, from } = await setting({
      [address('RUS', 'XG_FOB_USD', 'CHN')]: `${header}\n${row('RUS,XG_FOB_USD,CHN', 2014, 37_494_308_017)}\n`,
      [address('RUS', 'MG_CIF_USD', 'CHN')]: `${header}\n${row('RUS,MG_CIF_USD,CHN', 2022, 57_700_000_000)}\n`,
    })
    const answer = await pull('imf-imts', 'reporter=RUS', 'partner=CHN')
    expect(answer.vintage).toMatch(/^IMTS 1\.0\.0; 2 files of api\.imf\.org, /)
    expect(from.requests[0]?.headers['accept']).toBe('application/vnd.sdmx.data+csv')
    expect(await rows(`SELECT indicator, value, status FROM observations WHERE source = 'imf-imts' ORDER BY indicator`)).toEqual([
      { indicator: 'goods-exports', value: 37_494_308_017, status: 'observed' },
      { indicator: 'goods-imports', value: 57_700_000_000, status: 'estimated' },
    ])
    expect(answer.files.map(({ name }) => name)).toEqual(['imts_RUS_XG_FOB_USD_CHN_A.csv', 'imts_RUS_MG_CIF_USD_CHN_A.csv'])
  })

  test('an HTML page where CSV was due is no answer', async () => {
    const { pull, snapshots } = await setting({ [address('RUS', 'XG_FOB_USD', '*')]: '<!doctype html><html><body>Busy</body></html>' })
    await expect(pull('imf-imts', 'reporter=RUS')).rejects.toMatchObject({ code: 'BadAnswer' })
    expect(snapshots()).toEqual([])
  })
})

describe('crea-tracker', () => {
  const address =
    'https://api.russiafossiltracker.com/v0/counter?format=csv&date_from=2022-01-01&date_to=2026-11-18&aggregate_by=date,destination_country'
  const counter = (...rows: string[]): string =>
    `date,destination_iso2,destination_country,destination_region,value_tonne,value_eur\n${rows.map((row) => `${row}\n`).join('')}`

  test('daily figures by destination become sums by year, to a week before today', async () => {
    const { pull, rows, card } = await setting({
      [address]: counter(
        '2022-12-31,CN,China,China,10,100.5',
        '2022-12-31,DE,Germany,EU,1,20',
        '2023-01-01,CN,China,China,11,110',
        '2023-01-01,DE,Germany,EU,2,21',
        '2023-01-02,CN,China,China,12,120',
        '2023-01-02,DE,Germany,EU,,22',
      ),
    })
    await pull('crea-tracker')
    const found = await rows(
      `SELECT indicator, to_id, start_date, end_date, value FROM observations WHERE source = 'crea-tracker' ORDER BY start_date, to_id, indicator`,
    )
    expect(found.map((row) => Object.values(row))).toEqual([
      ['fossil-imports', 'CHN', '2022-12-31', '2022-12-31', 100.5],
      ['fossil-imports-tonnes', 'CHN', '2022-12-31', '2022-12-31', 10],
      ['fossil-imports', 'DEU', '2022-12-31', '2022-12-31', 20],
      ['fossil-imports-tonnes', 'DEU', '2022-12-31', '2022-12-31', 1],
      ['fossil-imports', 'CHN', '2023-01-01', '2023-01-02', 230],
      ['fossil-imports-tonnes', 'CHN', '2023-01-01', '2023-01-02', 23],
      ['fossil-imports', 'DEU', '2023-01-01', '2023-01-02', 43],
    ])
    expect((await card('crea-tracker')).coverage[0]?.states).toEqual(['RUS', 'CHN', 'DEU'])
  })
})

describe('un-resolutions', () => {
  const address = (session: string): string => `https://raw.githubusercontent.com/UNxml/GAresolutions/main/data_extract/${session}.json`
  const resolution = (symbol: string, date: string, against: string[]): string =>
    `${JSON.stringify({
      symbol,
      title: 'A title',
      adoption_date: date,
      agenda_item_name: 'An item',
      adoption_type: 'By a recorded vote',
      MS_in_favour_count: '2',
      MS_against_count: String(against.length),
      MS_abstaining_count: 'N.A.',
      MS_in_favour: ['CHINA', 'RUSSIAN FEDERATION'],
      MS_against: against,
      MS_abstaining: [],
    })}\n`

  test('a session goes to the votes that are there', async () => {
    const { pull, rows } = await setting({ [address('81')]: resolution('A/RES/81/3', '2026-10-29', ['UNITED STATES']) })
    const before = await rows('SELECT count(*)::INTEGER AS n FROM roll_calls')
    const answer = await pull('un-resolutions', 'session=81')
    expect(answer.rows['roll_calls']).toBe(1)
    expect(await rows('SELECT count(*)::INTEGER AS n FROM roll_calls')).toEqual([{ n: (before[0]!['n'] as number) + 1 }])
    const [vote] = await rows(
      `SELECT substr(votes, position + 1, 1) AS usa FROM roll_calls, voters WHERE symbol = 'A/RES/81/3' AND state = 'USA'`,
    )
    expect(vote).toEqual({ usa: '3' })
  })

  test('sessions fetched one after the other stay on the card', async () => {
    const session = (n: number): string => resolution(`A/RES/${n}/3`, `${1945 + n}-10-29`, [])
    const { pull, card } = await setting({ [address('81')]: session(81), [address('82')]: session(82) })
    await pull('un-resolutions', 'session=81')
    await pull('un-resolutions', 'session=82')
    expect((await card('un-resolutions')).fetched?.map(({ name }) => name)).toEqual(['82.json', '81.json'])
    await pull('un-resolutions', 'session=81')
    expect((await card('un-resolutions')).fetched?.map(({ name }) => name)).toEqual(['81.json', '82.json'])
  })

  test('without a session all from the 74th on; that one which has just opened may not be there yet, an older one must be', async () => {
    const sessions = Array.from({ length: 7 }, (_, i) => 74 + i)
    const answers = Object.fromEntries(sessions.map((n) => [address(String(n)), resolution(`A/RES/${n}/300`, `${1946 + n}-05-04`, [])]))
    const { pull, from } = await setting(answers)
    const answer = await pull('un-resolutions')
    expect(answer.files.map(({ name }) => name)).toEqual(sessions.map((n) => `${n}.json`))
    expect(answer.notes[0]).toBe('There is no file of session 81 yet.')
    expect(from.requests.length).toBe(8)
    from.serve({ ...answers, [address('79')]: 404 })
    await expect(pull('un-resolutions')).rejects.toThrow('79.json answers 404')
    await expect(pull('un-resolutions', 'session=81')).rejects.toThrow('81.json answers 404')
    await expect(pull('un-resolutions', 'session=80,ES-12')).rejects.toThrow('ES-12.json answers 404')
  })
})

describe('Dataverse', () => {
  const listing = (doi: string): string =>
    `https://dataverse.harvard.edu/api/datasets/:persistentId/versions/:latest-published/files?persistentId=doi:${doi}`
  const file = (id: number, original = false): string =>
    `https://dataverse.harvard.edu/api/access/datafile/${id}${original ? '?format=original' : ''}`
  const list = (...files: Record<string, unknown>[]): string =>
    JSON.stringify({
      status: 'OK',
      data: files.map((dataFile) => ({ label: dataFile['filename'], restricted: false, version: 1, datasetVersionId: 1, dataFile })),
    })
  const md5 = (content: string | Buffer): string => createHash('md5').update(content).digest('hex')

  const points =
    'Row,ccode,session,NVotes,IdealPoint,QO%,Q5%,Q10%,Q50%,Q90%,Q95%,Q100%,iso3c,Countryname\n1,2,74,42,1.5,0.1,1,1.1,1.4,1.9,2,2.5,USA,x\n'
  const names =
    'ccode iso3c countryname year idealpointfp idealpointall idealpointlegacy nvotesfp qofp q5fp q50fp q95fp nvotesall qoall q5all q50all q95all nvotesLegacy'
  const cells = '710 "CHN" "China" 2023 -0.73 -1.2 -0.8 87 -2 -0.9 -0.7 -0.5 230 -2 -1.3 -1.2 -1.1 86'
  const tabs = [names, cells].map((line) => `${line.replaceAll(' ', '\t')}\n`).join('')

  test('of the ideal points the original where it is CSV, else the table that Dataverse made; other files are let be', async () => {
    const { pull, rows, from } = await setting({
      [listing('10.7910/DVN/LEJUQZ')]: list(
        {
          id: 1,
          filename: 'IdealpointestimatesAll_Apr2020.tab',
          originalFileFormat: 'text/csv',
          originalFileName: 'IdealpointestimatesAll_Apr2020.csv',
          md5: '0'.repeat(32),
        },
        {
          id: 2,
          filename: 'IdealpointsJuly2025.tab',
          originalFileFormat: 'application/x-stata-14',
          originalFileName: 'IdealpointsJuly2025.dta',
          md5: '0'.repeat(32),
        },
        { id: 3, filename: 'Codebook.pdf', md5: '0'.repeat(32) },
        {
          id: 4,
          filename: 'AgreementScoresAll_Jul2025.tab',
          originalFileFormat: 'text/csv',
          originalFileName: 'AgreementScoresAll_Jul2025.csv',
        },
      ),
      [file(1, true)]: points,
      [file(2)]: tabs,
    })
    const answer = await pull('un-ideal-points')
    expect(answer.rows).toEqual({ ideal_points: 4 })
    expect(from.requests.slice(1).map(({ address }) => address)).toEqual([file(1, true), file(2)])
    expect(await rows('SELECT edition, series, state, year, point FROM ideal_points ORDER BY edition, series')).toEqual([
      { edition: 'Apr2020', series: 'all', state: 'USA', year: 2019, point: 1.5 },
      { edition: 'Jul2025', series: 'all', state: 'CHN', year: 2023, point: -1.2 },
      { edition: 'Jul2025', series: 'final-passage', state: 'CHN', year: 2023, point: -0.73 },
      { edition: 'Jul2025', series: 'legacy', state: 'CHN', year: 2023, point: -0.8 },
    ])
  })

  const archive = gzipSync(tarOf([['TXT/Session 79 - 2024/CHN_79_2024.txt', 'Mr. President, peace now.']]))
  const debate = (sum: string): Record<string, Serving> => ({
    [listing('10.7910/DVN/0TJX8Y')]: list({ id: 7, filename: 'UNGDC_1946-2024.tgz', contentType: 'application/gzip', md5: sum }),
    [file(7)]: archive,
  })

  test('the archive of speeches has the MD5 sum that Dataverse gives, and the card keeps it', async () => {
    const { pull, rows, card } = await setting(debate(md5(archive)))
    await pull('un-general-debate')
    expect(await rows('SELECT state, session, words FROM speeches')).toEqual([{ state: 'CHN', session: 79, words: 4 }])
    expect((await card('un-general-debate')).fetched).toMatchObject([{ address: file(7), md5: md5(archive) }])
  })

  test('another MD5 sum is another file: nothing is stored', async () => {
    const { pull, snapshots } = await setting(debate('f'.repeat(32)))
    await expect(pull('un-general-debate')).rejects.toMatchObject({ code: 'BadAnswer', message: expect.stringContaining('MD5 sum') })
    expect(snapshots()).toEqual([])
  })

  test('a data set without a file of a known name is told, with what it has; a name that leads out of its folder is refused', async () => {
    const { pull, from } = await setting({ [listing('10.7910/DVN/0TJX8Y')]: list({ id: 7, filename: 'Speeches.rds' }) })
    await expect(pull('un-general-debate')).rejects.toThrow('lists no file of the names that are read; it has Speeches.rds')
    from.serve({ [listing('10.7910/DVN/0TJX8Y')]: list({ id: 7, filename: '../UNGDC_1946-2024.tgz' }) })
    await expect(pull('un-general-debate')).rejects.toThrow('no plain name')
    from.serve({ [listing('10.7910/DVN/0TJX8Y')]: '{"status":"ERROR","message":"not found"}' })
    await expect(pull('un-general-debate')).rejects.toThrow('is no list of files')
  })
})

describe('what is asked', () => {
  test('without a source nothing is fetched: what can be is listed, every source of it with a command that is understood', async () => {
    const { pull, from } = await setting({})
    const { sources } = await pull<PullableAnswer>()
    expect(sources.map(({ source }) => source)).toEqual(pullableSources.map(({ source }) => source))
    for (const { source, example } of sources) {
      const [, , named, ...ask] = example.split(' ')
      expect(named).toBe(source)
      await expect(pull(source, ...ask)).rejects.toMatchObject({ code: 'BadAnswer' })
    }
    expect(from.requests.length).toBe(sources.length)
  })

  test.each([
    [['comtrade'], 'Usage', 'comtrade needs reporter: a state by its ISO3 code'],
    [['comtrade', 'reporter=XYZ', 'partner=643', 'period=2023'], 'Usage', 'comtrade knows no state "XYZ"'],
    [
      ['comtrade', 'reporter=156', 'partner=643', 'period=2023', 'flow=X'],
      'Usage',
      '"flow=X" is not understood: comtrade takes reporter=…',
    ],
    [['comtrade', 'reporter=156', 'partner=643', 'period=20x3'], 'Usage', 'cannot take "20x3" for period'],
    [['comtrade', 'reporter=156', 'partner=643', 'period=2023:2019'], 'Usage', '2023:2019: the first is after the last'],
    [['comtrade', 'reporter=1:100', 'partner=643', 'period=2000:2023'], 'Usage', 'these are 2400 requests; at most 200'],
    [['comtrade', 'reporter=156', 'reporter=157'], 'Usage', 'reporter is given twice'],
    [['world-bank', 'all'], 'Usage', '"all" is not understood: world-bank takes nothing beside its name'],
    [['baci'], 'Usage', 'baci is not fetched: it comes in an archive or a page out of which a file must be picked. Bring '],
    [
      ['horoscopes'],
      'UnknownSource',
      'visavis cannot fetch "horoscopes". It fetches comext-answers, comext-products, comtrade, crea-tracker',
    ],
  ])('%j is a mistake of the question, and the network is not used', async ([source, ...ask], code, message) => {
    const { pull, from, home } = await setting({})
    await expect(pull(source, ...ask)).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
    expect(from.requests).toEqual([])
    expect(readdirSync(home)).toEqual([])
  })

  test('an interrupt ends in good order, with what came kept', async () => {
    const { from, home } = await setting({
      [worldBankAddress('NY.GDP.MKTP.CD', 1)]: (_request, response) => {
        response.writeHead(200, { etag: '"g"', 'content-length': 1000 })
        response.write('[{"page":1', () => setTimeout(() => stop.abort(), 50))
      },
    })
    const stop = new AbortController()
    const told: string[] = []
    const work = await operations.find((one) => one.name === 'pull')!.load()
    const context = { env: { VISAVIS_HOME: home }, today: '2026-11-25', now: '2026-11-25T00:00:00.000Z', download: from.download }
    const running = work.run(
      { source: 'world-bank' },
      { ...context, signal: stop.signal, onProgress: ({ phase }) => void told.push(phase) },
    )
    await expect(running).rejects.toMatchObject({ code: 'Interrupted', exitCode: 130, hint: expect.stringContaining('goes on') })
    expect(told).toContain('receiving')
    const [part] = readdirSync(join(home, 'cache', 'parts'))
    expect(readFileSync(join(home, 'cache', 'parts', part!), 'utf8')).toBe('[{"page":1')
  })
})

test('pull (also as --pull), read where it is given an address or a reader, and work with --records use the network: nothing else in the house loads the downloader', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const loading = sources.filter((name) =>
    /import\('[^']*\/download\.ts'\)|import \{[^}]*\bdownload\b[^}]*\} from/.test(readFileSync(join('src', name), 'utf8')),
  )
  const reaching = sources.filter((name) =>
    /import (?!type\b)[^;\n]*'node:(http|https|net|tls|dgram)'|import\('node:(http|https|net|tls|dgram)'\)|\bfetch\(/.test(
      readFileSync(join('src', name), 'utf8'),
    ),
  )
  expect(loading.sort()).toEqual([
    'operations/reading/public-download.ts',
    'operations/reading/read-address.ts',
    'operations/storage/interruptible-downloads.ts',
    'operations/work/record-place.ts',
  ])
  // the address of a reader is checked with node:net, and asked with the downloader's request; a server reads and compares addresses of clients, and listens;
  // a queue that closes a connection is heard out
  expect(reaching.filter((name) => !name.startsWith('sources/download/') && !name.startsWith('server/'))).toEqual([
    'operations/model-reading/reader-address.ts',
    'work/queue/reach-queue.ts',
  ])
  for (const name of reaching.filter((one) => one.startsWith('server/')))
    expect(readFileSync(join('src', name), 'utf8'), name).not.toMatch(/\bfetch\(|\bconnect\(|\.request\(|https?\.get\(/)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoutesAnswer } from '../../../src/evasion/index.ts'
import { resolveFiles } from '../../../src/mcp/allowed-files.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { routesSentences } from '../../../src/reports/routes/routes.ts'
import { validateInput } from '../../../src/server/request-input.ts'

const routes = operations.find(({ name }) => name === 'routes')!
const contextOf = (home: string) => ({ env: { VISAVIS_HOME: home }, today: '2026-11-30', now: '2026-11-30T00:00:00.000Z' })

async function ask(input: Record<string, unknown>, home = '/nonexistent'): Promise<RoutesAnswer> {
  return (await (await routes.load()).run(checkInput(routes, input), contextOf(home))) as RoutesAnswer
}

describe('with the bundled data alone', () => {
  test('all goods by year; what needs products or pulls is null, with how to get it', async () => {
    const answer = await ask({ target: 'RUS' })
    expect([answer.goods.scope, answer.window.basis, answer.products, answer.codes]).toEqual(['all goods', 'years', [], null])
    expect(answer.needs['products']).toContain('visavis routes RUS --goods sanctioned')
    const first = answer.hubs.find(({ iso3 }) => iso3 === 'KGZ')!
    expect([first.ghost_share, first.echo, first.unit_value, first.products_found]).toEqual([null, null, null, null])
    expect(first.needs['ghost_share']).toContain('visavis pull comtrade reporter=KGZ')
    expect(first.excess!.low90).toBeLessThan(first.excess!.value)
    expect(first.excess!.high90).toBeGreaterThan(first.excess!.value)
    expect(first.verdict).toBe('consistent with rerouting')
    const sentences = routesSentences(answer)
    expect(sentences.length).toBeLessThanOrEqual(10)
    expect(sentences.join(' ')).not.toMatch(/evad/i)
  })

  test('goods under sanctions by product: the sums of the published extract, and hubs without data are unknown', async () => {
    const { goods, direct, hubs, codes, tiers } = await ask({ target: 'RUS', goods: 'sanctioned' })
    expect([goods.scope, goods.products]).toEqual(['products', 2219])
    expect([direct.pre, direct.post].map((sum) => Math.round(sum / 1e5) / 10)).toEqual([25_781.7, 7329.6])
    expect(codes!.fell).toBe(1530)
    const of = (iso3: string) => hubs.find((hub) => hub.iso3 === iso3)!
    expect(of('KGZ').post / 1e6).toBeCloseTo(479.7, 1)
    expect(of('KGZ').verdict).toBe('consistent with rerouting')
    expect([of('TUR').verdict, of('TUR').excess, of('TUR').products_found]).toEqual(['unknown', null, null])
    expect(tiers[0]!.hubs.find(({ iso3 }) => iso3 === 'KGZ')!.post / 1e6).toBeCloseTo(1.67, 2)
  })

  test('the interval of a list is wider than the growth of all goods alone would make it', async () => {
    const { hubs } = await ask({ target: 'RUS', goods: 'chpl', hubs: 'KAZ' })
    const { value, low90, high90 } = hubs[0]!.excess!
    expect((high90 - low90) / value).toBeGreaterThan(0.6)
  })

  test('a target to which exports did not fall has nothing to go round: no finding, no ratio', async () => {
    const answer = await ask({ target: 'USA', hubs: 'CAN, MEX', since: '2022-03' })
    expect(answer.hubs.map(({ verdict, substitution }) => [verdict, substitution])).toEqual([
      ['no finding', null],
      ['no finding', null],
    ])
    expect(routesSentences(answer).join(' ')).toContain('nothing to go round')
  })
})

test('the fixed form: hubs, products, placebo and window; what needs a pull is null with how to get it', async () => {
  const answer = await ask({ target: 'RUS', goods: 'chpl' })
  for (const hub of answer.hubs) {
    for (const name of ['excess', 'substitution', 'ghost_share', 'echo'] as const) {
      const figure = hub[name]
      if (figure === null) expect(hub.needs[name === 'substitution' ? 'excess' : name], `${hub.iso3} ${name}`).toMatch(/visavis (pull|add)/)
      else expect(Object.keys(figure)).toEqual(expect.arrayContaining(['value', 'low90', 'high90', 'q']))
    }
  }
  expect(answer.products.every(({ product, name }) => /^\d{6}$/.test(product) && name !== null)).toBe(true)
  expect([answer.placebo.goods, answer.window.basis]).toEqual([null, 'months'])
  expect(answer.placebo.needs['goods']).toContain('visavis pull comext-products')
})

test('what would not show is said: the whole of what is missing at a small target is lost in the trade of a large hub', async () => {
  const answer = await ask({ target: 'PRK' })
  for (const { iso3, detectable } of answer.hubs) expect(detectable!, iso3).toBeGreaterThan(100 * answer.direct.missing)
  expect(routesSentences(answer).join(' ')).toMatch(/would show only from these sums a year on: China EUR .* might not show\./)
  const small = (await ask({ target: 'RUS' })).hubs.find(({ iso3 }) => iso3 === 'KGZ')!
  expect(small.detectable!).toBeLessThan(small.excess!.value)
})

test('measures that ended end the window; a hub that is itself under measures is named, and so is a past of one year', async () => {
  const iran = await ask({ target: 'IRN' })
  expect([iran.window.since, iran.window.post.at(-1)]).toEqual(['2010-08', '2015'])
  expect(iran.notes.join(' ')).toContain('These measures ended after 2015-12')
  expect(iran.notes.join(' ')).toContain('Only 2010 lies before the date')
  expect((await ask({ target: 'RUS' })).notes.join(' ')).toContain('Belarus was itself under measures of the EU')
  expect((await ask({ target: 'IRN', until: '2023' })).window.post.at(-1)).toBe('2023')
})

test('the same bytes again: sums of reports are to the cent, whatever the order in which rows are added', async () => {
  const { hubs } = await ask({ target: 'RUS' })
  const sums = hubs
    .flatMap(({ reports }) => reports?.years.flatMap(({ arrived, onward }) => [arrived, onward]) ?? [])
    .filter((sum) => sum !== null)
  expect(sums.length).toBeGreaterThan(10)
  for (const sum of sums) expect(sum).toBe(Number(sum.toFixed(2)))
})

test('suppliers outside the EU: a level where there is one year; tables in which the ban does not show are not used', async () => {
  const {
    other_suppliers: found,
    notes,
    cited_sources: cited,
  } = (await ask({ target: 'RUS' })) as RoutesAnswer & {
    cited_sources: { id: string }[]
  }
  const chips = found.semiconductors!
  const of = (iso3: string) => chips.states.find((state) => state.iso3 === iso3)!
  expect([chips.year, Math.round(chips.total / 1e6), of('CHN').value]).toEqual([2024, 968, 728_280_661])
  expect(of('KAZ').share).toBeGreaterThan(100 * of('KAZ').share_elsewhere)
  expect(chips.states.some(({ iso3 }) => ['DEU', 'ITA'].includes(iso3))).toBe(false)
  expect(found.electronics!.check!.is_usable).toBe(false)
  expect(found.electronics!.check!.customs_growth).toBeCloseTo(0.617, 3)
  expect(notes.join(' ')).toContain('Input-output tables say nothing of electronics from elsewhere')
  expect(cited.map(({ id }) => id)).toEqual(expect.arrayContaining(['baci-sectors', 'oecd-icio']))
  expect((await ask({ target: 'IRN' })).other_suppliers.electronics).toBeNull()
})

test('a target without usual hubs: every state is looked at, none is its own donor, and a whole world without rerouting gives no finding', async () => {
  const { hubs, together } = await ask({ target: 'VEN', since: '2019', until: '2021' })
  expect(hubs.length).toBeGreaterThan(150)
  expect(hubs.filter(({ verdict }) => verdict !== 'no finding')).toEqual([])
  expect(together).toBeNull()
  for (const { iso3, methods } of hubs) expect(methods.synthetic_control?.weights.map((one) => one.iso3) ?? []).not.toContain(iso3)
})

test('without a date it follows from the EU’s measures on record, and the answer names them', async () => {
  const { window, notes } = await ask({ target: 'MMR', hubs: 'THA' })
  expect([window.since, window.since_measure]).toEqual(['2018-05', 'EU measures on Myanmar, 2018-04-26'])
  expect(notes[0]).toContain('Since 2018-05')
  expect((await ask({ target: 'RUS', hubs: 'KAZ' })).window.since).toBe('2022-03')
})

describe('refused with what would be right', () => {
  test.each([
    ['a hub that is the target', { target: 'RUS', hubs: 'RUS,KAZ' }, /is the target/],
    ['a state as hub and as control', { target: 'RUS', hubs: 'KAZ', controls: 'KAZ,USA' }, /named as hub and as control/],
    ['a list that is neither known nor a file', { target: 'RUS', goods: 'nosuch' }, /neither a list known here nor a file/],
    ['a date to come', { target: 'RUS', since: '2031-01' }, /lies in the future/],
    ['an end before the start', { target: 'RUS', since: '2022-03', until: '2021' }, /lies before/],
    ['a date without years on both sides', { target: 'RUS', since: '2026-01' }, /none on both sides/],
    ['a target without measures of the EU, and no date', { target: 'USA' }, /since when/],
    ['a name that is no state', { target: 'RUS', hubs: 'Ruritania' }, /Ruritania/],
  ])('%s', async (_, input, message) => {
    await expect(ask(input)).rejects.toThrow(message)
  })
})

describe('with files in the providers’ form', () => {
  let home: string
  const file = (name: string, text: string): string => {
    const path = join(home, name)
    writeFileSync(path, text)
    return path
  }
  async function add(source: string, ...files: string[]): Promise<void> {
    const operation = operations.find(({ name }) => name === 'add')!
    await (await operation.load()).run(checkInput(operation, { source, files }), contextOf(home))
  }
  const codes: Readonly<Record<string, number>> = { DEU: 276, KGZ: 417, RUS: 643 }
  const record = (reporter: string, partner: string, flow: 'X' | 'M', period: string, value: number) => ({
    ...{
      typeCode: 'C',
      freqCode: 'M',
      period,
      reporterCode: codes[reporter],
      reporterISO: null,
      flowCode: flow,
      partnerCode: codes[partner],
    },
    ...{ partner2Code: 0, classificationCode: 'H6', cmdCode: '854231', customsCode: 'C00', mosCode: '0', motCode: 0 },
    ...{ netWgt: null, isNetWgtEstimated: false, primaryValue: value },
    ...{ cifvalue: flow === 'M' ? value : null, fobvalue: flow === 'X' ? value : null },
  })
  const months = (year: number): string[] => Array.from({ length: 12 }, (_, i) => `${year}${String(i + 1).padStart(2, '0')}`)

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'visavis-routes-'))
    const rows = [2020, 2021, 2022].flatMap((year) =>
      Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).flatMap((month) => [
        `85423190,Germany,Russia,${month},${month < '2022-03' ? 500_000 : 1000}`,
        `85423190,Germany,Kyrgyzstan,${month},${month < '2022-03' ? 1000 : 90_000}`,
        ...(year === 2022 ? [`85249100,Germany,Kyrgyzstan,${month},70000`] : [`90138020,Germany,Russia,${month},300000`]),
      ]),
    )
    await add('comext-products', file('p.csv', `cn8,reporter,partner,month,eur\n${rows.join('\n')}\n8542,Germany,Russia,2022-03,9\n`))
    const periods = [...months(2021), ...months(2022)]
    const records = periods.flatMap((period) => {
      const after = period >= '202203'
      const reports = [record('DEU', 'KGZ', 'X', period, after ? 100_000 : 1000), record('KGZ', 'RUS', 'X', period, after ? 30_000 : 500)]
      // the hub has no report for December 2022
      return period === '202212' ? reports : [...reports, record('KGZ', 'DEU', 'M', period, after ? 53_000 : 1060)]
    })
    await add('comtrade', file('c.json', JSON.stringify({ elapsedTime: '0 secs', count: records.length, data: records, error: '' })))
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  test('ghost share and echo come from the reports of both sides; a month that the hub has not reported is in neither', async () => {
    const { hubs } = await ask({ target: 'RUS', goods: 'chpl', hubs: 'KGZ' }, home)
    const [hub] = hubs
    expect(hub!.ghost_share!.value).toBeCloseTo(0.5, 9)
    // ten months less three of lag: 99,000 more arrive in each of seven, 29,500 more leave in each of as many
    expect(hub!.echo!.value).toBeCloseTo((7 * 29_500) / (7 * 99_000), 9)
    expect(Object.keys(hub!.needs).sort()).toEqual(['mirror_residual', 'unit_value'])
  })

  test('codes that began or ended with January 2022 are in the plain sums, and in nothing net of controls', async () => {
    const { codes: counts, direct, hubs, notes } = await ask({ target: 'RUS', hubs: 'KGZ,KAZ' }, home)
    expect(counts!.kept_out).toMatchObject({ began: 1, ended: 1 })
    expect(direct.pre).toBe(10 * 800_000)
    expect(hubs.find(({ iso3 }) => iso3 === 'KGZ')!.post).toBe(10 * 160_000)
    expect(notes.join(' ')).toContain('1 headings that stand beside their own codes are in no sum')
    expect(notes.join(' ')).toContain('nothing of KAZ: unknown, not zero')
    expect(hubs.find(({ iso3 }) => iso3 === 'KAZ')).toMatchObject({ excess: null, verdict: 'unknown' })
  })

  test('the user’s own list of codes is applied', async () => {
    const { goods, products } = await ask({ target: 'RUS', goods: file('mine.csv', 'code\n85423190\n'), hubs: 'KGZ' }, home)
    expect([goods.list, goods.products, products.map(({ product }) => product)]).toEqual(['mine.csv', 1, ['85423190']])
  })
})

describe('what a page or an assistant may name', () => {
  const uploads = { pathOf: async (reference: string) => `/uploads/${reference}` } as never

  test('a known list stays as it is; anything else is a reference to an upload, never a path of the server', async () => {
    const given = (goods: string) => validateInput(routes, { target: 'RUS', goods }, { mayWrite: false, uploads, env: {} })
    expect((await given('chpl'))['goods']).toBe('chpl')
    expect((await given('abc'))['goods']).toBe('/uploads/abc')
  })

  test('an assistant may name a known list without a folder, and no file', async () => {
    expect((await resolveFiles(routes, { target: 'RUS', goods: 'all' }, []))['goods']).toBe('all')
    await expect(resolveFiles(routes, { target: 'RUS', goods: '/etc/hosts' }, [])).rejects.toThrow(/no file is read/)
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MirrorAnswer } from '../../../src/assessments/mirror/mirror.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { type Cell, openSnapshot, type Snapshot } from '../../../src/store/index.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../sources/raw-data.ts'

/** The bundled record and, by `visavis add`, what it may not or does not hold. */
const added: readonly (readonly [source: string, ...files: string[]])[] = [
  ['cow-trade', 'cow-trade/cow_trade_ndy_v4.csv.gz'],
  ['comext-sanctioned', 'eurostat-comext-sanctioned/eu_export_sanctioned.xlsx'],
  ['sipri-register', 'sipri-arms-transfers/trade-register_2025-10-23.csv'],
  ['sipri-milex', 'sipri-milex/SIPRI-Milex-data-1948-2023.xlsx'],
  ['wiod', ...['trade_by_sector', 'output_value', 'input_use_2011'].map((name) => `wiod2013/wiod_${name}.csv.gz`)],
]

const home = await mkdtemp(join(tmpdir(), 'visavis-sanity-'))
let snapshot: Snapshot
let clock = 0

async function ask<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  const work = await operation.load()
  const now = `2027-01-01T00:00:${String(++clock).padStart(2, '0')}.000Z`
  return (await work.run(checkInput(operation, input), { env: { VISAVIS_HOME: home }, today: '2027-01-01', now })) as T
}

/** What each source says of both directions, or of one, in billions as printed: `source reporter` to figure. */
async function said(a: string, b: string, direction: 'a-to-b' | 'b-to-a' | 'both', year: number): Promise<Record<string, string>> {
  const { flows } = await ask<MirrorAnswer>('mirror', { a, b, from: String(year), to: String(year) })
  const reports = flows.filter((flow) => flow.direction === direction).flatMap((flow) => flow.years.flatMap((one) => one.reports))
  return Object.fromEntries(
    reports.map(({ source, reporter, value, status }) => [
      [source, reporter, status === 'estimated' && reporter !== null ? 'estimated' : null].filter((part) => part !== null).join(' '),
      (value / 1e9).toPrecision(3),
    ]),
  )
}

async function value(sql: string, parameters: Record<string, Cell> = {}): Promise<number> {
  const rows = await snapshot.rows(sql, parameters)
  expect(rows).toHaveLength(1)
  return Number(Object.values(rows[0]!)[0])
}

const stored = (indicator: string, source: string, from: string, to: string | null, year: number): Promise<number> =>
  value(
    `SELECT value FROM observations WHERE indicator = '${indicator}' AND source = '${source}' AND from_id = '${from}'
       AND to_id ${to === null ? 'IS NULL' : `= '${to}'`} AND start_date = '${year}-01-01' AND end_date = '${year}-12-31'`,
  )

afterAll(() => rm(home, { recursive: true, force: true }))

describe.skipIf(!haveRaw)(`known values come out of visavis itself ${rawNeeded}`, () => {
  beforeAll(async () => {
    for (const [source, ...files] of added) await ask('add', { source, files: files.map((file) => join(rawFolder, file)) })
    snapshot = await openSnapshot(home)
  }, 300_000)
  afterAll(() => snapshot?.close())

  test('China and Russia 2014: 88.3 (Russia), 88.4 (Russia, by the IMF), 92.2 (BACI), 93.9 (COW), 95.3 bn USD (China; 95.2 by the IMF)', async () => {
    expect(await said('CHN', 'RUS', 'both', 2014)).toEqual({
      'cited-figures CHN': '95.3',
      'imf-dots RUS': '88.4',
      'imf-dots-world CHN': '95.2',
      'russian-customs RUS': '88.3',
      baci: '92.2',
      'cow-trade': '93.9',
    })
  })

  test('China and Russia 2021: 140 (BACI) and 142 bn USD (Russia)', async () => {
    expect(await said('CHN', 'RUS', 'both', 2021)).toMatchObject({ baci: '140', 'russian-customs RUS': '142' })
  })

  test('Russia’s imports from China in 2022: 57.7 bn USD by an estimate of the IMF, 75 by BACI, 76 by China', async () => {
    expect(await said('CHN', 'RUS', 'a-to-b', 2022)).toEqual({
      'cited-figures CHN': '76.1',
      'imf-dots RUS estimated': '57.7',
      'baci-2022': '75.4',
    })
  })

  test.each([
    ['EU', 'KGZ', 2021, 'comext EU', '0.263'],
    ['EU', 'KGZ', 2023, 'comext EU', '2.73'],
    ['EU', 'RUS', 2021, 'comext EU', '89.2'],
    ['EU', 'RUS', 2023, 'comext EU', '38.2'],
    ['ARM', 'RUS', 2021, 'armenia-customs ARM', '0.841'],
    ['ARM', 'RUS', 2022, 'armenia-customs ARM', '2.41'],
  ] as const)('%s to %s in %i: %s says %s bn', async (a, b, year, who, figure) => {
    expect(await said(a, b, 'a-to-b', year)).toMatchObject({ [who]: figure })
  })

  test.each([
    ['RUS', 33_195, 12_554],
    ['KGZ', 75, 495],
    ['ARM', 198, 702],
    ['KAZ', 1818, 3658],
  ])('EU exports of sanctioned goods to %s: %i million EUR in 2021, %i in January to November 2022', async (to, before, after) => {
    const eleven = `SELECT value FROM observations WHERE indicator = 'sanctioned-goods-exports' AND from_id = 'EU' AND to_id = '${to}' AND end_date = '2022-11-30'`
    const year = await stored('sanctioned-goods-exports', 'comext-sanctioned', 'EU', to, 2021)
    expect([year, await value(eleven)].map((euro) => Math.round(euro / 1e6))).toEqual([before, after])
  })

  test('arms from Russia to China since 1992 peaked at 3,097 (TIV) in 2004; 2,377 in 2006, 207 in 2024', async () => {
    const tiv = async (year: number): Promise<number> =>
      Math.round(await stored('arms-deliveries-tiv', 'sipri-register', 'RUS', 'CHN', year))
    expect([await tiv(2004), await tiv(2006), await tiv(2024)]).toEqual([3097, 2377, 207])
    const peak = `SELECT arg_max(start_date, value)[:4] FROM observations WHERE indicator = 'arms-deliveries-tiv' AND source = 'sipri-register' AND from_id = 'RUS' AND to_id = 'CHN' AND start_date > '1992'`
    expect(await value(peak)).toBe(2004)
  })

  test('China and Russia voted alike in 0.79, 0.705, 0.667, 0.659 and 0.793 of the votes of 2019, 2022, 2023, 2024 and 2025', async () => {
    const input = { a: 'CHN', b: 'RUS', from: '2019', to: '2025', by: 'year', kind: 'whole', draws: 0 }
    const { rows } = await ask<{ rows: { year: number; measures: { agreement: number } }[] }>('measure similarity', input)
    const agreement = (year: number): string => rows.find((row) => row.year === year)!.measures.agreement.toFixed(3)
    expect([2019, 2022, 2023, 2024, 2025].map(agreement)).toEqual(['0.791', '0.705', '0.667', '0.659', '0.793'])
  })

  test('ES-11/1: 141 for, 5 against (Russia), 35 abstained (China)', async () => {
    const one = (state: string): string => `substr(votes, (SELECT position FROM voters WHERE state = '${state}') + 1, 1)`
    const sql = `SELECT yes, no, abstain, ${one('RUS')} AS russia, ${one('CHN')} AS china FROM roll_calls WHERE symbol = 'A/RES/ES-11/1'`
    expect(await snapshot.rows(sql)).toEqual([{ yes: 141, no: 5, abstain: 35, russia: '3', china: '2' }])
  })

  test('Russian fossil fuels 2023: China 79.3, India 45.4, EU 33.4, Turkey 31.4 bn EUR', async () => {
    const bn = async (to: string): Promise<string> => ((await stored('fossil-imports', 'crea-tracker', 'RUS', to, 2023)) / 1e9).toFixed(1)
    expect([await bn('CHN'), await bn('IND'), await bn('EU'), await bn('TUR')]).toEqual(['79.3', '45.4', '33.4', '31.4'])
  })

  test('WIOD 2011: goods and services 47.7 bn USD to China and 57.6 back; the world’s output 141.8 tn', async () => {
    expect((await stored('goods-services-flow', 'wiod', 'RUS', 'CHN', 2011)) / 1e9).toBeCloseTo(47.7, 1)
    expect((await stored('goods-services-flow', 'wiod', 'CHN', 'RUS', 2011)) / 1e9).toBeCloseTo(57.6, 1)
    expect((await value("SELECT sum(value) FROM sector_flows WHERE year = 2011 AND use = 'output'")) / 1e12).toBeCloseTo(141.8, 1)
  })

  test('military expenditure 2023: China 296.4, Russia 109.5 bn USD', async () => {
    const bn = async (state: string): Promise<string> =>
      ((await stored('military-expenditure', 'sipri-milex', state, null, 2023)) / 1e9).toFixed(1)
    expect([await bn('CHN'), await bn('RUS')]).toEqual(['296.4', '109.5'])
  })
})

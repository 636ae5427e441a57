import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readWorldBankDebt } from '../../../src/sources/finance/world-bank-debt.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { haveRaw, type Row, raw, rawNeeded, rowsOf } from '../raw-data.ts'

const header = 'country,counterpart-area,series,time,value,series_code'

async function told(...lines: readonly string[]): Promise<unknown[][]> {
  const path = join(freshRoot(), 'ids.csv')
  writeFileSync(path, `${[header, ...lines].join('\n')}\n`)
  return rowsOf((await readWorldBankDebt(path)).observations).map((row) =>
    ['indicator', 'from_id', 'to_id', 'end_date', 'value', 'status'].map((name) => row[name]),
  )
}

test('from creditor to debtor at the end of the year; groups, organisations and territories are left out', async () => {
  expect(
    await told(
      'Pakistan,China,"PPG, bilateral",2024,22384919561.7,DT.DOD.BLAT.CD',
      'Pakistan,World,"PPG, bilateral",2024,22384919561.7,DT.DOD.BLAT.CD',
      'South Asia,China,"PPG, bilateral",2024,30000000000,DT.DOD.BLAT.CD',
      'Pakistan,Asian Dev. Bank\u00a0\u00a0,"PPG, multilateral",2024,15000000000,DT.DOD.MLAT.CD',
      'Angola,Hong Kong,"PPG, commercial banks",2024,1000,DT.DOD.PCBK.CD',
      'Cameroon,"Venezuela, Republic Bolivarian","PPG, bilateral",2024,0,DT.DOD.BLAT.CD',
    ),
  ).toEqual([
    ['public-debt-official', 'CHN', 'PAK', '2024-12-31', 22384919561.7, 'observed'],
    ['public-debt-official', 'WLD', 'PAK', '2024-12-31', 22384919561.7, 'observed'],
    ['public-debt-official', 'VEN', 'CMR', '2024-12-31', 0, 'observed'],
  ])
})

test('the Soviet Union and Russia are one creditor in 1990', async () => {
  const lines = ['USSR', 'Russian Federation'].map((name, i) => `India,${name},bilateral,1990,${i + 1}000000,DT.DOD.BLAT.CD`)
  expect(await told(...lines)).toEqual([['public-debt-official', 'RUS', 'IND', '1990-12-31', 3_000_000, 'observed']])
})

test('a total that is larger than its creditors leaves one out, and says how much', async () => {
  const lines = [
    'Serbia,China,bilateral,2024,1000000000,DT.DOD.BLAT.CD',
    'Serbia,World,bilateral,2024,2000000000,DT.DOD.BLAT.CD',
    'Serbia,World,banks,2024,500,DT.DOD.PCBK.CD',
  ]
  expect((await told(...lines)).at(-1)).toEqual(['public-debt-unlisted', 'WLD', 'SRB', '2024-12-31', 1_000_000_000, 'estimated'])
})

test.each([
  ['another series', 'Angola,China,principal,2024,1,DT.AMT.BLAT.CD', 'is about the series DT.AMT.BLAT.CD'],
  ['an unknown creditor', 'Angola,Ruritania,bilateral,2024,1,DT.DOD.BLAT.CD', '"Ruritania" is not known'],
  ['a month', 'Angola,China,bilateral,2024-05,1,DT.DOD.BLAT.CD', 'is no year'],
  [
    'a creditor under two names',
    'Angola,China,bilateral,2024,1,DT.DOD.BLAT.CD\nAngola,"China, People\'s Republic of",bilateral,2024,1,DT.DOD.BLAT.CD',
    'one creditor twice',
  ],
  ['a row twice', 'Angola,China,bilateral,2024,1,DT.DOD.BLAT.CD\nAngola,China,bilateral,2024,1,DT.DOD.BLAT.CD', 'both tell of'],
])('%s is refused', async (_, line, said) => {
  await expect(told(line)).rejects.toThrow(said)
})

describe.skipIf(!haveRaw)(`the edition of December 2025 ${rawNeeded}`, () => {
  let rows: Row[]
  beforeAll(async () => {
    rows = rowsOf((await readWorldBankDebt(raw.worldBankDebt)).observations)
  })
  const of = (indicator: string, from: string, to: string, year: number): unknown =>
    rows.find(
      (row) => row['indicator'] === indicator && row['from_id'] === from && row['to_id'] === to && row['end_date'] === `${year}-12-31`,
    )?.['value']

  test('China: Pakistan 22.4 bn, Angola 11.8 with banks and 2.6 with official lenders, Kyrgyzstan 1.65', () => {
    expect(of('public-debt-official', 'CHN', 'PAK', 2024)).toBe(22_384_919_561.7)
    expect(of('public-debt-banks', 'CHN', 'AGO', 2024)).toBe(11_805_826_000)
    expect(of('public-debt-official', 'CHN', 'AGO', 2024)).toBe(2_596_005_403.6)
    expect(of('public-debt-official', 'CHN', 'KGZ', 2024)).toBe(1_653_692_685.6)
  })

  test('120 states report in 2024; Serbia and Liberia have a creditor that is not listed', () => {
    const last = rows.filter((row) => row['end_date'] === '2024-12-31')
    expect(new Set(last.filter((row) => row['from_id'] === 'WLD').map((row) => row['to_id'])).size).toBe(120)
    expect(last.filter((row) => row['indicator'] === 'public-debt-unlisted').map((row) => [row['to_id'], row['value']])).toEqual([
      ['SRB', 1_000_000_000],
      ['LBR', 429_000],
    ])
  })
})

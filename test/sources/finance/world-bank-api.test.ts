import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorldBankApi } from '../../../src/sources/finance/world-bank-api.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { rowsOf } from '../raw-data.ts'

type Change = Readonly<Record<string, unknown>>

const entry = (two: string, code: string, name: string, value: number | null, change: Change = {}): Change => ({
  indicator: { id: 'NY.GDP.MKTP.CD', value: 'GDP (current US$)' },
  country: { id: two, value: name },
  countryiso3code: code,
  date: '2023',
  value,
  unit: '',
  obs_status: '',
  decimal: 0,
  ...change,
})

const about = { page: 1, pages: 1, per_page: 20000, total: 1, sourceid: '2', lastupdated: '2026-03-20' }

const page = (entries: readonly Change[], change: Change = {}): string =>
  JSON.stringify([{ ...about, total: entries.length, ...change }, entries])

async function read(...texts: string[]): ReturnType<typeof readWorldBankApi> {
  const root = freshRoot()
  const paths = texts.map((_, i) => join(root, `p${i + 1}.json`))
  for (const [i, path] of paths.entries()) writeFileSync(path, texts[i]!)
  return readWorldBankApi(paths)
}

const china = entry('CN', 'CHN', 'China', 17_794_781_986_104.5)

test('states, the EU and the world stay, regions, income groups without a code and territories go, no value is unknown', async () => {
  const { observations, vintage } = await read(
    page([
      china,
      entry('EU', 'EUU', 'European Union', 2),
      entry('1W', 'WLD', 'World', 3),
      entry('ZH', 'AFE', 'Africa Eastern and Southern', 4),
      entry('XD', '', 'High income', 5),
      entry('AW', 'ABW', 'Aruba', 6),
      entry('XK', 'XKX', 'Kosovo', 7),
      entry('KP', 'PRK', "Korea, Dem. People's Rep.", null),
    ]),
  )
  expect(vintage).toBe('API, updated 2026-03-20')
  expect(rowsOf(observations).map((row) => [row['indicator'], row['from_id'], row['value'], row['unit'], row['vintage']])).toEqual([
    ['gdp', 'CHN', 17_794_781_986_104.5, 'USD', vintage],
    ['gdp', 'EU', 2, 'USD', vintage],
    ['gdp', 'WLD', 3, 'USD', vintage],
    ['gdp', 'XKX', 7, 'USD', vintage],
  ])
})

test('pages come in any order and must all be there, of one edition, with as many entries as they say', async () => {
  const [one, two] = [page([china], { pages: 2, total: 2 }), page([entry('FR', 'FRA', 'France', 1)], { page: '2', pages: 2, total: 2 })]
  expect((await read(two, one)).observations['from_id']).toEqual(['FRA', 'CHN'])
  await expect(read(one)).rejects.toThrow('of NY.GDP.MKTP.CD the pages 2 of 2 are missing')
  await expect(read(one, two.replace('2026-03-20', '2026-04-01'))).rejects.toThrow('p2.json and p1.json are of two answers or editions')
  await expect(read(page([china], { total: 7 }))).rejects.toThrow('hold 1 entries and say 7')
})

test('population is another series of the same card', async () => {
  const population = { indicator: { id: 'SP.POP.TOTL', value: 'Population, total' } }
  const { observations } = await read(page([china]), page([entry('CN', 'CHN', 'China', 1_410_710_000, population)]))
  expect(observations['indicator']).toEqual(['gdp', 'population'])
  expect(observations['status']).toEqual(['observed', 'estimated'])
})

test('errors of the API are told in its words; other, torn and changed answers are refused with file and entry', async () => {
  const error = '[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]'
  await expect(read(error)).rejects.toThrow('Invalid value: The provided parameter value is not valid')
  await expect(read(page([china]).slice(0, 90))).rejects.toThrow('p1.json is not JSON')
  await expect(read('{"a":1}')).rejects.toThrow('p1.json is not an answer of the World Bank')
  await expect(read(`[${JSON.stringify(about)},null]`)).rejects.toThrow('two parts')
  await expect(read(page([china], { lastupdated: undefined }))).rejects.toThrow('of which edition')
  await expect(read(page([{ ...china, indicator: { id: 'FP.CPI.TOTL' } }]))).rejects.toThrow('is of the series "FP.CPI.TOTL"')
  await expect(read(page([{ ...china, date: '2023Q1' }]))).rejects.toThrow('p1.json#1 has the code "CHN" and the date "2023Q1"')
  await expect(read(page([{ ...china, value: '5' }]))).rejects.toThrow('p1.json#1 has the value "5"')
  await expect(read(page([{ ...china, value: -5 }]))).rejects.toThrow('p1.json#1 has the value -5')
  await expect(read(page([entry('RU', 'RUR', 'Ruritania', 5)]))).rejects.toThrow('p1.json#1: "Ruritania" (RUR)')
  await expect(read(page([china, { ...china, value: 5 }]))).rejects.toThrow('p1.json#2 gives 5 and p1.json#1 gives')
})

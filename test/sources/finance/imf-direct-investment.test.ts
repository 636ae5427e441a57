import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readImfDirectInvestment } from '../../../src/sources/finance/imf-direct-investment.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { haveRaw, type Row, raw, rawNeeded, rowsOf } from '../raw-data.ts'

const columns = 'COUNTRY.ID,COUNTRY,DV_TYPE.ID,INDICATOR.ID,COUNTERPART_COUNTRY.ID,COUNTERPART_COUNTRY,FREQUENCY.ID,TIME_PERIOD,OBS_VALUE'
const out = 'OTWD_D_NETAL_FALL_ALL'
const into = 'INWD_D_NETLA_FALL_ALL'

async function told(lines: readonly string[], header = columns): Promise<unknown[][]> {
  const path = join(freshRoot(), 'dip.csv')
  writeFileSync(path, `\uFEFF${[header, ...lines].join('\n')}\n`)
  return rowsOf((await readImfDirectInvestment([path])).observations).map((row) =>
    ['from_id', 'to_id', 'reporter', 'end_date', 'value'].map((name) => row[name]),
  )
}

test('from investor to host; what is derived from the counterpart counts as its report; blanks and groups are left out', async () => {
  expect(
    await told([
      `USA,United States,O,${into},NLD,"Netherlands, The",A,2024,700000.5`,
      `USA,United States,SCC,${into},NLD,"Netherlands, The",A,2024,650000`,
      `USA,United States,SCC,${out},KEN,Kenya,A,2024,0`,
      `JPN,Japan,O,${out},KEN,Kenya,A,2024,`,
      `USA,United States,O,${out},U150,Europe,A,2024,5`,
      `USA,United States,O,${out},G001,World,A,2024,6676000`,
      `USA,United States,SCC,${out},G001,World,A,2024,1`,
      `CHN,"China, People's Republic of",O,${out},HKG,"Hong Kong Special Administrative Region, People's Republic of China",A,2024,1921000`,
    ]),
  ).toEqual([
    ['NLD', 'USA', 'USA', '2024-12-31', 700_000_500_000],
    ['USA', 'WLD', 'USA', '2024-12-31', 6_676_000_000_000],
    ['NLD', 'USA', 'NLD', '2024-12-31', 650_000_000_000],
    ['USA', 'KEN', 'KEN', '2024-12-31', 0],
  ])
})

test('China’s own reports on Korea, Kuwait and Kosovo are in dollars, with scales and without', async () => {
  const china = (indicator: string, to: string, rest: string): string =>
    `CHN,"China, People's Republic of",O,${indicator},${to},A,2024,${rest}`
  expect(
    await told([china(out, 'KWT,Kuwait', '905902587,'), china(out, 'RUS,Russian Federation', '15751.5,6')], `${columns},SCALE.ID`),
  ).toEqual([
    ['CHN', 'KWT', 'CHN', '2024-12-31', 905_902_587],
    ['CHN', 'RUS', 'CHN', '2024-12-31', 15_751_500_000],
  ])
  expect(
    await told([china(into, 'KOR,"Korea, Republic of"', '82873319117.97'), china(into, 'KOS,"Kosovo, Republic of"', '1000000')]),
  ).toEqual([
    ['KOR', 'CHN', 'CHN', '2024-12-31', 82_873_319_117.97],
    ['XKX', 'CHN', 'CHN', '2024-12-31', 1_000_000],
  ])
})

test.each([
  ['an amount that cannot be millions', `USA,United States,O,${into},NLD,Netherlands,A,2024,700000000`, 'it may be in dollars'],
  ['another indicator', 'USA,United States,O,INWD_X,NLD,Netherlands,A,2024,7', 'is about INWD_X'],
  ['a quarter', `USA,United States,O,${into},NLD,Netherlands,Q,2024-Q1,7`, 'not of a year'],
  ['another type', `USA,United States,X,${into},NLD,Netherlands,A,2024,7`, 'neither reported'],
  ['an unknown code', `USA,United States,O,${into},XYZ,Ruritania,A,2024,7`, 'names "XYZ"'],
  [
    'two values of one report',
    `USA,United States,O,${into},NLD,Netherlands,A,2024,7\nNLD,Netherlands,SCC,${out},USA,United States,A,2024,8`,
    'gives',
  ],
])('%s is refused', async (_, lines, said) => {
  await expect(told(lines.split('\n'))).rejects.toThrow(said)
})

describe.skipIf(!haveRaw)(`the downloads of 2026-03-29 ${rawNeeded}`, () => {
  let rows: Row[]
  beforeAll(async () => {
    rows = rowsOf((await readImfDirectInvestment(raw.imfDirectInvestment)).observations)
  })
  const bn = (from: string, to: string, reporter: string): number =>
    Number(
      rows.find(
        (row) => row['from_id'] === from && row['to_id'] === to && row['reporter'] === reporter && row['end_date'] === '2024-12-31',
      )?.['value'],
    ) / 1e9

  test('United States in the United Kingdom 1,024.6 bn and in China 122.9, or 59.0 by China; China in Russia 15.8; Japan in the United States 778', () => {
    expect(bn('USA', 'GBR', 'USA')).toBeCloseTo(1024.6, 1)
    expect(bn('USA', 'CHN', 'USA')).toBeCloseTo(122.9, 1)
    expect(bn('USA', 'CHN', 'CHN')).toBeCloseTo(59, 1)
    expect(bn('CHN', 'RUS', 'CHN')).toBeCloseTo(15.8, 1)
    expect(bn('JPN', 'USA', 'JPN')).toBeCloseTo(778, 0)
  })

  test('no position between two states is above 1.4 tn dollars: none is read in the wrong unit', () => {
    const pairs = rows.filter((row) => row['from_id'] !== 'WLD' && row['to_id'] !== 'WLD')
    expect(Math.max(...pairs.map(({ value }) => Number(value)))).toBeLessThan(1.4e12)
    expect(new Set(pairs.map(({ from_id, to_id }) => [from_id, to_id].sort().join(' '))).size).toBe(861)
  })
})

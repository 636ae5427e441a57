import { describe, expect, test } from 'vitest'
import { readRussianCustoms } from '../../../src/sources/customs/russian-customs.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`Russian customs workbooks ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readRussianCustoms(raw.russianCustoms)).observations : {}
  const withChina = (year: number): number =>
    figureOf(observations, 'goods-exports', 'RUS', 'CHN', year) + figureOf(observations, 'goods-imports', 'CHN', 'RUS', year)

  test('trade with China, headed with a Latin a among Cyrillic letters, is 88.3 bn USD in 2014 and 141.6 bn in 2021', () => {
    expect(withChina(2014) / 1e9).toBeCloseTo(88.3, 1)
    expect(withChina(2021) / 1e9).toBeCloseTo(141.6, 1)
  })

  test('29 partners have the sixteen years 2006 to 2021 from months, but Kazakhstan 2010, whose last six months are dots', () => {
    const monthly = rowsOf(observations).filter((row) => String(row['locator']).startsWith('96stran'))
    expect(monthly.length).toBe(29 * 16 * 2 - 2)
    expect(yearsOf(observations, 'goods-exports', 'RUS', 'TWN').length).toBe(16)
    expect(figureOf(observations, 'goods-exports', 'RUS', 'KAZ', 2010)).toBe(10_690_000_000)
  })

  test('neighbours without months and years before 2006 come from the yearly table, and no year twice', () => {
    expect(yearsOf(observations, 'goods-exports', 'RUS', 'KGZ')).toEqual(Array.from({ length: 28 }, (_, i) => 1994 + i))
    expect(yearsOf(observations, 'goods-imports', 'BLR', 'RUS')).toEqual(Array.from({ length: 28 }, (_, i) => 1994 + i))
    expect(figureOf(observations, 'goods-exports', 'RUS', 'KGZ', 2021)).toBe(2_156_000_000)
  })

  test('totals: exports 493.1 bn in 2021 and 425.1 bn in 2023, imports 255.3 bn in 2022', () => {
    expect(figureOf(observations, 'goods-exports', 'RUS', 'WLD', 2021)).toBe(493_096_000_000)
    expect(figureOf(observations, 'goods-exports', 'RUS', 'WLD', 2023)).toBe(425_088_000_000)
    expect(figureOf(observations, 'goods-imports', 'WLD', 'RUS', 2022)).toBe(255_305_000_000)
  })

  test('no partner has a figure after 2021', () => {
    const late = rowsOf(observations).filter((row) => String(row['start_date']) > '2021-12-31')
    expect(late.map((row) => [row['from_id'], row['to_id']].sort().join())).toEqual(Array(4).fill('RUS,WLD'))
  })
})

import { describe, expect, test } from 'vitest'
import { readImfDots } from '../../../src/sources/trade/imf-dots.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`IMF workbooks ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readImfDots(raw.imfDots)).observations : {}

  test('Russia reports 88.4 bn USD of trade with China in 2014', () => {
    const exported = figureOf(observations, 'goods-exports', 'RUS', 'CHN', 2014)
    expect((exported + figureOf(observations, 'goods-imports', 'CHN', 'RUS', 2014)) / 1e9).toBeCloseTo(88.4, 1)
    expect(exported).toBe(37_494_308_017)
  })

  test('Russian imports from China in 2022 are 57.7 bn USD and marked as estimated', () => {
    const row = rowsOf(observations).find(
      (found) =>
        found['indicator'] === 'goods-imports' &&
        found['from_id'] === 'CHN' &&
        found['to_id'] === 'RUS' &&
        found['start_date'] === '2022-01-01',
    )
    expect(Number(row?.['value']) / 1e9).toBeCloseTo(57.7, 1)
    expect(row?.['status']).toBe('estimated')
  })

  test('exports of Russia in 2023, one factor for all partners, are left out; 2010 comes from the older workbook', () => {
    expect(yearsOf(observations, 'goods-exports', 'RUS', 'CHN')).toEqual([
      2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022,
    ])
    expect(yearsOf(observations, 'goods-imports', 'CHN', 'RUS')[0]).toBe(2010)
  })

  test('the world exported 12.7 bn USD to Kyrgyzstan in 2021 and 30.2 bn in 2023', () => {
    expect(figureOf(observations, 'goods-exports', 'WLD', 'KGZ', 2021) / 1e9).toBeCloseTo(12.7, 1)
    expect(figureOf(observations, 'goods-exports', 'WLD', 'KGZ', 2023) / 1e9).toBeCloseTo(30.2, 1)
  })

  test('no region or group passes for a state, and partners do not exceed the total', () => {
    const rows = rowsOf(observations).filter(
      (row) => row['indicator'] === 'goods-exports' && row['from_id'] === 'WLD' && row['start_date'] === '2021-01-01',
    )
    const partners = rows.filter((row) => row['to_id'] !== 'WLD').reduce((sum, row) => sum + Number(row['value']), 0)
    const whole = figureOf(observations, 'goods-exports', 'WLD', 'WLD', 2021)
    expect(partners / whole).toBeGreaterThan(0.9)
    expect(partners / whole).toBeLessThanOrEqual(1)
  })
})

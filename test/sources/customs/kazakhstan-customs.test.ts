import { describe, expect, test } from 'vitest'
import { readKazakhstanCustoms } from '../../../src/sources/customs/kazakhstan-customs.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`Kazakhstan's workbooks ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readKazakhstanCustoms(raw.kazakhstanCustoms)).observations : {}
  const both = (partner: string, year: number): number =>
    figureOf(observations, 'goods-exports', 'KAZ', partner, year) + figureOf(observations, 'goods-imports', partner, 'KAZ', year)

  test('trade of 2023: 27.1 bn USD with Russia, 30.1 bn with China, 139.6 bn in all', () => {
    expect(both('RUS', 2023) / 1e9).toBeCloseTo(27.1, 1)
    expect(both('CHN', 2023) / 1e9).toBeCloseTo(30.1, 1)
    expect(both('WLD', 2023) / 1e9).toBeCloseTo(139.6, 1)
  })

  test('each of the years 2018 to 2023 comes once, from the newest workbook', () => {
    expect(yearsOf(observations, 'goods-exports', 'KAZ', 'RUS')).toEqual([2018, 2019, 2020, 2021, 2022, 2023])
    const from = (year: number): unknown =>
      rowsOf(observations).find((row) => row['to_id'] === 'RUS' && String(row['start_date']).startsWith(`${year}`))?.['locator']
    expect(from(2022)).toContain('po_stranam_2023.xls')
    expect(from(2021)).toContain('po_stranam_2022.xls')
  })

  test('a blank cell is no figure: Andorra has no exports from Kazakhstan in 2023', () => {
    expect(yearsOf(observations, 'goods-exports', 'KAZ', 'AND')).not.toContain(2023)
    expect(figureOf(observations, 'goods-imports', 'AND', 'KAZ', 2023)).toBe(68_643.9)
  })

  test('states add up to nearly the total of each year, so that no group passes for a state', () => {
    for (const year of [2018, 2019, 2020, 2021, 2022, 2023]) {
      const rows = rowsOf(observations).filter(
        (row) => row['from_id'] === 'KAZ' && row['to_id'] !== 'WLD' && String(row['start_date']).startsWith(`${year}`),
      )
      const share = rows.reduce((sum, row) => sum + Number(row['value']), 0) / figureOf(observations, 'goods-exports', 'KAZ', 'WLD', year)
      expect(share).toBeGreaterThan(0.97)
      expect(share).toBeLessThanOrEqual(1.0001)
    }
  })
})

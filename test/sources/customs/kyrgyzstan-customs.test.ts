import { describe, expect, test } from 'vitest'
import { readKyrgyzstanCustoms } from '../../../src/sources/customs/kyrgyzstan-customs.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`Kyrgyzstan's tables ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readKyrgyzstanCustoms(raw.kyrgyzstanCustoms)).observations : {}

  test('exports to Russia: 393.3 million USD in 2021 and 1,069.7 million in 2022', () => {
    expect(figureOf(observations, 'goods-exports', 'KGZ', 'RUS', 2021)).toBe(393_340_098)
    expect(figureOf(observations, 'goods-exports', 'KGZ', 'RUS', 2022)).toBe(1_069_691_913)
  })

  test('thirty years of totals, imports 12.35 bn USD in 2023', () => {
    expect(yearsOf(observations, 'goods-imports', 'WLD', 'KGZ').length).toBe(30)
    expect(figureOf(observations, 'goods-imports', 'WLD', 'KGZ', 2023) / 1e9).toBeCloseTo(12.35, 2)
  })

  test('a dash is no figure, nor is a zero printed as one: no exports to Taiwan in 1995, no imports from Iran in 2021', () => {
    expect(yearsOf(observations, 'goods-imports', 'IRN', 'KGZ')).not.toContain(2021)
    expect(rowsOf(observations).some((row) => row['value'] === 0)).toBe(false)
    expect(yearsOf(observations, 'goods-exports', 'KGZ', 'TWN')).not.toContain(1995)
  })

  test('states never exceed the total of exports, so that no continent or union passes for a state, and nearly reach it where nothing is undefined', () => {
    const shares = Array.from({ length: 30 }, (_, i) => {
      const rows = rowsOf(observations).filter(
        (row) => row.from_id === 'KGZ' && row.to_id !== 'WLD' && row.start_date === `${1994 + i}-01-01`,
      )
      return rows.reduce((sum, row) => sum + Number(row.value), 0) / figureOf(observations, 'goods-exports', 'KGZ', 'WLD', 1994 + i)
    })
    expect(Math.max(...shares)).toBeLessThanOrEqual(1.001)
    expect(shares.filter((share) => share > 0.96).length).toBe(24)
  })
})

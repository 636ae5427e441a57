import { describe, expect, test } from 'vitest'
import { readComextFossil } from '../../../src/sources/energy/comext-fossil.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`Comext imports of fossil fuels ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readComextFossil(raw.comextFossil)).observations : {}

  test('crude oil from Russia: 48.45 bn EUR and 113.9 million tonnes in 2021; 31.9 of 125.2 bn EUR in 2020', () => {
    expect(figureOf(observations, 'fossil-imports-crude', 'RUS', 'EU', 2021) / 1e9).toBeCloseTo(48.45, 2)
    expect(figureOf(observations, 'fossil-imports-crude-tonnes', 'RUS', 'EU', 2021) / 1e6).toBeCloseTo(113.9, 1)
    expect(figureOf(observations, 'fossil-imports-crude', 'RUS', 'EU', 2020) / 1e9).toBeCloseTo(31.9, 1)
    expect(figureOf(observations, 'fossil-imports-crude', 'WLD', 'EU', 2020) / 1e9).toBeCloseTo(125.2, 1)
  })

  test('pipeline gas, whose origin is kept secret, has no figure, and neither has a total', () => {
    const indicators = new Set(rowsOf(observations).map((row) => String(row['indicator'])))
    expect([...indicators].filter((id) => /^fossil-imports(-gas)?(-tonnes)?$/.test(id))).toEqual([])
    expect(indicators.size).toBe(10)
  })

  test('the world of 2021, of which December is not in the file, has no figure', () => {
    expect(yearsOf(observations, 'fossil-imports-crude', 'WLD', 'EU')).toEqual([2019, 2020])
  })

  test('the suppliers named never exceed what all third states sent', () => {
    const rows = rowsOf(observations)
    for (const world of rows.filter((row) => row['from_id'] === 'WLD')) {
      const parts = rows.filter(
        (row) => row['from_id'] !== 'WLD' && row['indicator'] === world['indicator'] && row['start_date'] === world['start_date'],
      )
      expect(parts.reduce((sum, row) => sum + Number(row['value']), 0)).toBeLessThanOrEqual(Number(world['value']))
    }
  })
})

import { describe, expect, test } from 'vitest'
import { readComextFossil } from '../../src/sources/comext-fossil.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from './raw-data.ts'

describe.skipIf(!haveRaw)(`Comext imports of fossil fuels ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readComextFossil(raw.comextFossil)).observations : {}

  test('crude oil from Russia in 2021: 48.45 bn EUR, 113.9 million tonnes, of 175.4 bn EUR in all', () => {
    expect(figureOf(observations, 'fossil-imports-crude', 'RUS', 'EU', 2021) / 1e9).toBeCloseTo(48.45, 2)
    expect(figureOf(observations, 'fossil-imports-crude-tonnes', 'RUS', 'EU', 2021) / 1e6).toBeCloseTo(113.9, 1)
    expect(figureOf(observations, 'fossil-imports-crude', 'WLD', 'EU', 2021) / 1e9).toBeCloseTo(175.4, 1)
  })

  test('pipeline gas, whose origin is kept secret, has no figure, and neither has a total', () => {
    const indicators = new Set(rowsOf(observations).map((row) => String(row['indicator'])))
    expect([...indicators].filter((id) => /^fossil-imports(-gas)?(-tonnes)?$/.test(id))).toEqual([])
    expect(indicators.size).toBe(10)
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

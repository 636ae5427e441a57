import { describe, expect, test } from 'vitest'
import { readGeorgiaCustoms } from '../../../src/sources/customs/georgia-customs.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`Georgia's workbook ${rawNeeded}`, () => {
  test('exports of 6.09 bn and imports of 15.60 bn USD in 2023; 2024 is preliminary and left out', async () => {
    const { observations } = await readGeorgiaCustoms(raw.georgiaCustoms)
    expect(figureOf(observations, 'goods-exports', 'GEO', 'WLD', 2023) / 1e9).toBeCloseTo(6.09, 2)
    expect(figureOf(observations, 'goods-imports', 'WLD', 'GEO', 2023) / 1e9).toBeCloseTo(15.6, 2)
    const years = rowsOf(observations).map((row) => String(row['start_date']).slice(0, 4))
    expect([years.length, years.sort()[0], years.at(-1)]).toEqual([58, '1995', '2023'])
  })
})

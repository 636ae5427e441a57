import { describe, expect, test } from 'vitest'
import { readUzbekistanCustoms } from '../../../src/sources/customs/uzbekistan-customs.ts'
import { readCsv } from '../../../src/sources/formats/csv.ts'
import { partnerId } from '../../../src/sources/rows/partner.ts'
import { stateOf } from '../../../src/states/index.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`Uzbekistan's data sets ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readUzbekistanCustoms(raw.uzbekistanCustoms)).observations : {}

  test('imports from China in 2023 are 11.34 bn USD, exports to Russia in 2022 3.15 bn, and neither is goods alone', () => {
    expect(figureOf(observations, 'goods-services-imports', 'CHN', 'UZB', 2023)).toBe(11_339_099_000)
    expect(figureOf(observations, 'goods-services-exports', 'UZB', 'RUS', 2022)).toBe(3_151_098_400)
    expect(rowsOf(observations).some((row) => String(row['indicator']).startsWith('goods-exports'))).toBe(false)
  })

  test('fourteen years for a partner, a zero of the source among them', () => {
    expect(yearsOf(observations, 'goods-services-exports', 'UZB', 'TUV').length).toBe(14)
    expect(figureOf(observations, 'goods-services-exports', 'UZB', 'TUV', 2010)).toBe(0)
  })

  test("the name of every partner leads to the state of the source's own numeric code (Sudan under its code of before 2011)", async () => {
    const rows = await readCsv(raw.uzbekistanCustoms.imports, ['Code', 'Klassifikator_en'])
    const wrong = rows.flatMap((row) => {
      const { Code: code, Klassifikator_en: name } = row.fields as { Code: string; Klassifikator_en: string }
      const id = partnerId(name, 2020, name, { passOver: new Set(['Other countries']) })
      const m49 = id === null ? null : stateOf(id)?.m49
      return m49 !== null && m49 !== undefined && m49 !== Number(code) && code !== '736' ? [`${name} ${code}: ${id} ${m49}`] : []
    })
    expect(wrong).toEqual([])
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArmeniaCustoms } from '../../../src/sources/customs/armenia-customs.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'

test('a year without December is not a full year', async () => {
  const path = join(freshRoot(), 'a.csv')
  const rows = ['Russian Federation,1,-,-,1,2023', 'Russian Federation,1,-,-,Year,2023', 'China,4,5,6,12,2022', 'China,7,8,-,Year,2022']
  writeFileSync(path, `country,export,import_consigment,import_origin,timeperiod,year\n${rows.join('\n')}\n`)
  const { observations } = await readArmeniaCustoms(path)
  expect(rowsOf(observations).map((row) => [row['indicator'], row['to_id'], row['value']])).toEqual([['goods-exports', 'CHN', 7000]])
})

describe.skipIf(!haveRaw)(`Armenia's table ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readArmeniaCustoms(raw.armeniaCustoms)).observations : {}

  test('exports to Russia: 840,680 thousand USD in 2021 and 2,410,962 in 2022', () => {
    expect(Math.round(figureOf(observations, 'goods-exports', 'ARM', 'RUS', 2021) / 1e3)).toBe(840_680)
    expect(Math.round(figureOf(observations, 'goods-exports', 'ARM', 'RUS', 2022) / 1e3)).toBe(2_410_962)
  })

  test('imports are by origin: 2,622,504 thousand USD from Russia in 2022, not the 2,875,198 sent from there', () => {
    expect(Math.round(figureOf(observations, 'goods-imports', 'RUS', 'ARM', 2022) / 1e3)).toBe(2_622_504)
  })

  test('six full years', () => {
    expect(yearsOf(observations, 'goods-exports', 'ARM', 'RUS')).toEqual([2017, 2018, 2019, 2020, 2021, 2022])
  })
})

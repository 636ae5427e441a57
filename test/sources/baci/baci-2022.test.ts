import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { card, readBaci2022 } from '../../../src/sources/baci/baci-2022.ts'
import { traitsOf } from '../../../src/sources/source-traits.ts'
import type { Columns } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from '../raw-data.ts'

async function told(...lines: readonly string[]): Promise<unknown[][]> {
  const path = join(freshRoot(), 'totals.csv')
  writeFileSync(path, `${['exporter_id,exporter_name,importer_id,importer_name,value', ...lines].join('\n')}\n`)
  return rowsOf(await readBaci2022(path)).map((row) => ['from_id', 'to_id', 'value', 'status', 'reporter'].map((name) => row[name]))
}

test('a flow between states from a hundred thousand dollars on, in whole thousands; the totals count territories and small flows too', async () => {
  expect(await told('chn,China,rus,Russia,75400123.4', 'abw,Aruba,are,UAE,1363361.0', 'chn,China,tuv,Tuvalu,99499')).toEqual([
    ['CHN', 'RUS', 75_400_000, 'estimated', null],
    ['CHN', 'WLD', 75_499_622.4, 'estimated', null],
    ['WLD', 'RUS', 75_400_123.4, 'estimated', null],
    ['WLD', 'ARE', 1_363_361, 'estimated', null],
    ['WLD', 'TUV', 99_499, 'estimated', null],
  ])
})

test.each([
  ['an unknown code', 'xyz,X,chn,China,5', 'names "xyz"'],
  ['nothing', 'chn,China,rus,Russia,0', 'not more than nothing'],
  ['a way twice', 'chn,China,rus,Russia,5\nchn,China,rus,Russia,6', 'both tell of'],
  ['a state with itself', 'chn,China,chn,China,5', 'with itself'],
])('%s is refused', async (_, lines, said) => {
  await expect(told(...lines.split('\n'))).rejects.toThrow(said)
})

test('it is one compilation with baci, and no list of anybody’s partners', () => {
  expect(traitsOf(card.id)).toMatchObject({ compilation: 'baci', lacksSilentPairs: true })
})

describe.skipIf(!haveRaw)(`the totals of 2022 ${rawNeeded}`, () => {
  let table: Columns
  beforeAll(async () => {
    table = await readBaci2022(raw.baci2022)
  })
  const bn = (from: string, to: string): number => figureOf(table, 'goods-trade-flow', from, to, 2022) / 1e9

  test('18,707 ways, and the year is 2022', () => {
    expect(rowsOf(table).filter(({ indicator }) => indicator === 'goods-trade-flow').length).toBe(18_707)
    expect(bn('CHN', 'RUS')).toBeCloseTo(75.4, 1)
    expect(bn('RUS', 'CHN')).toBeCloseTo(114.1, 1)
    expect(bn('MEX', 'USA')).toBeCloseTo(438.6, 1)
    expect(bn('KOR', 'VNM')).toBeCloseTo(61.2, 1)
  })

  test('two that both report in an older nomenclature are absent, not zero', () => {
    const ways = new Set(rowsOf(table).map(({ from_id, to_id }) => `${from_id} ${to_id}`))
    expect(['RUS BLR', 'BLR RUS'].filter((way) => ways.has(way))).toEqual([])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { traitsOf } from '../../../src/sources/source-traits.ts'
import { card, readBaci2023 } from '../../../src/sources/trade/baci-2023.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { figureOf, type Row, rowsOf } from '../raw-data.ts'

let table: Columns
let rows: Row[]
beforeAll(async () => {
  table = await readBaci2023('data/tables/baci-2023.csv')
  rows = rowsOf(table)
})
const bn = (from: string, to: string): number => figureOf(table, 'goods-trade-flow', from, to, 2023) / 1e9

describe('the table', () => {
  test('19,449 ways of 2023, each once, in the columns of observations', () => {
    expect(Object.keys(table)).toEqual(Object.keys(tables.observations))
    expect(rows.length).toBe(19_449)
    expect(new Set(rows.map(({ from_id, to_id }) => `${from_id} ${to_id}`)).size).toBe(rows.length)
    expect([...new Set(rows.map(({ start_date, end_date }) => `${start_date} ${end_date}`))]).toEqual(['2023-01-01 2023-12-31'])
  })

  test('one compilation with baci, estimated, and no list of anybody’s partners', () => {
    expect([...new Set(rows.map(({ reporter, valuation, status, source }) => `${reporter} ${valuation} ${status} ${source}`))]).toEqual([
      'null FOB estimated baci-2023',
    ])
    expect(traitsOf(card.id)).toMatchObject({ compilation: 'baci', lacksSilentPairs: true })
    expect(card.licence.id).toBe('etalab-2.0')
  })

  test('China and Russia 239 bn USD, Germany to the United States 166.2, Russia to India 66.1: the year is 2023', () => {
    expect(bn('CHN', 'RUS') + bn('RUS', 'CHN')).toBeCloseTo(239, 0)
    expect(bn('DEU', 'USA')).toBeCloseTo(166.2, 1)
    expect(bn('RUS', 'IND')).toBeCloseTo(66.15, 1)
  })

  test('ways between two that report in an older nomenclature are absent, not zero', () => {
    const ways = new Set(rows.map(({ from_id, to_id }) => `${from_id} ${to_id}`))
    expect(['KOR VNM', 'RUS BLR', 'BLR RUS', 'KOR RUS'].filter((way) => ways.has(way))).toEqual([])
    expect(Math.min(...rows.map(({ value }) => Number(value)))).toBe(100_000)
  })
})

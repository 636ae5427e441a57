import { beforeAll, describe, expect, test } from 'vitest'
import { card, readBaci2023 } from '../../../src/sources/baci/baci-2023.ts'
import { traitsOf } from '../../../src/sources/source-traits.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { figureOf, haveRaw, type Row, raw, rawNeeded, rowsOf } from '../raw-data.ts'

test('one compilation with baci, and no list of anybody’s partners', () => {
  expect(traitsOf(card.id)).toMatchObject({ compilation: 'baci', lacksSilentPairs: true })
  expect(card.licence.id).toBe('etalab-2.0')
})

describe.skipIf(!haveRaw)(`the totals of 2023 ${rawNeeded}`, () => {
  let table: Columns
  let rows: Row[]
  beforeAll(async () => {
    table = await readBaci2023(raw.baci2023)
    rows = rowsOf(table).filter(({ indicator }) => indicator === 'goods-trade-flow')
  })
  const bn = (from: string, to: string): number => figureOf(table, 'goods-trade-flow', from, to, 2023) / 1e9
  const total = (from: string, to: string): number => figureOf(table, 'goods-listed-total', from, to, 2023) / 1e9

  test('19,449 ways of 2023, each once, in the columns of observations', () => {
    expect(Object.keys(table)).toEqual(Object.keys(tables.observations))
    expect(rows.length).toBe(19_449)
    expect(new Set(rows.map(({ from_id, to_id }) => `${from_id} ${to_id}`)).size).toBe(rows.length)
    expect([...new Set(rowsOf(table).map(({ start_date, end_date }) => `${start_date} ${end_date}`))]).toEqual(['2023-01-01 2023-12-31'])
    expect([
      ...new Set(rowsOf(table).map(({ reporter, valuation, status, source }) => [reporter, valuation, status, source].join())),
    ]).toEqual([',FOB,estimated,baci-2023'])
  })

  test('China and Russia 239 bn USD, Germany to the United States 166.2, Russia to India 66.1: the year is 2023', () => {
    expect(bn('CHN', 'RUS') + bn('RUS', 'CHN')).toBeCloseTo(239, 0)
    expect(bn('DEU', 'USA')).toBeCloseTo(166.2, 1)
    expect(bn('RUS', 'IND')).toBeCloseTo(66.15, 1)
  })

  test('ways between two that report in an older nomenclature are absent, not zero; small ones count in the totals alone', () => {
    const ways = new Set(rows.map(({ from_id, to_id }) => `${from_id} ${to_id}`))
    expect(['KOR VNM', 'RUS BLR', 'BLR RUS', 'KOR RUS'].filter((way) => ways.has(way))).toEqual([])
    expect(Math.min(...rows.map(({ value }) => Number(value)))).toBe(100_000)
  })

  test('what China sends to all economies is more than to all states, for Hong Kong is none', () => {
    const toStates = rows.filter(({ from_id }) => from_id === 'CHN').reduce((sum, { value }) => sum + Number(value), 0) / 1e9
    expect(total('CHN', 'WLD') - toStates).toBeGreaterThan(250)
    expect(bn('CHN', 'USA') / total('CHN', 'WLD')).toBeCloseTo(0.129, 3)
    expect(rowsOf(table).filter(({ from_id }) => from_id === 'HKG')).toEqual([])
  })
})

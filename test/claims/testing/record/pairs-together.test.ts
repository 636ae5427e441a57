import { expect, test } from 'vitest'
import { preloadPairs, rowsOfPair, rowsOfPartners } from '../../../../src/claims/testing/record/record-query.ts'
import { findSnapshot, openSnapshot, type Snapshot } from '../../../../src/store/index.ts'

test('pairs that are read together have the rows that each has alone, in the same order', async () => {
  const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: {} })
  const [alone, together] = await Promise.all([openSnapshot(directory), openSnapshot(directory)])
  const pairs = [
    ['CHN', 'RUS'],
    ['RUS', 'CHN'],
    ['CHN', 'EUU'],
    ['KAZ', 'WLD'],
    ['USA', 'USA'],
    ['VAT', 'TUV'],
  ] as const
  await preloadPairs(together, pairs)
  for (const [a, b] of pairs) {
    const rows = await rowsOfPair(together, a, b)
    expect(rows).toEqual(await rowsOfPair(alone, a, b))
    if (a !== 'VAT') expect(rows.length).toBeGreaterThan(10)
  }
  alone.close()
  together.close()
})

test('a record that was asked often answers from memory with the same rows in the same order', async () => {
  const { directory } = await findSnapshot({ snapshot: undefined, asOf: undefined, env: {} })
  const [seldom, opened] = await Promise.all([openSnapshot(directory), openSnapshot(directory)])
  const asked: string[] = []
  const often: Snapshot = {
    ...opened,
    columns: (sql, parameters) => {
      asked.push(sql)
      return opened.columns(sql, parameters)
    },
  }
  const others = ['AUS', 'BRA', 'CAN', 'CHL', 'DEU', 'EGY', 'FRA', 'GBR', 'IDN', 'IND', 'IRN', 'ITA', 'JPN', 'KEN', 'KOR', 'MEX', 'NGA']
  for (const other of others) for (const one of ['CHN', 'USA']) await rowsOfPair(often, one, other)
  for (const [a, b] of [
    ['KAZ', 'RUS'],
    ['EUU', 'CHN'],
    ['UZB', 'WLD'],
    ['TUR', 'TUR'],
  ] as const) {
    const rows = await rowsOfPair(often, a, b)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows).toEqual(await rowsOfPair(seldom, a, b))
  }
  for (const [state, ids, from, to] of [
    ['KGZ', ['goods-trade-flow', 'goods-exports', 'goods-imports'], '2015-01-01', '2016-12-31'],
    ['EUU', ['fossil-imports-crude-tonnes'], '2021-01-01', '2023-12-31'],
  ] as const) {
    const rows = await rowsOfPartners(often, state, ids, from, to)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows).toEqual(await rowsOfPartners(seldom, state, ids, from, to))
  }
  // what is not held in memory is looked for in the table
  asked.length = 0
  await rowsOfPartners(often, 'AGO', ['official-finance-oda'], '2015-01-01', '2016-12-31')
  expect(asked).toEqual([expect.stringContaining('official-finance-oda')])
  seldom.close()
  opened.close()
})

import { describe, expect, test } from 'vitest'
import { card, readBaci } from '../../../src/sources/baci/baci.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`BACI pair totals ${rawNeeded}`, () => {
  test('China and Russia traded 92.2 bn USD in 2014 and 140.0 bn in 2021', async () => {
    const { observations } = await readBaci(raw.baci)
    const both = (year: number): number =>
      figureOf(observations, 'goods-trade-flow', 'CHN', 'RUS', year) + figureOf(observations, 'goods-trade-flow', 'RUS', 'CHN', year)
    expect(both(2014) / 1e9).toBeCloseTo(92.2, 1)
    expect(both(2021) / 1e9).toBeCloseTo(140.0, 1)
  })

  test('325 pairs in each of 17 years, all among the states of the card, none of them with a reporter', async () => {
    const rows = rowsOf((await readBaci(raw.baci)).observations)
    expect(rows.length).toBe(325 * 17)
    const states = card.coverage[0]?.states ?? []
    expect(new Set(rows.flatMap((row) => [row['from_id'], row['to_id']]))).toEqual(new Set(states))
    expect(new Set(rows.map((row) => row['reporter']))).toEqual(new Set([null]))
  })
})

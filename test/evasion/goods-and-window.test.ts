import { describe, expect, test } from 'vitest'
import { everyProductLike, goodsListOf, highPriorityList, tierOf } from '../../src/evasion/goods/goods-list.ts'
import { highPriorityGoods } from '../../src/evasion/goods/high-priority-goods.ts'
import { monthWindow } from '../../src/evasion/windows/month-window.ts'

const months = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${from + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`)

describe('lists of goods', () => {
  test('the high-priority list has fifty codes in six tiers', () => {
    const counts = new Map<string, number>()
    for (const { tier } of highPriorityGoods) counts.set(tier, (counts.get(tier) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({ '1': 4, '2': 5, '3.A': 16, '3.B': 9, '4.A': 11, '4.B': 5 })
    expect(new Set(highPriorityGoods.map(({ hs2022 }) => hs2022)).size).toBe(50)
    expect(highPriorityGoods.filter(({ comparable }) => !comparable)).toHaveLength(7)
  })

  test('a heading is left out of a list that has its parts too, and that is said', () => {
    const list = goodsListOf('code,name\n8542,circuits\n"85423190",x\n8471.50\n85423190,again\n', 'my.csv')
    expect(list.codes!.map(({ code, tier }) => [code, tier])).toEqual([
      ['85423190', '1'],
      ['847150', '3.A'],
    ])
    expect(list.notes).toEqual([
      '8542: left out of the list, since it has parts of this heading too.',
      '1 codes stand twice in the list and count once.',
    ])
  })

  test('a code that is none is refused with its line, an empty list too', () => {
    expect(() => goodsListOf('854231\nchips\n', 'my.csv')).toThrow(/my\.csv:2 has "chips"/)
    expect(() => goodsListOf('code\n', 'my.csv')).toThrow(/has no code/)
    expect(() => goodsListOf('854231900', 'my.csv')).toThrow(/my\.csv:1/)
  })

  test('placebo products are at the level of detail of the list', () => {
    expect([everyProductLike(highPriorityList).digits, everyProductLike(goodsListOf('85423190\n84715000', 'x')).digits]).toEqual([6, 8])
    expect(tierOf('854231')).toBe('1')
  })
})

describe('the months that are compared', () => {
  test('March to November against the same months a year before, and a pretended date a year earlier still', () => {
    const window = monthWindow(months(2020, 35), '2022-03')!
    expect([window.post[0], window.post.at(-1), window.pre[0], window.pre.at(-1)]).toEqual(['2022-03', '2022-11', '2021-03', '2021-11'])
    expect(window.placeboPre![0]).toBe('2020-03')
    expect(window.leftOut).toEqual([])
  })

  test('beyond twelve months each month has its counterpart in the last year before', () => {
    const window = monthWindow(months(2021, 36), '2022-03')!
    expect(window.post).toHaveLength(22)
    expect(window.pre[12]).toBe('2021-03')
    expect(window.pre.every((month) => month < '2022-03' && month >= '2021-03')).toBe(true)
    expect(window.placeboPre).toBeUndefined()
  })

  test('a month without a counterpart is left out and named; without any there is no window', () => {
    expect(monthWindow(['2021-03', '2022-03', '2022-04'], '2022-03')!.leftOut).toEqual(['2022-04'])
    expect(monthWindow(['2022-03', '2022-04'], '2022-03')).toBeUndefined()
  })
})

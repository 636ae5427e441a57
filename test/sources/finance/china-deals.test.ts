import { describe, expect, test } from 'vitest'
import { readChinaDeals } from '../../../src/sources/finance/china-deals.ts'
import { fileWith, rawFile, rowsIn, totalOf } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const header = 'Year,Month,Chinese Entity,Quantity in Millions,Share size,Transaction Party,Sector,Subsector,Country,Region,BRI'
const deal = (year: number, month: string, millions: string, country: string, entity = 'CNPC'): string =>
  `${year},${month},${entity},${millions},,,Energy,,${country},Europe,0`
const text = (...lines: string[]): string => `\uFEFF${[header, ...lines].join('\n')}\n`
const read = (content: string | Buffer): ReturnType<typeof readChinaDeals> => readChinaDeals(fileWith('deals.csv', content))

test('deals of a state and year are summed; the last year ends with its last month', async () => {
  const { observations } = await read(
    text(
      deal(2017, 'January', '500', 'Russian Federation'),
      deal(2017, 'May', '120', 'Russian Federation'),
      deal(2018, 'February', '100', 'Congo'),
      deal(2018, 'January', '100', 'British Virgin Islands'),
    ),
  )
  expect(rowsIn(observations).map((row) => [row['indicator'], row['to_id'], row['end_date'], row['value'], row['unit']])).toEqual([
    ['large-deals', 'RUS', '2017-12-31', 620e6, 'USD'],
    ['large-deals-count', 'RUS', '2017-12-31', 2, 'deals'],
    ['large-deals', 'COG', '2018-02-28', 100e6, 'USD'],
    ['large-deals-count', 'COG', '2018-02-28', 1, 'deals'],
  ])
})

test.each<[string, string | Buffer, string]>([
  ['a negative value', text(deal(2017, 'May', '-120', 'Russian Federation')), 'deals.csv:2 has "-120" for Quantity in Millions'],
  ['a blank value', text(deal(2017, 'May', '', 'Russian Federation')), 'deals.csv:2 has "" for Quantity in Millions'],
  ['a month in another language', text(deal(2017, 'Mai', '120', 'Russian Federation')), 'deals.csv:2 has "Mai" for Month'],
  ['a doubled row', text(deal(2017, 'May', '120', 'Peru'), deal(2017, 'May', '120', 'Peru')), 'deals.csv:3 says again what line 2 says'],
  ['an unknown country', text(deal(2017, 'May', '120', 'Rusia Fed')), 'deals.csv:2: "Rusia Fed" is not known'],
  ['a renamed column', text().replace('Quantity in Millions', 'Amount'), 'deals.csv:1 lacks the columns Quantity in Millions'],
  ['another encoding', Buffer.from(`${header}\n2017,May,Caf\xE9`, 'latin1'), ':2 is not UTF-8'],
  ['a torn line', `${text()}2017,May`, 'deals.csv:2 has 2 cells, the header has 11'],
])('%s is refused', async (_, content, message) => {
  await expect(read(content)).rejects.toThrow(message)
})

describe.skipIf(!haveRaw)(`2,908 deals ${rawNeeded}`, () => {
  test('2,907 are in states, 66 in Russia for 46.15 bn USD; with one in the British Virgin Islands the sum is 1,870.59 bn', async () => {
    const { observations } = await readChinaDeals(rawFile('china-investments/aei_china_global_investment_tracker_2005_2018.csv'))
    const total = (indicator: string, to?: string): number =>
      totalOf(observations, (row) => row['indicator'] === indicator && (to === undefined || row['to_id'] === to))
    expect(total('large-deals-count')).toBe(2907)
    expect(total('large-deals-count', 'RUS')).toBe(66)
    expect(total('large-deals', 'RUS')).toBe(46_150_000_000)
    expect(total('large-deals')).toBe(1_870_590_000_000 - 110_000_000)
  })
})

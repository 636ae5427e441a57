import { describe, expect, test } from 'vitest'
import { readUnMigrantStock } from '../../../src/sources/people/un-migrant-stock.ts'
import { fileWith, rawFile, rowsIn, totalOf } from '../case-files.ts'
import { figureOf, haveRaw, rawNeeded } from '../raw-data.ts'

const head = 'year,origin,destination,migrant_stock'
const read = (...rows: string[]): ReturnType<typeof readUnMigrantStock> =>
  readUnMigrantStock(fileWith('migrants.csv', [head, ...rows].map((line) => `${line}\n`).join('')))

test('a stock is an estimate at mid-year, from the origin to where they live', async () => {
  const { observations } = await read('2020,KEN,TZA,24274')
  expect(rowsIn(observations)[0]).toMatchObject({
    ...{ indicator: 'migrant-stock', from_id: 'KEN', to_id: 'TZA', start_date: '2020-07-01', end_date: '2020-07-01', value: 24274 },
    ...{ unit: 'persons', status: 'estimated', locator: 'migrants.csv:2' },
  })
})

test('places that are no states are left out', async () => {
  const { observations } = await read('2020,HKG,USA,258439', '2020,PSE,JOR,2272411', '2020,KEN,TZA,24274')
  expect(observations['from_id']).toEqual(['KEN'])
})

test.each([
  ['a year outside the edition', ['2024,KEN,TZA,1'], 'migrants.csv:2 has the year "2024"'],
  ['a state with itself', ['2020,KEN,KEN,1'], 'migrants.csv:2 pairs KEN with itself'],
  ['a pair twice', ['2020,KEN,TZA,1', '2020,KEN,TZA,2'], 'migrants.csv:3 has KEN to TZA of 2020, as line 2 has'],
  ['a stock of zero, which the table does not print', ['2020,KEN,TZA,0'], 'migrants.csv:2 has "0" for migrant_stock'],
  ['a blank', ['2020,KEN,TZA,'], 'migrants.csv:2 has "" for migrant_stock'],
  ['codes of another kind', ['2020,KE,TZ,1'], '2 of 2 are no ISO 3166 codes'],
])('%s is refused', async (_, rows, message) => {
  await expect(read(...rows)).rejects.toThrow(message)
})

describe.skipIf(!haveRaw)(`38,530 stocks ${rawNeeded}`, () => {
  test('the largest of 2020, and what the copy leaves out', async () => {
    const quirks: string[] = []
    const { observations } = await readUnMigrantStock(rawFile('un-migrant-stock/migrant-stock-2000-2020.csv.gz'), (quirk) =>
      quirks.push(quirk),
    )
    const in2020 = (from: string, to: string): number => figureOf(observations, 'migrant-stock', from, to, 2020)
    expect(in2020('MEX', 'USA')).toBe(11_177_052)
    expect(in2020('SYR', 'TUR')).toBe(3_830_526)
    expect(in2020('RUS', 'UKR')).toBe(3_330_586)
    expect(in2020('IND', 'ARE')).toBe(2_861_045)
    expect(observations['value']).toHaveLength(37_661)
    expect(totalOf(observations, (row) => row['from_id'] === 'ZAF' || row['to_id'] === 'ZAF')).toBe(0)
    expect(quirks).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { readSipriTivTable } from '../../../src/sources/arms/sipri-tiv-table.ts'
import type { Columns } from '../../../src/store/index.ts'
import { figureOf, haveRaw, rawFolder, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'
import { ownFile } from '../sipri-own-files.ts'

const indicator = 'arms-deliveries-tiv'
const above = [
  'Volume of transfers of major arms',
  'explanations, with a comma',
  '',
  'Source: SIPRI Arms Transfers Database (c) SIPRI.',
  'Data generated: 28 Sep 2026 9:10:31 AM',
  '',
]
const columns = (party: string): string => `${party},2020,2021,2022,2020-2022,Percentage,Sum total years,Percentage of total`

const read = async (...lines: string[]): Promise<Columns> =>
  (await readSipriTivTable(ownFile('table.csv', [...above, ...lines, ''].join('\n')))).observations

const china = 'China,5,0 ,,5,33%,5,33%'
const rebels = 'LF (Lebanon)*,,,1,1,7%,1,7%'
const total = 'Total world import,5,0 ,1,6,100%,6,'

describe.skipIf(!haveRaw)(`SIPRI import values ${rawNeeded}`, async () => {
  const name = 'sipri-arms-transfers/import-values_1950-2024_generated_2024-10-13.csv'
  const observations = haveRaw ? (await readSipriTivTable(`${rawFolder}/${name}`)).observations : {}

  test('China imported 3,478 million TIV in 2005 and 471 in 2023, the world 2,065,055 over all years within rounding', () => {
    expect(figureOf(observations, indicator, 'WLD', 'CHN', 2005)).toBe(3478)
    expect(figureOf(observations, indicator, 'WLD', 'CHN', 2023)).toBe(471)
    const world = rowsOf(observations).filter((row) => row['to_id'] === 'WLD')
    expect(Math.abs(world.reduce((sum, row) => sum + Number(row['value']), 0) - 2_065_055)).toBeLessThan(38)
  })

  test('2024, blank for all in a table of October 2024, is unknown and not zero', () => {
    expect(yearsOf(observations, indicator, 'WLD', 'WLD').at(-1)).toBe(2023)
    expect(yearsOf(observations, indicator, 'WLD', 'CHN').at(-1)).toBe(2023)
    expect(rowsOf(observations)[0]).toMatchObject({ vintage: 'exported 2024-10-13', from_id: 'WLD', to_id: 'IND' })
  })
})

test('0 is a volume below half a million, a blank is no row; armed groups are in the total only', async () => {
  expect(
    rowsOf(await read(columns('Recipient'), china, rebels, total)).map((row) => [
      row['from_id'],
      row['to_id'],
      row['start_date'],
      row['value'],
    ]),
  ).toEqual([
    ['WLD', 'CHN', '2020-01-01', 5],
    ['WLD', 'CHN', '2021-01-01', 0],
    ['WLD', 'WLD', '2020-01-01', 5],
    ['WLD', 'WLD', '2021-01-01', 0],
    ['WLD', 'WLD', '2022-01-01', 1],
  ])
})

test('the suppliers of one recipient go to it, and the total is what it had from the world', async () => {
  const observations = await read(columns('Supplier'), 'Russia,5,0 ,,5,33%,5,33%', 'Total exports to China,5,0 ,,5,100%,5,')
  expect(figureOf(observations, indicator, 'RUS', 'CHN', 2020)).toBe(5)
  expect(figureOf(observations, indicator, 'WLD', 'CHN', 2020)).toBe(5)
})

test('the export values of all suppliers go to the world', async () => {
  const observations = await read(columns('Supplier'), 'Russia,5,0 ,,5,33%,5,33%', 'Total world export,5,0 ,,5,100%,5,')
  expect(figureOf(observations, indicator, 'RUS', 'WLD', 2020)).toBe(5)
})

test.each([
  ['a negative volume', [china.replace(',5,', ',-5,'), total], 'table.csv:8 has "-5" for 2020, not a whole number of zero or more'],
  ['years that do not add up', [china.replace(',,5,', ',,50,'), total], 'table.csv:8 the years of "China" add up to 5, the total is 50'],
  [
    'parties that do not add up',
    [china, china.replace('China', 'India'), total],
    'table.csv:10 the parties of 2020 add up to 10, the total is 5',
  ],
  ['a line that is torn', [china.slice(0, 9), total], 'table.csv:8 has 3 cells, the header has 8'],
  ['a table that is cut off', [china], 'table.csv does not end with a line of totals'],
  [
    'a party twice',
    ['China,,,,,,,', 'China,,,,,,,', 'Total world import,,,,,,,'],
    'table.csv:9 "China" stands there twice, first in line 8',
  ],
  [
    'a total of another kind',
    [china, 'Total deliveries,5,0 ,,5,100%,5,'],
    'table.csv:9 ends with "Total deliveries" in a table by Recipient',
  ],
  [
    'a name that nobody knows',
    [china.replace('China', 'Chinna'), 'Total world import,5,0 ,,5,100%,5,'],
    'table.csv:8: "Chinna" is no party',
  ],
])('%s is refused with its place', async (_, lines, message) => {
  await expect(read(columns('Recipient'), ...lines)).rejects.toThrow(message)
})

test('a year that is missing or a column that was renamed is refused by name; so are an empty file and the trade register', async () => {
  await expect(read(columns('Recipient').replace('2021,', ''), total)).rejects.toThrow('table.csv:7 column 3 is "2022", not "2021"')
  await expect(read(columns('Recipient').replace('Percentage of total', 'Share'), total)).rejects.toThrow(
    'column 8 is "Share", not "Percentage of total"',
  )
  await expect(read(columns('Recipient').replace(',2020-2022', ''), total)).rejects.toThrow('table.csv:7 column')
  await expect(readSipriTivTable(ownFile('table.csv', ''))).rejects.toThrow('table.csv is empty')
  await expect(readSipriTivTable(ownFile('table.csv', 'Transfers of major conventional arms\n'))).rejects.toThrow(
    'not this export of SIPRI',
  )
})

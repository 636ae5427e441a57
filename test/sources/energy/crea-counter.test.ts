import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCreaTracker } from '../../../src/sources/energy/crea-tracker.ts'
import { states } from '../../../src/states/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { type Row, rowsOf } from '../raw-data.ts'

const header = 'date,destination_iso2,destination_country,destination_region,value_tonne,value_eur'

async function read(rows: readonly string[], first = header): Promise<Row[]> {
  const path = join(freshRoot(), 'counter.csv')
  writeFileSync(path, `${first}\n${rows.map((row) => `${row}\n`).join('')}`)
  return rowsOf((await readCreaTracker(path)).observations)
}

const cells = (rows: readonly Row[], ...names: string[]): unknown[] => rows.map((row) => names.map((name) => row[name]))
const euros = (rows: readonly Row[]): Row[] => rows.filter((row) => row['indicator'] === 'fossil-imports')

/** A day on which so many states, two of them in the EU, took a tonne for two euros each, and a cargo had no destination yet. */
const broad = (day: string, count: number): string[] => [
  ...['DE', 'FR'].map((code) => `${day},${code},x,EU,1,2`),
  ...states
    .flatMap(({ iso2, spans }) => (iso2 === null || ['DE', 'FR'].includes(iso2) || spans.at(-1)?.to !== null ? [] : [iso2]))
    .slice(0, count - 2)
    .map((code) => `${day},${code},x,Others,1,2`),
  `${day},,For orders,For orders,1,2`,
]

test('over all destinations the EU and the world are sums, cargoes without a destination among the latter', async () => {
  const rows = await read(broad('2023-06-01', 40))
  expect(cells(euros(rows).slice(-2), 'from_id', 'to_id', 'value', 'unit', 'status')).toEqual([
    ['RUS', 'WLD', 82, 'EUR', 'estimated'],
    ['RUS', 'EU', 4, 'EUR', 'estimated'],
  ])
  expect(euros(rows).length).toBe(42)
})

test('an answer that was narrowed to a few destinations gives no sum over them', async () => {
  const rows = await read(['2023-06-01,DE,Germany,EU,1,2', '2023-06-01,CN,China,China,3,4'])
  expect(cells(euros(rows), 'to_id', 'value')).toEqual([
    ['DEU', 2],
    ['CHN', 4],
  ])
})

test('a destination that lacks a day, or has a blank, is unknown for the year, and so is the world; others stand', async () => {
  const all = [...broad('2023-06-01', 40), ...broad('2023-06-02', 40)]
  const lacking = await read(all.filter((row) => !row.startsWith('2023-06-02,FR')))
  expect(cells(euros(lacking), 'to_id')).not.toContainEqual(['FRA'])
  expect(cells(euros(lacking), 'to_id')).not.toContainEqual(['WLD'])
  expect(cells(euros(lacking), 'to_id', 'value')).toContainEqual(['DEU', 4])
  const blank = await read(all.map((row) => (row.startsWith('2023-06-02,FR') ? row.replace(/2$/, '') : row)))
  expect(cells(euros(blank), 'to_id')).not.toContainEqual(['EU'])
  expect(cells(blank, 'indicator', 'to_id', 'value')).toContainEqual(['fossil-imports-tonnes', 'EU', 4])
})

test('days at the end on which nobody took anything are days that the tracker has not seen', async () => {
  const rows = await read([
    '2023-06-01,CN,China,China,3,4',
    '2023-06-02,CN,China,China,0,0',
    '2023-06-03,CN,China,China,1,1',
    '2023-06-04,CN,China,China,0,0',
  ])
  expect(cells(euros(rows), 'start_date', 'end_date', 'value')).toEqual([['2023-06-01', '2023-06-03', 5]])
  expect(await read(['2023-06-01,CN,China,China,0,0'])).toEqual([])
})

test('dates with a time of midnight are days; of several pricing scenarios the default one counts', async () => {
  const rows = await read(
    ['2023-06-01 00:00:00,CN,China,China,3,4,default', '2023-06-01 00:00:00,CN,China,China,3,2,usd60'],
    `${header},pricing_scenario`,
  )
  expect(cells(euros(rows), 'start_date', 'value')).toEqual([['2023-06-01', 4]])
  await expect(read(['2023-06-01,CN,China,China,3,4,usd60'], `${header},pricing_scenario`)).rejects.toThrow(
    'no row of the default pricing scenario',
  )
})

test.each([
  [['2023-06-01,CN,China,China,3,4', '2023-06-01,CN,China,China,3,4'], 'counter.csv:3 is a second row of 2023-06-01 for "CN"'],
  [['2023-06-01,CN,China,China,3,4', '2023-06-03,CN,China,China,3,4'], '2 days from 2023-06-01 to 2023-06-03, which are 3'],
  [['01/06/2023,CN,China,China,3,4'], 'counter.csv:2 has the date "01/06/2023"'],
  [['2023-06-01,CN,China,China,-3,4'], 'counter.csv:2 has -3 for value_tonne'],
  [['2023-06-01,XY,Nowhere,Others,3,4'], 'destination_iso2 "XY"'],
  [['2023-06-01,CN,China,China,many,4'], 'counter.csv:2 has "many" for value_tonne'],
])('%j is refused', async (rows, message) => {
  await expect(read(rows)).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining(message) })
})

test('an answer by commodity too, or without amounts, is refused', async () => {
  await expect(read(['2023-06-01,CN,China,China,3,4,coal'], `${header},commodity`)).rejects.toThrow(
    'ask for aggregate_by=date,destination_country',
  )
  await expect(read(['2023-06-01,CN,4'], 'date,destination_iso2,value_eur')).rejects.toThrow('lacks the columns value_tonne')
})

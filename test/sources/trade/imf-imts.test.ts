import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readImfImts } from '../../../src/sources/trade/imf-imts.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { type Row, rowsOf } from '../raw-data.ts'

const first = 'DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,STATUS'
const second = 'STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE'
const flow = 'IMF.STA:IMTS(1.0.0)'

async function read(header: string, ...rows: string[]): Promise<Row[]> {
  const path = join(freshRoot(), 'i.csv')
  writeFileSync(path, `${header}\n${rows.map((row) => `${row}\n`).join('')}`)
  return rowsOf((await readImfImts([path])).observations)
}

const cells = (rows: readonly Row[], ...names: string[]): unknown[] => rows.map((row) => names.map((name) => row[name]))

test('both headers give the same figures, in plain dollars whatever SCALE says', async () => {
  const old = await read(first, `${flow},RUS,XG_FOB_USD,CHN,A,2014,37494308017,6,A`, `${flow},RUS,MG_CIF_USD,CHN,A,2014,50884000000.5,6,A`)
  const now = await read(
    second,
    `dataflow,${flow},R,RUS,XG_FOB_USD,CHN,A,2014,37494308017,6`,
    `dataflow,${flow},R,RUS,MG_CIF_USD,CHN,A,2014,50884000000.5,6`,
  )
  expect(now).toEqual(old)
  expect(cells(now, 'indicator', 'from_id', 'to_id', 'reporter', 'value', 'valuation', 'status', 'vintage')).toEqual([
    ['goods-exports', 'RUS', 'CHN', 'RUS', 37494308017, 'FOB', 'observed', 'IMTS 1.0.0'],
    ['goods-imports', 'CHN', 'RUS', 'RUS', 50884000000.5, 'CIF', 'observed', 'IMTS 1.0.0'],
  ])
})

test('the world is WLD, other groups and Hong Kong are left out, Kosovo has a code of its own', async () => {
  const rows = await read(
    first,
    ...['G001', 'G163', 'GX123', 'TX898', 'HKG', 'KOS'].map((to) => `${flow},USA,XG_FOB_USD,${to},A,2020,5,6,`),
  )
  expect(cells(rows, 'to_id')).toEqual([['WLD'], ['XKX']])
})

test('Russia after 2021, the world as reporter and what the IMF marks E are estimated', async () => {
  const rows = await read(
    first,
    `${flow},RUS,XG_FOB_USD,CHN,A,2021,1,6,`,
    `${flow},RUS,XG_FOB_USD,CHN,A,2022,2,6,`,
    `${flow},G001,XG_FOB_USD,CHN,A,2015,3,6,`,
    `${flow},USA,XG_FOB_USD,CHN,A,2015,4,6,E`,
  )
  expect(cells(rows, 'value', 'status')).toEqual([
    [1, 'observed'],
    [2, 'estimated'],
    [3, 'estimated'],
    [4, 'estimated'],
  ])
})

test('blank and NaN are unknown, zero is zero; quarters and months keep their days', async () => {
  const rows = await read(
    first,
    `${flow},USA,XG_FOB_USD,CHN,A,2020,,6,`,
    `${flow},USA,XG_FOB_USD,DEU,A,2020,NaN,6,`,
    `${flow},USA,XG_FOB_USD,FRA,Q,2020-Q1,0,6,`,
    `${flow},USA,XG_FOB_USD,FRA,M,2020-M02,1,6,`,
    `${flow},USA,TBG_USD,FRA,A,2020,-5,6,`,
  )
  expect(cells(rows, 'value', 'start_date', 'end_date')).toEqual([
    [0, '2020-01-01', '2020-03-31'],
    [1, '2020-02-01', '2020-02-29'],
  ])
})

test('what is not this data flow, not trade, or contradicts itself is refused with its line', async () => {
  const row = `${flow},USA,XG_FOB_USD,CHN,A,2020,5,6,`
  await expect(read(first, row.replace('IMTS', 'CPI'))).rejects.toThrow('i.csv:2 is of the data flow "IMF.STA:CPI(1.0.0)"')
  await expect(read(first.replace('OBS_VALUE', 'VALUE'), row)).rejects.toThrow('lacks the columns OBS_VALUE')
  await expect(read(first, row.replace(',5,', ',-5,'))).rejects.toThrow('i.csv:2 has "-5" for OBS_VALUE')
  await expect(read(first, row.replace(',5,', ',n/a,'))).rejects.toThrow('i.csv:2 has "n/a"')
  await expect(read(first, row.replace('CHN', 'QQQ'))).rejects.toThrow('COUNTERPART_COUNTRY "QQQ"')
  await expect(read(first, row.replace('XG_FOB_USD', 'XG'))).rejects.toThrow('unknown INDICATOR "XG"')
  await expect(read(first, row.replace(',A,2020', ',A,2020-M01'))).rejects.toThrow('TIME_PERIOD "2020-M01" at the FREQUENCY "A"')
  await expect(read(first, row.replace(',A,2020', ',M,2020-M13'))).rejects.toThrow('TIME_PERIOD "2020-M13"')
  await expect(read(first, row, row.replace(',5,', ',6,'))).rejects.toThrow('i.csv:3 gives 6 and i.csv:2 gives 5')
  await expect(read(first, row, row.slice(0, 30))).rejects.toThrow('i.csv:3 has 3 cells')
  await expect(read(second, `dataflow,${flow},D,USA,XG_FOB_USD,CHN,A,2020,5,6`)).rejects.toThrow('takes a figure back')
  await expect(read('')).rejects.toThrow('i.csv')
})

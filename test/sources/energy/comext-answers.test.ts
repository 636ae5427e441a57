import { describe, expect, test } from 'vitest'
import { comextCode, readComextAnswers } from '../../../src/sources/energy/comext-answers.ts'
import { fileWith } from '../case-files.ts'
import { type Row, rowsOf } from '../raw-data.ts'

const header = 'DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE'
const row = (key: string, value: number | string, year = '2024'): string => `ESTAT:DS-045409(1.0),15/09/26 11:00:00,${key},${year},${value}`

async function read(...lines: readonly string[]): Promise<Row[]> {
  return rowsOf((await readComextAnswers([fileWith('answer.csv', `${[header, ...lines].join('\n')}\n`)])).observations)
}

test('crude oil in EUR and in tonnes, from the supplier to the member that reports it, of the edition that the answer states', async () => {
  const rows = await read(
    row('A,DE,KZ,2709,1,VALUE_IN_EUROS', 5_400_000_001),
    row('A,DE,KZ,2709,1,QUANTITY_IN_100KG', '98765432.15'),
    row('A,DE,KZ,2709,1,VALUE_IN_EUROS', '', '2025'),
  )
  const own = { from_id: 'KAZ', to_id: 'DEU', reporter: 'DEU', start_date: '2024-01-01', end_date: '2024-12-31', source: 'comext-answers' }
  expect(rows).toMatchObject([
    { indicator: 'fossil-imports-crude', value: 5_400_000_001, unit: 'EUR', valuation: 'CIF', ...own },
    { indicator: 'fossil-imports-crude-tonnes', value: 9_876_543.215, unit: 'tonnes', valuation: null, ...own },
  ])
  expect(rows[0]!['vintage']).toBe('DS-045409, updated 2026-09-15')
})

test('Serbia is XS, Greece GR, the world WORLD; a remainder is left out, and so is pipeline gas', async () => {
  expect(['SRB', 'XKX', 'GRC', 'DEU'].map(comextCode)).toEqual(['XS', 'XK', 'GR', 'DE'])
  const rows = await read(
    row('A,GR,XS,2701,1,VALUE_IN_EUROS', 1),
    row('A,GR,WORLD,2701,1,VALUE_IN_EUROS', 2),
    row('A,GR,QP,2701,1,VALUE_IN_EUROS', 3),
    row('A,GR,EXT_EU27_2020,2701,1,VALUE_IN_EUROS', 4),
    row('A,GR,RU,271121,1,VALUE_IN_EUROS', 5),
    row('A,GR,QA,271111,1,VALUE_IN_EUROS', 6),
  )
  expect(rows.map((one) => [one['from_id'], one['indicator'], one['value']])).toEqual([
    ['SRB', 'fossil-imports-coal', 1],
    ['WLD', 'fossil-imports-coal', 2],
    ['QAT', 'fossil-imports-lng', 6],
  ])
})

describe('refused with its line', () => {
  test.each([
    ['exports', row('A,DE,KZ,2709,2,VALUE_IN_EUROS', 1), 'has the flow "2"'],
    ['a month', row('M,DE,KZ,2709,1,VALUE_IN_EUROS', 1, '2024-05'), 'not of a year'],
    ['another product', row('A,DE,KZ,8703,1,VALUE_IN_EUROS', 1), 'has product 8703'],
    ['another measure', row('A,DE,KZ,2709,1,SUPPLEMENTARY_QUANTITY', 1), 'indicator SUPPLEMENTARY_QUANTITY'],
    ['a negative value', row('A,DE,KZ,2709,1,VALUE_IN_EUROS', -5), 'OBS_VALUE'],
    ['a state that is none', row('A,DE,ZZ,2709,1,VALUE_IN_EUROS', 1), 'names "ZZ"'],
    [
      'another data set',
      row('A,DE,KZ,2709,1,VALUE_IN_EUROS', 1).replace('DS-045409', 'DS-059341'),
      'is of the data flow "ESTAT:DS-059341(1.0)"',
    ],
  ])('%s', async (_what, line, message) => {
    await expect(read(line)).rejects.toMatchObject({ code: 'BadInput', message: expect.stringMatching(/^answer\.csv:2/) })
    await expect(read(line)).rejects.toThrow(message)
  })

  test('the same figure twice', async () => {
    const line = row('A,DE,KZ,2709,1,VALUE_IN_EUROS', 1)
    await expect(read(line, line)).rejects.toMatchObject({ code: 'BadInput' })
  })
})

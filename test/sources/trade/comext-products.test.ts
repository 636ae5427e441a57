import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { comextProductDays, comextProductQueries, readComextProducts } from '../../../src/sources/trade/comext-products.ts'
import { openSession } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const head = 'cn8,reporter,partner,month,eur'
const answerHead = 'DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG'
const answerRow = (rest: string): string => `ESTAT:DS-045409(1.0),13/01/23 11:00:00,M,${rest},`

function file(name: string, ...lines: string[]): string {
  const path = join(freshRoot(), name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

interface Read {
  readonly rows: readonly (readonly unknown[])[]
  readonly quirks: readonly string[]
}

async function read(...paths: string[]): Promise<Read> {
  const session = await openSession({ threads: 1 })
  onTestFinished(() => session.close())
  const quirks: string[] = []
  await readComextProducts(paths, session, (quirk) => void quirks.push(quirk))
  const queries = (await comextProductQueries(paths)).product_flows ?? []
  const rows = await session.rows(`${queries.join(' UNION ALL ')} ORDER BY product, from_id, to_id, start_date`)
  const names = ['nomenclature', 'product', 'from_id', 'to_id', 'start_date', 'end_date', 'value', 'unit', 'tonnes']
  return { rows: rows.map((row) => names.map((name) => row[name])), quirks }
}

test('real rows: the member exports to the partner in the month, in EUR; codes keep their leading zero', async () => {
  const path = file(
    'x.csv',
    head,
    '2106,Austria,ARM,2020-02,4162.0',
    '84715000,"Austria",Armenia,2020-09,98685',
    '01012100,Germany,RUS,2021-02,5',
  )
  const { rows, quirks } = await read(path)
  expect(rows).toEqual([
    ['CN', '01012100', 'DEU', 'RUS', '2021-02-01', '2021-02-28', 5, 'EUR', null],
    ['HS', '2106', 'AUT', 'ARM', '2020-02-01', '2020-02-29', 4162, 'EUR', null],
    ['CN', '84715000', 'AUT', 'ARM', '2020-09-01', '2020-09-30', 98685, 'EUR', null],
  ])
  expect(quirks).toEqual([])
  expect(await comextProductDays([path])).toEqual({ from: '2020-02-01', to: '2021-02-28' })
})

test('answers of the API: amounts and weights of one flow make one row, 100 kg become tonnes', async () => {
  const rows = [
    answerRow('DE,KZ,85423190,2,VALUE_IN_EUROS,2022-03,51001'),
    answerRow('DE,KZ,85423190,2,QUANTITY_IN_100KG,2022-03,12'),
    answerRow('GR,XS,85423190,2,VALUE_IN_EUROS,2022-03,7'),
  ]
  expect((await read(file('a.csv', answerHead, ...rows))).rows).toEqual([
    ['CN', '85423190', 'DEU', 'KAZ', '2022-03-01', '2022-03-31', 51001, 'EUR', 1.2],
    ['CN', '85423190', 'GRC', 'SRB', '2022-03-01', '2022-03-31', 7, 'EUR', null],
  ])
})

test('a month that is zero in every row was not yet published: missing, not zero, and named', async () => {
  const path = file('x.csv', head, '84715000,Austria,RUS,2022-11,5', '84715000,Malta,RUS,2022-11,0', '84715000,Austria,RUS,2022-12,0')
  const { rows, quirks } = await read(path)
  expect(rows.map((row) => [row[2], row[4], row[6]])).toEqual([
    ['AUT', '2022-11-01', 5],
    ['MLT', '2022-11-01', 0],
  ])
  expect(quirks).toEqual(['x.csv: 2022-12 is zero in every row: not yet published when the file was made, so missing.'])
  expect((await comextProductDays([path]))?.to).toBe('2022-11-30')
})

test('a heading beside its own codes is counted in a note; one without them is none', async () => {
  const path = file('x.csv', head, '8471,Austria,RUS,2022-03,9', '84715000,Austria,RUS,2022-03,5', '9999,Austria,RUS,2022-03,1')
  expect((await read(path)).quirks).toEqual([
    'x.csv: 1 headings stand beside their own eight-digit codes; sums take the codes, since both would count twice.',
  ])
})

test('secret products and partners are left out, with their number and sum', async () => {
  const rows = [
    'DE,KZ,2804SSSS,2,VALUE_IN_EUROS,2022-03,2500000',
    'DE,QV,85423190,2,VALUE_IN_EUROS,2022-03,1200000',
    'DE,KZ,85423190,2,VALUE_IN_EUROS,2022-03,:',
  ]
  const { rows: kept, quirks } = await read(
    file('a.csv', answerHead, ...rows.map(answerRow), answerRow('DE,KG,85423190,2,VALUE_IN_EUROS,2022-03,8')),
  )
  expect(kept).toHaveLength(1)
  expect(quirks).toEqual([
    'a.csv: 1 figures (EUR 2.5 m) have a secret product, and are left out.',
    'a.csv: 1 figures (EUR 1.2 m) have a secret partner or one that is no state; they are left out.',
  ])
})

describe('refused, with file and line', () => {
  test.each([
    ['another header', ['code,reporter,partner,month,eur'], /x\.csv:1 has the header/],
    ['a negative amount', [head, '84715000,Austria,RUS,2022-03,-5'], /x\.csv:2 has the amount "-5"/],
    ['a month that is none', [head, '84715000,Austria,RUS,2022-13,5'], /x\.csv:2 has the month "2022-13"/],
    ['a product that is no code', [head, 'chips,Austria,RUS,2022-03,5'], /x\.csv:2 has the product "chips"/],
    ['an unknown party', [head, '84715000,Austria,Ruritania,2022-03,5'], /x\.csv:2: partner "Ruritania" is not known/],
    ['the union among its members', [answerHead, answerRow('EU27_2020,KZ,85423190,2,VALUE_IN_EUROS,2022-03,5')], /would count twice/],
    ['imports', [answerHead, answerRow('DE,KZ,85423190,1,VALUE_IN_EUROS,2022-03,5')], /not exports/],
    ['another currency', [answerHead, answerRow('DE,KZ,85423190,2,VALUE_IN_DOLLARS,2022-03,5')], /VALUE_IN_DOLLARS/],
    ['years', [answerHead, 'ESTAT:DS-045409(1.0),13/01/23 11:00:00,A,DE,KZ,85423190,2,VALUE_IN_EUROS,2022,5,'], /not months/],
    [
      'a doubled row',
      [head, '84715000,Austria,RUS,2022-03,5', '84715000,Austria,RUS,2022-03,6'],
      /two figures of 84715000, Austria, RUS, 2022-03/,
    ],
    ['a short line', [head, '84715000,Austria,RUS'], /x\.csv:2 has 3 cells/],
  ])('%s', async (_, lines, message) => {
    await expect(read(file('x.csv', ...lines))).rejects.toThrow(message)
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readComtrade } from '../../../src/sources/trade/comtrade.ts'
import { comtradeParty } from '../../../src/sources/trade/comtrade-codes.ts'
import { states } from '../../../src/states/index.ts'
import type { Columns } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, rawFolder, rawNeeded, rowsOf } from '../raw-data.ts'

const record = {
  typeCode: 'C',
  freqCode: 'A',
  period: '2023',
  reporterCode: 842,
  reporterISO: null,
  flowCode: 'M',
  partnerCode: 392,
  partner2Code: 0,
  classificationCode: 'H6',
  cmdCode: 'TOTAL',
  customsCode: 'C00',
  mosCode: '0',
  motCode: 0,
  netWgt: null,
  isNetWgtEstimated: false,
  cifvalue: 10,
  fobvalue: null,
  primaryValue: 10,
}

type Change = Readonly<Record<string, unknown>>

const answer = (...changes: Change[]): string =>
  JSON.stringify({ elapsedTime: '0.1 secs', count: changes.length, data: changes.map((change) => ({ ...record, ...change })), error: '' })

async function read(text: string): Promise<{ observations: Columns; product_flows: Columns }> {
  const path = join(freshRoot(), 'a.json')
  writeFileSync(path, text)
  return readComtrade([path], 'fetched 2026-11-24')
}

const cells = ({ observations }: { observations: Columns }, ...names: string[]): unknown[] =>
  rowsOf(observations).map((row) => names.map((name) => row[name]))

test("imports come in to the reporter, exports go out from it; 842 is the United States, 490 Taiwan, 0 the world, whatever the record's names are", async () => {
  const found = await read(
    answer({}, { partnerCode: 490 }, { partnerCode: 0 }, { flowCode: 'X', cifvalue: null, fobvalue: 7, primaryValue: 7, partnerCode: 757 }),
  )
  expect(cells(found, 'indicator', 'from_id', 'to_id', 'reporter', 'value', 'unit', 'valuation', 'start_date', 'vintage')).toEqual([
    ['goods-imports', 'JPN', 'USA', 'USA', 10, 'USD', 'CIF', '2023-01-01', 'fetched 2026-11-24'],
    ['goods-imports', 'TWN', 'USA', 'USA', 10, 'USD', 'CIF', '2023-01-01', 'fetched 2026-11-24'],
    ['goods-imports', 'WLD', 'USA', 'USA', 10, 'USD', 'CIF', '2023-01-01', 'fetched 2026-11-24'],
    ['goods-exports', 'USA', 'CHE', 'USA', 7, 'USD', 'FOB', '2023-01-01', 'fetched 2026-11-24'],
  ])
})

test('imports that the reporter values free on board say FOB; a value that is neither is refused', async () => {
  expect(cells(await read(answer({ cifvalue: null, fobvalue: 10 })), 'valuation')).toEqual([['FOB']])
  expect(cells(await read(answer({ cifvalue: null, fobvalue: null })), 'valuation')).toEqual([[null]])
  const equal = { fobvalue: 10, flowCode: 'X' }
  expect(cells(await read(answer(equal)), 'indicator', 'valuation')).toEqual([['goods-exports', 'FOB']])
  await expect(read(answer({ cifvalue: 9 }))).rejects.toThrow('a.json#1: primaryValue 10 is neither cifvalue 9')
})

test('no value is unknown and has no row, zero is zero', async () => {
  const found = await read(answer({ primaryValue: null, cifvalue: null }, { partnerCode: 156, primaryValue: 0, cifvalue: 0 }))
  expect(cells(found, 'from_id', 'value')).toEqual([['CHN', 0]])
})

test('re-exports, parts by transport and remainders are passed over; months are months', async () => {
  const found = await read(
    answer({ flowCode: 'RM' }, { motCode: 1000 }, { partnerCode: 899 }, { partnerCode: 492 }, { freqCode: 'M', period: '202302' }),
  )
  expect(cells(found, 'start_date', 'end_date')).toEqual([['2023-02-01', '2023-02-28']])
})

test('both codes of Sudan add up, a record that stands twice counts once, and one that contradicts itself is refused', async () => {
  const found = await read(answer({ partnerCode: 736 }, { partnerCode: 729, primaryValue: 5, cifvalue: 5 }, { partnerCode: 736 }))
  expect(cells(found, 'from_id', 'value')).toEqual([['SDN', 15]])
  await expect(read(answer({}, { primaryValue: 5, cifvalue: 5 }))).rejects.toThrow('a.json#2 gives 5 and a.json#1 gives 10')
})

test('a product goes to product_flows with its nomenclature, and weight only where it is not an estimate', async () => {
  const { observations, product_flows } = await read(
    answer({ cmdCode: '0101', netWgt: 1500 }, { cmdCode: '0102', netWgt: 1500, isNetWgtEstimated: true }),
  )
  expect(observations['value']).toEqual([])
  expect([product_flows['nomenclature'], product_flows['product'], product_flows['tonnes'], product_flows['flow']]).toEqual([
    ['HS22', 'HS22'],
    ['0101', '0102'],
    [1.5, null],
    ['imports', 'imports'],
  ])
})

test('errors of the API are told in its words, with what to do', async () => {
  await expect(read('{"statusCode":401,"message":"Access denied due to missing subscription key."}')).rejects.toThrow(
    'missing subscription key',
  )
  await expect(read('{"elapsedTime":"0 secs","count":0,"data":[],"error":"Period is too long"}')).rejects.toThrow('Period is too long')
  await expect(read('{"elapsedTime":"0 secs","count":0,"data":[],"error":""}')).resolves.toBeDefined()
})

test('cut off, capped, miscounted, foreign and changed answers are refused', async () => {
  await expect(read(answer({}).slice(0, 200))).rejects.toThrow('a.json is not JSON')
  await expect(read('<html>Service unavailable</html>')).rejects.toThrow('a.json is not JSON')
  await expect(read('')).rejects.toThrow('a.json is not JSON')
  await expect(read('[1]')).rejects.toThrow('not an answer of UN Comtrade')
  await expect(read('{"a":1}')).rejects.toThrow('no list "data"')
  await expect(read(answer(...Array.from({ length: 500 }, () => ({}))))).rejects.toThrow('as many as the API gives at once')
  await expect(read(answer({}).replace('"count":1', '"count":2'))).rejects.toThrow('says count 2 and holds 1')
  await expect(read(answer({}).replace('primaryValue', 'tradeValue'))).rejects.toThrow('a.json#1 has no primaryValue')
  await expect(read(answer({ partnerCode: '392' }))).rejects.toThrow('a.json#1 has "392" partnerCode, where a number is due')
  await expect(read(answer({ typeCode: 'S' }))).rejects.toThrow('trade in services')
  await expect(read(answer({ partnerCode: 7 }))).rejects.toThrow('a.json#1 has the partnerCode 7')
  await expect(read(answer({ flowCode: 'Z' }))).rejects.toThrow('unknown flowCode "Z"')
  await expect(read(answer({ period: '2023Q1' }))).rejects.toThrow('the period "2023Q1"')
  await expect(read(answer({ primaryValue: -1, cifvalue: -1 }))).rejects.toThrow('negative primaryValue -1')
  await expect(read(answer({ motCode: 1000 }))).rejects.toThrow('ask for their totals')
})

test('every M49 code of a state is read as that state, but 492, which Comtrade uses for a remainder', () => {
  const wrong = states.filter(({ m49, iso3 }) => m49 !== null && comtradeParty(m49) !== iso3)
  expect(wrong.map(({ iso3 }) => iso3)).toEqual(['MCO'])
  expect([810, 890, 891, 58, 1].map(comtradeParty)).toEqual(['RUS', 'YUG', 'YUG', null, undefined])
})

describe.skipIf(!haveRaw)(`recorded answers ${rawNeeded}`, () => {
  const at = (name: string): string => join(rawFolder, 'comtrade-api-samples', name)
  const keyed = at('data_v1_get_C_A_HS-60a6ad.json')

  test('China 2010 with Argentina and Germany: four records, four observations', async () => {
    const { observations } = await readComtrade([keyed])
    expect(observations['value']?.length).toBe(4)
    expect(figureOf(observations, 'goods-imports', 'DEU', 'CHN', 2010)).toBe(74_251_272_075)
    expect(figureOf(observations, 'goods-exports', 'CHN', 'ARG', 2010)).toBe(6_115_764_185)
  })

  test('the same answer twice is the same rows; the listing of bulk files is refused', async () => {
    expect((await readComtrade([keyed, keyed])).observations['value']?.length).toBe(4)
    await expect(readComtrade([at('bulk_v1_get_C_A_HS-4f1d0f.json')])).rejects.toThrow('lists bulk files')
    expect(JSON.parse(readFileSync(keyed, 'utf8')).data.length).toBe(4)
  })
})

describe('fuels', () => {
  const coal = { cmdCode: '2701', cifvalue: 5_000_000, primaryValue: 5_000_000, netWgt: 40_000_000 }
  const fuels = async (...changes: Change[]): Promise<unknown[]> =>
    rowsOf((await read(answer(...changes))).observations).map((row) => [row['indicator'], row['value'], row['unit']])

  test('imports of coal are a figure of energy in USD and tonnes, and a product as before', async () => {
    expect(await fuels(coal)).toEqual([
      ['fossil-imports-coal', 5_000_000, 'USD'],
      ['fossil-imports-coal-tonnes', 40_000, 'tonnes'],
    ])
    expect(rowsOf((await read(answer(coal))).product_flows).map((row) => [row['product'], row['tonnes']])).toEqual([['2701', 40_000]])
  })

  test('an estimated weight, exports, and other products are none', async () => {
    expect(await fuels({ ...coal, isNetWgtEstimated: true })).toEqual([['fossil-imports-coal', 5_000_000, 'USD']])
    expect(await fuels({ ...coal, flowCode: 'X' }, { ...coal, cmdCode: '2716' }, { ...coal, cmdCode: '8703' })).toEqual([])
  })
})

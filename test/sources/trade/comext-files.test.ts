import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readComextFiles } from '../../../src/sources/trade/comext.ts'
import { readComextSanctionedFiles } from '../../../src/sources/trade/comext-sanctioned.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawFolder, rawNeeded, rowsOf } from '../raw-data.ts'

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const union = 'European Union - 27 countries (AT, BE)'

function download(name: string, ...rows: string[]): string {
  const path = join(freshRoot(), name)
  writeFileSync(path, `REPORTER,PARTNER,PRODUCT,FLOW,STAT_PROCEDURE,PERIOD,VALUE_IN_EUR\n${rows.join('\n')}\n`)
  return path
}

const months = (reporter: string, flow = 'EXPORT', value = 10): string[] =>
  names.map((month) => `"${reporter}",Kyrgyzstan,Total,${flow},Total,${month}. 2021,${value}`)
const year = (value: number): string => `"${union}",Kyrgyzstan,Total,EXPORT,Total,Jan.-Dec. 2021,${value}`

test('the EU’s year comes from the yearly download where it has one, else from its months; members from their months', async () => {
  const monthly = download('m.csv', ...months(union), ...months('Poland'), ...months(union, 'IMPORT', 3))
  const told = async (...paths: string[]) =>
    rowsOf((await readComextFiles(paths)).observations).map((row) => [row['indicator'], row['reporter'], row['value']])
  expect(await told(monthly, download('y.csv', year(125)))).toEqual([
    ['goods-exports', 'EU', 125],
    ['goods-exports', 'POL', 120],
    ['goods-imports', 'EU', 36],
  ])
  expect(await told(monthly)).toContainEqual(['goods-exports', 'EU', 120])
})

test('the same download twice is one; two that differ are refused, with both places and what to do', async () => {
  const one = download('a.csv', year(125))
  expect((await readComextFiles([one, download('b.csv', year(125))])).observations['value']).toEqual([125])
  const differing = readComextFiles([one, download('c.csv', year(126))])
  await expect(differing).rejects.toThrow(/c\.csv:2 gives 126 and a\.csv:2 gives 125/)
  await expect(differing).rejects.toMatchObject({ code: 'BadInput', hint: expect.stringContaining('the later one') })
})

function workbook(name: string): string {
  const path = join(freshRoot(), 's.xlsx')
  const book = utils.book_new()
  const cells = [43831, 43862, 43891, 43922, 43952, 43983, 44013, 44044, 44075, 44105, 44136, 44166].map((serial) => [
    'Armenia',
    'Austria',
    serial,
    5,
  ])
  utils.book_append_sheet(book, utils.aoa_to_sheet([['partner', 'reporter', 'month', 'sanctioned_export'], ...cells]), name)
  writeFileSync(path, write(book, { type: 'buffer' }) as Buffer)
  return path
}

test('sanctioned goods: workbook and codes are told apart, either alone will do, two lists will not', async () => {
  const codes = join(freshRoot(), 'codes.csv')
  writeFileSync(codes, 'code,product\n01012100,x\n')
  const both = await readComextSanctionedFiles([codes, workbook('Sheet1')])
  expect([both.observations?.['value'], both.product_lists?.['product']]).toEqual([[60], ['01012100']])
  expect(Object.keys(await readComextSanctionedFiles([codes]))).toEqual(['product_lists'])
  await expect(readComextSanctionedFiles([codes, codes])).rejects.toMatchObject({ code: 'Usage' })
})

describe.skipIf(!haveRaw)(`downloads of Comext ${rawNeeded}`, () => {
  test('all nine: as the record has them, one figure of each flow', async () => {
    const { observations } = await readComextFiles([raw.comextYears, ...raw.comextExports, ...raw.comextImports])
    expect(figureOf(observations, 'goods-exports', 'EU', 'KGZ', 2021) / 1e9).toBeCloseTo(0.26, 2)
    expect(figureOf(observations, 'goods-exports', 'EU', 'KGZ', 2023) / 1e9).toBeCloseTo(2.73, 2)
    expect(figureOf(observations, 'goods-exports', 'POL', 'RUS', 2021)).toBeGreaterThan(5e9)
    expect(figureOf(observations, 'goods-imports', 'KGZ', 'EU', 2021)).toBeGreaterThan(5e7)
  })

  test('sanctioned goods: all three files together', async () => {
    const at = (name: string): string => join(rawFolder, 'eurostat-comext-sanctioned', name)
    const files = ['export_sanctions_codes.csv', 'eu_total_trade_4630244_spreadsheet.xlsx', 'eu_export_sanctioned.xlsx'].map(at)
    const { observations, product_flows, product_lists } = await readComextSanctionedFiles(files)
    expect(figureOf(observations!, 'sanctioned-goods-exports', 'EU', 'RUS', 2022) / 1e9).toBeCloseTo(12.6, 1)
    expect(figureOf(observations!, 'goods-exports', 'EU', 'RUS', 2021) / 1e9).toBeCloseTo(89.2, 1)
    expect(product_lists?.['product']?.length).toBe(2223)
    expect(new Set(product_flows?.['product'])).toEqual(new Set(['27']))
  })
})

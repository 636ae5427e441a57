import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { monthSums, partYearSums, withoutUnpublishedMonths } from '../../../src/sources/trade/comext-months.ts'
import { readComextWorkbook, readSanctionedCodes, readSanctionedExports } from '../../../src/sources/trade/comext-sanctioned.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, rawFolder, rawNeeded, rowsOf } from '../raw-data.ts'

type Grid = (string | number | null)[][]

function workbook(grid: Grid, name = 'Sheet1'): string {
  const path = join(freshRoot(), 's.xlsx')
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(grid), name)
  writeFileSync(path, write(book, { type: 'buffer' }) as Buffer)
  return path
}

const serials = [43831, 43862, 43891, 43922, 43952, 43983, 44013, 44044, 44075, 44105, 44136, 44166]
const head = ['partner', 'reporter', 'month', 'sanctioned_export']
const year = (count = 12): Grid => serials.slice(0, count).map((serial) => ['Russian Federation (Russia)', 'Austria', serial, 5])

test('twelve months make a year of a member, eleven none; without all 27 there is no sum of the EU', async () => {
  const rows = rowsOf((await readSanctionedExports(workbook([head, ...year()]))).observations)
  expect(rows.map((row) => [row['indicator'], row['from_id'], row['to_id'], row['start_date'], row['value'], row['unit']])).toEqual([
    ['sanctioned-goods-exports', 'AUT', 'RUS', '2020-01-01', 60, 'EUR'],
  ])
  const eleven = rowsOf((await readSanctionedExports(workbook([head, ...year(11)]))).observations)
  expect(eleven.map((row) => [row['start_date'], row['end_date'], row['value']])).toEqual([['2020-01-01', '2020-11-30', 55]])
})

test('a month that is zero for every member and partner was not yet published: missing, not zero', async () => {
  const cell = (reporter: string, month: string, value: number) => ({
    reporter,
    partner: 'RUS',
    month,
    value,
    locator: `${reporter} ${month}`,
  })
  const cells = ['2021', '2022'].flatMap((of) =>
    Array.from({ length: 12 }, (_, i) => `${of}-${String(i + 1).padStart(2, '0')}`).flatMap((month) => [
      cell('AUT', month, month === '2022-12' ? 0 : 5),
      cell('MLT', month, 0),
    ]),
  )
  const published = withoutUnpublishedMonths(cells)
  expect(published.filter(({ value }) => value === null).map(({ month }) => month)).toEqual(['2022-12', '2022-12'])
  expect(monthSums(published).map(({ reporter, year, value }) => [reporter, year, value])).toEqual([
    ['AUT', 2021, 60],
    ['MLT', 2021, 0],
  ])
  expect(partYearSums(published).map(({ reporter, year, months, value }) => [reporter, year, months, value])).toEqual([
    ['AUT', 2021, 11, 55],
    ['MLT', 2021, 11, 0],
    ['AUT', 2022, 11, 55],
    ['MLT', 2022, 11, 0],
  ])
  expect(partYearSums(withoutUnpublishedMonths(cells.filter(({ month }) => month < '2022')))).toEqual([])
})

test('a month that is not available makes the year unknown', () => {
  const cell = { reporter: 'AUT', partner: 'RUS', value: 1, locator: 'x' }
  const months = Array.from({ length: 12 }, (_, i) => ({ ...cell, month: `2020-${String(i + 1).padStart(2, '0')}` }))
  expect(monthSums(months).map(({ value }) => value)).toEqual([12])
  expect(monthSums(months.map((month, i) => (i === 3 ? { ...month, value: null } : month)))).toEqual([])
})

test('another layout, an unknown party, a negative, doubled or undated cell are refused with their cell', async () => {
  const with1 = (row: (string | number | null)[]): Promise<unknown> => readSanctionedExports(workbook([head, ...year(), row]))
  await expect(readSanctionedExports(workbook([['a', 'b', 'c', 'd'], ...year()]))).rejects.toThrow(
    's.xlsx!Sheet1!A1 has the headings a, b, c, d',
  )
  await expect(with1(['Ruritania', 'Austria', 43831, 5])).rejects.toThrow('s.xlsx!Sheet1!A14')
  await expect(with1(['Armenia', 'Norway', 43831, 5])).rejects.toThrow('s.xlsx!Sheet1!B14 is "NOR", not a member')
  await expect(with1(['Armenia', 'Austria', 43832, 5])).rejects.toThrow('s.xlsx!Sheet1!C14 is 2020-01-02')
  await expect(with1(['Armenia', 'Austria', 5, 5])).rejects.toThrow('s.xlsx!Sheet1!C14 has "5" for month')
  await expect(with1(['Armenia', 'Austria', 43831, -5])).rejects.toThrow('s.xlsx!Sheet1!D14 has the negative trade -5')
  await expect(with1(['Armenia', 'Austria', 43831, 'x'])).rejects.toThrow('s.xlsx!Sheet1!D14 has "x"')
  await expect(with1(year()[0]!)).rejects.toThrow('s.xlsx!Sheet1!D14 and s.xlsx!Sheet1!D2 both tell of AUT RUS 2020')
})

const browser = (product: string, flow: string, cells: Grid): Grid => [
  ['Data extracted'],
  ['Dataset: '],
  ['Last updated: '],
  [],
  ['PRODUCT [PRODUCT]', null, product],
  ['FLOW', null, flow],
  ['INDICATORS', null, 'VALUE_IN_EUROS'],
  [],
  ['TIME', 'TIME', ...Array.from({ length: 12 }, (_, i) => `2020-${String(i + 1).padStart(2, '0')}`)],
  ['FREQ (Labels)', 'FREQ (Labels)'],
  ['REPORTER (Labels)', 'PARTNER (Labels)'],
  ...cells,
  [],
  ['Special value'],
  [':', 'not available'],
]

test("the data browser's sheets: totals are observations, chapters rows of product_flows, a colon makes the year unknown", async () => {
  const cells: Grid = [
    ['Austria', 'Armenia', ...Array.from({ length: 12 }, () => 3)],
    ['Austria', 'Belarus (Belorussia)', ':', ...Array.from({ length: 11 }, () => 3)],
  ]
  const total = await readComextWorkbook(workbook(browser('Total [TOTAL]', 'IMPORT', cells), 'Sheet 1'))
  expect(rowsOf(total.observations).map((row) => [row['indicator'], row['from_id'], row['to_id'], row['reporter'], row['value']])).toEqual([
    ['goods-imports', 'ARM', 'AUT', 'AUT', 36],
  ])
  const fuels = await readComextWorkbook(workbook(browser('MINERAL FUELS [27]', 'EXPORT', cells), 'Sheet 1'))
  expect([fuels.observations['value'], fuels.product_flows['product'], fuels.product_flows['value']]).toEqual([[], ['27'], [36]])
  await expect(readComextWorkbook(workbook(browser('Total', 'IMPORT', cells), 'Sheet 1'))).rejects.toThrow(
    'not values in EUR of one product',
  )
  await expect(readComextWorkbook(workbook(cells, 'Data'))).rejects.toThrow('has no "Sheet 1"')
})

test('codes keep their leading zero; one of seven digits or a doubled one is refused', async () => {
  const codes = async (...rows: string[]) => {
    const path = join(freshRoot(), 'c.csv')
    writeFileSync(path, `"code","product"\n${rows.map((row) => `"${row}","x, y"\n`).join('')}`)
    return (await readSanctionedCodes(path)).product_lists['product']
  }
  expect(await codes('01012100', '91139000')).toEqual(['01012100', '91139000'])
  await expect(codes('1012100')).rejects.toThrow('c.csv:2 has the code "1012100"')
  await expect(codes('01012100', '01012100')).rejects.toThrow('c.csv:3 and c.csv:2 both have')
})

describe.skipIf(!haveRaw)(`January 2023 ${rawNeeded}`, () => {
  const at = (name: string): string => join(rawFolder, 'eurostat-comext-sanctioned', name)

  test('sanctioned goods: December 2022 is not in the data, so 2022 is eleven months and stands beside eleven months of 2021', async () => {
    const rows = rowsOf((await readSanctionedExports(at('eu_export_sanctioned.xlsx'))).observations)
    const eu = (to: string, end: string): number | undefined =>
      rows.find((row) => row['from_id'] === 'EU' && row['to_id'] === to && row['end_date'] === end)?.['value'] as number | undefined
    expect([eu('RUS', '2021-12-31'), eu('KGZ', '2021-12-31')]).toEqual([33_195_079_129, 75_443_084])
    expect([eu('RUS', '2022-12-31'), eu('KGZ', '2022-12-31')]).toEqual([undefined, undefined])
    expect([eu('RUS', '2021-11-30'), eu('RUS', '2022-11-30')].map((value) => (value! / 1e6).toFixed(1))).toEqual(['30448.5', '12554.1'])
    expect(['KGZ', 'ARM', 'KAZ', 'GEO'].map((to) => Math.round(eu(to, '2022-11-30')! / 1e6))).toEqual([495, 702, 3658, 1073])
    expect(rows.length).toBe((27 + 1) * 7 * (2 + 3))
  })

  test('the workbook of total trade: members and months add up to what the yearly download of Comext says (Russia 2021: 89.2 bn EUR)', async () => {
    const { observations, product_flows } = await readComextWorkbook(at('eu_total_trade_4630244_spreadsheet.xlsx'))
    expect(figureOf(observations, 'goods-exports', 'EU', 'RUS', 2021) / 1e9).toBeCloseTo(89.2, 1)
    expect(new Set(product_flows['product'])).toEqual(new Set(['27']))
  })

  test('2,223 codes', async () => {
    expect((await readSanctionedCodes(at('export_sanctions_codes.csv'))).product_lists['product']?.length).toBe(2223)
  })
})

import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readSipriMilex } from '../../../src/sources/arms/sipri-milex.ts'
import { figureOf, haveRaw, rawFolder, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'
import { ownFile } from '../sipri-own-files.ts'

type Cells = (string | number | null)[][]

describe.skipIf(!haveRaw)(`SIPRI military expenditure ${rawNeeded}`, async () => {
  const path = `${rawFolder}/sipri-milex/SIPRI-Milex-data-1948-2023.xlsx`
  const observations = haveRaw ? (await readSipriMilex(path)).observations : {}
  const rows = rowsOf(observations)
  const row = (indicator: string, from: string, year: number): unknown =>
    rows.find((one) => one['indicator'] === indicator && one['from_id'] === from && one['start_date'] === `${year}-01-01`)

  test('China spent 296.4 and Russia 109.5 bn USD in 2023, both by estimate; the USA reported 916.0 bn', () => {
    expect(figureOf(observations, 'military-expenditure', 'CHN', null, 2023) / 1e9).toBeCloseTo(296.4, 1)
    expect(figureOf(observations, 'military-expenditure', 'RUS', null, 2023) / 1e9).toBeCloseTo(109.5, 1)
    expect(figureOf(observations, 'military-expenditure', 'USA', null, 2023)).toBe(916_014_700_000)
    expect(row('military-expenditure', 'CHN', 2023)).toMatchObject({
      status: 'estimated',
      locator: expect.stringContaining('Current US$!BZ106'),
    })
    expect([2021, 2022].map((year) => row('military-expenditure', 'RUS', year))).toMatchObject([
      { status: 'observed' },
      { status: 'estimated' },
    ])
    expect(row('military-expenditure', 'USA', 2023)).toMatchObject({ status: 'observed', vintage: '1948-2023 edition' })
  })

  test('units keep currency and price base; shares are fractions; the world is there in two kinds of prices', () => {
    expect(row('military-expenditure-constant', 'CHN', 2023)).toMatchObject({ unit: 'USD of 2022' })
    expect(row('military-expenditure-local', 'CHN', 2023)).toMatchObject({ unit: 'Yuan' })
    expect(figureOf(observations, 'military-expenditure-gdp-share', 'RUS', null, 2023)).toBeCloseTo(0.0586, 4)
    expect(figureOf(observations, 'military-expenditure-per-head', 'CHN', null, 2023)).toBeCloseTo(207.93, 2)
    expect(figureOf(observations, 'military-expenditure-government-share', 'CHN', null, 2023)).toBeCloseTo(0.0497, 4)
    expect(figureOf(observations, 'military-expenditure', 'WLD', null, 2023) / 1e9).toBeCloseTo(2443.4, 1)
    expect(yearsOf(observations, 'military-expenditure-constant', 'WLD', null).slice(0, 4)).toEqual([1988, 1989, 1990, 1992])
  })

  test('0 USD for Russia in 1992 and Taiwan in 1980 is no exchange rate and so unknown; Costa Rica spent nothing', () => {
    expect(row('military-expenditure-local', 'RUS', 1992)).toMatchObject({ value: 904_000_000 })
    expect(row('military-expenditure', 'RUS', 1992)).toBeUndefined()
    expect(row('military-expenditure', 'TWN', 1980)).toBeUndefined()
    expect(figureOf(observations, 'military-expenditure', 'CRI', null, 2023)).toBe(0)
    const nothing = new Set(rows.filter((one) => one['value'] === 0).map((one) => one['from_id']))
    expect([...nothing].sort()).toEqual(['CRI', 'HTI', 'ISL', 'PAN'])
  })

  test('RUS has the USSR to 1990 and Russia from 1992, and 1991 is unknown', () => {
    expect(figureOf(observations, 'military-expenditure-local', 'RUS', null, 1988)).toBe(138_300_000_000)
    expect(yearsOf(observations, 'military-expenditure-local', 'RUS', null).slice(0, 5)).toEqual([1987, 1988, 1989, 1990, 1992])
  })

  test('states that had ended have no later years, and every row is of a state or the world', () => {
    expect(yearsOf(observations, 'military-expenditure', 'DDR', null)).toEqual([])
    expect(yearsOf(observations, 'military-expenditure-local', 'CSK', null).at(-1)).toBe(1992)
    expect(rows.every((one) => /^[A-Z]{3}$/.test(String(one['from_id'])) && one['to_id'] === null)).toBe(true)
  })
})

const title = 'Military expenditure by country, 2020-2022 © SIPRI 2023'
const years = [2020, 2021, 2022]

function countries(figures: Readonly<Record<string, Cells[number]>>, extra: readonly (string | null)[] = []): Cells {
  const heads = extra.length > 0 ? ['Currency'] : []
  const rows = Object.entries(figures).map(([label, cells], i) => [label, ...(extra.length > 0 ? [extra[i] ?? null] : []), ...cells])
  return [[title], ['explanations'], ['Country', ...heads, ...years], ['Africa'], ...rows]
}

/** The sheets of a small workbook of our own. */
function workbook(changed: Readonly<Record<string, Cells | null>> = {}): Record<string, Cells> {
  const figures = { China: [1, '...', 3], USSR: ['xxx', 'xxx', 'xxx'], 'Costa Rica': [0, 0, 0] }
  const sheets: Record<string, Cells | null> = {
    'Regional totals': [['Figures at constant 2021 prices'], ['Region', 2021, 2022, '2022 (current prices)'], ['World', 2, '...', 3]],
    'Local currency calendar years': countries(figures, ['Yuan', 'Roubles', 'Colones']),
    'Constant (2021) US$': countries(figures),
    'Current US$': countries(figures),
    'Share of GDP': countries({ China: [0.01, 0.02, '. .'] }),
    'Per capita': countries({ China: [1, 2, 3] }),
    'Share of Govt. spending': countries({ China: [0.1, 0.2, 0.3] }),
    ...changed,
  }
  return Object.fromEntries(Object.entries(sheets).filter((entry): entry is [string, Cells] => entry[1] !== null))
}

function bookOf(sheets: Readonly<Record<string, Cells>>): string {
  const book = utils.book_new()
  for (const [name, cells] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name)
  return ownFile('milex.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}

const figuresOf = async (sheets: Readonly<Record<string, Cells>>, indicator: string): Promise<unknown[][]> =>
  rowsOf((await readSipriMilex(bookOf(sheets))).observations)
    .filter((row) => row['indicator'] === indicator)
    .map((row) => [row['from_id'], row['start_date'], row['value'], row['unit'], row['status']])

test('"..." and "xxx" give no row; without colours every figure is an estimate', async () => {
  expect(await figuresOf(workbook(), 'military-expenditure')).toEqual([
    ['CHN', '2020-01-01', 1_000_000, 'USD', 'estimated'],
    ['CHN', '2022-01-01', 3_000_000, 'USD', 'estimated'],
    ['CRI', '2020-01-01', 0, 'USD', 'estimated'],
    ['CRI', '2021-01-01', 0, 'USD', 'estimated'],
    ['CRI', '2022-01-01', 0, 'USD', 'estimated'],
    ['WLD', '2022-01-01', 3_000_000_000, 'USD', 'estimated'],
  ])
  expect(await figuresOf(workbook(), 'military-expenditure-gdp-share')).toHaveLength(2)
})

test('the base year of constant prices comes from the sheet, the currency from the row', async () => {
  expect((await figuresOf(workbook(), 'military-expenditure-constant')).map(([, , , unit]) => unit)).toEqual(Array(6).fill('USD of 2021'))
  expect((await figuresOf(workbook(), 'military-expenditure-local')).map(([, , , unit]) => unit).slice(0, 3)).toEqual([
    'Yuan',
    'Yuan',
    'Colones',
  ])
})

test('a 0 in USD beside an amount in local currency is unknown, and so is the 0 of a state with forces', async () => {
  const sheets = workbook({ 'Current US$': countries({ China: [0, 0, 5], 'Costa Rica': [0, 2, 0] }) })
  expect((await figuresOf(sheets, 'military-expenditure')).map(([id, day]) => `${id} ${day}`)).toEqual([
    'CHN 2022-01-01',
    'CRI 2020-01-01',
    'CRI 2021-01-01',
    'CRI 2022-01-01',
    'WLD 2022-01-01',
  ])
})

const current = (change: (cells: Cells) => unknown): Record<string, Cells> => {
  const cells = countries({ China: [1, 2, 3], India: [4, 5, 6] })
  change(cells)
  return workbook({ 'Current US$': cells })
}

test.each<[string, Record<string, Cells>, string]>([
  [
    'a negative figure',
    current((cells) => cells[4]!.splice(1, 1, -1)),
    'milex.xlsx!Current US$!B5 has "-1", where a number of zero or more, "..." or "xxx" is due',
  ],
  ['a blank (merged) cell', current((cells) => cells[4]!.splice(2, 1, null)), 'milex.xlsx!Current US$!C5 has ""'],
  ['a note for a figure', current((cells) => cells[4]!.splice(2, 1, 'n.a.')), 'milex.xlsx!Current US$!C5 has "n.a."'],
  ['a year that is missing', current((cells) => cells[2]!.splice(2, 1, null)), 'milex.xlsx!Current US$!D3 has the year 2022'],
  [
    'years out of order',
    current((cells) => cells[2]!.splice(1, 2, 2021, 2020)),
    'milex.xlsx!Current US$!C3 has the year 2020, where 2022 is due',
  ],
  ['a state twice', current((cells) => cells.push(cells[4]!)), 'milex.xlsx!Current US$!A7 has "China" again, as in row 5'],
  [
    'a name that nobody knows',
    current((cells) => cells[4]!.splice(0, 1, 'Chinna')),
    'milex.xlsx!Current US$!B5: "Chinna" is no party that SIPRI has',
  ],
  ['a state after its end', workbook({ 'Current US$': countries({ Czechoslovakia: [1, 1, 1] }) }), 'had ceased to exist by 2020'],
  ['a renamed heading', current((cells) => cells[2]!.splice(0, 1, 'State')), 'milex.xlsx!Current US$ has no row headed "Country"'],
  ['a sheet of another source', current((cells) => cells[0]!.splice(0, 1, 'Exports, FOB')), 'milex.xlsx!Current US$!A1 has "Exports, FOB"'],
  ['a sheet that is missing', workbook({ 'Per capita': null }), 'milex.xlsx has no sheet named like ^Per capita$'],
  [
    'an amount without its currency',
    workbook({ 'Local currency calendar years': countries({ China: [1, 2, 3] }) }),
    'no currency is given for "China"',
  ],
  [
    'a world without its row',
    workbook({ 'Regional totals': [['Region', 2022]] }),
    'milex.xlsx!Regional totals lacks its header "Region", its row "World"',
  ],
])('%s is refused with its place', async (_, sheets, message) => {
  await expect(readSipriMilex(bookOf(sheets))).rejects.toThrow(message)
})

test('an empty file, a CSV and a torn workbook are refused', async () => {
  await expect(readSipriMilex(ownFile('milex.xlsx', ''))).rejects.toThrow('is not an .xlsx workbook')
  await expect(readSipriMilex(ownFile('milex.xlsx', 'Country,2020\nChina,1\n'))).rejects.toThrow('is not an .xlsx workbook')
  await expect(readSipriMilex(ownFile('milex.xlsx', 'PK\u0003\u0004 and no more'))).rejects.toThrow('is a torn workbook')
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readOecdIcio } from '../../../src/sources/trade/oecd-icio.ts'
import type { Columns } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from '../raw-data.ts'

async function told(name: string, ...lines: readonly string[]): Promise<unknown[][]> {
  const path = join(freshRoot(), name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return rowsOf((await readOecdIcio([path])).observations).map((row) =>
    ['indicator', 'from_id', 'to_id', 'start_date', 'value', 'locator'].map((one) => row[one]),
  )
}
const bySector = 'exporter,importer,sector,value_musd,tariff'

test('coal, oil and gas, and refined fuels are one; sales within an economy, other sectors and small cells are left out', async () => {
  expect(
    await told(
      'icio-sectors-2022.csv',
      bySector,
      'SAU,CHN,B06,59,0',
      'SAU,CHN,C19,1.5,0',
      'SAU,SAU,C19,900,0',
      'SAU,CHN,A01,5,0',
      'SAU,CHN,C26,0.05,0',
      'SAU,ROW,B06,2,0',
    ),
  ).toEqual([
    ['fuel-sales', 'SAU', 'CHN', '2022-01-01', 60_500_000, 'icio-sectors-2022.csv:2, 3'],
    ['fuel-sales', 'SAU', 'WLD', '2022-01-01', 62_500_000, 'icio-sectors-2022.csv:2, 3, 7'],
    ['fuel-sales', 'WLD', 'CHN', '2022-01-01', 60_500_000, 'icio-sectors-2022.csv:2, 3'],
  ])
})

test('services come from the table of totals, year by year', async () => {
  const found = await told('totals.csv', 'year,exporter,importer,goods_musd,services_musd', '2012,USA,MEX,5,7', '2022,USA,MEX,5,9')
  expect(found.filter((row) => row[1] === 'USA' && row[2] === 'MEX').map((row) => [row[0], row[3], row[4]])).toEqual([
    ['services-sales', '2012-01-01', 7_000_000],
    ['services-sales', '2022-01-01', 9_000_000],
  ])
})

test.each([
  ['a name without a year', 'icio.csv', `${bySector}\nSAU,CHN,B06,5,0`, 'not of 2011 to 2022'],
  ['an unknown sector', 'icio-2022.csv', `${bySector}\nSAU,CHN,B99,5,0`, 'names the sector "B99"'],
  ['an unknown economy', 'icio-2022.csv', `${bySector}\nXYZ,CHN,B06,5,0`, 'names "XYZ"'],
  ['less than nothing', 'icio-2022.csv', `${bySector}\nSAU,CHN,B06,-5,0`, 'not an amount'],
  ['a cell twice', 'icio-2022.csv', `${bySector}\nSAU,CHN,B06,5,0\nSAU,CHN,B06,5,0`, 'both tell of'],
])('%s is refused', async (_, name, text, said) => {
  await expect(told(name, text)).rejects.toThrow(said)
})

describe.skipIf(!haveRaw)(`the tables at hand ${rawNeeded}`, () => {
  let table: Columns
  beforeAll(async () => {
    table = (await readOecdIcio(raw.oecdIcio)).observations
  }, 60_000)
  const bn = (indicator: string, from: string, to: string): number => figureOf(table, indicator, from, to, 2022) / 1e9

  test('fuels from Saudi Arabia to China 60.7 bn, from Russia to China 47.4, from Norway to Germany 25.3; electronics from Taiwan to China 120', () => {
    expect(bn('fuel-sales', 'SAU', 'CHN')).toBeCloseTo(60.7, 1)
    expect(bn('fuel-sales', 'RUS', 'CHN')).toBeCloseTo(47.4, 1)
    expect(bn('fuel-sales', 'NOR', 'DEU')).toBeCloseTo(25.3, 1)
    expect(bn('electronics-sales', 'TWN', 'CHN')).toBeCloseTo(120, 0)
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCreaFossil } from '../../../src/sources/energy/crea-fossil.ts'
import type { Columns } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, raw, rawNeeded, rowsOf } from '../raw-data.ts'

async function readRows(rows: readonly string[]): Promise<Columns> {
  const path = join(freshRoot(), 'c.csv')
  writeFileSync(path, `country,partner,date,commodity,EU,unit,value,source\n${rows.join('\n')}\n`)
  return (await readCreaFossil(path)).observations
}

const year = (country: string, fuel: string, value: (month: number) => string): string[] =>
  Array.from({ length: 12 }, (_, i) => `${country},Russia,2020-${String(i + 1).padStart(2, '0')}-01,${fuel},FALSE,eur,${value(i + 1)},x`)

const figures = (columns: Columns): unknown[] => rowsOf(columns).map((row) => [row['indicator'], row['to_id'], row['value']])

test('a fuel reported in some months of a year with reports in all of them is the sum, and so is the total', async () => {
  const observations = await readRows([...year('China', 'oil', () => '10'), ...year('China', 'coal', () => '1').slice(0, 2)])
  expect(figures(observations)).toEqual([
    ['fossil-imports-crude', 'CHN', 120],
    ['fossil-imports-coal', 'CHN', 2],
    ['fossil-imports', 'CHN', 122],
  ])
})

test('an importer that reported in eleven months only has no figure', async () => {
  expect(figures(await readRows(year('China', 'oil', () => '10').slice(1)))).toEqual([])
})

test('a blank or negative month makes the fuel unknown, and with it the total, not zero', async () => {
  const gas = (odd: string): string[] => year('India', 'natural_gas', (month) => (month === 5 ? odd : '3'))
  const crude = [['fossil-imports-crude', 'IND', 120]]
  expect(figures(await readRows([...year('India', 'oil', () => '10'), ...gas('')]))).toEqual(crude)
  expect(figures(await readRows([...year('India', 'oil', () => '10'), ...gas('-3')]))).toEqual(crude)
})

test('Turkey, which keeps origins secret, has no figure; Poland has none of gas and no total', async () => {
  const rows = ['Turkey', 'Poland'].flatMap((country) => [...year(country, 'natural_gas', () => '1'), ...year(country, 'oil', () => '2')])
  expect(figures(await readRows(rows))).toEqual([['fossil-imports-crude', 'POL', 24]])
})

describe.skipIf(!haveRaw)(`CREA's compilation ${rawNeeded}`, () => {
  test('imports from Russia in 2021: China 47.8 bn EUR, the EU 120.5 bn', async () => {
    const { observations } = await readCreaFossil(raw.creaFossil)
    expect(figureOf(observations, 'fossil-imports', 'RUS', 'CHN', 2021) / 1e9).toBeCloseTo(47.8, 1)
    expect(figureOf(observations, 'fossil-imports', 'RUS', 'EU', 2021) / 1e9).toBeCloseTo(120.5, 1)
    expect(figureOf(observations, 'fossil-imports-crude', 'RUS', 'CHN', 2021) / 1e9).toBeCloseTo(36.86, 2)
    expect(rowsOf(observations).every((row) => Number(row['value']) >= 0)).toBe(true)
  })
})

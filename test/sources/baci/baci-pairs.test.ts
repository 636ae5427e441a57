import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { card as baci, readBaci } from '../../../src/sources/baci/baci.ts'
import { card, readBaciPairs } from '../../../src/sources/baci/baci-pairs.ts'
import { traitsOf } from '../../../src/sources/source-traits.ts'
import { type Columns, tables } from '../../../src/store/index.ts'
import { figureOf, haveRaw, type Row, raw, rawNeeded, rowsOf, yearsOf } from '../raw-data.ts'

const years = Array.from({ length: 17 }, (_, i) => 2005 + i)
const way = ({ from_id, to_id }: Row): string => `${from_id} ${to_id}`

let directory: string
let table: Columns
let rows: Row[]
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'visavis-'))
  table = await readBaciPairs('data/tables/baci-pairs.csv')
  rows = rowsOf(table)
})
afterAll(() => rmSync(directory, { recursive: true }))

const bn = (from: string, to: string, year: number): number => figureOf(table, 'goods-trade-flow', from, to, year) / 1e9

describe('the table', () => {
  test('460 ways among the 30 states of the card, each year of 2005 to 2021, in the columns of observations', () => {
    expect(Object.keys(table)).toEqual(Object.keys(tables.observations))
    expect(rows.length).toBe(7761)
    expect(new Set(rows.map(way)).size).toBe(460)
    expect([...new Set(rows.flatMap((row) => [row['from_id'], row['to_id']]))].sort()).toEqual(card.coverage[0]!.states)
    expect(new Set(rows.map(({ start_date }) => Number(String(start_date).slice(0, 4))))).toEqual(new Set(years))
  })

  test('rows say what rows of baci say, under a name of their own', () => {
    const said = rows.map(({ indicator, reporter, unit, valuation, status, source, vintage }) =>
      [indicator, reporter, unit, valuation, status, source, vintage].join('|'),
    )
    expect([...new Set(said)]).toEqual([`goods-trade-flow||USD|FOB|estimated|baci-pairs|${card.vintage}`])
    expect(card.licence).toEqual(baci.licence)
    expect(traitsOf(card.id).lists).toBe('selection')
  })

  test('Australia to China 138.6 bn USD in 2021, Vietnam to the United States 99.0, Brazil to China 88.3, China to Vietnam 127.2', () => {
    expect(bn('AUS', 'CHN', 2021)).toBeCloseTo(138.6, 1)
    expect(bn('VNM', 'USA', 2021)).toBeCloseTo(99.0, 1)
    expect(bn('BRA', 'CHN', 2021)).toBeCloseTo(88.3, 1)
    expect(bn('CHN', 'VNM', 2021)).toBeCloseTo(127.2, 1)
  })

  test('the United Arab Emirates have no figure in 2021, and one in every year before', () => {
    expect(rows.filter((row) => way(row).includes('ARE') && row['start_date'] === '2021-01-01')).toEqual([])
    expect(yearsOf(table, 'goods-trade-flow', 'ARE', 'IND')).toEqual(years.slice(0, -1))
    expect(yearsOf(table, 'goods-trade-flow', 'ARE', 'IDN')).not.toContain(2009)
  })

  test('Czechia and Saudi Arabia import nothing here, Türkiye exports nothing: those ways are unknown', () => {
    const ends = (end: 'from_id' | 'to_id'): Set<unknown> => new Set(rows.map((row) => row[end]))
    expect(['CZE', 'SAU'].filter((state) => ends('to_id').has(state))).toEqual([])
    expect(ends('from_id').has('TUR')).toBe(false)
  })

  test('China to the United States is not in it', () => {
    expect(rows.map(way)).not.toContain('CHN USA')
  })
})

describe.skipIf(!haveRaw)(`beside baci ${rawNeeded}`, () => {
  test('no way is in both', async () => {
    const held = new Set(rowsOf((await readBaci(raw.baci)).observations).map(way))
    expect(held).toContain('CHN USA')
    expect(rows.map(way).filter((one) => held.has(one))).toEqual([])
  })
})

describe('a table that cannot be right is refused with its line', () => {
  const read = (...lines: readonly string[]): Promise<Columns> => {
    const path = join(directory, 'pairs.csv')
    writeFileSync(path, `${[`from_id,to_id,${years.join(',')}`, ...lines].join('\n')}\n`)
    return readBaciPairs(path)
  }
  const figures = years.map(() => '7').join(',')

  test('a blank is no row, thousands become dollars', async () => {
    const found = await read(`CHN,VNM,${figures.replace('7,7', '7,')}`)
    expect(found['value']).toEqual(Array(16).fill(7000))
    expect(yearsOf(found, 'goods-trade-flow', 'CHN', 'VNM')).not.toContain(2006)
    expect(found['locator']?.[1]).toBe('pairs.csv:2, 2007')
  })

  test.each([
    ['HKG,VNM', figures, ':2 names "HKG", which is no state'],
    ['VNM,VNM', figures, ':2 has trade of VNM with itself'],
    ['CHN,VNM', figures.replace('7', '0'), ':2 has "0" for 2005, not a positive whole number'],
    ['CHN,VNM', figures.replace('7', '7.5'), ':2 has "7.5" for 2005'],
    ['CHN,VNM', `${figures}\nCHN,VNM,${figures}`, ':3 gives CHN to VNM a second time'],
  ])('%s', async (pair, values, message) => {
    await expect(read(`${pair},${values}`)).rejects.toThrow(message)
  })

  test('other years', async () => {
    const path = join(directory, 'later.csv')
    writeFileSync(path, `from_id,to_id,${years.join(',')},2022\nCHN,VNM,${figures},7\n`)
    await expect(readBaciPairs(path)).rejects.toThrow('later.csv:1 has the columns 2022')
    writeFileSync(path, 'from_id,to_id,2005\nCHN,VNM,7\n')
    await expect(readBaciPairs(path)).rejects.toThrow('later.csv lacks the columns 2006')
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DomainInputs } from '../../../../src/assessments/forms/assessment.ts'
import { pairGoods, repeatedGoods } from '../../../../src/assessments/record/pair-goods.ts'
import { compilationOf, traitsOf } from '../../../../src/sources/source-traits.ts'
import { card as imfDots, readImfDots } from '../../../../src/sources/trade/imf-dots.ts'
import { card, readImfDotsWorld } from '../../../../src/sources/trade/imf-dots-world.ts'
import { type Columns, tables } from '../../../../src/store/index.ts'
import { benchOf, yearly } from '../../../assessments/made-snapshot.ts'
import { haveRaw, raw, rawNeeded, rowsOf } from '../../../sources/raw-data.ts'

const years = Array.from({ length: 11 }, (_, i) => 2010 + i)
const raised = ['AUS', 'BRA', 'CAN', 'MEX', 'ZAF']

interface Figure {
  readonly value: number
  readonly status: unknown
  readonly valuation: unknown
}

let directory: string
let table: Columns
let figures: Map<string, Figure>
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'visavis-'))
  table = await readImfDotsWorld('data/tables/imf-dots-world.csv')
  figures = new Map(table['value']!.map((value, i) => [keyOf(i), figureAt(i, Number(value))]))
}, 300_000)
afterAll(() => rmSync(directory, { recursive: true }))

const at = (name: string, i: number): string => String(table[name]![i])
const yearAt = (i: number): number => Number(at('start_date', i).slice(0, 4))
const keyOf = (i: number): string => [at('indicator', i).slice(6), at('from_id', i), at('to_id', i), at('reporter', i), yearAt(i)].join(' ')
const figureAt = (i: number, value: number): Figure => ({ value, status: at('status', i), valuation: at('valuation', i) })
const places = (): number[] => Array.from({ length: table['value']!.length }, (_, i) => i)
const exported = (from: string, to: string, year: number): Figure | undefined => figures.get(`exports ${from} ${to} ${from} ${year}`)
const imported = (from: string, to: string, year: number): Figure | undefined => figures.get(`imports ${from} ${to} ${to} ${year}`)
const bn = (figure: Figure | undefined): number => figure!.value / 1e9

describe('the table', () => {
  test('half a million figures of 190 reporters, each once, in the columns of observations', () => {
    expect(Object.keys(table)).toEqual(Object.keys(tables.observations))
    expect(table['value']!.length).toBe(518_659)
    expect(figures.size).toBe(518_659)
    expect(new Set(table['reporter']).size).toBe(190)
    expect([...new Set(places().map(yearAt))].sort()).toEqual(years)
    expect(new Set(table['vintage'])).toEqual(new Set([card.vintage]))
  })

  test('China to the United States in 2019 is 418.6 bn USD by the one and 452.2 by the other; Vietnam to the United States 77.2 in 2020', () => {
    expect(exported('CHN', 'USA', 2019)).toEqual({ value: 418_584_250_000, status: 'observed', valuation: 'FOB' })
    expect(bn(imported('CHN', 'USA', 2019))).toBeCloseTo(452.2, 1)
    expect(bn(exported('VNM', 'USA', 2020))).toBeCloseTo(77.2, 1)
    expect(bn(imported('TZA', 'KEN', 2019))).toBeCloseTo(0.27, 3)
    expect(bn(imported('FRA', 'DEU', 2015))).toBeCloseTo(79.6, 1)
  })

  test('imports of states that count free on board are the office’s times 1.06 and so estimates; those of the United States are customs value', () => {
    // 35.270 at the Brazilian office
    expect(bn(imported('CHN', 'BRA', 2019))).toBeCloseTo(35.27 * 1.06, 2)
    const firm = places().filter((i) => at('indicator', i) === 'goods-imports' && raised.includes(at('reporter', i)))
    expect(firm.length).toBeGreaterThan(8000)
    expect(firm.filter((i) => at('status', i) !== 'estimated')).toEqual([])
    expect(imported('CHN', 'USA', 2019)).toMatchObject({ status: 'observed', valuation: 'FOB' })
    expect(imported('CHN', 'DEU', 2019)).toMatchObject({ status: 'observed', valuation: 'CIF' })
    expect(exported('BRA', 'CHN', 2019)).toMatchObject({ status: 'observed', valuation: 'FOB' })
  })

  test('Iran’s exports are filled in from what others report, with its total; China’s are not', () => {
    expect(exported('IRN', 'CHN', 2019)?.status).toBe('estimated')
    expect(exported('IRN', 'WLD', 2019)?.status).toBe('estimated')
    expect(exported('CHN', 'WLD', 2019)?.status).toBe('observed')
  })

  test('the states are nearly all of the IMF’s own row World, and seldom more', () => {
    const sums = new Map<string, number>()
    for (const i of places()) {
      if (at('from_id', i) === 'WLD' || at('to_id', i) === 'WLD') continue
      const key = `${at('indicator', i)} ${at('reporter', i)} ${yearAt(i)}`
      sums.set(key, (sums.get(key) ?? 0) + Number(table['value']![i]))
    }
    const wholes = places().filter((i) => at('from_id', i) === 'WLD' || at('to_id', i) === 'WLD')
    const shares = wholes
      .map((i) => sums.get(`${at('indicator', i)} ${at('reporter', i)} ${yearAt(i)}`)! / Number(table['value']![i]))
      .sort((x, y) => x - y)
    expect(shares.length).toBeGreaterThan(4000)
    expect(shares[Math.floor(shares.length / 2)]).toBeCloseTo(0.99, 2)
    expect(shares.at(-1)).toBeLessThan(1.001)
  })

  test('no zero, no report of Russia or Taiwan; Taiwan is a partner; what cannot be right is left out', () => {
    expect(table['value']!.filter((value) => !(Number(value) > 0))).toEqual([])
    expect(['RUS', 'TWN', 'WLD'].filter((id) => table['reporter']!.includes(id))).toEqual([])
    expect(bn(exported('USA', 'TWN', 2020))).toBeCloseTo(30.5, 1)
    expect([imported('RUS', 'KAZ', 2010), exported('SYR', 'WLD', 2010), imported('WLD', 'KWT', 2019)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(bn(imported('RUS', 'KAZ', 2011))).toBeCloseTo(16.3, 1)
  })

  test('a list of partners, of the same maker as imf-dots, on its terms', () => {
    expect(traitsOf(card.id).lists).toBeUndefined()
    expect([card.id, 'imf-imts'].map(compilationOf)).toEqual([imfDots.id, imfDots.id])
    expect(card.licence).toEqual(imfDots.licence)
  })

  test('beside answers of the API it is an older edition of the same report', async () => {
    const report = { indicator: 'goods-exports', from_id: 'CHN', to_id: 'RUS', reporter: 'CHN', value: 1, unit: 'USD', year: 2019 } as const
    const [one, both] = await Promise.all(
      [[card.id], [card.id, 'imf-imts']].map((sources) =>
        benchOf(
          ['CHN', 'RUS'],
          '2026-06-30',
          sources.map((source) => yearly({ ...report, source })),
        ),
      ),
    )
    const sourcesIn = async ({ snapshot }: DomainInputs) => {
      const { reports } = await pairGoods(snapshot, 'CHN', 'RUS', '2026-06-30')
      const repeats = await repeatedGoods(snapshot, 'CHN', 'RUS', '2026-06-30')
      return [reports, repeats].map((rows) => rows.map(({ source }) => source))
    }
    expect(await sourcesIn(both!)).toEqual([['imf-imts'], [card.id]])
    expect(await sourcesIn(one!)).toEqual([[card.id], []])
  })
})

describe.skipIf(!haveRaw)(`beside imf-dots ${rawNeeded}`, () => {
  test('no report is in both', async () => {
    const other = rowsOf((await readImfDots(raw.imfDots)).observations).map((row) => row['reporter'])
    expect(new Set(other)).toEqual(new Set(['RUS', 'WLD']))
  })
})

describe('a table that cannot be right is refused with its line', () => {
  const read = (...lines: readonly string[]): Promise<Columns> => {
    const path = join(directory, 'dots.csv')
    writeFileSync(path, `${[`indicator,reporter,partner,${years.join(',')}`, ...lines].join('\n')}\n`)
    return readImfDotsWorld(path)
  }
  const cells = years.map(() => '7').join(',')

  test('a blank is no row, thousands become dollars, an e makes an estimate', async () => {
    const found = await read(`goods-exports,CHN,VNM,7,,0.168,8e${','.repeat(7)}`)
    expect(found['value']).toEqual([7000, 168, 8000])
    expect(found['status']).toEqual(['observed', 'observed', 'estimated'])
    expect(found['start_date']).toEqual(['2010-01-01', '2012-01-01', '2013-01-01'])
    expect(found['locator']).toEqual(Array(3).fill('dots.csv:2'))
  })

  test.each([
    ['goods-exports,HKG,VNM', cells, ':2 names "HKG", which is no state'],
    ['goods-exports,CHN,EU', cells, ':2 names "EU", which is no state'],
    ['goods-exports,WLD,CHN', cells, ':2 names "WLD", which is no state'],
    ['goods-trade,CHN,VNM', cells, ':2 is of "goods-trade", neither exports nor imports'],
    ['goods-imports,RUS,VNM', cells, ':2 is of reports of RUS, which are in imf-dots'],
    ['goods-imports,VNM,VNM', cells, ':2 has trade of VNM with itself'],
    ['goods-imports,CHN,VNM', cells.replace('7', '0'), ':2 has "0" for 2010, not a positive number'],
    ['goods-imports,CHN,VNM', cells.replace('7', '-7'), ':2 has "-7" for 2010'],
    ['goods-imports,CHN,VNM', cells.replace('7', '7 e'), ':2 has "7 e" for 2010'],
    ['goods-imports,CHN,VNM', `${cells}\ngoods-imports,CHN,VNM,${cells}`, ':3 gives goods-imports of CHN with VNM a second time'],
  ])('%s,%s', async (who, values, message) => {
    await expect(read(`${who},${values}`)).rejects.toThrow(message)
  })

  test('other years', async () => {
    const path = join(directory, 'later.csv')
    writeFileSync(path, `indicator,reporter,partner,${years.join(',')},2021\ngoods-exports,CHN,VNM,${cells},7\n`)
    await expect(readImfDotsWorld(path)).rejects.toThrow('later.csv:1 has the columns 2021')
    writeFileSync(path, 'indicator,reporter,partner,2010\ngoods-exports,CHN,VNM,7\n')
    await expect(readImfDotsWorld(path)).rejects.toThrow('later.csv lacks the columns 2011')
  })
})

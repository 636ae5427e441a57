import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { card as chinaCustoms, readChinaCustoms } from '../../../src/sources/customs/china-customs.ts'
import { readUkOns, card as ukOns } from '../../../src/sources/customs/uk-ons.ts'
import { readUsaCensus, card as usaCensus } from '../../../src/sources/customs/usa-census.ts'
import { readCitedFigures } from '../../../src/sources/reviewed-tables/cited-figures.ts'
import { readOfficeTable } from '../../../src/sources/rows/office-tables.ts'
import { traitsOf } from '../../../src/sources/source-traits.ts'
import { card as imfImts2025, readImfImts2025 } from '../../../src/sources/trade/imf-imts-2025.ts'
import { type Columns, openSession, tables } from '../../../src/store/index.ts'
import { figureOf, type Row, rowsOf, yearsOf } from '../raw-data.ts'

const offices = {
  'usa-census': { card: usaCensus, read: readUsaCensus, state: 'USA', unit: 'USD', imports: 'FOB', rows: 5040 },
  'uk-ons': { card: ukOns, read: readUkOns, state: 'GBR', unit: 'GBP', imports: 'FOB', rows: 2279 },
  'china-customs': { card: chinaCustoms, read: readChinaCustoms, state: 'CHN', unit: 'CNY', imports: 'CIF', rows: 388 },
} as const

let directory: string
const held: Record<string, Columns> = {}
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'visavis-'))
  for (const [id, { read }] of Object.entries(offices)) held[id] = await read(`data/tables/${id}.csv`)
  held['imf-imts-2025'] = await readImfImts2025('data/tables/imf-imts-2025.csv')
})
afterAll(() => rmSync(directory, { recursive: true }))

const exported = (id: string, from: string, to: string, year: number): number => figureOf(held[id]!, 'goods-exports', from, to, year) / 1e9
const imported = (id: string, from: string, to: string, year: number): number => figureOf(held[id]!, 'goods-imports', from, to, year) / 1e9

describe.each(Object.entries(offices))('%s', (id, { card, state, unit, imports, rows }) => {
  test('rows of one office, in its currency, each way under its valuation', () => {
    expect(Object.keys(held[id]!)).toEqual(Object.keys(tables.observations))
    const all = rowsOf(held[id]!)
    expect(all.length).toBe(rows)
    expect(new Set(all.map((row) => [row['reporter'], row['unit'], row['source'], row['vintage']].join('|')))).toEqual(
      new Set([[state, unit, card.id, card.vintage].join('|')]),
    )
    expect(new Set(all.map((row) => `${row['indicator']} ${row['valuation']}`))).toEqual(
      new Set(['goods-exports FOB', `goods-imports ${imports}`]),
    )
    expect(all.every((row) => row[row['indicator'] === 'goods-exports' ? 'from_id' : 'to_id'] === state)).toBe(true)
  })

  test('a list of all partners: the states add up to nearly all of the whole, in every year and both ways', () => {
    expect(traitsOf(id).lists).toBeUndefined()
    for (const [indicator, other] of [
      ['goods-exports', 'to_id'],
      ['goods-imports', 'from_id'],
    ] as const) {
      const [from, to] = other === 'to_id' ? [state, 'WLD'] : ['WLD', state]
      for (const year of yearsOf(held[id]!, indicator, from!, to!)) {
        const own = rowsOf(held[id]!).filter((row) => row['indicator'] === indicator && row['start_date'] === `${year}-01-01`)
        const sum = (rows: readonly Row[]): number => rows.reduce((total, row) => total + Number(row['value']), 0)
        const share = sum(own.filter((row) => row[other] !== 'WLD')) / sum(own.filter((row) => row[other] === 'WLD'))
        expect(own.length, `${indicator} ${year}`).toBeGreaterThan(120)
        expect(share, `${indicator} ${year}`).toBeGreaterThan(0.91)
        expect(share, `${indicator} ${year}`).toBeLessThanOrEqual(1)
      }
    }
  })

  test('every figure is inside the coverage of the card', () => {
    for (const { indicator, from, to } of card.coverage) {
      const days = rowsOf(held[id]!).filter((row) => row['indicator'] === indicator)
      expect(days.map((row) => String(row['start_date'])).sort()[0]).toBe(from)
      expect(
        days
          .map((row) => String(row['end_date']))
          .sort()
          .at(-1),
      ).toBe(to)
    }
  })
})

describe('figures as published', () => {
  test('the United States with China: exports 151.4 and imports 504.9 bn in 2021, 153.8 and 536.8 in 2022; the world 3,246.3 bn', () => {
    expect(exported('usa-census', 'USA', 'CHN', 2021)).toBeCloseTo(151.4, 1)
    expect(imported('usa-census', 'CHN', 'USA', 2021)).toBeCloseTo(504.9, 1)
    expect(exported('usa-census', 'USA', 'CHN', 2022)).toBeCloseTo(153.8, 1)
    expect(imported('usa-census', 'CHN', 'USA', 2022)).toBeCloseTo(536.8, 1)
    expect(imported('usa-census', 'WLD', 'USA', 2022)).toBeCloseTo(3246.3, 1)
  })

  test('Sudan has no figure in 2011, where two stand in the table', () => {
    expect(yearsOf(held['usa-census']!, 'goods-exports', 'USA', 'SDN')).not.toContain(2011)
  })

  test('the United Kingdom from China 68.1 bn pounds in 2023, to Germany 32.6 in 2024, from Russia 9.1 in 2021 and next to nothing in 2023', () => {
    expect(imported('uk-ons', 'CHN', 'GBR', 2023)).toBeCloseTo(68.1, 1)
    expect(exported('uk-ons', 'GBR', 'DEU', 2024)).toBeCloseTo(32.6, 1)
    expect(imported('uk-ons', 'RUS', 'GBR', 2021)).toBeCloseTo(9.1, 1)
    expect(imported('uk-ons', 'RUS', 'GBR', 2023)).toBeLessThan(0.1)
  })

  test('a year with a blank month is an estimate: 206 of them', () => {
    expect(rowsOf(held['uk-ons']!).filter((row) => row['status'] === 'estimated').length).toBe(206)
  })

  test('the United States, Vietnam, Japan and Korea lead China’s customers among states', () => {
    const customers = rowsOf(held['china-customs']!)
      .filter((row) => row['indicator'] === 'goods-exports' && row['to_id'] !== 'WLD')
      .sort((x, y) => Number(y['value']) - Number(x['value']))
    expect(customers.slice(0, 4).map((row) => row['to_id'])).toEqual(['USA', 'VNM', 'JPN', 'KOR'])
  })

  test('the IMF: only six exporters are observed, every whole is an estimate, nobody has a rank in it', () => {
    const rows = rowsOf(held['imf-imts-2025']!)
    expect(rows.length).toBe(17860)
    expect([...new Set(rows.filter((row) => row['status'] === 'observed').map((row) => row['reporter']))].sort()).toEqual([
      'BRA',
      'CHN',
      'DEU',
      'GBR',
      'KOR',
      'USA',
    ])
    const wholes = rows.filter((row) => row['to_id'] === 'WLD')
    expect([wholes.length, new Set(wholes.map((row) => row['status']))]).toEqual([185, new Set(['estimated'])])
    expect(traitsOf(imfImts2025.id).lists).toBe('selection')
  })
})

describe('beside what texts quote of the same offices', () => {
  let quoted: Row[]
  beforeAll(async () => {
    const session = await openSession()
    quoted = rowsOf(await readCitedFigures('data/tables/cited-figures.csv', session))
    session.close()
  })

  const ratios = (id: string, state: string, indicator: string, rate: number): number[] => {
    const key = (row: Row): string => ['indicator', 'from_id', 'to_id', 'start_date', 'end_date'].map((name) => row[name]).join(' ')
    const own = new Map(rowsOf(held[id]!).map((row) => [key(row), Number(row['value'])]))
    return quoted
      .filter((row) => row['reporter'] === state && row['indicator'] === indicator && own.has(key(row)))
      .map((row) => own.get(key(row))! / rate / Number(row['value']))
      .sort((x, y) => x - y)
  }

  test('the Census is the same to 2021, and within 7 % in 2022, which was revised', () => {
    for (const indicator of ['goods-exports', 'goods-imports']) {
      const found = ratios('usa-census', 'USA', indicator, 1)
      expect(found.length).toBeGreaterThan(100)
      expect(found[Math.floor(found.length / 2)]).toBeCloseTo(1, 3)
      expect(found[0]).toBeGreaterThan(0.93)
      expect(found.at(-1)).toBeLessThan(1.07)
    }
  })

  test('15 figures of Chinese customs, both ways together and with all the world among them, are within 0.2 % and half a printed digit at 7.1217 yuan a dollar', () => {
    const half = (value: number): number => 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0) / 2
    const own = new Map(rowsOf(held['china-customs']!).map((row) => [`${row['from_id']} ${row['to_id']}`, Number(row['value'])]))
    const found = quoted
      .filter((row) => row['reporter'] === 'CHN' && row['start_date'] === '2024-01-01' && row['end_date'] === '2024-12-31')
      .filter((row) => /^goods-/.test(String(row['indicator'])) && own.has(`${row['from_id']} ${row['to_id']}`))
      .map((row) => {
        const back = row['indicator'] === 'goods-trade' ? own.get(`${row['to_id']} ${row['from_id']}`)! : 0
        const [ours, printed] = [(own.get(`${row['from_id']} ${row['to_id']}`)! + back) / 7.1217, Number(row['value'])]
        return { ...row, ours, isFar: Math.abs(ours - printed) > 0.002 * ours + half(printed) }
      })
    expect(found.length).toBeGreaterThan(14)
    expect(found.filter(({ isFar }) => isFar)).toEqual([])
  })

  test('the IMF has the exports of the United States in 2025 as the Census has them, but for 6 %', () => {
    const found = ratios('imf-imts-2025', 'USA', 'goods-exports', 1)
    expect(found.length).toBeGreaterThan(50)
    expect([found[0]! > 0.94, found.at(-1)! < 1.06]).toEqual([true, true])
  })

  test('and those of the United Kingdom as its own office, in dollars of the year', () => {
    const large = rowsOf(held['uk-ons']!).filter(
      (row) =>
        row['indicator'] === 'goods-exports' && row['start_date'] === '2025-01-01' && Number(row['value']) > 1e9 && row['to_id'] !== 'WLD',
    )
    const told = rowsOf(held['imf-imts-2025']!).filter((row) => row['reporter'] === 'GBR')
    const dollars = new Map(told.map((row) => [row['to_id'], Number(row['value'])]))
    const found = large.map((row) => dollars.get(row['to_id'])! / 1.3192 / Number(row['value']))
    expect(found.length).toBeGreaterThan(30)
    expect(found.every((ratio) => Math.abs(ratio - 1) < 0.013)).toBe(true)
  })
})

describe('a table that cannot be right is refused with its line', () => {
  const read = (...lines: readonly string[]): Promise<Columns> => {
    const path = join(directory, 'office.csv')
    writeFileSync(path, `${['indicator,reporter,partner,2018,2019', ...lines].join('\n')}\n`)
    return readOfficeTable(path, {
      ...{
        card: ukOns,
        unit: 'GBP',
        power: 6,
        firstYear: 2018,
        lastYear: 2019,
        reporter: 'GBR',
        flows: ['exports', 'imports'],
        imports: 'FOB',
      },
    })
  }

  test('a blank is no row, millions become pounds, an e is an estimate', async () => {
    const found = await read('goods-imports,GBR,CHN,,7e', 'goods-exports,GBR,WLD,12,')
    expect(found['value']).toEqual([7_000_000, 12_000_000])
    expect(found['status']).toEqual(['estimated', 'observed'])
    expect([found['from_id'], found['to_id']]).toEqual([
      ['CHN', 'GBR'],
      ['GBR', 'WLD'],
    ])
    expect(found['locator']).toEqual(['office.csv:2', 'office.csv:3'])
  })

  test.each([
    ['goods-trade,GBR,CHN,7,7', ':2 is of "goods-trade", not of goods-exports or goods-imports'],
    ['goods-exports,GBR,HKG,7,7', ':2 names "HKG", which is no state'],
    ['goods-exports,FRA,CHN,7,7', ':2 has FRA as reporter, not GBR'],
    ['goods-exports,GBR,GBR,7,7', ':2 has trade of GBR with itself'],
    ['goods-exports,GBR,CHN,0,7', ':2 has "0" for 2018, not a positive whole number'],
    ['goods-exports,GBR,CHN,7,7.5', ':2 has "7.5" for 2019'],
    ['goods-exports,GBR,CHN,7,7\ngoods-exports,GBR,CHN,7,7', ':3 gives goods-exports of GBR with CHN a second time'],
  ])('%s', async (lines, message) => {
    await expect(read(lines)).rejects.toThrow(message)
  })

  test('other years', async () => {
    const path = join(directory, 'later.csv')
    writeFileSync(path, 'indicator,reporter,partner,2024,2025\ngoods-exports,CHN,VNM,7,7\n')
    await expect(readChinaCustoms(path)).rejects.toThrow('later.csv:1 has the columns 2025')
    writeFileSync(path, 'indicator,reporter,partner,2023\ngoods-exports,CHN,VNM,7\n')
    await expect(readChinaCustoms(path)).rejects.toThrow('later.csv lacks the columns 2024')
  })
})

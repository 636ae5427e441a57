import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { card, readCitedFigures } from '../../../src/sources/reviewed-tables/cited-figures.ts'
import { stateOf } from '../../../src/states/tables/states.ts'
import { quotedEnergyIds } from '../../../src/store/indicators/quoted-fuels.ts'
import { openSession, type Session } from '../../../src/store/session.ts'
import { tables } from '../../../src/store/tables.ts'

const path = 'data/tables/cited-figures.csv'

type Row = Record<keyof typeof tables.observations, string | null> & { value: number }
let session: Session
let scratch: string
let rows: Row[]

beforeAll(async () => {
  session = await openSession()
  scratch = mkdtempSync(join(tmpdir(), 'visavis-cited-'))
  const columns = await readCitedFigures(path, session)
  const names = Object.keys(tables.observations) as (keyof Row)[]
  expect(Object.keys(columns)).toEqual(names)
  rows = columns.value!.map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name]![i]])) as Row)
})
afterAll(() => {
  session.close()
  rmSync(scratch, { recursive: true })
})

/** Of a calendar year, or of the span that is named. */
function found(indicator: string, from: string, to: string, start: string, end?: string): Row | undefined {
  const last = end ?? `${start.slice(0, 4)}-12-31`
  return rows.find(
    (r) => r.indicator === indicator && r.from_id === from && r.to_id === to && r.start_date === start && r.end_date === last,
  )
}

function figure(indicator: string, from: string, to: string, start: string, end?: string): number | undefined {
  return found(indicator, from, to, start, end)?.value
}

/** Half of the last digit that a figure is printed with: 95280000000 is within 5 million. */
function rounding(value: number): number {
  return 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0) / 2
}

const isGoods = (r: Row): boolean => r.indicator!.startsWith('goods')

const chinaRussia = (year: number): number | undefined => figure('goods-trade', 'CHN', 'RUS', `${year}-01-01`)

describe('figures anyone can check', () => {
  test("China's trade with Russia: 95.28 billion in 2014, 190 in 2022, 240 in 2023, 245 in 2024, 228 in 2025", () => {
    expect(chinaRussia(2014)).toBeGreaterThan(95e9)
    expect(chinaRussia(2014)).toBeLessThan(95.5e9)
    expect([2022, 2023, 2024, 2025].map((year) => Math.round(chinaRussia(year)! / 1e9))).toEqual([190, 240, 245, 228])
  })

  test('exports and imports add up to the total within the rounding of the three', () => {
    const gaps = rows
      .filter((r) => r.indicator === 'goods-trade')
      .flatMap((total) => {
        const of = (indicator: string, from: string, to: string) =>
          rows.find(
            (r) =>
              r.indicator === indicator &&
              r.from_id === from &&
              r.to_id === to &&
              r.reporter === total.reporter &&
              r.start_date === total.start_date &&
              r.end_date === total.end_date,
          )
        const [out, back] = [of('goods-exports', total.from_id!, total.to_id!), of('goods-imports', total.to_id!, total.from_id!)]
        if (out === undefined || back === undefined) return []
        const most = [out, back, total].reduce((sum, { value }) => sum + rounding(value), 1)
        return [{ of: total.locator, gap: Math.abs(out.value + back.value - total.value), most }]
      })
    expect(gaps.length).toBeGreaterThan(100)
    expect(gaps.filter(({ gap, most }) => gap > most)).toEqual([])
  })

  test('a part of a year is less than the year, and not far from its pace', () => {
    const parts = rows.flatMap((part) => {
      if (!isGoods(part) || !part.start_date!.endsWith('-01-01') || part.end_date!.endsWith('-12-31')) return []
      const year = rows.find(
        (r) =>
          r.indicator === part.indicator &&
          r.from_id === part.from_id &&
          r.to_id === part.to_id &&
          r.reporter === part.reporter &&
          r.start_date === part.start_date &&
          r.end_date === `${part.start_date!.slice(0, 4)}-12-31`,
      )
      return year === undefined ? [] : [{ of: part.locator, share: part.value / year.value, months: Number(part.end_date!.slice(5, 7)) }]
    })
    expect(parts.length).toBeGreaterThan(100)
    expect(parts.filter(({ share, months }) => share >= 1 || share < (0.7 * months) / 12 || share > (1.7 * months) / 12)).toEqual([])
  })

  test('growth agrees with what the texts print, within 0.6 points (customs revise the year before)', () => {
    const printed = { 2014: 6.8, 2017: 20.8, 2019: 3.4, 2020: -2.9, 2021: 35.8, 2022: 29.3, 2023: 26.3, 2024: 1.9, 2025: -6.9 }
    const gaps = Object.entries(printed).map(([year, growth]) => {
      const ours = 100 * (chinaRussia(Number(year))! / chinaRussia(Number(year) - 1)! - 1)
      return { year, gap: Math.abs(ours - growth) }
    })
    expect(gaps.filter(({ gap }) => !(gap <= 0.6))).toEqual([])
  })

  test('trade of China with Russia in 2024 was 3.5 times that of 2016', () => {
    expect(chinaRussia(2024)! / chinaRussia(2016)!).toBeCloseTo(3.52, 2)
  })

  test('fiscal years are those of the reporter: India from April, Pakistan and Bangladesh from July, Iran from the first day of spring; ten months of them begin on the same day', () => {
    const spans = (reporter: string): Set<string> =>
      new Set(
        rows
          .filter((r) => r.reporter === reporter && isGoods(r) && r.start_date!.slice(0, 4) !== r.end_date!.slice(0, 4))
          .map((r) => `${r.start_date!.slice(5)} ${r.end_date!.slice(5)}`),
      )
    expect(spans('IND')).toEqual(new Set(['04-01 03-31']))
    expect(spans('PAK')).toEqual(new Set(['07-01 06-30', '07-01 04-30']))
    expect(spans('BGD')).toEqual(new Set(['07-01 06-30']))
    expect(spans('IRN')).toEqual(new Set(['03-20 03-20', '03-21 03-20', '03-21 03-19', '03-21 01-20']))
    const across = rows.filter((r) => isGoods(r) && r.start_date!.slice(0, 4) !== r.end_date!.slice(0, 4))
    expect(new Set(across.map(({ reporter }) => reporter))).toEqual(new Set(['IND', 'PAK', 'BGD', 'IRN']))
  })

  test("the United States' deficit with China as its Census Bureau counts it: 280 billion in 2023, 203 in 2025; India's with China in 2025/26 112", () => {
    const usa = (year: number): number =>
      figure('goods-imports', 'CHN', 'USA', `${year}-01-01`)! - figure('goods-exports', 'USA', 'CHN', `${year}-01-01`)!
    expect([2023, 2025].map((year) => Math.round(usa(year) / 1e9))).toEqual([280, 203])
    expect(found('goods-imports', 'CHN', 'USA', '2023-01-01')).toMatchObject({ reporter: 'USA', valuation: 'FOB' })
    const days = ['2025-04-01', '2026-03-31'] as const
    expect((figure('goods-imports', 'CHN', 'IND', ...days)! - figure('goods-exports', 'IND', 'CHN', ...days)!) / 1e9).toBeCloseTo(112.2, 1)
  })

  test('Germany counts in euro: 252 billion with China in 2025', () => {
    expect(found('goods-trade', 'DEU', 'CHN', '2025-01-01')).toMatchObject({ value: 251.8e9, unit: 'EUR', reporter: 'DEU' })
  })

  test("the EU's imports from Taiwan, and its exports and imports of 2024 with it add up to what Eurostat prints as the total", () => {
    const days = '2024-01-01'
    const sum = figure('goods-exports', 'EU', 'TWN', days)! + figure('goods-imports', 'TWN', 'EU', days)!
    expect(sum / figure('goods-trade', 'EU', 'TWN', days)!).toBeCloseTo(1, 6)
    expect(found('goods-imports', 'TWN', 'EU', '2022-01-01')).toMatchObject({ value: 49.3474e9, unit: 'EUR', reporter: 'EU' })
  })

  test('Kazakhstan in 2024: 30.2 billion with China and 28.1 with Russia; Bangladesh sells most to the United States in every year', () => {
    expect(['CHN', 'RUS'].map((id) => Number((figure('goods-trade', 'KAZ', id, '2024-01-01')! / 1e9).toFixed(1)))).toEqual([30.2, 28.1])
    const sales = rows.filter((r) => r.reporter === 'BGD' && r.indicator === 'goods-exports' && r.to_id !== 'WLD')
    const years = [...new Set(sales.map(({ start_date }) => start_date))]
    const first = years.map((year) => sales.filter((r) => r.start_date === year).sort((a, b) => b.value - a.value)[0]!.to_id)
    expect(first).toEqual(Array(8).fill('USA'))
  })

  test('the whole of a reporter is more than its partners together, blocs left out, and the share of China in what Kazakhstan imported in 2025 is 29 %', () => {
    const wholes = rows.filter((r) => isGoods(r) && (r.from_id === 'WLD' || r.to_id === 'WLD'))
    const gaps = wholes.flatMap((whole) => {
      const isState = (id: string): boolean => id !== 'WLD' && stateOf(id) !== undefined
      const partners = rows.filter(
        (r) =>
          r.indicator === whole.indicator &&
          r.reporter === whole.reporter &&
          r.unit === whole.unit &&
          r.start_date === whole.start_date &&
          r.end_date === whole.end_date &&
          isState(r.from_id!) &&
          isState(r.to_id!),
      )
      const sum = partners.reduce((all, { value }) => all + value, 0)
      return sum < whole.value ? [] : [{ of: whole.locator, sum, whole: whole.value }]
    })
    expect(wholes.length).toBeGreaterThan(100)
    expect(gaps).toEqual([])
    const days = '2025-01-01'
    expect(figure('goods-imports', 'CHN', 'KAZ', days)! / figure('goods-imports', 'WLD', 'KAZ', days)!).toBeCloseTo(0.29, 2)
  })

  test('what no office is named for is estimated and says so', () => {
    const unnamed = rows.filter(
      (r) => isGoods(r) && /\([^()]*(not named|president|prime minister|agency sum|printed as)[^()]*\)$/.test(r.locator!),
    )
    expect(unnamed.length).toBeGreaterThan(60)
    expect(unnamed.filter(({ status }) => status !== 'estimated')).toEqual([])
  })

  test('Russia delivered a third as much to India in 2020-24 as in 2010-14; China four fifths of what Pakistan took in 2021-25', () => {
    const sums = (from: string, to: string, start: string): number =>
      figure('arms-deliveries-five-years', from, to, start, `${Number(start.slice(0, 4)) + 4}-12-31`)!
    expect(sums('RUS', 'IND', '2020-01-01') / sums('RUS', 'IND', '2010-01-01')).toBeCloseTo(0.33, 2)
    expect(figure('arms-import-share', 'RUS', 'IND', '2021-01-01', '2025-12-31')).toBe(0.4)
    expect(figure('arms-import-share', 'CHN', 'PAK', '2021-01-01', '2025-12-31')).toBe(0.8)
  })

  test('a year that no text prints has no row, rather than zero', () => {
    expect([2001, 2004, 2006, 2012].map(chinaRussia)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('the file', () => {
  test('has a text behind every figure: publisher, title, day and address as the locator', () => {
    expect(rows.find((r) => r.value === 228.105e9)?.locator).toBe(
      "TASS, Russian-Chinese trade in 2025 (Russia's trade representative on Chinese customs figures), 2026-01-14, https://tass.com/economy/2071285",
    )
    expect(rows.every((r) => r.locator!.length > 20 && r.source === 'cited-figures' && r.vintage === card.vintage)).toBe(true)
  })

  test('has no row whose source is a repository of copies: the source is the primary publisher, and the copy is named as one', () => {
    const copied = rows.filter((r) => r.locator!.includes(', accessed via '))
    expect(copied.length).toBe(2868)
    const copies = /(?:github|gitlab|kaggle|huggingface|osmarks|wikipedia)/i
    const sources = rows.map((r) => r.locator!.replace(/, accessed via \S+ \(unofficial copy\)/, ''))
    expect(sources.filter((source) => copies.test(source.split(' (')[0]!))).toEqual([])
    expect(found('goods-exports', 'IND', 'AFG', '2013-04-01', '2014-03-31')?.locator).toMatch(
      /^Department of Commerce of India, Foreign Trade Statistics of India .*, https:\/\/tradestat\.commerce\.gov\.in\/ftspcc\/ttrade_country_wise, accessed via https:\/\/github\.com\/\S+ \(unofficial copy\)/,
    )
    expect(rows.filter((r) => r.reporter === 'CHN' && r.start_date === '2017-01-01' && /Wikipedia/.test(r.locator!))).toEqual([])
  })

  test('is sorted and stays inside the coverage of its card', () => {
    const key = (r: Row): string => [r.indicator, r.from_id, r.to_id, r.reporter, r.start_date, r.end_date].join('\t')
    expect(rows.map(key)).toEqual([...rows.map(key)].sort())
    for (const { indicator, from, to } of card.coverage) {
      const mine = rows.filter((r) => r.indicator === indicator)
      expect(mine.length).toBeGreaterThan(0)
      expect(mine.filter((r) => r.start_date! < from || r.end_date! > to)).toEqual([])
    }
  })

  test('lists every text in its docs page', () => {
    const page = readFileSync('docs/sources/cited-figures.md', 'utf8')
    const addresses = readFileSync(path, 'utf8').match(/https?:\/\/[^,"\s]+/g)!
    expect(addresses.filter((address) => !page.includes(address))).toEqual([])
    expect(page).toContain(`${rows.length} single figures`)
  })
})

const header =
  'indicator,from_id,to_id,reporter,start_date,end_date,value,unit,valuation,status,publisher,title,address,published,accessed_via,note'
const good = 'goods-exports,CHN,RUS,CHN,2018-01-01,2018-12-31,47980000000,USD,FOB,observed,P,T,https://p.example/t,2019-01-14,,'

/** The good row with some of its cells changed. */
function row(changes: Readonly<Record<string, string>>): string {
  const names = header.split(',')
  return good
    .split(',')
    .map((cell, i) => changes[names[i]!] ?? cell)
    .join(',')
}

async function refusal(text: string): Promise<string> {
  const file = join(scratch, 'figures.csv')
  writeFileSync(file, text)
  const error = await readCitedFigures(file, session).then(
    () => undefined,
    (caught: Error) => caught,
  )
  expect(error?.name).toBe('BadInput')
  return error!.message
}

describe('a row that cannot be right is refused with file and line', () => {
  test.each([
    [
      'unknown indicator',
      { indicator: 'gdp' },
      'has the indicator "gdp"; indicators are goods-trade, goods-exports, goods-imports, arms-deliveries-five-years, arms-import-share, arms-export-share, direct-investment-stock, settlement-own-currencies, loans-outstanding, treasury-securities-held, military-expenditure, military-expenditure-gdp-share, military-expenditure-real-growth, defence-expenditure-nato-gdp-share, ' +
        quotedEnergyIds.map(({ id }) => id).join(', '),
    ],
    ['unknown partner', { to_id: 'XYZ' }, 'names "XYZ", which is neither a state nor a bloc'],
    ['blank partner', { to_id: '' }, 'names "", which is neither a state nor a bloc'],
    ['the world as who reports', { from_id: 'WLD', reporter: 'WLD' }, 'names "WLD", which is neither a state nor a bloc'],
    [
      'the world, of what is no trade',
      { indicator: 'direct-investment-stock', to_id: 'WLD', valuation: '' },
      'names "WLD", which is neither a state nor a bloc',
    ],
    ['trade with itself', { to_id: 'CHN' }, 'has trade of CHN with itself'],
    ['wrong reporter', { reporter: 'RUS' }, 'has the reporter "RUS"; goods-exports is reported by CHN here'],
    [
      'wrong side of imports',
      { indicator: 'goods-imports', valuation: 'CIF' },
      'has the reporter "CHN"; goods-imports is reported by RUS here',
    ],
    ['no such day', { start_date: '2018-13-01' }, 'has the start "2018-13-01", not a day as YYYY-MM-DD'],
    ['two years', { end_date: '2019-12-31' }, 'spans 2018-01-01 to 2019-12-31, where goods-exports is of a year at most'],
    ['end before start', { end_date: '2017-12-31' }, 'ends on 2017-12-31, before it starts on 2018-01-01'],
    ['no end', { end_date: '' }, 'has no end of the period'],
    ['zero', { value: '0' }, 'has the value "0", not a positive whole number'],
    ['billions', { value: '47.98' }, 'has the value "47.98", not a positive whole number'],
    ['negative', { value: '-5' }, 'has the value "-5", not a positive whole number'],
    ['blank value', { value: '' }, 'has the value "", not a positive whole number'],
    ['yuan', { unit: 'CNY' }, 'has the unit "CNY", not USD or EUR'],
    ['wrong valuation', { valuation: 'CIF' }, 'has the valuation "CIF"; that of goods-exports is "FOB"'],
    [
      'imports without a valuation',
      { indicator: 'goods-imports', reporter: 'RUS', valuation: '' },
      'has the valuation ""; that of goods-imports is "CIF" or "FOB"',
    ],
    ['a guess', { status: 'estimated' }, 'has the status "estimated", not observed'],
    ['no publisher', { publisher: '' }, 'names no publisher or title'],
    ['no address', { address: 'somewhere' }, 'has the address "somewhere"'],
    [
      'a private repository as the source',
      { address: 'https://github.com/someone/copy/blob/main/t.csv' },
      'has the address of a copy, https://github.com/someone/copy/blob/main/t.csv: name the primary publisher, and the copy under accessed_via',
    ],
    [
      'a copy as the publisher',
      { publisher: 'Customs in the copy of someone' },
      'names a copy as its publisher: "Customs in the copy of someone"',
    ],
    ['a copy without an address', { accessed_via: 'a friend' }, 'was accessed via "a friend", not an address'],
    ['odd day of publication', { published: 'January' }, 'was published on "January", not a year, month or day'],
  ])('%s', async (_, changes, what) => {
    expect(await refusal(`${header}\n${row({ start_date: '2017-01-01', end_date: '2017-12-31' })}\n${row(changes)}\n`)).toBe(
      `figures.csv:3 ${what}`,
    )
  })

  const share = {
    indicator: 'arms-import-share',
    reporter: '',
    start_date: '2020-01-01',
    end_date: '2024-12-31',
    value: '0.36',
    unit: 'share',
    valuation: '',
  }
  test.each([
    ['a share above one', { value: '36' }, 'has the value "36", not a share above 0 and up to 1'],
    ['a share of nothing', { value: '0.0' }, 'has the value "0.0", not a share above 0 and up to 1'],
    ['four years', { end_date: '2023-12-31' }, 'spans 2020-01-01 to 2023-12-31, where arms-import-share is of five calendar years'],
    ['a reporter', { reporter: 'CHN' }, 'has the reporter "CHN"; arms-import-share is reported by nobody named here'],
    ['dollars', { unit: 'USD' }, 'has the unit "USD", not share'],
  ])('arms: %s', async (_, changes, what) => {
    expect(await refusal(`${header}\n${row({ ...share, ...changes })}\n`)).toBe(`figures.csv:2 ${what}`)
  })

  const spent = {
    indicator: 'military-expenditure-real-growth',
    from_id: 'WLD',
    to_id: '',
    reporter: '',
    value: '-7.5',
    unit: 'percent',
    valuation: '',
  }
  test('spending is of one state, bloc or the world, and its change may be below zero', async () => {
    const file = join(scratch, 'spent.csv')
    const share = { indicator: 'defence-expenditure-nato-gdp-share', from_id: 'POL', value: '0.0448', unit: 'share of GDP' }
    const dollars = { indicator: 'military-expenditure', from_id: 'NATO', value: '1506000000000', unit: 'USD' }
    writeFileSync(file, `${header}\n${[{}, share, dollars].map((one) => row({ ...spent, ...one })).join('\n')}\n`)
    const columns = await readCitedFigures(file, session)
    expect(columns.from_id).toEqual(['WLD', 'POL', 'NATO'])
    expect([columns.to_id, columns.value]).toEqual([
      [null, null, null],
      [-7.5, 0.0448, 1506e9],
    ])
  })
  test.each([
    ['a receiver', { to_id: 'RUS' }, 'names "RUS" beside WLD, where military-expenditure-real-growth is of one alone'],
    ['words', { value: 'about 5' }, 'has the value "about 5", not a change in per cent'],
    ['nobody', { from_id: '' }, 'names "", which is neither a state nor a bloc'],
    [
      'a share told in per cent',
      { indicator: 'military-expenditure-gdp-share', unit: 'share of GDP', value: '2.4' },
      'has the value "2.4", not a share above 0 and up to 1',
    ],
  ])('spending: %s', async (_, changes, what) => {
    expect(await refusal(`${header}\n${row({ ...spent, ...changes })}\n`)).toBe(`figures.csv:2 ${what}`)
  })

  test('a second figure for the same flow and year', async () => {
    const twice = `${header}\n${good}\n${row({ value: '48000000000', publisher: 'Q' })}\n`
    expect(await refusal(twice)).toBe('figures.csv:3 gives a second figure for the same flow and period')
  })
})

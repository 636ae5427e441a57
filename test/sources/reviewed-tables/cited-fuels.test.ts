import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grouped } from '../../../src/assessments/rows/grouped.ts'
import { readCitedFigures } from '../../../src/sources/reviewed-tables/cited-figures.ts'
import { quotedEnergyIds } from '../../../src/store/indicators/quoted-fuels.ts'
import { openSession, type Session } from '../../../src/store/session.ts'

interface Row {
  readonly indicator: string
  readonly from: string
  readonly to: string
  readonly reporter: string | null
  readonly start: string
  readonly end: string
  readonly value: number
  readonly unit: string
}

const ids: ReadonlySet<string> = new Set(quotedEnergyIds.map(({ id }) => id))
let session: Session
let scratch: string
let rows: Row[]

beforeAll(async () => {
  session = await openSession()
  scratch = mkdtempSync(join(tmpdir(), 'visavis-fuels-'))
  const all = await readCitedFigures('data/tables/cited-figures.csv', session)
  rows = all.indicator!.flatMap((indicator, i) =>
    ids.has(indicator as string)
      ? [
          {
            indicator: indicator as string,
            from: all.from_id![i] as string,
            to: all.to_id![i] as string,
            reporter: all.reporter![i] as string | null,
            start: all.start_date![i] as string,
            end: all.end_date![i] as string,
            value: all.value![i] as number,
            unit: all.unit![i] as string,
          },
        ]
      : [],
  )
})
afterAll(() => {
  session.close()
  rmSync(scratch, { recursive: true })
})

const daysOf = ({ start, end }: Row): number => Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1
const sameFlow = (a: Row, b: Row): boolean =>
  a.indicator === b.indicator && a.from === b.from && a.to === b.to && a.reporter === b.reporter && a.start === b.start && a.end === b.end
const say = ({ indicator, from, to, start, end, value }: Row): string => `${indicator} ${from} ${to} ${start} ${end} ${value}`
const groupsOf = (own: readonly Row[], key: (row: Row) => string): (readonly Row[])[] => [...grouped(own, key).values()]

describe('figures of fuels hang together', () => {
  test('there are a thousand of them, and every indicator has some', () => {
    expect(rows.length).toBeGreaterThan(1000)
    expect([...ids].filter((id) => !rows.some(({ indicator }) => indicator === id))).toEqual([])
  })

  test('barrels a day are 7.2 to 7.45 to the tonne where a text prints both', () => {
    const both = rows
      .filter(({ unit }) => unit === 'tonnes')
      .flatMap((tonnes) => {
        const barrels = rows.find((row) => row.unit === 'barrels per day' && sameFlow(row, tonnes))
        return barrels === undefined ? [] : [{ of: say(tonnes), ratio: (barrels.value * daysOf(barrels)) / tonnes.value }]
      })
    expect(both.length).toBeGreaterThan(30)
    expect(both.filter(({ ratio }) => ratio < 7.2 || ratio > 7.45)).toEqual([])
  })

  test('nobody sends more than all that somebody gets, and printed shares are those of printed amounts', () => {
    const parts = rows.flatMap((part) => {
      const whole = part.from === 'WLD' ? undefined : rows.find((row) => row.unit === part.unit && sameFlow(row, { ...part, from: 'WLD' }))
      return whole === undefined ? [] : [{ part, share: part.value / whole.value }]
    })
    expect(parts.length).toBeGreaterThan(80)
    expect(parts.filter(({ share }) => share > 1).map(({ part }) => say(part))).toEqual([])
    const off = parts.flatMap(({ part, share }) => {
      const printed = rows.find((row) => sameFlow(row, { ...part, indicator: part.indicator.replace('deliveries', 'import-share') }))
      return printed === undefined ? [] : [{ of: say(part), off: Math.abs(share - printed.value) }]
    })
    expect(off.length).toBeGreaterThan(8)
    expect(off.filter((one) => one.off > 0.015)).toEqual([])
  })

  test('shares of one buyer or seller do not pass the whole, and no place is taken twice', () => {
    const side = (row: Row): string => (/import|supplier/.test(row.indicator) ? row.to : row.from)
    const key = (row: Row): string => [row.indicator, side(row), row.reporter, row.start, row.end].join(' ')
    const sums = groupsOf(
      rows.filter(({ unit }) => unit === 'share'),
      key,
    ).map((own) => own.reduce((sum, { value }) => sum + value, 0))
    expect(Math.max(...sums)).toBeLessThan(1.02)
    const taken = groupsOf(
      rows.filter(({ unit }) => unit === 'place'),
      key,
    ).filter((own) => new Set(own.map(({ value }) => value)).size < own.length)
    expect(taken.flat().map(say)).toEqual([])
  })

  test('China had 108.5 million tonnes of crude oil from Russia in 2024, its first supplier; the pipeline to it carried 31 billion cubic metres', () => {
    const of = (indicator: string, from: string, to: string, unit: string): number | undefined =>
      rows.find(
        (r) =>
          r.indicator === indicator &&
          r.from === from &&
          r.to === to &&
          r.unit === unit &&
          r.start === '2024-01-01' &&
          r.end === '2024-12-31',
      )?.value
    expect(of('crude-oil-deliveries', 'RUS', 'CHN', 'tonnes')).toBe(108.5e6)
    expect(of('crude-oil-supplier-place', 'RUS', 'CHN', 'place')).toBe(1)
    expect(of('pipeline-gas-deliveries', 'RUS', 'CHN', 'm3')).toBe(31.12e9)
    expect(of('pipeline-gas-import-share', 'NOR', 'EU', 'share')).toBe(0.456)
  })
})

const header =
  'indicator,from_id,to_id,reporter,start_date,end_date,value,unit,valuation,status,publisher,title,address,published,accessed_via,note'
const amount = 'crude-oil-deliveries,RUS,CHN,CHN,2024-01-01,2024-12-31,108500000,tonnes,,observed,P,T,https://p.example/t,2025-01-20,,'
const changed = (from: string, to: string): string => amount.replace(from, to)

async function read(lines: readonly string[]): Promise<string> {
  const file = join(scratch, 'figures.csv')
  writeFileSync(file, [header, ...lines, ''].join('\n'))
  return readCitedFigures(file, session).then(
    (columns) => `${columns.value!.length} rows`,
    (error: Error) => error.message,
  )
}

describe('a row of a fuel', () => {
  test('may be in tonnes and in barrels a day, and of all that somebody gets', async () => {
    const barrels = changed('108500000,tonnes', '2170000,barrels per day')
    expect(await read([amount, barrels, changed('RUS,CHN', 'WLD,CHN')])).toBe('3 rows')
  })
  test.each([
    ['twice in one unit', [amount, changed('108500000', '108600000')], 'figures.csv:3 gives a second figure for the same flow and period'],
    ['in barrels', [changed('tonnes', 'barrels')], 'figures.csv:2 has the unit "barrels", not tonnes or m3 or barrels per day'],
    ['in dollars', [changed('tonnes', 'USD')], 'figures.csv:2 has the unit "USD", not tonnes or m3 or barrels per day'],
    ['in millions', [changed('108500000', '108.5')], 'figures.csv:2 has the value "108.5", not a positive whole number'],
    ['with a valuation', [changed('tonnes,,', 'tonnes,CIF,')], 'figures.csv:2 has the valuation "CIF"; that of crude-oil-deliveries is ""'],
    [
      'as a share in per cent',
      [changed('crude-oil-deliveries', 'crude-oil-import-share').replace('108500000,tonnes', '20,share')],
      'figures.csv:2 has the value "20", not a share above 0 and up to 1',
    ],
    [
      'as a place of none',
      [changed('crude-oil-deliveries', 'crude-oil-supplier-place').replace('108500000,tonnes', '0,place')],
      'figures.csv:2 has the value "0", not a positive whole number',
    ],
    [
      'as a share of what the world sends',
      [changed('crude-oil-deliveries,RUS', 'crude-oil-import-share,WLD').replace('108500000,tonnes', '0.2,share')],
      'figures.csv:2 names "WLD", which is neither a state nor a bloc',
    ],
    [
      'counted by a third',
      [changed('CHN,CHN', 'CHN,USA')],
      'figures.csv:2 has the reporter "USA"; crude-oil-deliveries is reported by RUS or CHN or nobody named here',
    ],
  ])('is refused %s', async (_, lines, what) => {
    expect(await read(lines)).toBe(what)
  })
  test('is refused where nobody tells of the measure', async () => {
    expect(await read([changed('crude-oil-deliveries', 'coal-export-share')])).toMatch(
      /^figures\.csv:2 has the indicator "coal-export-share"/,
    )
  })
})

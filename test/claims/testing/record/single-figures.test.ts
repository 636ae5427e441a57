import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { partnerRankings, type RankQuery } from '../../../../src/claims/testing/questions/partner-rankings.ts'
import { rowsOfSides } from '../../../../src/claims/testing/record/record-query.ts'
import { loadSourceCards } from '../../../../src/sources/index.ts'
import { type Observation, observationColumns } from '../../../../src/sources/rows/observation.ts'
import { openSnapshot, type Snapshot, writeSnapshot } from '../../../../src/store/index.ts'
import { yearly } from '../../../assessments/made-snapshot.ts'
import { testedText } from '../../tested-text.ts'

const sourceCards = await loadSourceCards()

const exported = (to: string, value: number, year: number, days: Partial<Observation> = {}): Observation =>
  yearly({
    indicator: 'goods-exports',
    from_id: 'CHN',
    to_id: to,
    reporter: 'CHN',
    value: value * 1e9,
    unit: 'USD',
    source: 'cited-figures',
    year,
    ...days,
  })
const imported = (from: string, value: number, year: number): Observation => ({
  ...exported(from, value, year),
  indicator: 'goods-imports',
  from_id: from,
  to_id: 'CHN',
})
const half = (year: number): Partial<Observation> => ({ end_date: `${year}-06-30` })
const february = (year: number): Partial<Observation> => ({ end_date: `${year}-02-${year % 4 === 0 ? 29 : 28}` })
const iranian = { start_date: '2023-03-21', end_date: '2024-03-19' }

const others = 'USA HKG JPN KOR IND RUS DEU GBR NLD MEX THA MYS SGP IDN PHL AUS CAN BRA FRA ITA ESP POL TUR ARE SAU'.split(' ')
const more = 'ZAF NGA EGY KEN GHA TZA MOZ AGO PER CHL COL ARG ECU BGD PAK LKA NPL MMR KHM LAO MNG KAZ UZB KGZ TJK TKM IRN'.split(' ')

let snapshot: Snapshot
beforeAll(async () => {
  const rows = [
    exported('VNM', 161.8, 2024),
    exported('VNM', 137.6, 2023),
    exported('VNM', 74.1, 2024, half(2024)),
    exported('VNM', 64.3, 2023, half(2023)),
    exported('VNM', 24.9, 2024, february(2024)),
    exported('VNM', 20.1, 2023, february(2023)),
    imported('VNM', 98.5, 2024),
    imported('AUS', 139.4, 2024),
    exported('IRN', 10.5, 2023, iranian),
    ...[...others, ...more].map((to, i) => exported(to, 20 - i / 10, 2024)),
  ]
  const root = mkdtempSync(join(tmpdir(), 'visavis-'))
  const sources = sourceCards.filter(({ id }) => id === 'cited-figures')
  const about = { sources, created: '2026-06-30', note: 'test' }
  const { id } = await writeSnapshot(root, { observations: { columns: observationColumns(rows) } }, about)
  snapshot = await openSnapshot(join(root, 'snapshots', id))
})

async function told(text: string, date = '2025-02-10'): Promise<(string | undefined)[]> {
  const tested = await testedText(text, date, { title: 'China and Vietnam', snapshot })
  return tested.filter(({ claim }) => claim.value !== null).map(({ claim, finding }) => `${claim.value}: ${finding?.verdict}`)
}

describe('a figure of a part of a year is of that part', () => {
  test('it supports the part and not the year', async () => {
    expect(await told('In the first half of 2024 China exported goods worth $74.1 billion to Vietnam.')).toEqual(['74.1: supported'])
    expect(await told('In 2024 China exported goods worth $74.1 billion to Vietnam.')).toEqual(['74.1: contradicted'])
  })
  test('the figure of the year neither supports nor contradicts a part that has no figure', async () => {
    expect(await told('In 2024 China exported goods worth $161.8 billion to Vietnam.')).toEqual(['161.8: supported'])
    expect(await told('In the first quarter of 2024 China exported goods worth $161.8 billion to Vietnam.')).toEqual([
      '161.8: unverifiable',
    ])
  })
  test('a figure of the year in a sentence on the half year is not called wrong', async () => {
    const exported = 'The goods that China exported to Vietnam came to $161.8 billion, and China exported more.'
    expect(await told(`Chinese customs spoke of the first half of 2024.\n${exported}`)).toEqual(['161.8: unverifiable'])
    expect(await told(`Chinese customs spoke of 2024.\n${exported}`)).toEqual(['161.8: supported'])
  })
  test('a year within months of two years is told by its months', async () =>
    expect(await told('From March 2023 to March 2024 China exported goods worth $10.5 billion to Iran.', '2024-06-01')).toEqual([
      '10.5: supported',
    ]))
})

describe('a change lies between two figures of one who counts, of like parts', () => {
  test.each([
    'In 2024 Chinese exports to Vietnam grew by 17.6% on 2023.',
    'In the first half of 2024 Chinese exports to Vietnam grew by 15.2% on the first half of 2023.',
    'In January and February 2024 Chinese exports to Vietnam grew by 23.9% on a year earlier.',
  ])('%s', async (text) => {
    expect((await told(text))[0]).toMatch('supported')
    expect((await told(text.replace(/^In .*? 2024|^In 2024/, 'In the first quarter of 2024')))[0]).toMatch('unverifiable')
  })
  test('figures told years apart leave a difference of some points open, and a fall for a rise not', async () => {
    const growth = (by: string) => told(`By Chinese customs, exports to Vietnam ${by} in 2024 on 2023.`)
    expect(await growth('grew by 12.0%')).toEqual(['12: unverifiable'])
    expect(await growth('grew by 60.0%')).toEqual(['60: contradicted'])
    expect(await growth('fell by 17.6%')).toEqual(['-17.6: contradicted'])
  })
})

describe('single figures are no list', () => {
  const place: RankQuery = { ranked: 'VNM', host: 'CHN', ways: ['from host'], of: 'goods' }
  const year = [{ from: '2024-01-01', to: '2024-12-31' }]

  test('fifty of them are no complete order', async () => {
    const [order] = await partnerRankings(snapshot, place, year)
    expect(order!.partners.length).toBeGreaterThanOrEqual(50)
    expect([order!.complete, order!.outside]).toEqual([false, undefined])
    expect(await told("In 2024 Vietnam was China's largest market.")).toEqual(['1: unverifiable'])
  })
  test('of both ways only who is known both ways has a size', async () => {
    const [order] = await partnerRankings(snapshot, { ...place, ways: ['from host', 'to host'] }, year)
    expect(order!.partners.map(({ id }) => id).sort()).toEqual(['AUS', 'VNM'])
  })
  test('they add up to no total of several', async () => {
    const side = { id: 'ASEAN', states: new Set(['VNM', 'THA', 'MYS']) }
    expect(await rowsOfSides(snapshot, 'goods-exports', { id: 'CHN', states: undefined }, side)).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessArms } from '../../../src/assessments/domains/arms.ts'
import type { DomainAssessment } from '../../../src/assessments/forms/assessment.ts'
import { grouped } from '../../../src/assessments/rows/grouped.ts'
import { readCitedFigures } from '../../../src/sources/reviewed-tables/cited-figures.ts'
import type { Observation } from '../../../src/sources/rows/observation.ts'
import { type Columns, openSession, type Session } from '../../../src/store/session.ts'
import { benchOf, yearly } from '../made-snapshot.ts'

let session: Session
/** The shares of arms transfers in the bundled table. */
let shares: Observation[]

beforeAll(async () => {
  session = await openSession()
  shares = rowsOf(await readCitedFigures('data/tables/cited-figures.csv', session)).filter(({ indicator }) => indicator.startsWith('arms-'))
})
afterAll(() => session.close())

function rowsOf(columns: Columns): Observation[] {
  const names = Object.keys(columns)
  return columns['value']!.map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name]![i]])) as unknown as Observation)
}

async function arms(
  a: string,
  b: string,
  { to = '2026-06-30', more = [] }: { to?: string; more?: Observation[] } = {},
): Promise<DomainAssessment> {
  const bench = await benchOf([a, b], to, [...shares, ...more])
  try {
    return await assessArms(bench)
  } finally {
    bench.snapshot.close()
  }
}

const limits = ({ estimates }: DomainAssessment): unknown[] => estimates.filter(({ id }) => id.startsWith('arms-import-share-at-most-'))

describe('a share on record is the first sentence', () => {
  test('with its years, and whether no other supplied as much', async () => {
    expect((await arms('SAU', 'USA')).summary).toMatch(
      /^the United States supplied 74 % of the major arms that Saudi Arabia imported from 2020 to 2024 \(SIPRI, trend-indicator values\), more than any other\. Saudi Arabia took 12 % of the major arms that the United States exported from 2020 to 2024\.$/,
    )
    expect((await arms('DEU', 'EGY')).summary).toContain('Germany supplied 32 % of the major arms that Egypt imported')
    expect((await arms('DEU', 'EGY')).summary).toContain(', more than any other.')
    expect((await arms('FRA', 'EGY')).summary).not.toContain('more than any other')
  })

  test('of two windows the newest leads', async () => {
    const { summary } = await arms('IND', 'RUS')
    expect(summary).toMatch(
      /^Russia supplied 40 % of the major arms that India imported from 2021 to 2025 \(SIPRI, trend-indicator values\); ten years before it was 70 %\./,
    )
    expect((await arms('IND', 'RUS', { to: '2025-06-30' })).summary).toMatch(
      /^Russia supplied 36 % .* from 2020 to 2024 .*, more than any other\./,
    )
  })

  test('the way that weighs more comes first, whichever state is named first', async () => {
    for (const [a, b] of [
      ['ISR', 'USA'],
      ['USA', 'ISR'],
    ] as const)
      expect((await arms(a, b)).summary).toMatch(
        /^the United States supplied 63 % of the major arms that Israel imported .* Israel supplied 11 % /,
      )
  })

  test('what a customer took stands alone where nothing is known of the other side', async () => {
    expect((await arms('IRN', 'VEN')).summary).toBe(
      'Venezuela took 11 % of the major arms that Iran exported from 2020 to 2024 (SIPRI, trend-indicator values).',
    )
  })
})

describe('a state that is none of the main suppliers', () => {
  test('supplied at most what the third did: an estimate, of the other state, with the main suppliers named', async () => {
    const found = await arms('IND', 'KEN')
    expect(limits(found)).toMatchObject([
      { id: 'arms-import-share-at-most-a', state: 'estimated', certainty: 'at most', value: 0.12, unit: 'share', period: '2020/2024' },
    ])
    expect(found.state).toBe('estimated')
    expect(found.summary).toBe(
      'India’s main suppliers of major arms from 2020 to 2024 were Russia, France and Israel (SIPRI); what Kenya supplied, if anything, was at most 12 %.',
    )
  })

  test('two large importers have a sentence each, and a fourth supplier as large as the third is named', async () => {
    expect((await arms('JPN', 'PAK')).summary).toBe(
      'Japan’s main suppliers of major arms from 2020 to 2024 were the United States, the United Kingdom, Germany and Norway (SIPRI); what Pakistan supplied, if anything, was at most 0.55 %. Pakistan’s main suppliers of major arms from 2020 to 2024 were China, the Netherlands, Sweden and Türkiye (SIPRI); what Japan supplied, if anything, was at most 3.7 %.',
    )
  })

  test('has no bound towards a state outside the forty, nor before the five years have passed', async () => {
    expect((await arms('KEN', 'TZA')).state).toBe('unknown')
    expect(limits(await arms('RUS', 'KEN'))).toEqual([])
    expect((await arms('IND', 'KEN', { to: '2024-06-30' })).state).toBe('unknown')
  })

  test('is not bounded where a share of its own is on record, as the fourth supplier of India', async () => {
    const found = await arms('IND', 'USA')
    expect(limits(found)).toMatchObject([{ id: 'arms-import-share-at-most-b' }])
    expect(found.estimates.find(({ id }) => id === 'arms-import-share-a')).toMatchObject({ value: 0.11 })
    expect(found.summary).not.toContain('main suppliers')
  })

  test('has its own figure, and no bound, once a register is added', async () => {
    const of = (from: string, to: string, value: number): Observation =>
      yearly({
        indicator: 'arms-deliveries-tiv',
        from_id: from,
        to_id: to,
        year: 2024,
        value,
        unit: 'million TIV',
        source: 'sipri-register',
      })
    const found = await arms('IND', 'KEN', { more: [of('WLD', 'WLD', 9000), of('WLD', 'IND', 700)] })
    expect(limits(found)).toEqual([])
    expect(found.summary).toContain('SIPRI names no delivery of major arms from Kenya to India')
  })
})

describe('the table', () => {
  test('has three suppliers of one period only for the forty largest importers, and never more than the whole', () => {
    const imports = shares.filter(({ indicator }) => indicator === 'arms-import-share')
    const groups = grouped(imports, ({ to_id, start_date }) => `${to_id} ${start_date}`)
    const whole = [...groups].filter(([, rows]) => rows.length >= 3)
    expect(whole.map(([key]) => key.slice(4))).toEqual(Array(40).fill('2020-01-01'))
    for (const [key, rows] of groups)
      expect(
        rows.reduce((sum, { value }) => sum + value, 0),
        key,
      ).toBeLessThanOrEqual(1.005)
  })
})

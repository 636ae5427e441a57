import { describe, expect, test } from 'vitest'
import { assessArms } from '../../../src/assessments/domains/arms.ts'
import type { DomainAssessment } from '../../../src/assessments/forms/assessment.ts'
import type { Observation } from '../../../src/sources/rows/observation.ts'
import type { PartnerEvent } from '../../../src/sources/rows/partner-events.ts'
import type { Known } from '../../../src/store/index.ts'
import { benchOf, yearly } from '../made-snapshot.ts'

const delivery = (from: string, to: string, year: number, value: number, source = 'sipri-register'): Observation =>
  yearly({ indicator: 'arms-deliveries-tiv', from_id: from, to_id: to, year, value, unit: 'million TIV', source })

/** A register of all suppliers and recipients, 2010 to 2024, as its reader gives it. */
const register = [
  delivery('RUS', 'CHN', 2012, 400),
  delivery('RUS', 'CHN', 2020, 100),
  delivery('RUS', 'CHN', 2024, 200),
  delivery('WLD', 'CHN', 2012, 800),
  delivery('WLD', 'CHN', 2020, 250),
  delivery('WLD', 'CHN', 2024, 350),
  delivery('RUS', 'WLD', 2012, 4000),
  delivery('RUS', 'WLD', 2024, 1200),
  delivery('WLD', 'WLD', 2010, 9000),
  delivery('WLD', 'WLD', 2024, 9000),
]

async function arms(
  rows: readonly Observation[],
  pair: readonly [string, string] = ['CHN', 'RUS'],
  to = '2025-06-30',
): Promise<DomainAssessment> {
  const bench = await benchOf(pair, to, rows)
  try {
    return await assessArms(bench)
  } finally {
    bench.snapshot.close()
  }
}

function known(found: DomainAssessment, id: string): Known {
  const one = found.estimates.find((estimate) => estimate.id === id)
  if (one === undefined || !('value' in one)) throw new Error(`${id}: ${JSON.stringify(one)}`)
  return one
}

describe('a register of all suppliers and recipients', () => {
  test('five years are added up and compared with those ten years before', async () => {
    const found = await arms(register)
    expect(known(found, 'arms-b-to-a')).toMatchObject({ value: 300, unit: 'million TIV', period: '2020/2024', state: 'observed' })
    expect(known(found, 'arms-b-to-a.change')).toMatchObject({ value: -100, period: '2010/2014 to 2020/2024' })
  })

  test('each side’s share in the other’s transfers is of the same five years', async () => {
    const found = await arms(register)
    expect(known(found, 'arms-import-share-a').value).toBeCloseTo(300 / 600, 12)
    expect(known(found, 'arms-export-share-b').value).toBeCloseTo(300 / 1200, 12)
    expect(known(found, 'arms-import-share-a.change').value).toBeCloseTo(0.5 - 400 / 800, 12)
  })

  test('a pair without a row inside it had no delivery: zero, observed, and said so', async () => {
    const found = await arms(register)
    expect(known(found, 'arms-a-to-b')).toMatchObject({ value: 0, state: 'observed' })
    expect(found.summary).toContain('SIPRI names no delivery of major arms from China to Russia')
    expect(found.notes.join(' ')).toContain('counts as no delivery that SIPRI identified')
  })

  test('what is later than the last day is left out', async () => {
    expect(known(await arms(register, ['CHN', 'RUS'], '2021-12-31'), 'arms-b-to-a')).toMatchObject({ value: 100, period: '2016/2020' })
  })

  test('a change over years before the register begins is unknown', async () => {
    const late = register.filter((row) => row.start_date >= '2016')
    const change = (await arms(late)).estimates.find((one) => one.id === 'arms-b-to-a.change')
    expect(change).toMatchObject({ state: 'unknown', reason: 'the export begins in 2020' })
  })

  test('a pair is ranked among the pairs that have any, from ten of them on', async () => {
    const others = Array.from({ length: 11 }, (_, i) =>
      delivery('USA', ['JPN', 'KOR', 'AUS', 'GBR', 'FRA', 'DEU', 'ITA', 'ESP', 'POL', 'NOR', 'DNK'][i]!, 2022, 50 * (i + 1)),
    )
    expect((await arms(register)).estimates.some((one) => one.id === 'arms-b-to-a.percentile')).toBe(false)
    // of 12 pairs five lie below 300 and one, besides it, is at 300
    expect(known(await arms([...register, ...others]), 'arms-b-to-a.percentile').value).toBeCloseTo((100 * (5 + 2 / 2)) / 12, 9)
  })

  test('swapping the two swaps the ids and nothing else', async () => {
    const [one, other] = [await arms(register), await arms(register, ['RUS', 'CHN'])]
    expect(known(other, 'arms-a-to-b').value).toBe(known(one, 'arms-b-to-a').value)
    expect(known(other, 'arms-import-share-b').value).toBe(known(one, 'arms-import-share-a').value)
  })
})

describe('orders', () => {
  test('the deals of the register are named, latest first; of an earlier day those that go on after it are left out', async () => {
    const order = (date: string, end: string, code: string): PartnerEvent => ({
      date: `${date}-01-01`,
      end_date: `${end}-12-31`,
      from_id: 'RUS',
      from_name: 'Russia',
      to_id: 'CHN',
      to_name: 'China',
      kind: 'order',
      code,
      source: 'sipri-register',
      vintage: 'test',
      locator: 'x.csv:9',
    })
    const events = [order('2009', '2011', 'Own-1: 4 ordered in 2009'), order('2015', '2018', 'Own-2: 24 ordered in 2015')]
    const named = async (to: string): Promise<string[]> => {
      const bench = await benchOf(['CHN', 'RUS'], to, register, false, events)
      const { items } = await assessArms(bench)
      bench.snapshot.close()
      return items.filter((item) => item.kind === 'order').map((item) => item.text)
    }
    expect(await named('2025-06-30')).toEqual([
      'RUS to CHN, Own-2: 24 ordered in 2015 (sipri-register)',
      'RUS to CHN, Own-1: 4 ordered in 2009 (sipri-register)',
    ])
    expect(await named('2017-12-31')).toEqual(['RUS to CHN, Own-1: 4 ordered in 2009 (sipri-register)'])
  })
})

describe('an export that does not cover the pair', () => {
  test('of one recipient says nothing of another: unknown, never zero', async () => {
    const found = await arms([delivery('RUS', 'CHN', 2024, 200), delivery('WLD', 'CHN', 2024, 350)], ['RUS', 'IND'])
    expect(found.state).toBe('unknown')
    expect(found.estimates.every((one) => one.state === 'unknown')).toBe(true)
  })

  test('a register of one recipient covers its suppliers: Ukraine delivered nothing to China', async () => {
    const found = await arms([delivery('RUS', 'CHN', 2024, 200), delivery('WLD', 'CHN', 2024, 350)], ['UKR', 'CHN'])
    expect(known(found, 'arms-a-to-b').value).toBe(0)
    expect(found.estimates.some((one) => one.id === 'arms-b-to-a')).toBe(false)
  })

  test('a table of volumes by recipient has no suppliers: nothing follows for a pair', async () => {
    const table = [delivery('WLD', 'CHN', 2024, 350, 'sipri-tiv-table'), delivery('WLD', 'WLD', 2024, 9000, 'sipri-tiv-table')]
    expect((await arms(table)).state).toBe('unknown')
  })

  test('quoted figures stand in for it, and only for the way that it does not cover', async () => {
    const five = { start_date: '2020-01-01', end_date: '2024-12-31', year: 2020, source: 'cited-figures', unit: 'share' }
    const quoted = (from: string, to: string, value: number): Observation =>
      yearly({ ...five, indicator: 'arms-import-share', from_id: from, to_id: to, value })
    const found = await arms([...register.filter((row) => row.to_id === 'CHN'), quoted('RUS', 'CHN', 0.7), quoted('CHN', 'RUS', 0.02)])
    expect(known(found, 'arms-import-share-a').evidence[0]!.source).toBe('sipri-register')
    expect(known(found, 'arms-import-share-b')).toMatchObject({ value: 0.02, certainty: 'one report', period: '2020/2024' })
  })
})

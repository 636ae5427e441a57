import { describe, expect, test } from 'vitest'
import { assessPeople } from '../../../../src/assessments/domains/people.ts'
import type { DomainAssessment } from '../../../../src/assessments/forms/assessment.ts'
import { dayInWords } from '../../../../src/assessments/people/found.ts'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import type { PartnerEvent } from '../../../../src/sources/rows/partner-events.ts'
import type { Estimate } from '../../../../src/store/index.ts'
import { benchOf, yearly } from '../../../assessments/made-snapshot.ts'

const today = '2026-06-30'

async function told(
  pair: readonly [string, string],
  rows: readonly Observation[],
  to = today,
  happened: readonly PartnerEvent[] = [],
): Promise<DomainAssessment> {
  const bench = await benchOf(pair, to, rows, false, happened)
  try {
    return await assessPeople(bench)
  } finally {
    bench.snapshot.close()
  }
}

const one = (found: DomainAssessment, id: string): Estimate | undefined => found.estimates.find((estimate) => estimate.id === id)

const stock = (from_id: string, to_id: string, year: number, value: number): Observation =>
  yearly({
    ...{ indicator: 'migrant-stock', from_id, to_id, year, value, unit: 'persons', source: 'un-migrant-stock', status: 'estimated' },
    ...{ start_date: `${year}-07-01`, end_date: `${year}-07-01` },
  })

const visa = (from_id: string, to_id: string, value: number, indicator = 'visa-rule'): Observation =>
  yearly({
    ...{ indicator, from_id, to_id, year: 2025, value, unit: indicator === 'visa-rule' ? 'of 5' : 'days', source: 'passport-index' },
    ...{ start_date: '2025-01-12', end_date: '2025-01-12' },
  })

describe('migrants', () => {
  test('the latest of each way, with the change of ten years and the share of the population of the origin', async () => {
    const found = await told(
      ['KEN', 'TZA'],
      [
        stock('KEN', 'TZA', 2010, 27_864),
        stock('KEN', 'TZA', 2020, 24_274),
        stock('TZA', 'KEN', 2020, 34_767),
        yearly({
          indicator: 'population',
          from_id: 'KEN',
          to_id: null,
          year: 2020,
          value: 52_000_000,
          unit: 'persons',
          source: 'world-bank',
        }),
      ],
    )
    expect(one(found, 'migrants-a-in-b')).toMatchObject({ state: 'estimated', value: 24_274, period: '2020', unit: 'persons' })
    expect(one(found, 'migrants-a-in-b.change')).toMatchObject({ value: -3590, period: '2010/2020' })
    expect(one(found, 'migrants-a-in-b-share')).toMatchObject({ value: 24_274 / 52_000_000, unit: 'share' })
    expect(one(found, 'migrants-b-in-a-share')).toBeUndefined()
    expect(found.summary).toBe(
      'In 2020, some 35,000 people born in Tanzania lived in Kenya, and 24,000 people born in Kenya lived in Tanzania (UN estimates).',
    )
  })

  test('an origin that the destination does not list is unknown, never none', async () => {
    const found = await told(['KEN', 'TZA'], [stock('KEN', 'TZA', 2020, 1)])
    expect(one(found, 'migrants-b-in-a')).toMatchObject({ state: 'unknown', period: '2020' })
    expect(one(found, 'migrants-b-in-a')).not.toHaveProperty('value')
    expect(found.summary).toBe(
      'In 2020, fewer than 100 people born in Kenya lived in Tanzania (UN estimate); for the other way the UN gives no figure.',
    )
  })

  test('fewer than a hundred people are no number, and come after what else is known', async () => {
    const few = [stock('KEN', 'TZA', 2020, 6), stock('TZA', 'KEN', 2020, 1)]
    const found = await told(['KEN', 'TZA'], [...few, visa('KEN', 'TZA', 5), visa('TZA', 'KEN', 5)])
    expect(found.summary).toBe(
      'On 12 January 2025 citizens of either needed no visa to visit the other. In 2020 fewer than 100 people born in either lived in the other (UN estimates).',
    )
  })

  test('on an earlier day only what had been counted by then', async () => {
    const found = await told(['KEN', 'TZA'], [stock('KEN', 'TZA', 2010, 27_864), stock('KEN', 'TZA', 2020, 24_274)], '2015-12-31')
    expect(one(found, 'migrants-a-in-b')).toMatchObject({ value: 27_864, period: '2010' })
  })
})

describe('visa rules', () => {
  test.each([
    [5, 5, 'On 12 January 2025 citizens of either needed no visa to visit the other.'],
    [1, 5, 'On 12 January 2025 citizens of Kenya needed a visa in Tanzania; citizens of Tanzania needed no visa in Kenya.'],
    [0, 2, 'On 12 January 2025 citizens of Kenya were not admitted to Tanzania; citizens of Tanzania needed an electronic visa in Kenya.'],
    [
      3,
      4,
      'On 12 January 2025 citizens of Kenya needed an electronic travel authorisation in Tanzania; citizens of Tanzania got a visa on arrival in Kenya.',
    ],
  ])('%i one way and %i the other', async (out, back, sentence) => {
    const found = await told(['KEN', 'TZA'], [visa('KEN', 'TZA', out), visa('TZA', 'KEN', back)])
    expect(found.summary).toBe(sentence)
    expect(found.state).toBe('observed')
    expect(one(found, 'visa-a-in-b')).toMatchObject({ value: out, unit: 'of 5' })
  })

  test('the days of a stay are told where the list has them', async () => {
    const found = await told(['KEN', 'TZA'], [visa('KEN', 'TZA', 5), visa('KEN', 'TZA', 90, 'visa-free-days'), visa('TZA', 'KEN', 5)])
    expect(found.summary).toContain(
      'citizens of Kenya needed no visa in Tanzania for up to 90 days; citizens of Tanzania needed no visa in Kenya',
    )
    expect(one(found, 'visa-free-days-a-in-b')).toMatchObject({ value: 90, unit: 'days' })
  })

  test('a rule of later is not taken back in time', async () => {
    const found = await told(['KEN', 'TZA'], [visa('KEN', 'TZA', 5), visa('TZA', 'KEN', 5)], '2024-12-31')
    expect(found).toMatchObject({ state: 'unknown' })
  })
})

describe('visits of leaders', () => {
  const visit = (from_id: string, to_id: string, date: string, from_name: string, code: string): PartnerEvent => ({
    ...{ date, end_date: date, from_id, from_name, to_id, to_name: to_id, kind: 'visit', code },
    ...{ source: 'us-visits', vintage: 'test', locator: 'x.csv:1' },
  })
  const received = yearly({
    indicator: 'leaders-received',
    from_id: 'KEN',
    to_id: 'USA',
    year: 2024,
    value: 1,
    unit: 'visits',
    source: 'us-visits',
  })

  test('counted over ten years to the end of the list, with the last one by name', async () => {
    const found = await told(['KEN', 'USA'], [received], today, [
      visit('KEN', 'USA', '1980-02-20', 'President Moi', 'visit of a leader'),
      visit('USA', 'KEN', '2015-07-24', 'Barack Obama', 'visit of the President'),
      visit('KEN', 'USA', '2022-12-13', 'President Ruto', 'visit of a leader'),
      visit('KEN', 'USA', '2024-05-22', 'President Ruto', 'visit of a leader'),
    ])
    expect(one(found, 'leader-visits-a-to-b')).toMatchObject({ state: 'observed', value: 2, period: '2015/2024' })
    expect(one(found, 'leader-visits-b-to-a')).toMatchObject({ state: 'observed', value: 0, period: '2016/2025' })
    expect(found.summary).toContain(
      'From 2015 to 12 November 2024 leaders of Kenya made 2 visits to the United States, the last on 22 May 2024 (President Ruto).',
    )
    expect(found.summary).toContain(
      'no visit of the President or the Secretary of State of the United States to Kenya is listed; the last was on 24 July 2015 (Barack Obama).',
    )
    expect(found.items.map(({ date }) => date)).toEqual(['2024-05-22', '2022-12-13', '1980-02-20', '2015-07-24'])
  })

  test('a pair that no list follows has no count', async () => {
    const found = await told(['KEN', 'TZA'], [received, visa('KEN', 'TZA', 5)])
    expect(found.estimates.some(({ id }) => id.startsWith('leader'))).toBe(false)
  })
})

test('without any row the domain is unknown and says what would fill it', async () => {
  const found = await told(['KEN', 'TZA'], [])
  expect(found).toMatchObject({ id: 'people', state: 'unknown' })
  expect(found.wouldFill).toContain('UN')
})

test('a day in words', () => {
  expect(dayInWords('2025-01-12')).toBe('12 January 2025')
})

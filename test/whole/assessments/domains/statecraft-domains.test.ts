import { describe, expect, test } from 'vitest'
import { assessArms } from '../../../../src/assessments/domains/arms.ts'
import { assessExercises } from '../../../../src/assessments/domains/exercises.ts'
import { assessFinance } from '../../../../src/assessments/domains/finance.ts'
import { assessInvestment } from '../../../../src/assessments/domains/investment.ts'
import { assessTechnology } from '../../../../src/assessments/domains/technology.ts'
import type { DomainAssessment } from '../../../../src/assessments/forms/assessment.ts'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import type { Estimate } from '../../../../src/store/index.ts'
import { benchOf, yearly } from '../../../assessments/made-snapshot.ts'

type Domain = (bench: Awaited<ReturnType<typeof benchOf>>) => Promise<DomainAssessment>

async function told(domain: Domain, pair: readonly [string, string], to: string, rows: readonly Observation[]): Promise<DomainAssessment> {
  const bench = await benchOf(pair, to, rows)
  try {
    return await domain(bench)
  } finally {
    bench.snapshot.close()
  }
}

const one = (found: DomainAssessment, id: string): Estimate | undefined => found.estimates.find((estimate) => estimate.id === id)

describe('investment', () => {
  const deal = (to: string, year: number, value: number): Observation =>
    yearly({ indicator: 'large-deals', from_id: 'CHN', to_id: to, year, value, unit: 'USD', source: 'china-global-investment-tracker' })

  test('large deals: the last five whole years of the source, at least; a part year is left out', async () => {
    const part = { ...deal('PAK', 2018, 9e9), end_date: '2018-06-30' }
    const found = await told(assessInvestment, ['PAK', 'CHN'], '2020-12-31', [
      deal('PAK', 2012, 1e9),
      deal('PAK', 2013, 2e9),
      deal('PAK', 2017, 3e9),
      part,
    ])
    expect(one(found, 'large-deals-b-to-a')).toMatchObject({ value: 5e9, period: '2013/2017', certainty: 'at least' })
    expect(one(found, 'large-deals-b-to-a.change')).toMatchObject({ state: 'unknown', reason: 'the source begins in 2012' })
    expect(one(found, 'large-deals-a-to-b')).toBeUndefined()
  })

  test('no deal in the years of a list of known deals is unknown, not none', async () => {
    const found = await told(assessInvestment, ['CHN', 'PAK'], '2020-12-31', [deal('PAK', 2008, 1e9), deal('KAZ', 2017, 1e9)])
    expect(one(found, 'large-deals-a-to-b')).toMatchObject({ state: 'unknown', period: '2013/2017' })
    expect(found.state).toBe('unknown')
  })

  test('official finance adds its kinds up, and is compared with ten years before', async () => {
    const flow = (kind: string, year: number, value: number): Observation =>
      yearly({
        indicator: `official-finance-${kind}`,
        from_id: 'CHN',
        to_id: 'PAK',
        year,
        value,
        unit: 'USD',
        source: 'aiddata-china-finance',
      })
    const rows = [flow('oda', 2000, 1e9), flow('oda', 2011, 2e9), flow('oof', 2014, 3e9)]
    const found = await told(assessInvestment, ['CHN', 'PAK'], '2020-12-31', rows)
    expect(one(found, 'official-finance-a-to-b')).toMatchObject({ value: 5e9, period: '2010/2014', certainty: 'at least' })
    expect(one(found, 'official-finance-a-to-b.change')).toMatchObject({ value: 4e9, period: '2000/2004 to 2010/2014' })
  })

  test('support: the whole period, not the sum of its months; military support stands under arms', async () => {
    const row = (kind: string, start_date: string, end_date: string, value: number): Observation =>
      yearly({
        indicator: `support-allocations-${kind}`,
        from_id: 'DEU',
        to_id: 'UKR',
        year: 2022,
        value,
        unit: 'EUR',
        source: 'kiel-ukraine-support-tables',
        start_date,
        end_date,
      })
    const rows = [
      row('financial', '2022-03-01', '2022-03-31', 1e8),
      row('financial', '2022-01-24', '2024-02-29', 1e9),
      row('financial', '2024-02-01', '2024-02-29', 2e8),
      row('military', '2022-01-24', '2024-02-29', 2e10),
    ]
    const found = await told(assessInvestment, ['DEU', 'UKR'], '2025-12-31', rows)
    expect(one(found, 'support-financial')).toMatchObject({ value: 1e9, period: '2022-01-24/2024-02-29' })
    expect(one(found, 'support-military')).toBeUndefined()
    expect(one(await told(assessArms, ['DEU', 'UKR'], '2025-12-31', rows), 'support-military')).toMatchObject({ value: 2e10 })
  })
})

describe('exercises', () => {
  const listed = (to: string, year: number, value: number): Observation =>
    yearly({
      indicator: 'joint-exercises',
      from_id: 'RUS',
      to_id: to,
      reporter: 'RUS',
      year,
      value,
      unit: 'exercises',
      source: 'russia-exercises',
    })

  test('a list with gaps gives a count at least over its years, and no change', async () => {
    const found = await told(assessExercises, ['CHN', 'RUS'], '2020-12-31', [
      listed('CHN', 2009, 2),
      listed('CHN', 2013, 3),
      listed('IND', 2015, 1),
    ])
    expect(one(found, 'exercises-listed')).toMatchObject({ value: 5, period: '2009/2015', certainty: 'at least' })
    expect(found.estimates.some((estimate) => estimate.id.endsWith('.change'))).toBe(false)
    expect(found.notes.join(' ')).toContain('a falling count is the table, not the world')
  })

  const ofReports = (from: string, to: string, year: number, value: number): Observation =>
    yearly({ indicator: 'joint-exercises', from_id: from, to_id: to, year, value, unit: 'exercises', source: 'mme-exercises' })

  test('a list of all states gives its count, its last year, and that it ends in 2010', async () => {
    const rows = [ofReports('CHN', 'RUS', 1999, 1), ofReports('CHN', 'RUS', 2007, 3), ofReports('JPN', 'USA', 2010, 10)]
    const found = await told(assessExercises, ['RUS', 'CHN'], '2020-12-31', rows)
    expect(one(found, 'exercises-listed')).toMatchObject({ state: 'observed', value: 4, certainty: 'at least' })
    expect(found.summary).toContain('mme-exercises lists at least 4 joint exercises of Russia and China, the last in 2007.')
    expect(found.notes.join(' ')).toContain('it says nothing of exercises since')
  })

  test('a pair that the list of all states does not name has an estimate of none with its recall, over the years of both', async () => {
    const rows = [ofReports('JPN', 'USA', 1980, 2), ofReports('JPN', 'USA', 2010, 10)]
    const found = await told(assessExercises, ['EST', 'PER'], '2020-12-31', rows)
    expect(one(found, 'exercises-listed')).toMatchObject({ state: 'estimated', value: 0, period: '1991/2010' })
    expect(found.summary).toBe('mme-exercises, a list from news reports, has no joint exercise of Estonia and Peru in 1991 to 2010.')
    expect((await told(assessExercises, ['SSD', 'PER'], '2020-12-31', rows)).state).toBe('unknown')
  })

  test('a pair that the list does not name is unknown', async () => {
    expect((await told(assessExercises, ['RUS', 'MCO'], '2020-12-31', [listed('CHN', 2009, 2)])).state).toBe('unknown')
  })
})

describe('technology', () => {
  const goods = (from: string, to: string, year: number, value: number): Observation =>
    yearly({
      indicator: 'sanctioned-goods-exports',
      from_id: from,
      to_id: to,
      reporter: from,
      year,
      value,
      unit: 'EUR',
      source: 'comext-sanctioned',
    })

  test('restricted goods of a member, with the change over the years that the source has', async () => {
    const found = await told(assessTechnology, ['DEU', 'KAZ'], '2023-12-31', [
      goods('DEU', 'KAZ', 2020, 3e8),
      goods('DEU', 'KAZ', 2022, 9e8),
    ])
    expect(one(found, 'restricted-goods-a-to-b')).toMatchObject({ value: 9e8, period: '2022' })
    expect(one(found, 'restricted-goods-a-to-b-since')).toMatchObject({ value: 6e8, period: '2020/2022' })
  })

  test('an incomplete year is compared with the same months of the years before, not with whole years', async () => {
    const months = (year: number, value: number): Observation => ({ ...goods('DEU', 'KAZ', year, value), end_date: `${year}-11-30` })
    const found = await told(assessTechnology, ['DEU', 'KAZ'], '2023-12-31', [
      ...[2020, 2021].map((year) => goods('DEU', 'KAZ', year, 12e8)),
      ...[months(2020, 11e8), months(2021, 11e8), months(2022, 22e8)],
    ])
    expect(one(found, 'restricted-goods-a-to-b')).toMatchObject({ value: 22e8, period: '2022-01-01/2022-11-30' })
    expect(one(found, 'restricted-goods-a-to-b-since')).toMatchObject({ value: 11e8, period: '2020-01-01/2022-11-30' })
    expect(found.summary).toContain('From January to November 2022 Germany exported')
    expect(found.items.some(({ text }) => text.startsWith('2021,'))).toBe(false)
  })

  test('Russia and a neighbour: what the EU sells to each, told apart from where it ends', async () => {
    const rows = [
      goods('EU', 'KGZ', 2021, 75e6),
      goods('EU', 'KGZ', 2022, 495e6),
      goods('EU', 'RUS', 2021, 33e9),
      goods('EU', 'RUS', 2022, 12.5e9),
    ]
    const found = await told(assessTechnology, ['KGZ', 'RUS'], '2023-12-31', rows)
    expect(one(found, 'eu-restricted-goods-a')).toMatchObject({ value: 495e6 })
    expect(found.summary).toContain(
      'worth EUR 495 m to Kyrgyzstan (+EUR 420 m since 2021), and EUR 12.5 bn to Russia (−EUR 20.5 bn since 2021)',
    )
    expect(found.notes.join(' ')).toContain('where it ends are two things')
    expect((await told(assessTechnology, ['KGZ', 'KAZ'], '2023-12-31', rows)).state).toBe('unknown')
  })
})

describe('finance', () => {
  test('what an official called "more than" is at least, in the figure and in the sentence', async () => {
    const said = yearly({
      indicator: 'settlement-own-currencies',
      from_id: 'IRN',
      to_id: 'RUS',
      year: 2024,
      value: 0.95,
      unit: 'share',
      source: 'cited-figures',
      locator: 'P, T, 2025, https://p.example/t (more than 95 per cent)',
    })
    const found = await told(assessFinance, ['RUS', 'IRN'], '2026-06-30', [said])
    expect(one(found, 'settlement-own-currencies')).toMatchObject({ value: 0.95, certainty: 'at least', period: '2024' })
    expect(found.summary).toContain('at least 95 % of the payments')
  })

  test('a quoted stock is compared with the same day ten years before, by the same reporter', async () => {
    const held = (year: number, value: number): Observation =>
      yearly({
        indicator: 'treasury-securities-held',
        from_id: 'JPN',
        to_id: 'USA',
        reporter: 'USA',
        year,
        value,
        unit: 'USD',
        source: 'cited-figures',
        start_date: `${year}-12-31`,
      })
    const found = await told(assessFinance, ['USA', 'JPN'], '2026-06-30', [held(2010, 8e11), held(2015, 1.1e12), held(2020, 1.25e12)])
    expect(one(found, 'treasury-b-to-a')).toMatchObject({ value: 1.25e12, period: '2020-12-31', certainty: 'one report' })
    expect(one(found, 'treasury-b-to-a.change')).toMatchObject({ value: 4.5e11, period: '2010-12-31 to 2020-12-31' })
    expect(found.items.map((item) => item.date)).toEqual(['2020-12-31', '2015-12-31', '2010-12-31'])
  })
})

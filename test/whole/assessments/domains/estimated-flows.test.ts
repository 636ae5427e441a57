import { expect, test } from 'vitest'
import { assessEnergy } from '../../../../src/assessments/domains/energy.ts'
import { assessInvestment } from '../../../../src/assessments/domains/investment.ts'
import { assessTechnology } from '../../../../src/assessments/domains/technology.ts'
import { assessTrade } from '../../../../src/assessments/domains/trade.ts'
import type { DomainAssessment, DomainInputs } from '../../../../src/assessments/forms/assessment.ts'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import type { Known } from '../../../../src/store/index.ts'
import { benchOf, yearly } from '../../../assessments/made-snapshot.ts'

const goods = (group: string, from: string, to: string, value: number): Observation =>
  yearly({
    indicator: `${group}-flow`,
    from_id: from,
    to_id: to,
    year: 2024,
    value,
    unit: 'USD',
    source: 'baci-sectors',
    status: 'estimated',
  })
const sales = (of: string, from: string, to: string, year: number, value: number): Observation =>
  yearly({ indicator: `${of}-sales`, from_id: from, to_id: to, year, value, unit: 'USD', source: 'oecd-icio', status: 'estimated' })
const position = (from: string, to: string, reporter: string, year: number, value: number): Observation =>
  yearly({
    ...{
      indicator: 'direct-investment-stock',
      from_id: from,
      to_id: to,
      reporter,
      year,
      value,
      unit: 'USD',
      source: 'imf-direct-investment',
    },
    ...{ start_date: `${year}-12-31`, locator: `dip.csv, ${reporter}` },
  })

const rows = [
  goods('semiconductors', 'TWN', 'CHN', 56.3e9),
  goods('semiconductors', 'WLD', 'CHN', 231e9),
  goods('batteries', 'TWN', 'CHN', 44e6),
  sales('fuel', 'SAU', 'CHN', 2022, 60.7e9),
  sales('fuel', 'WLD', 'CHN', 2022, 450e9),
  sales('fuel', 'NGA', 'DEU', 2022, 4.6e9),
  yearly({
    ...{ indicator: 'goods-trade-flow', from_id: 'NGA', to_id: 'DEU', year: 2022, value: 2.4e9, unit: 'USD', source: 'baci-2022' },
    status: 'estimated',
  }),
  sales('services', 'USA', 'MEX', 2012, 40e9),
  sales('services', 'USA', 'MEX', 2022, 85e9),
  position('USA', 'CHN', 'CHN', 2014, 70e9),
  position('USA', 'CHN', 'CHN', 2024, 59e9),
  position('USA', 'CHN', 'USA', 2024, 123e9),
  position('WLD', 'CHN', 'CHN', 2024, 3700e9),
  position('DEU', 'TUV', 'DEU', 2024, 0),
]

async function assessed(
  of: (bench: DomainInputs) => Promise<DomainAssessment>,
  a: string,
  b: string,
  to = '2026-06-30',
): Promise<DomainAssessment> {
  const bench = await benchOf([a, b], to, rows)
  try {
    return await of(bench)
  } finally {
    bench.snapshot.close()
  }
}

const known = (found: DomainAssessment, id: string): Known | undefined =>
  found.estimates.find((one): one is Known => one.id === id && 'value' in one)

test('goods of a group, with their share of all that the buyer imports of them', async () => {
  const found = await assessed(assessTechnology, 'TWN', 'CHN')
  expect(known(found, 'semiconductors-a-to-b')).toMatchObject({ value: 56.3e9, state: 'estimated', period: '2024' })
  expect(known(found, 'semiconductors-share-a-to-b')?.value).toBeCloseTo(56.3 / 231, 12)
  expect(found.summary).toContain(
    'In 2024 Taiwan sold China semiconductors and solar cells for USD 56.3 bn (24 % of its imports of them) and batteries for USD 44 m',
  )
  expect(found.summary).toContain('In 2024 China sold Taiwan less than USD 1,000 of each of the five groups of goods that are followed.')
})

test('no row between two covered states, of which one reports, is a bound and not zero', async () => {
  const found = await assessed(assessTechnology, 'KEN', 'TON')
  expect(found.state).toBe('estimated')
  expect(known(found, 'technology-goods-a-to-b')).toMatchObject({ value: 1000, certainty: 'at most', state: 'estimated', period: '2024' })
  expect(found.summary).toContain('neither Kenya nor Tonga sold the other as much as USD 1,000')
})

test('no row between two states that do not report is unknown, and so is one before the year or of a state that is not covered', async () => {
  const silent = await assessed(assessTechnology, 'IRQ', 'SYR')
  expect([silent.state, silent.summary]).toEqual(['unknown', expect.stringContaining('BACI has no report of 2024 from Iraq or Syria')])
  expect((await assessed(assessTechnology, 'KEN', 'TON', '2023-12-31')).state).toBe('unknown')
  expect((await assessed(assessTechnology, 'KEN', 'LIE')).state).toBe('unknown')
})

test('fuels that the tables put above all goods of that way and year are called doubtful', async () => {
  expect((await assessed(assessEnergy, 'NGA', 'DEU')).summary).toContain(
    'That is doubtful: trade statistics of 2022 have USD 2.4 bn at most for all goods from Nigeria to Germany.',
  )
  expect((await assessed(assessEnergy, 'SAU', 'CHN')).summary).not.toContain('doubtful')
})

test('fuels by input-output tables are an estimate of their own, and say so', async () => {
  const found = await assessed(assessEnergy, 'SAU', 'CHN')
  expect(known(found, 'fuel-sales-a-to-b')).toMatchObject({ value: 60.7e9, state: 'estimated' })
  expect(found.summary).toBe(
    'By the OECD’s input-output tables Saudi Arabia’s industries sold China fuels for USD 60.7 bn (13 % of the fuels that China imports) in 2022: estimates at basic prices.',
  )
  expect((await assessed(assessEnergy, 'KHM', 'MLT')).summary).toContain('for as much as USD 100,000 in 2022')
  expect((await assessed(assessEnergy, 'KEN', 'TZA')).state).toBe('unknown')
})

test('services have their change in ten years, and never stand in for goods', async () => {
  const found = await assessed(assessTrade, 'USA', 'MEX')
  expect(known(found, 'services-sales-a-to-b.change')?.value).toBe(45e9)
  expect(found.summary).toContain('Goods are unknown')
})

test('of two reports of one investment the host’s is central, the interval spans both, and the change is by one of them', async () => {
  const found = await assessed(assessInvestment, 'USA', 'CHN')
  expect(known(found, 'direct-investment-a-to-b')).toMatchObject({ value: 59e9, interval: { low: 59e9, high: 123e9, kind: 'reports' } })
  expect(known(found, 'direct-investment-a-to-b.change')?.value).toBe(-11e9)
  expect(known(found, 'direct-investment-share-host-a-to-b')?.value).toBeCloseTo(59 / 3700, 12)
  expect(found.summary).toBe(
    'At the end of 2024 direct investment of the United States in China stood at USD 59 bn (reports from USD 59 bn to USD 123 bn), 1.6 % of all in China.',
  )
})

test('a printed zero is an observed none; what nobody reports is unknown', async () => {
  expect((await assessed(assessInvestment, 'DEU', 'TUV')).summary).toBe(
    'Direct investment of Germany in Tuvalu: none is reported (IMF, 2024).',
  )
  expect((await assessed(assessInvestment, 'KEN', 'TZA')).state).toBe('unknown')
})

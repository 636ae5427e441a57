import { expect, test } from 'vitest'
import { assessFinance } from '../../../src/assessments/domains/finance.ts'
import type { DomainAssessment } from '../../../src/assessments/forms/assessment.ts'
import type { Observation } from '../../../src/sources/rows/observation.ts'
import { benchOf, yearly } from '../made-snapshot.ts'

const stock = (kind: string, from: string, to: string, year: number, value: number): Observation =>
  yearly({
    ...{ indicator: `public-debt-${kind}`, from_id: from, to_id: to, reporter: to, year, value, unit: 'USD', source: 'world-bank-debt' },
    ...{ start_date: `${year}-12-31`, locator: `ids.csv, ${kind} ${from} ${to}` },
  })

/** As the source has it: Angola owes China to official lenders and banks, Serbia's total has a creditor more than its list. */
const reports = [
  stock('official', 'CHN', 'AGO', 2014, 4e9),
  stock('official', 'WLD', 'AGO', 2014, 5e9),
  stock('official', 'CHN', 'AGO', 2024, 2.6e9),
  stock('banks', 'CHN', 'AGO', 2024, 11.8e9),
  stock('official', 'WLD', 'AGO', 2024, 4e9),
  stock('banks', 'WLD', 'AGO', 2024, 21e9),
  stock('bonds', 'WLD', 'AGO', 2024, 11e9),
  stock('official', 'WLD', 'KEN', 2024, 9e9),
  stock('official', 'WLD', 'SRB', 2024, 8e9),
  stock('unlisted', 'WLD', 'SRB', 2024, 1e9),
  stock('official', 'WLD', 'ERI', 2024, 5e8),
  stock('official', 'KWT', 'ERI', 2024, -129_891.3),
]

async function finance(a: string, b: string, to = '2025-06-30'): Promise<DomainAssessment> {
  const bench = await benchOf([a, b], to, reports)
  try {
    return await assessFinance(bench)
  } finally {
    bench.snapshot.close()
  }
}

const figureNamed = (found: DomainAssessment, id: string): unknown => {
  const one = found.estimates.find((estimate) => estimate.id === id)
  return one === undefined ? undefined : 'value' in one ? one.value : one.state
}

test('official lenders and banks are added up, with the share of all public debt abroad and the change in ten years', async () => {
  const found = await finance('AGO', 'CHN')
  expect(figureNamed(found, 'public-debt-b-to-a')).toBe(14.4e9)
  expect(figureNamed(found, 'public-debt-b-to-a.change')).toBeCloseTo(10.4e9, 0)
  expect(figureNamed(found, 'public-debt-share-b-to-a')).toBeCloseTo(14.4 / 36, 12)
  expect(figureNamed(found, 'public-debt-banks-b-to-a')).toBe(11.8e9)
  expect(found.summary).toBe(
    'At the end of 2024 Angola owed China’s official lenders and banks USD 14.4 bn of public debt, 40 % of all its public debt abroad. Ten years before it was USD 4 bn.',
  )
})

test('a debtor that reports and does not name the other side owes it none: a value, and a sentence of its own', async () => {
  const found = await finance('KEN', 'FRA')
  expect(found.state).toBe('observed')
  expect(figureNamed(found, 'public-debt-b-to-a')).toBe(0)
  expect(figureNamed(found, 'public-debt-a-to-b')).toBe('unknown')
  expect(found.summary).toBe('Public debt of Kenya to France’s official lenders and banks: none is reported (World Bank, 2024).')
  expect((await finance('AGO', 'KEN')).summary).toBe(
    'Public debt of Angola and Kenya to each other’s official lenders and banks: none is reported on either side (World Bank, 2024).',
  )
})

test('where a creditor is missing from the list, or the amount is below zero, no row is unknown and not none', async () => {
  expect(figureNamed(await finance('ARE', 'SRB'), 'public-debt-a-to-b')).toBe('unknown')
  expect(figureNamed(await finance('ERI', 'KWT'), 'public-debt-b-to-a')).toBe('unknown')
})

test('two states that do not report are unknown, and the reason says so', async () => {
  const found = await finance('DEU', 'JPN')
  expect(found.state).toBe('unknown')
  expect(found.summary).toContain('neither Germany nor Japan reports its public debt to the World Bank')
})

test('before the first report nothing is told', async () => {
  expect((await finance('AGO', 'CHN', '2013-06-30')).state).toBe('unknown')
})

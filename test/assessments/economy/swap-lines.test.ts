import { expect, test } from 'vitest'
import { assessFinance } from '../../../src/assessments/domains/finance.ts'
import type { DomainAssessment } from '../../../src/assessments/forms/assessment.ts'
import { rowsOfEvidence } from '../../../src/assessments/record/rows-of-evidence.ts'
import { agreementSnapshotForTests } from '../agreement-snapshot.ts'
import { pairOf } from '../conflict-snapshot.ts'
import { benchOf } from '../made-snapshot.ts'

const snapshot = agreementSnapshotForTests()

const finance = (a: string, b: string, to = '2026-11-30'): Promise<DomainAssessment> => assessFinance(pairOf(snapshot(), a, b, to))

const figureNamed = (found: DomainAssessment, id: string): unknown => {
  const one = found.estimates.find((estimate) => estimate.id === id)
  return one === undefined ? undefined : 'value' in one ? `${one.value} ${one.unit}` : one.state
}

test('the ceiling in force on the day, its currency and the days of its term', async () => {
  const found = await finance('IDN', 'CHN')
  expect(figureNamed(found, 'swap-line')).toBe('400000000000 CNY')
  expect(found.summary).toContain(
    'The central banks of Indonesia and China have a swap line of up to CNY 400 bn, from 31 January 2025 to 30 January 2030.',
  )
  expect(figureNamed(await finance('IDN', 'CHN', '2023-06-30'), 'swap-line')).toBe('250000000000 CNY')
})

test('a line that has ended is unknown, since a renewal may not be announced, and the last one is told', async () => {
  const found = await finance('CHN', 'UZB')
  expect(found.state).toBe('unknown')
  expect(figureNamed(found, 'swap-line')).toBe('unknown')
  expect(found.summary).toContain(
    'the last swap line on our list, of CNY 700 m, ended on 18 April 2014; whether it was renewed is not known',
  )
})

test('a line of the European Central Bank stands for each member of the euro area, on the days of its membership only', async () => {
  expect((await finance('CHN', 'FRA')).summary).toContain(
    'The European Central Bank and the central bank of China have a swap line of up to CNY 350 bn, from 8 October 2025 to 7 October 2028.',
  )
  expect(figureNamed(await finance('CHN', 'HRV', '2022-12-31'), 'swap-line')).toBeUndefined()
  expect(figureNamed(await finance('CHN', 'HRV', '2023-01-01'), 'swap-line')).toBe('350000000000 CNY')
})

test('two members of the euro area share a currency: no line stands between them', async () => {
  const found = await finance('DEU', 'FRA')
  expect(figureNamed(found, 'swap-lines')).toBeUndefined()
  expect(found.summary).toBe('Germany and France share a currency, the euro, and are in the Single Euro Payments Area.')
})

test('a line without a limit has no amount: it is counted, and the sentence says so', async () => {
  const found = await finance('JPN', 'USA')
  expect(figureNamed(found, 'swap-line')).toBeUndefined()
  expect(figureNamed(found, 'swap-lines')).toBe('1 count')
  expect(found.summary).toBe('The central banks of Japan and the United States have a swap line without a limit, since 31 October 2013.')
})

test('where one side lends its own currency, the sentence says which', async () => {
  expect((await finance('KOR', 'USA', '2020-12-31')).summary).toBe(
    'South Korea’s central bank can borrow up to USD 60 bn from the United States’ central bank under a swap line, from 19 March 2020 to 31 December 2021.',
  )
  expect((await finance('USA', 'ARG')).summary).toContain('Argentina’s central bank can borrow up to USD 20 bn from the US Treasury')
})

test('a term that ran out, but that the central bank still counts, is in force and says so', async () => {
  expect((await finance('RUS', 'CHN')).summary).toContain('(for three years at first; China’s central bank still counted it in 2025)')
})

test('members of SEPA, linked payment systems and clearing banks, from their first day on', async () => {
  expect(figureNamed(await finance('POL', 'CHE'), 'common-payment-networks')).toBe('1 count')
  expect((await finance('IND', 'SGP')).summary).toBe(
    'Payment systems of India and Singapore have been linked since 21 February 2023 (UPI and PayNow).',
  )
  expect((await finance('IND', 'SGP', '2023-02-20')).state).toBe('unknown')
  expect(figureNamed(await finance('CHN', 'ZMB'), 'payment-agreements')).toBe('1 count')
  expect((await finance('CHN', 'ZMB')).summary).toContain('China has had a clearing bank for yuan in Zambia since September 2015.')
})

test('a pair that no list names is unknown, never none', async () => {
  const found = await finance('SAU', 'NLD')
  expect(found.state).toBe('unknown')
  expect(found.estimates.map(({ id }) => id)).not.toContain('swap-lines')
})

test('a record without these tables says nothing of swap lines', async () => {
  const bench = await benchOf(['CHN', 'IDN'], '2026-06-30', [])
  const found = await assessFinance(bench)
  bench.snapshot.close()
  expect(figureNamed(found, 'swap-line')).toBeUndefined()
})

test('every figure names as many rows as its condition finds', async () => {
  for (const [a, b] of [
    ['CHN', 'FRA'],
    ['JPN', 'SGP'],
    ['CAN', 'USA'],
    ['CHE', 'POL'],
    ['IND', 'MDV'],
    ['CHN', 'ZMB'],
  ] as const) {
    const bench = pairOf(snapshot(), a, b, '2026-11-30')
    const evidence = (await assessFinance(bench)).estimates.flatMap((one) => ('evidence' in one ? one.evidence : []))
    const found = await rowsOfEvidence(snapshot(), evidence, { cards: bench.cards, states: [], limit: undefined })
    expect(found.map(({ total }) => total)).toEqual(evidence.map(({ count }) => count))
    expect(evidence.length).toBeGreaterThan(0)
  }
})

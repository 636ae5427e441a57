import { beforeAll, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { testChineseFinance } from '../../../../src/claims/testing/figures/test-chinese-finance.ts'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import type { Snapshot } from '../../../../src/store/index.ts'
import { yearly } from '../../../assessments/made-snapshot.ts'
import { claimOf, found } from '../../deed-claims.ts'
import { recordOf } from '../../own-record.ts'

const row = (indicator: string, to: string, year: number, value: number, source: string): Observation =>
  yearly({ indicator, from_id: 'CHN', to_id: to, value, unit: indicator.endsWith('projects') ? 'projects' : 'USD', source, year })
const lent = (to: string, year: number, billions: number): Observation =>
  row('official-finance-oof', to, year, billions * 1e9, 'aiddata-china-finance')
const deal = (to: string, year: number, billions: number): Observation =>
  row('large-deals', to, year, billions * 1e9, 'china-global-investment-tracker')

let snapshot: Snapshot
beforeAll(async () => {
  const rows = [
    ...[
      lent('ETH', 2006, 4),
      lent('ETH', 2013, 6.5),
      row('official-finance-oda', 'ETH', 2010, 0.5e9, 'aiddata-china-finance'),
      lent('KEN', 2014, 3),
    ],
    row('official-finance-projects', 'ETH', 2010, 90, 'aiddata-china-finance'),
    ...[deal('USA', 2015, 180), deal('AUS', 2012, 111), deal('GBR', 2014, 75), deal('BRA', 2010, 64)],
  ]
  snapshot = await recordOf(rows)
})

const chinese = (text: string, words: string, to: string, topic: string, more: Partial<Claim>): Claim =>
  claimOf(text, words, { kind: 'quantity', measured: { topic, form: 'level' }, actors: ['CHN', to], direction: `CHN->${to}`, ...more })
const verdict = async (claim: Claim): Promise<string | undefined> =>
  (await found(testChineseFinance, claim, { snapshot, date: '2019-01-01' }))?.verdict

test('sums of commitments of the years that the list has; it says nothing against other lists', async () => {
  const claim = chinese('Chinese lenders committed $11 billion to Ethiopia.', '$11 billion', 'ETH', 'loans', {
    value: 11,
    unit: 'USD bn',
    period: { from: '2000', to: '2014' },
  })
  expect(await verdict(claim)).toBe('supported')
  expect(await verdict({ ...claim, value: 30 })).toBeUndefined()
  expect(await verdict({ ...claim, period: { from: '2000', to: '2019' } })).toBeUndefined()
})

test('what is owed is no sum of what was lent; a number of projects is of projects', async () => {
  const owed = chinese('Ethiopia owes China $11 billion.', '$11 billion', 'ETH', 'loans', {
    value: 11,
    unit: 'USD bn',
    period: { from: '2000', to: '2014' },
  })
  expect(await verdict(owed)).toBeUndefined()
  const count = chinese('China gave money to 90 projects in Ethiopia.', '90 projects', 'ETH', 'aid', {
    kind: 'count',
    value: 90,
    unit: 'count',
    period: { from: '2000', to: '2014' },
  })
  expect(await verdict(count)).toBe('supported')
})

test('a place among recipients of investment, wrong only by the tracker that the text names', async () => {
  const claim = chinese('Only the United States drew more Chinese investment than Australia.', 'drew more', 'AUS', 'investment', {
    kind: 'ranking',
    value: 2,
    unit: 'rank',
    period: { from: '2005', to: '2018' },
  })
  expect(await verdict(claim)).toBe('supported')
  expect(await verdict({ ...claim, value: 1 })).toBe('unverifiable')
  expect(await verdict({ ...claim, value: 1, source_named: 'American Enterprise Institute' })).toBe('contradicted')
})

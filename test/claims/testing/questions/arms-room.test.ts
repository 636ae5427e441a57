import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'
import { misreadingRisk } from '../../../../src/claims/testing/ambiguity/misreading-risks.ts'
import type { AskedClaim } from '../../../../src/claims/testing/questions/question.ts'
import { isOfOtherRegion, regionsNamedIn } from '../../../../src/claims/text/names/country-groups.ts'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import type { Snapshot } from '../../../../src/store/index.ts'
import { recordOf } from '../../own-record.ts'
import { verdictsOn } from '../../tested-text.ts'

const row = (
  indicator: string,
  from: string,
  to: string | null,
  year: number,
  value: number,
  unit: string,
  source: string,
): Observation => ({
  indicator,
  from_id: from,
  to_id: to,
  reporter: null,
  start_date: `${year}-01-01`,
  end_date: `${year}-12-31`,
  value,
  unit,
  valuation: null,
  status: 'observed',
  source,
  vintage: 'test',
  locator: 'test:1',
})

/** Million TIV a year, of 2019 to 2024: from, to, value, and in which of the two files of SIPRI. */
const deliveries: readonly (readonly [string, string, number, string])[] = [
  ['WLD', 'IND', 2750, 'sipri-tiv-table'],
  ['WLD', 'SAU', 2340, 'sipri-tiv-table'],
  ['WLD', 'QAT', 2130, 'sipri-tiv-table'],
  ['WLD', 'UKR', 1380, 'sipri-tiv-table'],
  ['WLD', 'POL', 400, 'sipri-tiv-table'],
  ['WLD', 'WLD', 28000, 'sipri-register'],
  ['WLD', 'USA', 900, 'sipri-register'],
  ['ZAF', 'ARE', 26, 'sipri-register'],
  ['ZAF', 'USA', 20, 'sipri-register'],
  ['ZAF', 'EGY', 0.1, 'sipri-register'],
]

let snapshot: Snapshot
beforeAll(async () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024]
  const arms = years.flatMap((year) =>
    deliveries.map(([from, to, value, source]) => row('arms-deliveries-tiv', from, to, year, value, 'million TIV', source)),
  )
  const spending = row('military-expenditure-gdp-share', 'RUS', null, 2024, 0.071, 'share of GDP', 'cited-figures')
  snapshot = await recordOf([...arms, spending])
})
afterAll(() => snapshot.close())

describe('left open or supported, and contradicted where the claim is of the whole', () => {
  test.each([
    [
      'a place in the world beside one in a region',
      'Ukraine was the largest European arms importer in 2019–23 and the fourth largest in the world.',
      '2024-03-11',
      'supported supported',
      'Poland was the largest arms importer in the world in 2019–23.',
    ],
    [
      'a share of what another spends',
      "Russia's military spending reached an estimated $149 billion in 2024.\nUkraine spent $64.7 billion, 34 per cent of its GDP, equivalent to 43 per cent of Russian spending.",
      '2025-04-28',
      'unverifiable unverifiable unverifiable unverifiable',
      "Russia's military spending reached 43 per cent of its GDP in 2024.",
    ],
    [
      'the largest buyer within a region',
      'Egypt was the largest arms importer in Africa in 2019–23.',
      '2024-09-05',
      'unverifiable',
      'Poland was the largest arms importer in the world in 2019–23.',
    ],
  ])('%s', async (_what, text, date, verdicts, ofWhole) => {
    expect((await verdictsOn(text, date, { snapshot })).join(' ')).toBe(verdicts)
    expect(await verdictsOn(ofWhole, date, { snapshot })).toContain('contradicted')
  })
})

test.each([
  ['In Africa as a whole, Russia was the largest supplier.', ['RUS', 'SSF'], true],
  ['In sub-Saharan Africa Russia was second.', ['RUS', 'SSF'], false],
  ['Russia was the largest supplier there.', ['RUS', 'SSF'], false],
  ['Russia sold Egypt more than any other African state.', ['RUS', 'EGY'], false],
])('%s of %s: another region is named, %s', (sentence, actors, other) => {
  expect(isOfOtherRegion(regionsNamedIn(sentence), actors)).toBe(other)
})

test('a share of what was told just before is none of what the world takes', () => {
  const text = "In 2020–24 Germany's arms imports rose by 334 per cent, and the United States accounted for 70 per cent of them."
  const date = '2025-03-10'
  const claim = { ...readClaims([text], date).find(({ value }) => value === 70)!, actors: ['WLD', 'USA'], direction: 'WLD->USA' }
  const question = { subject: { family: 'arms', mode: 'one' }, days: { from: '2020-01-01', to: '2024-12-31' }, isWayOpen: false }
  const doubt = misreadingRisk({
    claim,
    question,
    bench: { snapshot, date, today: date, cards: new Map(), sentences: [text] },
  } as unknown as AskedClaim)
  expect(doubt).toBe('the whole of the share is told in the words before')
})

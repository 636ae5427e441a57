import { describe, expect, test } from 'vitest'
import { spanText } from '../../../../src/claims/testing/judging/span-words.ts'
import { testedText, verdictsOn } from '../../tested-text.ts'

const annexation =
  'The UN General Assembly on Wednesday adopted a resolution condemning the annexation of four Ukrainian regions by 143 votes to 15, with 35 abstentions.'
const embargo = 'The UN General Assembly on Wednesday adopted a resolution calling for an end to the US embargo on Cuba by 187 votes to 2.'
const invasion =
  'The UN General Assembly on Wednesday adopted a resolution that deplores the Russian invasion of Ukraine.\n141 of the 193 members voted in favour, 15 against and 35 abstained.'

test.each([
  ['all members are no side of a vote, and do not hide which vote it was', invasion, '2022-03-03', 'count', 15, 'contradicted'],
  [
    'who did so later did what was told first',
    'Qatar left OPEC in January 2019, and Angola did so five years later.',
    '2024-06-01',
    'membership',
    null,
    'supported',
  ],
] as const)('%s', async (_what, text, date, kind, value, verdict) => {
  const one = (await testedText(text, date)).find(({ claim }) => claim.kind === kind && claim.value === value)
  expect(one?.finding?.verdict).toBe(verdict)
})

test('what the Assembly adopted is found by its numbers, and so are both sides of the vote', async () => {
  expect(await verdictsOn(embargo, '2024-11-01')).toEqual(['supported', 'supported', 'supported'])
})

test('a side that does not belong to the others is wrong, and the others stand', async () => {
  expect(await verdictsOn(annexation, '2022-10-13')).toEqual(['supported', 'supported', 'contradicted', 'supported'])
})

test('a deficit in every year of a row is supported, a surplus that was none is left open', async () => {
  const row = (gap: string) =>
    verdictsOn(`In 2019 the United States had a ${gap} in goods trade with China for the tenth year in a row.`, '2020-02-10')
  expect(await row('deficit')).toContain('supported')
  expect((await row('surplus')).filter((verdict) => verdict !== 'unverifiable')).toEqual([])
  expect(await row('surplus')).toHaveLength((await row('deficit')).length)
})

test('a rank is wrong by reports of both sides, and not where the one of the state never came', async () => {
  const fourth = (year: number) => verdictsOn(`In ${year} India was Russia's fourth-largest trading partner.`, '2023-05-01')
  expect(await fourth(2022)).toEqual(['unverifiable'])
  expect(await fourth(2018)).toEqual(['contradicted'])
  expect(await verdictsOn("In 2018 France was China's largest trading partner.", '2019-05-01')).toEqual(['contradicted'])
})

describe('a part of the goods is not held against all of them', () => {
  test.each([
    [
      'In 2021 US imports of furniture from China fell by 62 percent.',
      'unverifiable',
      'In 2021 US imports of goods from China fell by 62 percent.',
    ],
    [
      'In 2021 the United States sold China transportation equipment, sales of which rose by $615 million to $50 billion.',
      'unverifiable unverifiable unverifiable',
      'In 2021 the United States sold China goods worth $50 billion.',
    ],
    [
      'In 2020 Chinese exports of toys to Germany came to 55 billion dollars.',
      'unverifiable',
      'In 2020 Chinese exports of goods to Germany came to 55 billion dollars.',
    ],
  ])('%s', async (part, verdicts, whole) => {
    expect((await verdictsOn(part, '2022-06-01')).join(' ')).toBe(verdicts)
    expect(await verdictsOn(whole, '2022-06-01')).toEqual(['contradicted'])
  })
})

test.each([
  ['2023-01-01', '2023-12-31', '2023'],
  ['2019-01-01', '2023-12-31', '2019 to 2023'],
  ['2024-04-01', '2025-03-31', 'April 2024 to March 2025'],
  ['2024-02-01', '2024-02-29', 'February 2024'],
  ['2022-03-02', '2022-03-02', '2 March 2022'],
  ['2022-01-24', '2022-10-03', '24 January 2022 to 3 October 2022'],
])('the span from %s to %s is said as %s', (from, to, said) => expect(spanText({ from, to })).toBe(said))

import { expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'

const periods = (...sentences: string[]): unknown[] =>
  readClaims(sentences, '2025-06-01', '')
    .filter(({ checkable }) => checkable)
    .map(({ period }) => (period !== null && 'at' in period ? period.at : period))

test.each([
  ['later in the year', ['The two leaders met in Moscow on 21 March 2023.', 'They met again in Beijing on 18 October.'], '2023-10-18'],
  ['by its month', ['India abstained in the General Assembly on 2 March 2022.', 'In April it abstained again.'], '2022-04'],
  [
    'looked back to',
    ['India backed the resolution on Gaza of 12 December 2023.', 'It had abstained in the vote of 27 October.'],
    '2023-10-27',
  ],
  ['in the year after', ['The two signed a treaty on 19 June 2022.', 'On 5 March their ministers met in Delhi.'], '2023-03-05'],
])('a day without a year goes on from the one told before: %s', (_, sentences, expected) => {
  expect(periods(...sentences).at(-1)).toBe(expected)
})

test.each([
  [
    'figures are of late',
    ['The two leaders met on 21 March 2023.', 'In April trade between India and Japan came to $2 billion.'],
    '2025-04',
  ],
  ['a year says no day', ['India and Japan signed a treaty in 2019.', 'On 5 May their ministers met in Delhi.'], '2025-05-05'],
])('else it is the last before the text: %s', (_, sentences, expected) => {
  expect(periods(...sentences).at(-1)).toBe(expected)
})

test.each([
  ['Sweden joined NATO in March 2024, a year after Finland.', ['2024-03', '2023']],
  ['Egypt joined the AIIB in 2016, two years before Chad.', ['2016', '2018']],
])('%s', (sentence, expected) => expect(periods(sentence)).toEqual(expected))

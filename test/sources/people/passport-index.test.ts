import { describe, expect, test } from 'vitest'
import { readPassportIndex } from '../../../src/sources/people/passport-index.ts'
import { fileWith, rawFile, rowsIn } from '../case-files.ts'
import { figureOf, haveRaw, rawNeeded } from '../raw-data.ts'

const read = (...rows: string[]): ReturnType<typeof readPassportIndex> =>
  readPassportIndex(fileWith('visas.csv', ['Passport,Destination,Requirement', ...rows].map((line) => `${line}\n`).join('')))

test.each([
  ['no admission', 0],
  ['visa required', 1],
  ['e-visa', 2],
  ['eta', 3],
  ['visa on arrival', 4],
  ['visa free', 5],
])('%s is rule %i, and tells no days', async (words, code) => {
  const { observations } = await read(`KEN,TZA,${words}`)
  expect(rowsIn(observations).map((row) => [row['indicator'], row['value']])).toEqual([['visa-rule', code]])
})

test('a number is days without a visa, and the rule is free', async () => {
  const { observations } = await read('KEN,TZA,90')
  expect(rowsIn(observations).map((row) => [row['indicator'], row['value'], row['start_date'], row['end_date']])).toEqual([
    ['visa-rule', 5, '2025-01-12', '2025-01-12'],
    ['visa-free-days', 90, '2025-01-12', '2025-01-12'],
  ])
})

test('the own state is no destination, and places that are no states are left out', async () => {
  const { observations } = await read('KEN,KEN,-1', 'KEN,HKG,90', 'VAT,KEN,90', 'KEN,TZA,eta')
  expect(rowsIn(observations).map((row) => [row['from_id'], row['to_id']])).toEqual([['KEN', 'TZA']])
})

test.each([
  ['an unknown rule', ['KEN,TZA,maybe'], 'visas.csv:2 has the rule "maybe"'],
  ['a blank', ['KEN,TZA,'], 'visas.csv:2 has the rule ""'],
  ['a thousand days', ['KEN,TZA,999'], 'visas.csv:2 has the rule "999"'],
  ['-1 between two states', ['KEN,TZA,-1'], 'visas.csv:2 has "-1" for another state'],
  ['days in the own state', ['KEN,KEN,90'], 'visas.csv:2 has "90" for the own state'],
  ['a pair twice', ['KEN,TZA,90', 'KEN,TZA,30'], 'visas.csv:3 has KEN to TZA, as line 2 has'],
  ['names instead of codes', ['Kenya,Tanzania,90'], '2 of 2 are no ISO 3166 codes'],
])('%s is refused', async (_, rows, message) => {
  await expect(read(...rows)).rejects.toThrow(message)
})

describe.skipIf(!haveRaw)(`199 passports for 199 destinations ${rawNeeded}`, () => {
  test('all pairs of 195 states, each with a rule', async () => {
    const { observations } = await readPassportIndex(rawFile('passport-index/passport-index-tidy-iso3.csv.gz'))
    const rule = (from: string, to: string): number => figureOf(observations, 'visa-rule', from, to, 2025)
    expect([rule('RUS', 'CHN'), rule('CHN', 'RUS'), rule('USA', 'CHN'), rule('AFG', 'DZA')]).toEqual([1, 2, 2, 1])
    expect(rowsIn(observations).filter((row) => row['indicator'] === 'visa-rule')).toHaveLength(195 * 194)
  })
})

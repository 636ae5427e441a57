import { expect, test } from 'vitest'
import { requestedStanding } from '../../../src/operations/request/standing-request.ts'

const lastDay = '2026-11-24'
const asked = (input: Record<string, string | number | boolean>) => () => requestedStanding(input, lastDay)

test('the year is that of the record by default, and a state of the past is looked up on its own day', () => {
  expect(requestedStanding({ all: true }, lastDay)).toMatchObject({ year: 2026, a: undefined, b: undefined })
  expect(requestedStanding({ a: 'Yugoslavia', b: 'Italy', year: 1950 }, lastDay)).toMatchObject({ a: { iso3: 'YUG' }, b: { iso3: 'ITA' } })
  expect(requestedStanding({ a: 'Kenya', year: 2005 }, lastDay)).toMatchObject({ a: { iso3: 'KEN' }, b: undefined })
})

test.each([
  [{}, 'Usage', 'give two states, one state, or --all'],
  [{ all: true, a: 'Kenya' }, 'Usage', '--all is every pair'],
  [{ all: true, year: 1945 }, 'NoCoverage', 'from 1946 to 2026, not in 1945'],
  [{ all: true, year: 2030 }, 'NoCoverage', 'not in 2030'],
  [{ a: 'South Sudan', year: 2005 }, 'NoSuchStateThen', 'was not a state in 2005'],
  [{ a: 'Kenya', b: 'Kenya', year: 2005 }, 'SameState', 'Kenya'],
  [{ a: 'Atlantis' }, 'UnknownState', 'Atlantis'],
] as const)('%j is refused: %s', (input, code, message) => {
  expect(asked(input)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }))
})

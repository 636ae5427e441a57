import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGdeltNormalisation } from '../../../src/sources/politics/gdelt-normalisation.ts'
import { fileOf } from '../event-files.ts'
import { haveRaw, rawFolder, rawNeeded, rowsOf } from '../raw-data.ts'

const read = async (...lines: string[]) => rowsOf((await readGdeltNormalisation([fileOf('n.csv', lines)])).observations)

test('a day has a total for the world, or a count for each country; no place and no state are left out', async () => {
  expect(await read('20150218,100')).toMatchObject([{ from_id: 'WLD', to_id: null, start_date: '2015-02-18', value: 100, unit: 'events' }])
  const rows = await read('20150218,,7', '20150218,RS,5', '20150218,HK,3', '20150218,CH,0')
  expect(rows.map(({ from_id, value }) => [from_id, value])).toEqual([
    ['RUS', 5],
    ['CHN', 0],
  ])
})

test('a code that FIPS does not have is left out and told', async () => {
  const told: string[] = []
  const path = fileOf('n.csv', ['20150218,ZZ,1', '20150218,RS,5'])
  const { observations } = await readGdeltNormalisation([path], (quirk) => void told.push(quirk))
  expect(rowsOf(observations).map(({ from_id }) => from_id)).toEqual(['RUS'])
  expect(told).toEqual(['1 are no country codes of FIPS 10-4 (ZZ): their lines are left out.'])
})

test.each([
  ['a file whose codes are mostly not those of FIPS', ['20150218,ZZ,1'], 'n.csv: 1 of 1 are no country codes of FIPS 10-4 (ZZ)'],
  ['a count that is none', ['20150218,RS,-1'], 'n.csv:1 has "-1" for the number of events'],
  ['a day that is none', ['20151318,RS,1'], 'n.csv:1 has "20151318", not a day'],
  ['a line of another form', ['20150218,RS,1', '20150219,1'], 'n.csv:2 has 2 fields, not 3 (day, country, count)'],
  ['two counts of one day', ['20150218,RS,1', '20150218,RS,2'], 'n.csv:2 gives 2 and n.csv:1 gives 1'],
])('%s is refused', async (_, lines, message) => {
  await expect(read(...lines)).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining(message) })
})

describe.skipIf(!haveRaw)(`the sample rows ${rawNeeded}`, () => {
  test('a hundred days in all, and a day by country of which 88 are states', async () => {
    const path = (name: string): string => join(rawFolder, 'gdelt-samples', name)
    const days = rowsOf((await readGdeltNormalisation([path('gdelt_normDaily.csv')])).observations)
    expect(days).toHaveLength(100)
    expect(days[0]).toMatchObject({ start_date: '1920-01-01', value: 87765 })
    const states = rowsOf((await readGdeltNormalisation([path('gdelt_normDailyByCountry.csv')])).observations)
    expect(states).toHaveLength(88)
    expect(states.find(({ from_id }) => from_id === 'ARE')?.['value']).toBe(200)
  })
})

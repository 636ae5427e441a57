import { describe, expect, test } from 'vitest'
import { readDdrRepresentation } from '../../../src/sources/politics/ddr-representation.ts'
import { fileWith, rawFile, rowsIn } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const read = (...rows: string[]): ReturnType<typeof readDdrRepresentation> =>
  readDdrRepresentation(fileWith('ddr.csv', ['year,origin,destination,embassy_level,focus', ...rows].map((line) => `${line}\n`).join('')))

test('the level is kept as the source codes it, and a representative who was withdrawn is level 0', async () => {
  const { observations } = await read('2015,SAU,IRN,6,1', '2016,SAU,IRN,6,3')
  expect(rowsIn(observations).map((row) => [row['start_date'], row['from_id'], row['to_id'], row['value']])).toEqual([
    ['2015-01-01', 'SAU', 'IRN', 6],
    ['2016-01-01', 'SAU', 'IRN', 0],
  ])
})

test.each([
  ['a year outside the cut', ['1999,SAU,IRN,6,1'], 'ddr.csv:2 has 1999 for year'],
  ['an unknown level', ['2015,SAU,IRN,9,1'], 'ddr.csv:2 has level 9'],
  ['an unknown focus', ['2015,SAU,IRN,6,7'], 'ddr.csv:2 has level 6 and focus 7'],
  ['a pair twice', ['2015,SAU,IRN,6,1', '2015,SAU,IRN,4,1'], 'ddr.csv:3 has SAU in IRN in 2015 for the second time'],
  ['a state with itself', ['2015,SAU,SAU,6,1'], 'ddr.csv:2 pairs SAU with itself'],
])('%s is refused', async (_, rows, message) => {
  await expect(read(...rows)).rejects.toThrow(message)
})

describe.skipIf(!haveRaw)(`183,762 rows ${rawNeeded}`, () => {
  test('Panama turns from Taipei to Beijing, and what the yearbook has of pairs that broke', async () => {
    const { observations } = await readDdrRepresentation(rawFile('ddr-diplomatic-representation/ddr-2000-2020.csv.gz'))
    const years = new Map<string, number[]>()
    for (const row of rowsIn(observations)) {
      const key = `${row['from_id']} ${row['to_id']}`
      if (Number(row['value']) > 0) years.set(key, [...(years.get(key) ?? []), Number(String(row['start_date']).slice(0, 4))])
    }
    expect(years.get('CHN PAN')?.[0]).toBe(2017)
    expect(years.get('TWN PAN')?.at(-1)).toBe(2016)
    expect(years.get('RUS GEO')?.at(-1)).toBe(2008)
    expect(years.get('USA CUB')?.[0]).toBe(2016)
    expect(years.has('USA IRN')).toBe(false)
    expect(observations['value']).toHaveLength(179_912)
  })
})

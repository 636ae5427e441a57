import { describe, expect, test } from 'vitest'
import { readUsMissions } from '../../../src/sources/politics/us-missions.ts'
import { fileWith, rawFile, rowsIn } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const head = 'country_abbrev_cow,country_code_cow,country_name_cow,country_name_usdos,date_start,date_end,us_mission_status'
const read = (...rows: string[]): ReturnType<typeof readUsMissions> =>
  readUsMissions(fileWith('ranges.csv', [head, ...rows].map((line) => `${line}\n`).join('')))

test('a span is an event from the United States, with the status as the source words it', async () => {
  const { events } = await read('CUB,40,Cuba,Cuba,1977-09-01,2015-07-19,Interests')
  expect(rowsIn(events)[0]).toMatchObject({
    date: '1977-09-01',
    end_date: '2015-07-19',
    from_id: 'USA',
    to_id: 'CUB',
    kind: 'mission',
    code: 'Interests',
  })
})

test('the number 345 is Serbia, Yugoslavia and Serbia again', async () => {
  const { events } = await read(
    'YUG,345,Yugoslavia,Yugoslavia,1946-04-18,2003-02-03,Embassy',
    'SRB,345,Serbia,Serbia,2006-06-03,2024-12-31,Embassy',
  )
  expect(events['to_id']).toEqual(['YUG', 'SRB'])
})

test.each([
  ['another status', 'CUB,40,Cuba,Cuba,1977-09-01,2015-07-19,Closed', 'ranges.csv:2 has the status "Closed"'],
  ['a number that no state has', 'XXX,9999,Cuba,Cuba,1977-09-01,2015-07-19,None', 'ranges.csv:2 has the number 9999'],
  ['a day that is none', 'CUB,40,Cuba,Cuba,1977-09-31,2015-07-19,None', 'ranges.csv:2 has the day "1977-09-31"'],
  ['an end before the start', 'CUB,40,Cuba,Cuba,2015-09-01,1977-07-19,None', 'ranges.csv:2 ends on 1977-07-19'],
])('%s is refused', async (_, row, message) => {
  await expect(read(row)).rejects.toThrow(message)
})

test('spans of one state that overlap are refused', async () => {
  await expect(read('CUB,40,Cuba,Cuba,1961-01-03,1977-09-01,None', 'CUB,40,Cuba,Cuba,1977-09-01,2015-07-19,Interests')).rejects.toThrow(
    'ranges.csv:3 begins on 1977-09-01, but the state has a span to 1977-09-01',
  )
})

describe.skipIf(!haveRaw)(`656 spans ${rawNeeded}`, () => {
  test('the mission in Cuba from day to day, and at the end an interests section in Iran and none in Syria', async () => {
    const { events } = await readUsMissions(rawFile('us-diplomatic-missions/mission_status_range_cow_v0.1.csv.gz'))
    const rows = rowsIn(events)
    expect(rows).toHaveLength(656)
    const cuba = rows.filter((row) => row['to_id'] === 'CUB').map((row) => `${row['date']} ${row['code']}`)
    expect(cuba.slice(-3)).toEqual(['1961-01-03 None', '1977-09-01 Interests', '2015-07-20 Embassy'])
    const last = (id: string): unknown => rows.find((row) => row['to_id'] === id && row['end_date'] === '2024-12-31')?.['code']
    expect([last('IRN'), last('SYR'), last('DEU'), last('SRB')]).toEqual(['Interests', 'None', 'Embassy', 'Embassy'])
  })
})

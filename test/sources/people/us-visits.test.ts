import { describe, expect, test } from 'vitest'
import { readUsVisits } from '../../../src/sources/people/us-visits.ts'
import { fileWith, rawFile, rowsIn } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const visit = (id: number, day: string, country: string, from: string, end = day): string =>
  `${id},${day},${end},President X,${country},"${from}",secret words`
const trip = (id: number, day: string, country: string, to: string, role = 'president'): string =>
  `${id},${role},x,Y Z,${day},${day},${country},"${to}",Town,secret words`
const lines = (head: string, rows: readonly string[]): string => [head, ...rows].map((line) => `${line}\n`).join('')
const read = (visits: readonly string[], travels: readonly string[] = []): ReturnType<typeof readUsVisits> =>
  readUsVisits({
    visits: fileWith('visits.csv', lines('id,start,end,visitor,from_id,from,description', visits)),
    travels: fileWith('travels.csv', lines('id,role,who,name,start,end,country_id,country,locale,remarks', travels)),
  })

test('a visit is an event from the leader’s state to the United States; a journey of the President the other way', async () => {
  const { events } = await read([visit(1, '2024-05-22', 'kenya', 'Kenya', '2024-05-24')], [trip(2, '2015-07-24', 'kenya', 'Kenya')])
  expect(rowsIn(events).map((row) => [row['date'], row['end_date'], row['from_id'], row['to_id'], row['kind'], row['code']])).toEqual([
    ['2024-05-22', '2024-05-24', 'KEN', 'USA', 'visit', 'visit of a leader'],
    ['2015-07-24', '2015-07-24', 'USA', 'KEN', 'visit', 'visit of the President'],
  ])
})

test.each([
  ['1943-11-25', 'china', 'China, Republic of', 'TWN'],
  ['1985-07-22', 'china', 'China, People’s Republic of', 'CHN'],
  ['1960-10-05', 'russia', 'U.S.S.R.', 'RUS'],
  ['1957-05-08', 'vietnam', 'Vietnam', 'VDR'],
  ['2005-06-21', 'vietnam', 'Vietnam', 'VNM'],
  ['1999-11-23', 'kosovo', 'Serbia-Montenegro (Kosovo)', 'YUG'],
  ['2008-07-21', 'kosovo', 'Kosovo', 'XKX'],
  ['1971-10-28', 'yugoslavia', 'Yugoslavia', 'YUG'],
  ['1944-06-05', 'poland', 'Poland (government-in-exile)', 'POL'],
  ['1991-08-17', 'congo-democratic-republic', 'Democratic Republic of the Congo (Zaire)', 'COD'],
  ['1981-01-01', 'somoa', 'Somoa', 'WSM'],
])('%s %s: "%s" is %s', async (day, country, name, id) => {
  const { events } = await read([visit(1, day, country, name)])
  expect(events['from_id']).toEqual([id])
})

test('what is no state is left out, and no word of a description is kept', async () => {
  const { events, observations } = await read(
    [visit(1, '1874-12-12', 'hawaii', 'Hawaii'), visit(2, '2024-05-22', 'kenya', 'Kenya')],
    [trip(3, '2024-01-10', 'west-bank', 'West Bank')],
  )
  expect(events['from_id']).toEqual(['KEN'])
  expect(JSON.stringify([events, observations])).not.toMatch(/secret/)
})

test('a visit listed twice under two numbers is one; visits are counted by year', async () => {
  const { observations } = await read([
    visit(1, '2024-05-22', 'kenya', 'Kenya'),
    visit(2, '2024-05-22', 'kenya', 'Kenya'),
    visit(3, '2024-09-22', 'kenya', 'Kenya'),
  ])
  expect(rowsIn(observations).map((row) => [row['indicator'], row['from_id'], row['value'], row['start_date'], row['end_date']])).toEqual([
    ['leaders-received', 'KEN', 2, '2024-01-01', '2024-11-12'],
  ])
})

test.each([
  ['a day that is none', [visit(1, '2024-02-30', 'kenya', 'Kenya')], 'visits.csv:2 has the day "2024-02-30"'],
  [
    'an end before the start',
    [visit(1, '2024-02-20', 'kenya', 'Kenya', '2024-02-10')],
    'visits.csv:2 ends on 2024-02-10, before it begins',
  ],
  ['an unknown country', [visit(1, '2024-02-20', 'kenia', 'Kenyia Land')], 'visits.csv:2: "Kenyia Land" is not known'],
  [
    'a number twice',
    [visit(1, '2024-02-20', 'kenya', 'Kenya'), visit(1, '2024-02-21', 'kenya', 'Kenya')],
    'visits.csv:3 has number 1, as line 2 has',
  ],
])('%s is refused', async (_, visits, message) => {
  await expect(read(visits)).rejects.toThrow(message)
})

test('another role is refused', async () => {
  await expect(read([], [trip(2, '2015-07-24', 'kenya', 'Kenya', 'vice-president')])).rejects.toThrow(
    'travels.csv:2 has the role "vice-president"',
  )
})

describe.skipIf(!haveRaw)(`3,264 visits and 4,271 journeys ${rawNeeded}`, () => {
  test('Nixon and Trump in China, Putin and Xi in the United States', async () => {
    const { events } = await readUsVisits({
      visits: rawFile('us-visits/visits-by-foreign-leaders.csv.gz'),
      travels: rawFile('us-visits/travels-president-secretary.csv.gz'),
    })
    const rows = rowsIn(events)
    const days = (from: string, to: string, name: RegExp): string[] =>
      rows
        .filter((row) => row['from_id'] === from && row['to_id'] === to && name.test(String(row['from_name'])))
        .map((row) => String(row['date']))
    expect(days('USA', 'CHN', /Nixon/)).toContain('1972-02-21')
    expect(days('USA', 'CHN', /Trump/)).toEqual(['2017-11-08'])
    expect([days('RUS', 'USA', /Putin/).at(0)?.slice(0, 4), days('RUS', 'USA', /Putin/).at(-1)?.slice(0, 4)]).toEqual(['2000', '2015'])
    expect([
      days('CHN', 'USA', /Xi Jinping/)
        .at(0)
        ?.slice(0, 4),
      days('CHN', 'USA', /Xi Jinping/)
        .at(-1)
        ?.slice(0, 4),
    ]).toEqual(['2013', '2023'])
    expect(rows).toHaveLength(7381)
  })
})

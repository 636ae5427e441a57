import { describe, expect, test } from 'vitest'
import { readChinaVitae } from '../../../src/sources/politics/china-vitae.ts'
import { fileWith, rawFile, rowsIn, totalOf } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const text = (...rows: [date: string, country: string, leader: string, text: string][]): string =>
  [
    'date,year,country,leader,text',
    ...rows.map(([date, country, leader, words]) => `${date},${date.slice(0, 4)},${country},${leader},"${words}"`),
  ].join('\n')
const read = (content: string): ReturnType<typeof readChinaVitae> => readChinaVitae(fileWith('engagements.csv.gz', content))

describe('the kind is told by the place', () => {
  test.each([
    ['Portugal', 'Xi travelled to Portugal, Lisbon and met with the following: A B (Prime Minister)', 'visit'],
    ['England', 'Xi travelled to United Kingdom, London ', 'visit'],
    ['Spain', 'Xi travelled to Portugal, Lisbon and met with the following: A B (of Spain)', 'met in a third place'],
    ['Spain', 'Xi travelled to Zhejiang Province, Hangzhou City and met with the following: A B', 'met in China'],
    ['Spain', 'Xi was in Beijing Municipality and met with the following: A B', 'met in China'],
    ['Spain', 'Xi talked with the King of Spain over the phone. (Beijing Municipality)', 'contact'],
  ])('%s: %s', async (country, words, kind) => {
    const { events } = await read(text(['2010-05-01', country, 'Xi', words]))
    expect(events['code']).toEqual([kind])
  })
})

test('no word of a text is kept', async () => {
  const { events, observations } = await read(text(['2010-05-01', 'Spain', 'Xi', 'Xi travelled to Spain, Madrid, secretly']))
  expect(JSON.stringify([events, observations])).not.toMatch(/Madrid|secretly/)
})

test('a name that is part of another is no engagement', async () => {
  const { events } = await read(
    text(
      ['2010-05-01', 'Wales', 'Xi', 'met the Premier of New South Wales'],
      ['2010-05-02', 'Guinea', 'Xi', 'met the Premier of Papua New Guinea'],
      ['2010-05-03', 'Guinea', 'Xi', 'met the President of Guinea'],
    ),
  )
  expect(events['date']).toEqual(['2010-05-03'])
})

test('engagements are counted by day and leader, visits by day; no visit is no row, not zero', async () => {
  const { observations } = await read(
    text(
      ['2010-05-01', 'Spain', 'Xi', 'Xi travelled to Spain, Madrid '],
      ['2010-05-01', 'Spain', 'Hu', 'Hu travelled to Spain, Madrid '],
      ['2010-05-02', 'France', 'Hu', 'Hu was in Beijing Municipality and met with the following: A'],
    ),
  )
  expect(rowsIn(observations).map((row) => [row['indicator'], row['to_id'], row['value']])).toEqual([
    ['leader-engagements', 'ESP', 2],
    ['leader-visit-days', 'ESP', 1],
    ['leader-engagements', 'FRA', 1],
  ])
})

test.each([
  ['a day that is none', text(['2010-02-30', 'Spain', 'Xi', 'a']), 'engagements.csv.gz:2 has the day "2010-02-30"'],
  [
    'a year that is not the day’s',
    'date,year,country,leader,text\n2010-02-03,2011,Spain,Xi,a\n',
    'has the day "2010-02-03" in the year "2011"',
  ],
  ['an unknown country', text(['2010-02-03', 'Spane', 'Xi', 'a']), 'engagements.csv.gz:2: "Spane" is not known'],
  ['no leader', text(['2010-02-03', 'Spain', '', 'a']), 'engagements.csv.gz:2 names no leader'],
  [
    'day, country and leader twice',
    text(['2010-02-03', 'Spain', 'Xi', 'a'], ['2010-02-03', 'Spain', 'Xi', 'b']),
    ':3 has day, country and leader of line 2',
  ],
])('%s is refused', async (_, content, message) => {
  await expect(read(content)).rejects.toThrow(message)
})

test('a file that is no gzip is refused', async () => {
  const path = fileWith('x.csv', 'date')
  const { renameSync } = await import('node:fs')
  renameSync(path, `${path}.gz`)
  await expect(readChinaVitae(`${path}.gz`)).rejects.toThrow('is not a whole gzip file')
})

describe.skipIf(!haveRaw)(`5,705 engagements ${rawNeeded}`, () => {
  test('5,686 stand for the country named, 395 of them for Russia', async () => {
    const { events, observations } = await readChinaVitae(rawFile('leader-engagements/china_vitae_engagements_2003_2018.csv.gz'))
    expect(events['date']!.length).toBe(5686)
    expect(totalOf(observations, (row) => row['indicator'] === 'leader-engagements' && row['to_id'] === 'RUS')).toBe(395)
    expect(
      rowsIn(observations)
        .filter((row) => String(row['start_date']) === '2018-01-01')
        .every((row) => row['end_date'] === '2018-12-07'),
    ).toBe(true)
  })
})

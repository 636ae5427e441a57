import { readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { htmlRows } from '../../../../src/sources/formats/html-table.ts'
import { councilGapsIn } from '../../../../src/sources/un/council/un-sc-gaps.ts'
import { readScMeetings } from '../../../../src/sources/un/council/un-sc-meetings.ts'
import { councilOutcomesIn } from '../../../../src/sources/un/council/un-sc-outcomes.ts'
import type { Columns } from '../../../../src/store/index.ts'
import { freshRoot } from '../../../store/fresh-root.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../raw-data.ts'

const head = (year: number): string =>
  `<table><tr><th colspan="5">Meetings conducted  by the Security Council in ${year}<br>(in reverse chronological order)</th></tr>
<tr><th>Meeting<br />Record</th><th>Date</th><th>Press<br>Release</th><th>Topic</th><th>Security Council<br> Outcome / Vote</th></tr>\n`

const meeting = (record: string, date: string, outcome: string): string =>
  `<tr>\n<td><a href="x">${record}</a></td>\n<td>${date} </td><td>SC/1</td><td>Mali</td><td>${outcome}</td></tr>\n`

function page(content: string, name = 'scact2014_table_en.html'): string {
  const path = join(freshRoot(), name)
  writeFileSync(path, content)
  return path
}

const read = async (...paths: string[]): Promise<Columns> => (await readScMeetings(paths)).council_outcomes

test('a meeting with two outcomes is two rows, and a dash is the outcome none', async () => {
  const both = meeting(
    'S/PV.8697',
    '20 December',
    'Draft resolution S/2019/961 vetoed by Russian Federation and China<br>13-2-0<br>S/2019/962 not adopted 5-6-4',
  )
  const rows = await read(page(`\u00ef\u00bb\u00bf${head(2019)}${both}${meeting('S/PV.8696 (closed)', '2 December', '--')}</table>`))
  expect(rows).toMatchObject({
    record: ['S/PV.8696', 'S/PV.8697', 'S/PV.8697'],
    date: ['2019-12-02', '2019-12-20', '2019-12-20'],
    outcome: ['none', 'vetoed', 'not adopted'],
    symbol: [null, 'S/2019/961', 'S/2019/962'],
    yes: [null, 13, 5],
    no: [null, 2, 6],
    abstain: [null, 0, 4],
    vetoed_by: [null, 'CHN,RUS', null],
    locator: ['scact2014_table_en.html:7', 'scact2014_table_en.html:4', 'scact2014_table_en.html:4'],
  })
})

test('a resolution without stated totals has none, and not zeros', () => {
  expect(councilOutcomesIn('S/RES/2403 (2018) without a vote', 'f:1')).toMatchObject([
    { outcome: 'resolution', yes: null, no: null, abstain: null },
  ])
  expect(councilOutcomesIn('Communiqué & S/RES/2311 (2016)', 'f:1').map(({ outcome, yes }) => [outcome, yes])).toEqual([
    ['communique', null],
    ['resolution', null],
  ])
})

test('a vote without a draft stays a vote of unknown outcome', () => {
  expect(councilOutcomesIn('2-0-13', 'f:1')).toEqual([{ outcome: 'vote', symbol: null, yes: 2, no: 0, abstain: 13, vetoed_by: null }])
})

test('one resolution is one symbol, with and without a blank before the year', () => {
  expect(councilOutcomesIn('S/RES/2164(2014) 15-0-0 S/RES/2165 (2014) 15-0-0', 'f:1').map(({ symbol }) => symbol)).toEqual([
    'S/RES/2164 (2014)',
    'S/RES/2165 (2014)',
  ])
})

describe('the tables of 1946 to 1993', () => {
  const old = (year: number): string =>
    `<table><tr><th colspan="5">Meetings conducted by the Security Council in ${year}<br>(in reverse chronological order)</th></tr>
<tr><th>Meeting<br>Record</th><th>Date</th><th>Topic</th><th>Security Council<br> Outcome / Vote</th></tr>\n`
  const row = (record: string, date: string, topic: string, outcome: string): string =>
    `<tr><td>${record}</td><td>${date}</td><td>${topic}</td><td>${outcome}</td></tr>\n`

  test('have no press release: the topic is the third column', async () => {
    const rows = await read(
      page(`${old(1967)}${row('S/PV.1382', '22 November', 'The situation in the Middle East', 'S/RES/242 (1967) 15-0-0')}</table>`),
    )
    expect(rows).toMatchObject({ topic: ['The situation in the Middle East'], symbol: ['S/RES/242 (1967)'], yes: [15] })
  })

  test('a meeting with several topics has a row for each, whether its cells reach down or are left blank', async () => {
    const reaching =
      '<tr><th rowspan="2">S/PV.530</th><th rowspan="2">30 November</th><td>Invasion of Taiwan</td><td>Draft resolution S/1757 not adopted 2-9-0</td></tr>' +
      '<tr><td>Aggression upon Korea</td><td>Draft resolution S/1894 vetoed by USSR 9-1-0</td></tr>'
    const rows = await read(page(`${old(1950)}${reaching}</table>`))
    expect([rows['record'], rows['topic'], rows['symbol'], rows['no']]).toEqual([
      ['S/PV.530', 'S/PV.530'],
      ['Invasion of Taiwan', 'Aggression upon Korea'],
      ['S/1757', 'S/1894'],
      [9, 1],
    ])
    const blank = row('S/PV.345', '10 August', 'Trieste', '--') + row('', '', 'The Palestine question', '--')
    expect((await read(page(`${old(1948)}${blank}</table>`)))['record']).toEqual(['S/PV.345', 'S/PV.345'])
  })

  test.each([
    ['S/RES/6 (1946) adopted unanimously', ['resolution', 'S/RES/6 (1946)', null, 0, 0, null]],
    ['S/RES/165 (1961) Adopted unanimously', ['resolution', 'S/RES/165 (1961)', null, 0, 0, null]],
    ['S/RES/1 (1946) without vote', ['resolution', 'S/RES/1 (1946)', null, null, null, null]],
    ['S/13662 (PRST)', ['statement', 'S/13662', null, null, null, null]],
    ['S/PV.1754 (PRST)', ['statement', 'S/PV.1754', null, null, null, null]],
    ['Election of Mr. Alfaro (Panama)', ['election', null, null, null, null, null]],
    ['Letter ( S/2002/1131 )', ['letter', 'S/2002/1131', null, null, null, null]],
    ['Draft resolution S/11543 vetoed by USA, France and UK 10-3-2', ['vetoed', 'S/11543', 10, 3, 2, 'FRA,GBR,USA']],
    ['Draft resolution S/4130/Rev.1 vetoed by USSR 8-1-2', ['vetoed', 'S/4130/Rev.1', 8, 1, 2, 'RUS']],
    ['Draft resolution S/5928 (as amended) vetoed by USSR 8-2-1', ['vetoed', 'S/5928', 8, 2, 1, 'RUS']],
    ['Power Four draft resolution S/10786 vetoed by China 11-3-1', ['vetoed', 'S/10786', 11, 3, 1, 'CHN']],
    ['Draft resolution S/5134 not adopted 7-2-2', ['not adopted', 'S/5134', 7, 2, 2, null]],
    ['S/RES/1244 (1999) 14-0-0 (France did not participate in the voting.)', ['resolution', 'S/RES/1244 (1999)', 14, 0, 0, null]],
  ])('%s', (cell, [outcome, symbol, yes, no, abstain, vetoed_by]) => {
    expect(councilOutcomesIn(cell, 'f:1')).toEqual([{ outcome, symbol, yes, no, abstain, vetoed_by }])
  })

  test('several drafts and resolutions in one cell, with and without a word between', () => {
    const of = (cell: string): (string | null)[] => councilOutcomesIn(cell, 'f:1').map(({ symbol }) => symbol)
    expect(of('Draft resolution S/3502 vetoed by China 8-1-1 Draft resolution S/3509 not adopted 1-0-10 S/RES/109 (1955) 8-0-3')).toEqual([
      'S/3502',
      'S/3509',
      'S/RES/109 (1955)',
    ])
    expect(of('S/RES/1934 (2010) 15-0-0 + S/RES/1935 (2010) 15-0-0 + S/PRST/2010/27')).toHaveLength(3)
  })

  test('a misprinted number or year of a resolution is put right', async () => {
    const iraq = row('S/PV.2939', '13 September', 'Iraq and Kuwait', 'S/RES/663 (1990) 13-2-0')
    expect((await read(page(`${old(1990)}${iraq}</table>`)))['symbol']).toEqual(['S/RES/666 (1990)'])
    const two =
      row('S/PV.1237', '20 September', 'India and Pakistan', 'S/RES/211 (1965) 10-0-1') +
      row('S/PV.1234', '10 August', 'Cyprus', 'S/RES/207 (1964) 11-0-0')
    expect((await read(page(`${old(1965)}${two}</table>`)))['symbol']).toEqual(['S/RES/207 (1965)', 'S/RES/211 (1965)'])
  })

  test('a page whose resolutions are all of another year than its title is of that year', async () => {
    const content = head(2021) + meeting('--', '29 December', 'S/RES/2560 (2020) 15-0-0')
    expect((await read(page(`${content}</table>`)))['date']).toEqual(['2020-12-29'])
    const several = head(2021) + meeting('--', '2 May', 'S/RES/2560 (2020) 15-0-0') + meeting('--', '1 May', 'S/RES/2401 (2018) 15-0-0')
    await expect(read(page(`${several}</table>`))).rejects.toThrow('is titled 2021, but has resolutions of 2020, 2018')
  })
})

test('rows without their own <tr>, entities without a semicolon and comments are read', () => {
  const rows = htmlRows(
    '<table><tr><td>a</td><td>Communiqu&eacute</td></tr>\n<!-- <tr><td>x</td></tr>\n-->\n<td>b</td><td>c &amp; d</td></tr></table>',
    'f',
  )
  expect(rows).toEqual([
    { line: 1, cells: ['a', 'Communiqué'] },
    { line: 4, cells: ['b', 'c & d'] },
  ])
})

test.each([
  ['a page of something else', '<html><table><tr><td>Vetoes</td></tr></table></html>', 'scact2014_table_en.html has no table headed'],
  ['an empty file', '', 'scact2014_table_en.html has no table headed'],
  ['headings alone', `${head(2014)}</table>`, 'has no meetings under its headings'],
  ['a page cut off within a row', `${head(2014)}<tr><td>S/PV.7354</td><td>30 Dec`, 'scact2014_table_en.html:3 has a row that never ends'],
  ['a renamed column', head(2014).replace('Outcome / Vote', 'Result') + meeting('S/PV.1', '1 May', '--'), 'has no table headed'],
  [
    'a renamed topic',
    head(2014).replace('Topic', 'Subject') + meeting('S/PV.1', '1 May', '--'),
    ':2 has the headings Meeting Record, Date, Press',
  ],
  ['merged cells', `${head(2014)}<tr><td>S/PV.1</td><td>1 May</td></tr></table>`, ':3 has 2 cells, the headings are 5'],
  ['a day that the year does not have', head(2014) + meeting('S/PV.1', '29 February', '--'), ':4 has the date "29 February"'],
  ['another record', head(2014) + meeting('A/PV.1', '1 May', '--'), ':4 has the meeting record "A/PV.1"'],
  ['an unknown outcome', head(2014) + meeting('S/PV.1', '1 May', 'Postponed'), ':4 has the outcome "Postponed"'],
  ['a blank outcome', head(2014) + meeting('S/PV.1', '1 May', ''), ':4 has a blank outcome'],
  ['sixteen members', head(2014) + meeting('S/PV.1', '1 May', 'S/RES/1 (2014) 15-1-0'), 'more than the 15 members'],
  [
    'a veto of a state that has none',
    head(2014) + meeting('S/PV.1', '1 May', 'Draft resolution S/2014/1 vetoed by India 9-1-5'),
    '"India" as who cast the veto',
  ],
])('%s is refused, and the message says where', async (_, content, message) => {
  await expect(read(page(content))).rejects.toThrow(message)
})

test('a year given twice is refused', async () => {
  const content = `${head(2014)}${meeting('S/PV.1', '1 May', '--')}</table>`
  await expect(read(page(content, 'a.html'), page(content, 'b.html'))).rejects.toThrow('b.html and a.html are both the table of 2014')
})

test('bytes that are not UTF-8 are refused with the line', async () => {
  const path = page('')
  writeFileSync(path, Buffer.concat([Buffer.from(head(2014)), Buffer.from([0x43, 0xf4, 0x74, 0x65])]))
  await expect(read(path)).rejects.toThrow(':3 is not UTF-8')
})

describe.skipIf(!haveRaw)(`the library's tables of 2014 to 2022 ${rawNeeded}`, async () => {
  const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022]
  const paths = years.map((year) => join(rawFolder, `un-sc-votes/scact${year}_table_en.html`))
  const rows = haveRaw ? await read(...paths) : {}

  test('every outcome of every meeting: 2,036, of them 462 resolutions and 21 vetoed drafts', () => {
    const count = (outcome: string): number => rows['outcome']!.filter((cell) => cell === outcome).length
    expect(rows['outcome']).toHaveLength(2036)
    expect(['resolution', 'vetoed', 'not adopted', 'statement', 'communique', 'note', 'vote', 'none'].map(count)).toEqual([
      462, 21, 12, 169, 107, 1, 1, 1263,
    ])
  })

  test('it notices that 2020 stops in March and 2022 in June, what is missing in between, and a veto without a vote against', () => {
    expect(councilGapsIn(rows)).toEqual({
      partialYears: [
        { year: 2020, last: '2020-03-12' },
        { year: 2022, last: '2022-06-30' },
      ],
      records: [
        [8746, 8778],
        [8788, 8789],
        [8793, 8793],
        [8876, 8876],
      ],
      resolutions: [[2515, 2560]],
      vetoesWithoutNo: ['S/2022/431'],
    })
  })

  test('the draft on Crimea, 15 March 2014: 13-1-1, vetoed by Russia', () => {
    const at = rows['symbol']!.indexOf('S/2014/189')
    expect(['date', 'record', 'yes', 'no', 'abstain', 'vetoed_by'].map((name) => rows[name]![at])).toEqual([
      '2014-03-15',
      'S/PV.7138',
      13,
      1,
      1,
      'RUS',
    ])
  })

  test('every row says its file and line', () => {
    expect(rows['locator']!.every((cell) => /^scact20\d\d_table_en\.html:\d+$/.test(String(cell)))).toBe(true)
    expect(paths.map((path) => basename(path))).toContain(String(rows['locator']![0]).split(':')[0])
  })
})

describe.skipIf(!haveRaw)(`the library's tables of 1946 to 2022 ${rawNeeded}`, async () => {
  const folder = join(rawFolder, 'un-sc-meetings-1946-2021')
  const files = haveRaw ? readdirSync(folder).filter((name) => /^scact\d{4}/.test(name)) : []
  const rows = haveRaw ? await read(...files.map((name) => join(folder, name))) : {}
  const at = (symbol: string): unknown[] => ['date', 'yes', 'no', 'abstain'].map((name) => rows[name]![rows['symbol']!.indexOf(symbol)])

  test('every resolution from 1 to 2640 once, and all 213 vetoed drafts', () => {
    const resolutions = rows['symbol']!.filter((_, i) => rows['outcome']![i] === 'resolution').map((symbol) =>
      Number(/\d+/.exec(String(symbol))![0]),
    )
    expect(resolutions.sort((a, b) => a - b)).toEqual(Array.from({ length: 2640 }, (_, i) => i + 1))
    expect(rows['outcome']!.filter((outcome) => outcome === 'vetoed')).toHaveLength(213)
    expect(rows['record']).toHaveLength(9877)
  })

  test('known votes: Korea 1950, Kuwait 1990, Liberia 2003, Libya 2011', () => {
    expect(at('S/RES/82 (1950)')).toEqual(['1950-06-25', 9, 0, 1])
    expect(at('S/RES/678 (1990)')).toEqual(['1990-11-29', 12, 2, 1])
    expect(at('S/RES/1521 (2003)')).toEqual(['2003-12-22', 15, 0, 0])
    expect(at('S/RES/1973 (2011)')).toEqual(['2011-03-17', 10, 0, 5])
  })

  test('2020 is whole with the page on its written procedure, and years with few meetings are no gap', () => {
    expect(councilGapsIn(rows)).toEqual({
      partialYears: [{ year: 2022, last: '2022-06-30' }],
      records: [
        [969, 969],
        [8788, 8789],
        [8793, 8793],
        [8876, 8876],
      ],
      resolutions: [],
      vetoesWithoutNo: ['S/2022/431'],
    })
  })
})

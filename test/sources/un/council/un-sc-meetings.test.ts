import { writeFileSync } from 'node:fs'
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

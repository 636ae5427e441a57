import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readScVetoes } from '../../../../src/sources/un/council/un-sc-vetoes.ts'
import { readScVetoesCoded } from '../../../../src/sources/un/council/un-sc-vetoes-coded.ts'
import type { Columns } from '../../../../src/store/index.ts'
import { freshRoot } from '../../../store/fresh-root.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../raw-data.ts'

const head =
  '<table><tr><th>Date</th><th>Draft</th><th>Written<br>Record</th><th>Agenda Item</th><th>Permanent<br>Member Casting<br>Negative Vote</th></tr>\n'
const veto = (date: string, draft: string, who: string): string =>
  `<tr><td>${date}</td><td><a href="x">${draft}</a></td><td>S/PV.1</td><td>Cyprus</td><td>${who}</td></tr>\n`

const csvHead =
  'year,date,month,draft,meeting_record,agenda_item,crisis_topic,region,member_veto1,member_veto2,member_veto3,single_veto,multiple_vetoes,China,France,Russia,USSR,USA,UK,russia_china,usa_uk,usa_france,usa_france_uk,france_uk'

async function readPage(content: string): Promise<Columns> {
  const path = join(freshRoot(), 'v.html')
  writeFileSync(path, content)
  return (await readScVetoes(path)).vetoes
}

async function readCsv(content: string): Promise<Columns> {
  const path = join(freshRoot(), 'v.csv')
  writeFileSync(path, content)
  return (await readScVetoesCoded(path)).vetoes
}

/** How often each set of members cast a veto together, Russia told from the Soviet Union by the day. */
function together(vetoes: Columns): Record<string, number> {
  const drafts = new Map<number, string[]>()
  vetoes['draft']!.forEach((draft, i) => {
    const soviet = vetoes['state']![i] === 'RUS' && String(vetoes['start_date']![i]) < '1991-12-26'
    drafts.set(Number(draft), [...(drafts.get(Number(draft)) ?? []), soviet ? 'USSR' : String(vetoes['state']![i])])
  })
  const counts: Record<string, number> = {}
  for (const members of drafts.values()) counts[members.join('+')] = (counts[members.join('+')] ?? 0) + 1
  return counts
}

test('one row for each member that cast a veto, oldest draft first, however the members are listed', async () => {
  const page = `${head}${veto('26 May 2022', 'S/2022/431', 'China</br>Russian Federation')}${veto('26 June 1946', 'S/PV.49', 'France, USSR')}</table>`
  expect(await readPage(page)).toMatchObject({
    draft: [1, 1, 2, 2],
    symbol: ['S/PV.49', 'S/PV.49', 'S/2022/431', 'S/2022/431'],
    start_date: ['1946-06-26', '1946-06-26', '2022-05-26', '2022-05-26'],
    state: ['FRA', 'RUS', 'CHN', 'RUS'],
    locator: ['v.html:3', 'v.html:3', 'v.html:2', 'v.html:2'],
  })
})

test('a meeting past midnight has two days, and a year of two digits is of the twentieth century', async () => {
  const page = `${head}${veto('14-15 December 2001', 'S/2001/1199', 'USA')}${veto('30 January 86', 'S/17769/Rev.1', 'USA')}</table>`
  expect(await readPage(page)).toMatchObject({ start_date: ['1986-01-30', '2001-12-14'], end_date: ['1986-01-30', '2001-12-15'] })
})

test("China's veto before 25 October 1971 is Taipei's", async () => {
  expect(
    await readPage(`${head}${veto('25 August 1972', 'S/10771', 'China')}${veto('13 December 1955', 'S/3502', 'China')}</table>`),
  ).toMatchObject({
    state: ['TWN', 'CHN'],
  })
})

test.each([
  ['a page of something else', '<table><tr><td>x</td></tr></table>', 'v.html has no table headed Date, Draft'],
  ['an empty page', '', 'v.html has no table headed'],
  ['a renamed heading', head.replace('Agenda Item', 'Subject') + veto('1 May 2000', 'S/1', 'USA'), 'v.html has no table headed'],
  ['a page cut off', `${head}<tr><td>1 May 2000`, 'v.html:2 has a row that never ends'],
  ['a torn row', `${head}<tr><td>1 May 2000</td><td>S/1</td></tr></table>`, 'v.html:2 has 2 cells'],
  ['a day that does not exist', head + veto('31 April 2000', 'S/1', 'USA'), 'v.html:2 has the date "31 April 2000"'],
  ['a member without a veto', head + veto('1 May 2000', 'S/1', 'Brazil'), '"Brazil" as who cast the veto'],
  ['a member twice', head + veto('1 May 2000', 'S/1', 'USSR Russian Federation'), 'permanent members, each once'],
  ['another order', head + veto('1 May 2000', 'S/1', 'USA') + veto('2 May 2000', 'S/2', 'USA'), 'out of the order'],
])('%s is refused, and the message says where', async (_, page, message) => {
  await expect(readPage(page)).rejects.toThrow(message)
})

const row = '2022,5/26/2022,5,S/2022/431,S/PV.9048,"Non-proliferation, North",North Korea,East Asia,China,Russia,,0,1,1,0,1,0,0,0,1,0,0,0,0'

test('of the coded file the names are read, not the yes-or-no columns', async () => {
  expect(await readCsv(`${csvHead}\n${row.replace(',1,1,0,1,0,0,0,1,', ',0,0,0,0,0,0,0,0,')}\n`)).toMatchObject({
    state: ['CHN', 'RUS'],
    start_date: ['2022-05-26', '2022-05-26'],
    topic: ['Non-proliferation, North', 'Non-proliferation, North'],
    locator: ['v.csv:2', 'v.csv:2'],
  })
})

test.each([
  ['another header', `year,date\n2022,5/26/2022\n`, 'v.csv:1 has the header'],
  ['an empty file', '', 'v.csv:1 has the header ""'],
  ['a byte-order mark before another header', `\ufeffdate\n`, 'v.csv:1 has the header'],
  ['no rows', `${csvHead}\n`, 'v.csv has no row'],
  ['a torn row', `${csvHead}\n2022,5/26/2022,5\n`, 'v.csv:2 has 3 fields, not 24'],
  ['a date of another year', `${csvHead}\n${row.replace('5/26/2022', '5/26/2021')}\n`, 'v.csv:2 has the date 5/26/2021 in year 2022'],
  ['a day before the month', `${csvHead}\n${row.replace('5/26/2022', '26/5/2022')}\n`, 'v.csv:2 has the date "26/5/2022"'],
  ['nobody who cast it', `${csvHead}\n${row.replace('China,Russia', ',')}\n`, 'v.csv:2 has "" as who cast the veto'],
])('%s is refused, and the message says where', async (_, content, message) => {
  await expect(readCsv(content)).rejects.toThrow(message)
})

describe.skipIf(!haveRaw)(`the UN list and its coding ${rawNeeded}`, async () => {
  const listed = haveRaw ? (await readScVetoes(join(rawFolder, 'un-sc-vetoes/scact_veto_table_en.html'))).vetoes : {}
  const coded = haveRaw ? (await readScVetoesCoded(join(rawFolder, 'un-sc-vetoes/unsc_vetoes_1946_sept2022.csv'))).vetoes : {}

  test('the coded file: 214 drafts, 14 joint Russia-China vetoes, 90 sole Soviet, 60 sole US, 17 sole Russian', () => {
    expect(Math.max(...(coded['draft'] as number[]))).toBe(214)
    expect(together(coded)).toEqual({
      'CHN+RUS': 14,
      USSR: 90,
      USA: 60,
      RUS: 17,
      'FRA+GBR+USA': 13,
      'GBR+USA': 9,
      GBR: 5,
      CHN: 3,
      'FRA+GBR': 2,
      FRA: 1,
    })
  })

  test('the UN list: 213 drafts to 26 May 2022, the same but for the one of July 2022 and one veto that France shared', () => {
    expect(Math.max(...(listed['draft'] as number[]))).toBe(213)
    expect(together(listed)).toEqual({ ...together(coded), RUS: 16, USSR: 89, 'FRA+USSR': 1 })
    expect(listed['start_date']!.at(-1)).toBe('2022-05-26')
  })
})

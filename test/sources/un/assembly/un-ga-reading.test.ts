import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { isoDate } from '../../../../src/sources/un/assembly/un-ga-dgacm.ts'
import { type RollCallPaths, readRollCalls, rollCallPaths } from '../../../../src/sources/un/assembly/un-ga-reconciliation.ts'

const rollCallHeader = 'rcid,session,importantvote,date,unres,amend,para,short,descr'
const small = {
  'un_roll_calls.csv': `${rollCallHeader}
11,2,0,1947-05-06,SS/1/59,1,0,"AGENDA, FIRST ITEM","TO ADOPT A PROPOSAL TO ""ADD"" AN ITEM,
ON TWO LINES"
12,74,,2019-12-12,A/RES/74/45,,,Nuclear disarmament ,Nuclear disarmament
13,74,,2019-12-19,A/RES/74/208,,,Oil slick,Oil slick
`,
  'un_votes.csv': `rcid,country,country_code,vote
11,Taiwan,TW,no
11,Yugoslavia,YU,yes
12,China,CN,yes
12,United States,US,no
13,Yugoslavia,YU,abstain
`,
  'un_roll_call_issues.csv': 'rcid,short_name,issue\n12,nu,Nuclear weapons and nuclear material\n12,di,Arms control and disarmament\n',
  '75.json': `${JSON.stringify(resolution({ symbol: 'A/RES/75/1', adoption_date: '7\u00a0December 2020' }))}\n`,
}

function resolution(given: Record<string, unknown>): Record<string, unknown> {
  return {
    symbol: 'A/RES/75/1',
    title: 'A title',
    adoption_date: '2020-12-07 00:00:00',
    agenda_item_name: 'An item',
    adoption_type: 'By a recorded vote',
    MS_in_favour_count: '2',
    MS_against_count: '1',
    MS_abstaining_count: 'N.A.',
    MS_in_favour: ['CHINA', 'TÜRKÝYE'],
    MS_against: ['UNITED STATES'],
    MS_abstaining: [],
    ...given,
  }
}

let directory: string
let paths: RollCallPaths

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'un-ga-'))
  for (const [name, text] of Object.entries(small)) writeFileSync(join(directory, name), text)
  paths = await rollCallPaths(directory, directory)
})

function put(name: string, text: string | Buffer): string {
  writeFileSync(join(directory, name), text)
  return join(directory, name)
}

function refusal(message: string): { code: string; message: unknown } {
  return { code: 'BadInput', message: expect.stringContaining(message) }
}

test('a small record reads whole: quoted fields, states by date, tags, counts', async () => {
  const { roll_calls, voters } = await readRollCalls(paths)
  expect(voters.state).toEqual(['CHN', 'SRB', 'TUR', 'TWN', 'USA', 'YUG'])
  expect(roll_calls.id).toEqual([11, 12, 13, 1750010])
  expect(roll_calls.votes).toEqual(['...3.1', '1...3.', '.2....', '1.1.3.'])
  expect(roll_calls.date).toEqual(['1947-05-06', '2019-12-12', '2019-12-19', '2020-12-07'])
  expect(roll_calls.session).toEqual(['S-1', '74', '74', '75'])
  expect(roll_calls.kind).toEqual(['amendment', 'whole', 'whole', 'whole'])
  expect(roll_calls.issues).toEqual(['', 'nu,di', 'ec', ''])
  expect(roll_calls.issues_by).toEqual(['voeten', 'voeten', 'visavis', 'visavis'])
  expect(roll_calls.important).toEqual([null, null, null, null])
  expect([roll_calls.yes, roll_calls.abstain, roll_calls.no]).toEqual([
    [1, 1, 0, 2],
    [0, 0, 1, 0],
    [1, 1, 0, 1],
  ])
})

test('gzipped files read the same', async () => {
  const packed = put('packed.csv.gz', gzipSync(small['un_votes.csv']))
  const [plain, gzipped] = await Promise.all([readRollCalls(paths), readRollCalls({ ...paths, votes: packed })])
  expect(gzipped).toEqual(plain)
})

test('where the sources differ on a shared resolution, Voeten’s position stands and the report has both', async () => {
  const shared = resolution({ symbol: 'A/RES/74/45', adoption_date: '12 December 2019', MS_in_favour: ['UNITED STATES'], MS_against: [] })
  put('74.json', JSON.stringify(shared))
  const extra = resolution({ symbol: 'A/RES/74/9', adoption_date: '12 December 2019' })
  put('75.json', JSON.stringify(extra))
  const { roll_calls, report } = await readRollCalls(await rollCallPaths(directory, directory))
  expect(report.discrepancies).toEqual([
    { symbol: 'A/RES/74/45', state: 'CHN', unvotes: 1, dgacm: null },
    { symbol: 'A/RES/74/45', state: 'USA', unvotes: 3, dgacm: 1 },
  ])
  expect(report.overlap).toEqual({ rollCalls: 1, positions: 2, agreeing: 0 })
  expect(report.onlyDgacm).toEqual(['A/RES/74/9'])
  expect(report.onlyUnvotes).toEqual(['A/RES/74/208'])
  expect(roll_calls.id).toEqual([11, 12, 1740090, 13])
})

test('a member on two lists of one vote gets no position and is reported', async () => {
  put('75.json', JSON.stringify(resolution({ MS_against: ['UNITED STATES', 'CHINA'] })))
  const { roll_calls, report } = await readRollCalls(paths)
  expect(report.findings.contradictory).toEqual([{ symbol: 'A/RES/75/1', state: 'CHN' }])
  expect((roll_calls.votes as string[]).at(-1)).toBe('..1.3.')
})

test('a torn line of the extract is refused with its number', async () => {
  const line = JSON.stringify(resolution({}))
  put('75.json', `${line}\n${line.slice(0, 40)}\n`)
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal('75.json:2 is not a JSON object on one line'))
})

test('a voter that is no state is refused with file, line and the nearest names', async () => {
  put('75.json', JSON.stringify(resolution({ MS_against: ['UNITED STAETS'] })))
  await expect(readRollCalls(paths)).rejects.toMatchObject({
    ...refusal('75.json:1 has the voter "UNITED STAETS"'),
    hint: expect.stringContaining('USA'),
  })
  put('75.json', small['75.json'])
  put('un_votes.csv', `${small['un_votes.csv']}13,Atlantis,XX,yes\n`)
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal('un_votes.csv:7 has the voter "Atlantis"'))
})

test('another header, a row too short, an open quote: refused with file and line', async () => {
  put('un_votes.csv', 'rcid,ccode,vote\n11,710,1\n')
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal('un_votes.csv:1 has the header "rcid,ccode,vote"'))
  put('un_votes.csv', `${small['un_votes.csv']}13,Chad\n`)
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal('un_votes.csv:7 has 2 fields, not 4'))
  put('un_votes.csv', `${small['un_votes.csv']}13,"Chad,TD,yes\n`)
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal('un_votes.csv:7 a quote is opened and never closed'))
  put('un_votes.csv', '')
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal('un_votes.csv:1 has the header ""'))
})

test('a file in another encoding, or a torn gzip, is refused with the line', async () => {
  put('un_votes.csv', Buffer.from(small['un_votes.csv'].replace('13,Yugoslavia', '13,Türkiye'), 'latin1'))
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal('un_votes.csv:6 is not UTF-8 text'))
  const torn = put('torn.csv.gz', gzipSync(small['un_votes.csv']).subarray(0, 60))
  await expect(readRollCalls({ ...paths, votes: torn })).rejects.toMatchObject(refusal('torn.csv.gz:1 is not a whole gzip file'))
})

test.each([
  ['13,China,CN,YES', 'un_votes.csv:7 has the vote "YES"'],
  ['99,China,CN,yes', 'un_votes.csv:7 has a vote in roll call 99'],
  ['13,Serbia,RS,yes', 'un_votes.csv:7 gives SRB a second vote'],
])('the vote "%s" is refused', async (row, message) => {
  put('un_votes.csv', `${small['un_votes.csv']}${row}\n`)
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal(message))
})

test.each([
  ['13,74,,2019-12-19,A/RES/74/9,,,a,a', 'un_roll_calls.csv:6 has rcid 13 a second time'],
  ['14,74,,19 December 2019,A/RES/74/9,,,a,a', 'un_roll_calls.csv:6 has the date "19 December 2019"'],
  ['14,74,,2019-12-19,A/RES/74/9,2,,a,a', 'un_roll_calls.csv:6 has "2" as amend'],
  ['14,LXXIV,,2019-12-19,A/RES/74/9,,,a,a', 'un_roll_calls.csv:6 has "LXXIV" as session'],
])('the roll call "%s" is refused', async (row, message) => {
  put('un_roll_calls.csv', `${small['un_roll_calls.csv']}${row}\n`)
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal(message))
})

test.each([
  [{ adoption_date: '7 Dezember 2020' }, '75.json:1 has the date "7 Dezember 2020"'],
  [{ symbol: 'A/C.1/75/L.1' }, '75.json:1 has the symbol "A/C.1/75/L.1"'],
  [{ MS_in_favour: 'CHINA' }, '75.json:1 has no list of names in "MS_in_favour"'],
  [{ MS_against_count: 'two' }, '75.json:1 has "two" in "MS_against_count"'],
  [{ adoption_type: 'By acclamation' }, '75.json:1 has the unknown adoption_type'],
  [{ title: null }, '75.json:1 has no text in "title"'],
])('the record with %o is refused', async (given, message) => {
  put('75.json', JSON.stringify(resolution(given)))
  await expect(readRollCalls(paths)).rejects.toMatchObject(refusal(message))
})

test('a missing file is named', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'un-ga-'))
  await expect(rollCallPaths(empty, directory)).rejects.toMatchObject(refusal('neither un_roll_calls.csv.gz nor un_roll_calls.csv'))
  await expect(rollCallPaths(directory, empty)).rejects.toMatchObject(refusal('has no <session>.json'))
})

test('the three spellings of a date', () => {
  expect(['2019-12-12 00:00:00', '2 March 2022', '7\u00a0April 2022'].map((given) => isoDate(given, 'f:1'))).toEqual([
    '2019-12-12',
    '2022-03-02',
    '2022-04-07',
  ])
})

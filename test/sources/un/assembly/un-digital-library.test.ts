import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readDigitalLibrary } from '../../../../src/sources/un/assembly/un-digital-library.ts'
import { gatherVotes } from '../../../../src/sources/un/assembly/un-digital-library-votes.ts'
import { readDgacm } from '../../../../src/sources/un/assembly/un-ga-dgacm.ts'
import { freshRoot } from '../../../store/fresh-root.ts'
import { shared } from '../../un-ga-shared.ts'

const header2026 =
  'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link'
const header2025 = header2026.replace('vote_note,', '')

interface Vote {
  readonly id?: number
  readonly code?: string
  readonly name: string
  readonly vote: string
  readonly date?: string
  readonly session?: string
  readonly resolution?: string
  readonly title?: string
  readonly totals?: string
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A line of the file as the library writes it; `note` is the column that came in 2026. */
function line(vote: Vote, note = ','): string {
  const { id = 3958000, code = '', name, date = '2022-03-02', session = '11emsp', resolution = 'A/RES/ES-11/1', totals = ',,,,' } = vote
  const title = vote.title ?? 'Aggression against Ukraine :\nresolution / adopted by the General Assembly'
  return `${id},${code},${quoted(name)},${vote.vote},${date},${session},${resolution},A/ES-11/L.1,,A/ES-11/PV.5,${quoted(title)},Agenda,SUBJECT${note},${totals},https://digitallibrary.un.org/record/${id}`
}

function file(lines: readonly string[], header = header2026, name = '2026_02_06_ga_voting.csv'): string {
  const path = join(freshRoot(), name)
  const content = `${header}\n${lines.join('\n')}\n`
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(content) : content)
  return path
}

const four: readonly Vote[] = [
  { code: 'CHN', name: 'CHINA', vote: 'A' },
  { code: 'RUS', name: 'RUSSIAN FEDERATION', vote: 'N' },
  { code: 'USA', name: 'UNITED STATES', vote: 'Y' },
  { code: 'ETH', name: 'ETHIOPIA', vote: 'X' },
]

test('rows of one record are one roll call, packed in the order of the voters', async () => {
  expect(await readDigitalLibrary(file(four.map((vote) => line(vote))))).toEqual({
    roll_calls: {
      id: [13958000],
      date: ['2022-03-02'],
      session: ['ES-11'],
      symbol: ['A/RES/ES-11/1'],
      title: ['Aggression against Ukraine'],
      kind: ['whole'],
      issues: [''],
      issues_by: ['visavis'],
      important: [null],
      yes: [1],
      abstain: [1],
      no: [1],
      votes: ['231'],
      source: ['un-digital-library'],
      vintage: ['as of the file that you bring'],
    },
    voters: { position: [0, 1, 2], state: ['CHN', 'RUS', 'USA'] },
  })
})

test('not voting is X, NV or blank, and never a position', async () => {
  const votes = ['X', 'NV', ''].map((vote, i) => line({ name: ['ETHIOPIA', 'TOGO', 'MOROCCO'][i]!, vote }))
  const { roll_calls, voters } = await readDigitalLibrary(file([...votes, line(four[0]!)]))
  expect(voters['state']).toEqual(['CHN'])
  expect([roll_calls['yes'], roll_calls['no'], roll_calls['abstain']]).toEqual([[0], [0], [1]])
})

test('the layouts of 2025 and 2026 give the same, packed or not, with a byte order mark or without', async () => {
  const late = await readDigitalLibrary(file(four.map((vote) => line(vote))))
  expect(
    await readDigitalLibrary(
      file(
        four.map((vote) => line(vote, '')),
        header2025,
      ),
    ),
  ).toEqual(late)
  expect(
    await readDigitalLibrary(
      file(
        four.map((vote) => line(vote)),
        `\ufeff${header2026}`,
        'v.csv.gz',
      ),
    ),
  ).toEqual(late)
})

test("China's vote before 25 October 1971 is Taipei's, Yemen's before 1990 Sana'a's, the Soviet Union's Russia's", async () => {
  const old = { date: '1970-11-20', session: '25', resolution: 'A/RES/2642(XXV)' }
  const rows = [
    { ...old, code: 'CHN', name: 'CHINA', vote: 'N' },
    { ...old, code: 'YEM', name: 'YEMEN', vote: 'Y' },
    { ...old, code: 'SUN', name: 'USSR', vote: 'Y' },
  ]
  const { rollCalls, findings } = await gatherVotes(file(rows.map((vote) => line(vote))))
  expect([...rollCalls[0]!.positions]).toEqual([
    ['TWN', 3],
    ['YAR', 1],
    ['RUS', 1],
  ])
  expect(findings.codesDiffer).toEqual([])
})

test('counts stated as 141.0 are whole, and those that the rows do not bear out are kept and named', async () => {
  const { rollCalls, findings } = await gatherVotes(file(four.map((vote) => line({ ...vote, totals: '141.0,1,1.0,5.0,193' }))))
  expect(rollCalls[0]).toMatchObject({ yes: 141, no: 1, abstain: 1 })
  expect(findings.countsDiffer).toEqual([{ symbol: 'A/RES/ES-11/1', position: 'yes', stated: 141, listed: 1 }])
})

test('a doubled row counts once; a member with two votes has no position; both are told', async () => {
  const { rollCalls, findings } = await gatherVotes(file([...four, four[0]!, { ...four[1]!, vote: 'Y' }].map((vote) => line(vote))))
  expect([...rollCalls[0]!.positions]).toEqual([
    ['CHN', 2],
    ['USA', 1],
  ])
  expect(findings).toMatchObject({ repeated: 1, contradictory: [{ symbol: 'A/RES/ES-11/1', state: 'RUS' }] })
})

test('a name that is another state than its code counts, and is told', async () => {
  const { rollCalls, findings } = await gatherVotes(file([line({ code: 'NER', name: 'NIGERIA', vote: 'Y' })]))
  expect([...rollCalls[0]!.positions.keys()]).toEqual(['NGA'])
  expect(findings.codesDiffer).toEqual(['NIGERIA (NER)'])
})

test('a name that is not read is known by its code', async () => {
  expect((await readDigitalLibrary(file([line({ code: 'TUR', name: 'TURKIYEE REP', vote: 'Y' })]))).voters['state']).toEqual(['TUR'])
})

test.each<readonly [string, readonly string[], string, string]>([
  ['a file of another source', ['1,2'], 'a,b', ':1 lacks the column undl_id'],
  ['a renamed column', [line(four[0]!)], header2026.replace('ms_vote', 'vote'), ':1 lacks the column ms_vote'],
  ['a column twice', [line(four[0]!)], header2026.replace('draft', 'date'), ':1 has twice the column date'],
  ['headings alone', [], header2026, 'has no row under its header'],
  ['a torn row', ['3958000,CHN,CHINA,A'], header2026, ':2 has 4 cells, the header has 20'],
  [
    'a quote that stays open',
    [line(four[0]!).replace('assembly"', 'assembly').replace('Assembly"', 'Assembly')],
    header2026,
    ':2 a quote is opened and never closed',
  ],
  ['an unknown vote', [line({ ...four[0]!, vote: 'P' })], header2026, ':2 has the vote "P"'],
  ['a member that is no state', [line({ name: 'RURITANIA', vote: 'Y' })], header2026, ':2 has the voter "RURITANIA"'],
  ['a date in another order', [line({ ...four[0]!, date: '02/03/2022' })], header2026, ':2 has the date "02/03/2022"'],
  ['a session that is none', [line({ ...four[0]!, session: 'eleven' })], header2026, ':2 has the session "eleven"'],
  ['a record number that is none', [line(four[0]!).replace('3958000', 'x')], header2026, ':2 has "x" as undl_id'],
  ['a count that is none', [line({ ...four[0]!, totals: '-1,,,,' })], header2026, ':2 has "-1" as total_yes'],
  [
    'rows of one record that differ',
    [line(four[0]!), line({ ...four[1]!, date: '2022-03-03' })],
    header2026,
    ':4 is of A/RES/ES-11/1 on 2022-03-03',
  ],
])('%s is refused, and the message says where', async (_, lines, header, message) => {
  await expect(readDigitalLibrary(file(lines, header))).rejects.toThrow(message)
})

test('an empty file, one that is cut off and one in another encoding are refused', async () => {
  const path = file([])
  writeFileSync(path, '')
  await expect(readDigitalLibrary(path)).rejects.toThrow('is empty')
  writeFileSync(path, Buffer.concat([Buffer.from(`${header2026}\n`), Buffer.from([0x43, 0xd4, 0x54, 10])]))
  await expect(readDigitalLibrary(path)).rejects.toThrow(':2 is not UTF-8')
  const packed = file(
    four.map((vote) => line(vote)),
    header2026,
    'v.csv.gz',
  )
  writeFileSync(packed, gzipSync('x'.repeat(5000)).subarray(0, 20))
  await expect(readDigitalLibrary(packed)).rejects.toThrow('v.csv.gz is not a whole gzip file')
})

describe.skipIf(shared === null)('written in the form of the library, the votes of the UN extract (needs ../shared)', async () => {
  const { rollCalls } = shared === null ? { rollCalls: [] } : await readDgacm([`${shared.resolutions}/ES-11.json`])

  test('are the same positions: ES-11/1 to 6, of them ES-11/1 by 141-5-35', async () => {
    const letters = { 1: 'Y', 2: 'A', 3: 'N' } as const
    const lines = rollCalls.flatMap((call) =>
      [...call.positions].map(([state, position]) =>
        line({
          id: call.id,
          code: state,
          name: state,
          vote: letters[position],
          date: call.date,
          session: '11emsp',
          resolution: call.symbol ?? '',
        }),
      ),
    )
    const { rollCalls: again, findings } = await gatherVotes(file(lines))
    expect(again.map(({ symbol, positions }) => [symbol, [...positions]])).toEqual(
      rollCalls.map(({ symbol, positions }) => [symbol, [...positions]]),
    )
    expect(again[0]).toMatchObject({ symbol: 'A/RES/ES-11/1', yes: 141, no: 5, abstain: 35 })
    expect(again[0]!.positions.get('CHN')).toBe(2)
    expect(findings).toMatchObject({ repeated: 0, contradictory: [], countsDiffer: [], codesDiffer: [] })
  })
})

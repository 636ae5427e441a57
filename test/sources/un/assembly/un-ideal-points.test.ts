import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readIdealPoints } from '../../../../src/sources/un/assembly/un-ideal-points.ts'
import type { Columns } from '../../../../src/store/index.ts'
import { freshRoot } from '../../../store/fresh-root.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../raw-data.ts'

const sessions = 'Row,ccode,session,NVotes,IdealPoint,QO%,Q5%,Q10%,Q50%,Q90%,Q95%,Q100%,iso3c,Countryname'
const years =
  'ccode,iso3c,countryname,year,idealpointfp,idealpointall,idealpointlegacy,nvotesfp,qofp,q5fp,q50fp,q95fp,nvotesall,qoall,q5all,q50all,q95all,nvotesLegacy'

function file(content: string | Buffer, name = 'IdealpointestimatesAll_Apr2020.csv'): string {
  const path = join(freshRoot(), name)
  writeFileSync(path, content)
  return path
}

const read = async (...paths: string[]): Promise<Columns> => (await readIdealPoints(paths)).ideal_points

const row = (ccode: number, session: number, iso3c: string): string => `1,${ccode},${session},42,1.5,0.1,1,1.1,1.4,1.9,2,2.5,${iso3c},x`

test('a session is dated by the year in which it opened, and its quantiles keep the letter O apart', async () => {
  expect(await read(file(`${sessions}\n${row(2, 78, 'USA')}\n`))).toMatchObject({
    edition: ['Apr2020'],
    series: ['all'],
    state: ['USA'],
    cow: [2],
    session: [78],
    year: [2023],
    votes: [42],
    point: [1.5],
    q5: [1],
    q50: [1.4],
    q95: [2],
    locator: ['IdealpointestimatesAll_Apr2020.csv:2'],
  })
})

test('the edition of 2025 is three series, and a blank estimate is no row', async () => {
  const lines = [
    '710,CHN,China,2023,-0.73,-1.2,-0.8,87,-2,-0.9,-0.7,-0.5,230,-2,-1.3,-1.2,-1.1,86',
    '710,CHN,China,2024,-0.6,,,80,-2,-0.9,-0.7,-0.5,,,,,,',
  ]
  expect(await read(file(gzipSync(`${years}\n${lines.join('\n')}\n`), 'IdealpointsJuly2025.csv.gz'))).toMatchObject({
    edition: ['Jul2025', 'Jul2025', 'Jul2025', 'Jul2025'],
    series: ['final-passage', 'all', 'legacy', 'final-passage'],
    session: [null, null, null, null],
    year: [2023, 2023, 2023, 2024],
    point: [-0.73, -1.2, -0.8, -0.6],
    votes: [87, 230, 86, 80],
    q50: [-0.7, -1.2, null, -0.7],
  })
})

test('a state is told by its number and the year, whatever slip the letters make', async () => {
  const numbers = [
    row(713, 26, 'TWN'),
    row(710, 26, 'CHN'),
    row(678, 40, 'YAR'),
    row(680, 40, 'YAR'),
    row(345, 40, 'YUG'),
    row(345, 70, 'YUG'),
  ]
  const rows = await read(file(`${sessions}\n${[...numbers, row(260, 45, 'DEU'), row(255, 45, '')].join('\n')}\n`))
  expect(rows['state']).toEqual(['TWN', 'CHN', 'YAR', 'YMD', 'YUG', 'SRB', 'DEU', 'DEU'])
  expect(rows['cow']!.slice(-2)).toEqual([260, 255])
})

test('names in Windows-1252 do no harm', async () => {
  const content = Buffer.concat([Buffer.from(`${sessions}\n${row(403, 60, 'STP').slice(0, -1)}S`), Buffer.from([0xe3]), Buffer.from('o\n')])
  expect((await read(file(content)))['state']).toEqual(['STP'])
})

test.each([
  ['an empty file', '', ':1 lacks the column ccode'],
  ['a file of another source', 'a,b\n1,2\n', ':1 lacks the column ccode'],
  ['a renamed column', `${sessions.replace('IdealPoint', 'Ideal')}\n${row(2, 1, 'USA')}\n`, ':1 lacks the column IdealPoint'],
  ['the first quantile with a zero', `${sessions.replace('QO%', 'Q0%')}\n${row(2, 1, 'USA')}\n`, ':1 lacks the column QO%'],
  ['a series that we do not know', `${sessions.replace('IdealPoint', 'IdealPointTrade')}\n`, ':1 has the column IdealPointTrade'],
  ['headings alone', `${sessions}\n`, 'has no row under its header'],
  ['a torn line', `${sessions}\n1,2,3\n`, ':2 has 3 cells, the header has 14'],
  ['a number that is none', `${sessions}\n${row(2, 1, 'USA').replace('1.5', '1,5')}\n`, ':2 has 15 cells'],
  ['a word for a number', `${sessions}\n${row(2, 1, 'USA').replace('1.5', 'high')}\n`, ':2 has "high" for a number'],
  ['quantiles out of order', `${sessions}\n${row(2, 1, 'USA').replace(',1.4,', ',0.4,')}\n`, 'which do not rise'],
  ["a number that is nobody's", `${sessions}\n${row(999, 1, '')}\n`, ':2 has the state number 999'],
  ['another state beside the number', `${sessions}\n${row(2, 1, 'CHN')}\n`, ':2 has the state number 2, which is USA, with the code CHN'],
  [
    'a state twice in a session',
    `${sessions}\n${row(2, 1, 'USA')}\n${row(2, 1, 'USA')}\n`,
    '.csv:3 and IdealpointestimatesAll_Apr2020.csv:2 both have state 2 in 1',
  ],
])('%s is refused, and the message says where', async (_, content, message) => {
  await expect(read(file(content))).rejects.toThrow(message)
})

test('a file that does not say its edition, or a series given twice, is refused', async () => {
  const content = `${sessions}\n${row(2, 1, 'USA')}\n`
  await expect(read(file(content, 'ideal.csv'))).rejects.toThrow('ideal.csv does not say in its name which edition it is')
  await expect(read(file(content), file(content, 'again_Apr2020.csv'))).rejects.toThrow('both have Apr2020 all')
  await expect(read(file(gzipSync(content).subarray(0, 40), 'x_Apr2020.csv.gz'))).rejects.toThrow(
    'x_Apr2020.csv.gz is not a whole gzip file',
  )
})

describe.skipIf(!haveRaw)(`the three editions ${rawNeeded}`, async () => {
  const names = [
    'IdealpointestimatesAll_Apr2020.csv',
    'IdealpointestimatesHumanRights_Apr2020.csv',
    'IdealpointestimatesImportant_Apr2020.csv',
    'IdealpointestimatesNuclear_Apr2020.csv',
    'IdealpointestimatesAll_Jun2024.csv',
    'IdealpointsJuly2025.csv.gz',
  ]
  const rows = haveRaw ? await read(...names.map((name) => join(rawFolder, '../reference/idealpoints', name))) : {}
  const point = (edition: string, series: string, state: string, year: number): unknown[] =>
    rows['point']!.filter(
      (_, i) =>
        rows['edition']![i] === edition && rows['series']![i] === series && rows['state']![i] === state && rows['year']![i] === year,
    )

  test('rows of each: 10,469 and 8,440, 6,443, 7,203 of 2020; 11,238 of 2024; 11,421, 11,232 and 11,238 of 2025', () => {
    const counts: Record<string, number> = {}
    rows['edition']!.forEach((edition, i) => {
      const key = `${edition} ${rows['series']![i]}`
      counts[key] = (counts[key] ?? 0) + 1
    })
    expect(counts).toEqual({
      'Apr2020 all': 10469,
      'Apr2020 human-rights': 8440,
      'Apr2020 important': 6443,
      'Apr2020 nuclear': 7203,
      'Jun2024 all': 11238,
      'Jul2025 final-passage': 11421,
      'Jul2025 all': 11232,
      'Jul2025 legacy': 11238,
    })
  })

  test('China 2023 is -0.73, -1.20 or -0.80 by series, and the last is session 78 of June 2024', () => {
    const three = ['final-passage', 'all', 'legacy'].map((series) => Number(point('Jul2025', series, 'CHN', 2023)[0]).toFixed(2))
    expect(three).toEqual(['-0.73', '-1.20', '-0.80'])
    expect(point('Jun2024', 'all', 'CHN', 2023)).toEqual([-0.8006785])
    expect(point('Jun2024', 'all', 'RUS', 2023)).toEqual([-0.5316102])
  })

  test('the seat of China has both of its holders in 1971 and one in every other year', () => {
    expect([point('Jun2024', 'all', 'TWN', 1971).length, point('Jun2024', 'all', 'CHN', 1971).length]).toEqual([1, 1])
    expect([point('Jun2024', 'all', 'TWN', 1972).length, point('Jun2024', 'all', 'CHN', 1970).length]).toEqual([0, 0])
  })
})

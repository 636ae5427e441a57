import { describe, expect, test } from 'vitest'
import { readDcid } from '../../../src/sources/conflict/dcid.ts'
import type { Columns } from '../../../src/store/index.ts'
import { fileWith, rawFile, rowsIn, totalOf, workbookWith } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const header = [
  ...['Cyberincidentnum', 'Dyadpair', 'StateA', 'StateB', 'Name', 'interactionstartdate', 'interactionenddate', 'method', 'targettype'],
  ...['initiator', 'cyber_objective', 'information_operation', 'objective_achievement', 'Concession', '3rdpartyinitiator', 'severity'],
]
const first = '248,630666,Iran,Israel,Electronic jihad,2000-09-01,2000-09-01,2,2,630,1,1,1,0,1,2'
const last = '77,2630,US,Iran,Christmas SMS Attack,2020-12-01,2020-12-31,3,1,630,2,0,1,0,0,3'
const dcid = (...lines: string[]): string => fileWith('dcid.csv', `${[header.join(','), first, ...lines, last].join('\n')}\n`)

const read = async (...lines: string[]): Promise<(readonly unknown[])[]> =>
  told((await readDcid(dcid(...lines))).observations).filter(([, , , year]) => year !== '2000' && year !== '2020')

const told = (columns: Columns): (readonly unknown[])[] =>
  rowsIn(columns).map((row) => [
    row['indicator'],
    row['from_id'],
    row['to_id'],
    String(row['start_date']).slice(0, 4),
    row['value'],
    row['locator'],
  ])

const rows = [
  '15,2365,US,Russia,US Banks hacked,2014-06-04,2014-07-08,3,1,365,1,0,0,0,0,3',
  '13,2365,US,Russia,Operation Pawn Storm: military networks (fake OWA),2014-06-02,2015-02-01,3,3,365,2,1,1,0,0,4',
  '50,2630,US,Iran,Stuxnet_A,2009-06-01,2010-10-01,4.3,3,2,4,0,1,1,1,6',
  '254,630666,Iran,Israel,Stuxnet_B,2009-06-01,2010-10-01,4.3,3,666,4,0,1,1,1,6',
]

describe('incidents count from initiator to target, in the year in which they began', () => {
  test('one that two states began is one of each; the gravest of the year is named', async () => {
    expect(await read(...rows)).toEqual([
      ['cyber-incidents', 'RUS', 'USA', '2014', 2, 'dcid.csv:3, 4'],
      ['cyber-severity', 'RUS', 'USA', '2014', 4, 'dcid.csv:4 (Operation Pawn Storm: military networks (fake OWA))'],
      ['cyber-incidents', 'USA', 'IRN', '2009', 1, 'dcid.csv:5'],
      ['cyber-severity', 'USA', 'IRN', '2009', 6, 'dcid.csv:5 (Stuxnet_A)'],
      ['cyber-incidents', 'ISR', 'IRN', '2009', 1, 'dcid.csv:6'],
      ['cyber-severity', 'ISR', 'IRN', '2009', 6, 'dcid.csv:6 (Stuxnet_B)'],
    ])
  })

  test('one of January 2021, and one whose initiator is neither of its two states, are left out and told', async () => {
    const notes: string[] = []
    const path = dcid(
      '139,2710,US,China,Exchange Hack Webshell,2021-01-05,2021-03-02,4.4,1,710,3,0,1,0,0,4',
      '331,710750,China,India,Operation Sidecopy_A,2019-01-01,2020-09-01,3,3,770,3,0,1,0,0,3',
    )
    expect(told((await readDcid(path, (note) => notes.push(note))).observations)).toHaveLength(4)
    expect(notes).toEqual(['2 of 4 incidents are left out: they began after 2020, or name another initiator than their two states.'])
  })

  test('an end before the beginning is a slip of the file, and the incident counts', async () => {
    expect(await read('236,365640,Russia,Turkey,Russian DDoS Banks,2015-11-25,2015-01-15,2,1,365,1,0,1,0,0,2')).toHaveLength(2)
  })

  test('the workbook, in which days are numbers, gives the same rows', async () => {
    const cells = [first, ...rows, last].map((line) =>
      line.split(',').map((cell, i) => (i === 5 || i === 6 ? Date.parse(cell) / 86_400_000 + 25_569 : cell)),
    )
    const path = await workbookWith('dcid.xlsx', { DCID: [header, ...cells], escalation: [['Cyberincidentnum']] })
    const plain = (columns: Columns): (readonly unknown[])[] => told(columns).map((row) => row.slice(0, 5))
    expect(plain((await readDcid(path)).observations)).toEqual(plain((await readDcid(dcid(...rows))).observations))
  })
})

test.each([
  [
    'a number of another list',
    '239,260365,Germany,Russia,Bundestag,2015-01-01,2015-02-01,3,2,365,2,0,1,0,0,3',
    /dcid\.csv:3 names Germany and Russia, whose numbers are 255 and 365, but has the pair 260365/,
  ],
  [
    'an initiator that is neither',
    '90,2630,US,Iran,X,2009-03-01,2010-06-01,3,3,365,3,0,1,0,1,3',
    /:3 has the initiator 365, which is neither the United States|:3 has the initiator 365, which is neither United States/,
  ],
  ['an unknown state', '90,2630,US,Irn,X,2009-03-01,2010-06-01,3,3,2,3,0,1,0,1,3', /:3 has "Irn" for StateB, which is no state/],
  [
    'a day in another form',
    '90,2630,US,Iran,X,3/1/2009,2010-06-01,3,3,2,3,0,1,0,1,3',
    /:3 has "3\/1\/2009" for interactionstartdate, not a day/,
  ],
  ['a severity that is none', '90,2630,US,Iran,X,2009-03-01,2010-06-01,3,3,2,3,0,1,0,1,11', /:3 has "11" for severity/],
  ['an incident twice', '248,2630,US,Iran,X,2009-03-01,2010-06-01,3,3,2,3,0,1,0,1,3', /:3 has the incident 248 of dcid\.csv:2/],
  [
    'a later edition',
    '90,2630,US,Iran,X,2023-03-01,2023-06-01,3,3,2,3,0,1,0,1,3',
    /:3 began on 2023-03-01, not in the years from 2000 to 2020/,
  ],
  ['a torn line', '90,2630,US', /:3 has 3 cells, the header has 16/],
])('%s is refused with the line', async (_, line, message) => {
  await expect(readDcid(dcid(line))).rejects.toThrow(message)
})

test('a part of the file, a torn last line and the sheet of escalation are refused', async () => {
  const part = [header.join(','), first].join('\n')
  await expect(readDcid(fileWith('part.csv', `${part}\n`))).rejects.toThrow(/has rows from 2000 to 2000; DCID 2\.0 goes from 2000 to 2020/)
  await expect(readDcid(fileWith('torn.csv', `${part}\n${last}`))).rejects.toThrow(/last line, 3, may be cut off/)
  await expect(readDcid(fileWith('escalation.csv', 'Cyberincidentnum,Dyadpair,StateA,StateB,Name,target\n'))).rejects.toThrow(
    /lacks the columns interactionstartdate/,
  )
})

describe.skipIf(!haveRaw)(`the whole file ${rawNeeded}`, async () => {
  const { observations } = haveRaw ? await readDcid(rawFile('dcid-2.0/dcid-2.0-2023-02.csv.gz')) : { observations: {} }
  const between = (a: string, b: string): number =>
    totalOf(
      observations,
      (row) => row['indicator'] === 'cyber-incidents' && [a, b].includes(String(row['from_id'])) && [a, b].includes(String(row['to_id'])),
    )

  test('424 of 429 incidents; most between the United States and China, and then Russia', () => {
    expect(totalOf(observations, (row) => row['indicator'] === 'cyber-incidents')).toBe(424)
    // one more, of January 2021, is left out
    expect([between('USA', 'CHN'), between('USA', 'RUS'), between('RUS', 'UKR')]).toEqual([60, 47, 30])
  })

  test('Stuxnet from the United States and Israel in 2009, NotPetya from Russia in 2017', () => {
    const gravest = told(observations).filter(([id]) => id === 'cyber-severity')
    const of = (name: string): unknown[] =>
      gravest.filter(([, , , , , where]) => String(where).includes(name)).map(([, from, to, year]) => [from, to, year])
    expect(of('(Stuxnet_')).toEqual([
      ['USA', 'IRN', '2009'],
      ['ISR', 'IRN', '2009'],
    ])
    expect(of('(NotPetya_A')).toEqual([['RUS', 'UKR', '2017']])
  })
})

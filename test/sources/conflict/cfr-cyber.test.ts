import { describe, expect, test } from 'vitest'
import { readCfrCyber } from '../../../src/sources/conflict/cfr-cyber.ts'
import { fileWith, rawFile, rowsIn, totalOf } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const tracker = (...lines: string[]): string =>
  fileWith('cfr.csv', `${['Title,Date,Victims,Sponsor,Type,Category', ...lines].join('\n')}\n`)

const read = async (...lines: string[]): Promise<(readonly unknown[])[]> =>
  rowsIn((await readCfrCyber(tracker(...lines))).observations).map((row) => [
    row['from_id'],
    row['to_id'],
    String(row['start_date']).slice(0, 4),
    row['value'],
    row['locator'],
  ])

const flame = 'Flame,2012-05-28,"Iran, Sudan","United States, Israel",Data destruction,Military'

describe('an operation counts from each suspected sponsor to each state named as victim', () => {
  test('two sponsors and three victims; a sponsor is no victim of its own', async () => {
    expect(await read('Flame,2012-05-28,"Iran, Israel, and Sudan.","United States, Israel",Data destruction,Military')).toEqual([
      ['USA', 'IRN', '2012', 1, 'cfr.csv:2'],
      ['USA', 'ISR', '2012', 1, 'cfr.csv:2'],
      ['USA', 'SDN', '2012', 1, 'cfr.csv:2'],
      ['ISR', 'IRN', '2012', 1, 'cfr.csv:2'],
      ['ISR', 'SDN', '2012', 1, 'cfr.csv:2'],
    ])
  })

  test('firms, ministries, regions and territories without the name of a state are no victims', async () => {
    const victims = '"Sony Pictures Entertainment, Ministry of Foreign Affairs, Europe, Hong Kong, Tibet, Bank of America, South Korea"'
    expect(await read(`X,2016-01-01,${victims},China,Espionage,Government`)).toEqual([['CHN', 'KOR', '2016', 1, 'cfr.csv:2']])
  })

  test('the adjective of a state before the victim names it, and the same state counts once', async () => {
    const victims = '"U.S. Department of State, U.S. Navy, South Korean corporations, and the Israeli government."'
    expect((await read(`X,2016-01-01,${victims},Iran (Islamic Republic of),Espionage,Government`)).map(([, to]) => to)).toEqual([
      'USA',
      'KOR',
      'ISR',
    ])
    expect(await read(`X,2016-01-01,"Iranian dissidents, Ukraine",Iran (Islamic Republic of),Espionage,x`)).toHaveLength(1)
  })

  test('operations without a day or a sponsor, and rows with shifted cells, are left out and told', async () => {
    const notes: string[] = []
    const path = tracker(
      flame,
      'Allanite,,United States,Russian Federation,Espionage,Private sector',
      'Kimsuky,2013-09-11,France,,,Government',
      'Targeting of the parliament,2020-10-13,Russian Federation,Espionage,Government,x',
      'Chrysene,2018-05-17,Israel,"United Kingdom""",,Espionage',
    )
    const { observations } = await readCfrCyber(path, (note) => notes.push(note))
    expect(rowsIn(observations).map((row) => [row['from_id'], row['to_id']])).toEqual([
      ['USA', 'IRN'],
      ['USA', 'SDN'],
      ['ISR', 'IRN'],
      ['ISR', 'SDN'],
    ])
    expect(notes).toEqual(['Left out: 1 without a day, 1 without a sponsor, 2 with shifted cells.'])
  })
})

test.each([
  ['a day in another form', 'X,28/05/2012,Iran,Israel,Espionage,Military', /cfr\.csv:3 has "28\/05\/2012" for Date, not a day/],
  ['an unknown sponsor', 'X,2012-05-28,Iran,Isreal Defence,Espionage,Military', /cfr\.csv:3: "Isreal Defence" is not known/],
  ['a torn line', 'X,2012-05-28,Iran', /cfr\.csv:3 has 3 cells, the header has 6/],
  ['an operation twice', flame, /cfr\.csv:3 says again what line 2 says/],
])('%s is refused with the line', async (_, line, message) => {
  await expect(readCfrCyber(tracker(flame, line))).rejects.toThrow(message)
})

test('a torn last line, another table and one without any state are refused', async () => {
  const header = 'Title,Date,Victims,Sponsor,Type'
  await expect(readCfrCyber(fileWith('torn.csv', `${header}\nX,2012-05-28,Iran,Israel,Espi`))).rejects.toThrow(
    /last line, 2, may be cut off/,
  )
  await expect(readCfrCyber(fileWith('other.csv', 'Title,Date,Sponsor\nX,2012-05-28,Israel\n'))).rejects.toThrow(
    /lacks the columns Victims, Type/,
  )
  await expect(readCfrCyber(fileWith('none.csv', `${header}\nX,2012-05-28,Sony,Israel,Espionage\n`))).rejects.toThrow(
    /has no operation with/,
  )
})

describe.skipIf(!haveRaw)(`the whole file ${rawNeeded}`, async () => {
  const notes: string[] = []
  const path = rawFile('cfr-cyber/cfr-2005-2022-facts.csv.gz')
  const { observations } = haveRaw ? await readCfrCyber(path, (note) => notes.push(note)) : { observations: {} }

  test('what is left out, and the pairs with most operations', () => {
    expect(notes).toEqual(['Left out: 13 without a day, 19 without a sponsor, 7 with shifted cells.'])
    const of = (from: string, to: string): number => totalOf(observations, (row) => row['from_id'] === from && row['to_id'] === to)
    expect([of('CHN', 'USA'), of('CHN', 'IND'), of('RUS', 'UKR'), of('PRK', 'KOR')]).toEqual([52, 21, 40, 21])
  })
})

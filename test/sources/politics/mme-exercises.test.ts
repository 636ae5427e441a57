import { describe, expect, test } from 'vitest'
import { readSheets } from '../../../src/sources/formats/spreadsheet.ts'
import { readMmeExercises } from '../../../src/sources/politics/mme-exercises.ts'
import { readRussiaExercises } from '../../../src/sources/politics/russia-exercises.ts'
import { resolve } from '../../../src/states/index.ts'
import { fileWith, rawFile, rowsIn, totalOf } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const columns = [...letters, ...letters.slice(0, 13).map((letter) => `A${letter}`)].map((letter) => `State${letter}`)
const header = ['MMEID', 'Ex_Name', 'StartDate', 's.year', ...columns].join(',')
const line = (id: string, name: string, day: string, year: number | string, ...states: string[]): string =>
  [id, name, day, year, ...columns.map((_, i) => states[i] ?? '')].join(',')

const first = line('mme87', 'Readex 1-80', '1/14/80', 1980, 'Netherlands', 'United Kingdom', 'United States')
const last = line('mme3765', 'Elang Indopura 16/10', '2010-12-xx', 2010, 'Indonesia', 'Singapore')

/** A file as its authors publish it: Windows line ends, and none at the end. */
const mme = (...lines: string[]): string => fileWith('mme_v7.csv', [header, first, ...lines, last].join('\r\n'))

const read = async (...lines: string[]): Promise<string[]> =>
  rowsIn((await readMmeExercises(mme(...lines))).observations)
    .filter((row) => !['1980-01-01', '2010-01-01'].includes(String(row['start_date'])))
    .map((row) => [row['from_id'], row['to_id'], String(row['start_date']).slice(0, 4), row['value'], row['locator']].join(' '))

describe('a pair in a year has the exercises in which both took part', () => {
  test('each exercise counts once for each pair, also where a state is named twice', async () => {
    expect(
      await read(
        line('mme2838', 'Peace Mission 2005', '8/18/05', 2005, 'China', 'Russia'),
        line('mme2170', 'Tempest Express 4', '2002-xx', 2002, 'Singapore', 'Singapore', 'United States', 'United States'),
        line('mme2839', 'Indra 2005', '10/10/05', 2005, 'India', 'Russia', 'China'),
      ),
    ).toEqual([
      'CHN RUS 2005 2 mme_v7.csv:3, 5',
      'SGP USA 2002 1 mme_v7.csv:4',
      'CHN IND 2005 1 mme_v7.csv:5',
      'IND RUS 2005 1 mme_v7.csv:5',
    ])
  })

  test('a number that stands for two exercises is two exercises', async () => {
    expect(
      await read(
        line('mme3458', 'Ulan Eagle 2000', '2000-09-xx', 2000, 'Poland', 'United Kingdom'),
        line('mme3458', 'Ulan Eagle B', '2000-10-xx', 2000, 'Poland', 'United Kingdom'),
      ),
    ).toEqual(['GBR POL 2000 2 mme_v7.csv:3, 4'])
  })

  test('who is not named, NATO, regions, territories, and a state that was none yet make no pair, and that is told', async () => {
    const notes: string[] = []
    const path = mme(
      line('mme1', 'a', '', 1997, '-9', 'United States'),
      line('mme2', 'b', '', 2006, 'NATO', 'Baltic States', 'Hong Kong SAR China', 'Sweden'),
      line('mme3', 'c', '', 2009, 'Kenya', 'South Sudan'),
    )
    expect(rowsIn((await readMmeExercises(path, (note) => notes.push(note))).observations)).toHaveLength(4)
    expect(notes).toEqual(['3 of 5 exercises name fewer than two states, and make no pair.'])
  })

  test('the names of the time: West Germany is Germany, East Germany and Czechoslovakia their own states', async () => {
    const found = await read(
      line('mme4', 'd', '', 1984, 'Federal Republic of Germany', 'France'),
      line('mme5', 'e', '', 1984, 'German Democratic Republic', 'Czechoslovakia', 'Russia'),
    )
    expect(found.map((text) => text.slice(0, 7))).toEqual(['DEU FRA', 'CSK DDR', 'CSK RUS', 'DDR RUS'])
  })
})

test.each([
  ['an unknown participant', line('mme4', 'd', '', 1984, 'Frnce', 'Italy'), /mme_v7\.csv:3: "Frnce" is not known; it is near France/],
  ['a year after the edition', line('mme4', 'd', '', 2011, 'France', 'Italy'), /:3 has 2011 for s\.year, not a year from 1980 to 2010/],
  ['a year that is none', line('mme4', 'd', '', '-9', 'France', 'Italy'), /:3 has "-9" for s\.year/],
  ['a torn line', 'mme4,d,,1984,France', /:3 has 5 cells, the header has 43/],
  ['a row twice', first, /:3 says again what line 2 says/],
])('%s is refused with the line', async (_, text, message) => {
  await expect(readMmeExercises(mme(text))).rejects.toThrow(message)
})

test('a part of the file, a torn last line and the long form are refused', async () => {
  await expect(readMmeExercises(fileWith('part.csv', `${header}\r\n${first}\r\n`))).rejects.toThrow(
    /has rows from 1980 to 1980; MME v7 goes from 1980 to 2010/,
  )
  await expect(readMmeExercises(fileWith('torn.csv', [header, first, last.slice(0, -3)].join('\r\n')))).rejects.toThrow(/:3 has 40 cells/)
  await expect(
    readMmeExercises(fileWith('mme-v7-long.csv', 'MMEID,Ex_Name,gwcode,country,year\nmme100,x,20,Canada,1980\n')),
  ).rejects.toThrow(/lacks the columns s\.year, StateA/)
})

describe.skipIf(!haveRaw)(`the whole file ${rawNeeded}`, async () => {
  const { observations } = haveRaw ? await readMmeExercises(rawFile('mme-exercises/mme_v7.csv.gz')) : { observations: {} }
  const listed = new Set(rowsIn(observations).map((row) => `${row['from_id']} ${row['to_id']} ${String(row['start_date']).slice(0, 4)}`))

  test('known pairs, and the years of China and Russia', () => {
    const of = (a: string, b: string): number => totalOf(observations, (row) => row['from_id'] === a && row['to_id'] === b)
    expect([of('CHN', 'RUS'), of('JPN', 'USA'), of('KOR', 'USA'), of('BLR', 'RUS'), of('IND', 'RUS')]).toEqual([10, 212, 140, 57, 14])
    expect([1999, 2005, 2007, 2009, 2010].every((year) => listed.has(`CHN RUS ${year}`))).toBe(true)
  })

  test('its recall: 2,485 of 2,513 pairs of JME, and 45 of 53 partners by year of the Russian ministry', async () => {
    const pairs = [...(await pairsOfJme())]
    const everListed = new Set([...listed].map((key) => key.slice(0, 7)))
    const ever = [...new Set(pairs.map((key) => key.slice(0, 7)))]
    expect([ever.filter((pair) => everListed.has(pair)).length, ever.length]).toEqual([2485, 2513])
    expect([pairs.filter((key) => listed.has(key)).length, pairs.length]).toEqual([8890, 9374])
    const ministry = await readRussiaExercises(rawFile('military-exercises/joint_military_exercises_involving_russia.csv'))
    const partners = rowsIn(ministry.observations).filter((row) => String(row['start_date']) < '2011')
    const found = partners.filter((row) => listed.has(`${['RUS', row['to_id']].sort().join(' ')} ${String(row['start_date']).slice(0, 4)}`))
    expect([found.length, partners.length]).toEqual([45, 53])
  })
})

/** Pairs by year of the older data set, which has ISO3 codes in columns `State A` to `State AD` and `AUS`. */
async function pairsOfJme(): Promise<Set<string>> {
  const [sheet] = await readSheets(rawFile('mme-exercises/jme_v3.xls'))
  const [names, ...rows] = sheet!.rows
  const states = names!.flatMap((name, i) => (/^(State |AUS$)/.test(String(name)) ? [i] : []))
  const yearAt = names!.indexOf('s.year')
  const found = new Set<string>()
  for (const row of rows) {
    const year = Number(row[yearAt])
    if (!(year >= 1980 && year <= 2010)) continue
    const named = states.map((i) => String(row[i] ?? '').trim()).filter((code) => code !== '')
    const codes = [...new Set(named.flatMap((code) => stateIn(code, year)))].sort()
    codes.forEach((one, i) => {
      for (const other of codes.slice(i + 1)) found.add(`${one} ${other} ${year}`)
    })
  }
  return found
}

function stateIn(code: string, year: number): string[] {
  const meaning = resolve(code, `${year}-12-31`)
  return meaning.kind === 'state' ? [meaning.state.iso3] : []
}

import { describe, expect, test } from 'vitest'
import { readIcb } from '../../../src/sources/conflict/icb.ts'
import { fileWith, rawFile, rowsIn, totalOf } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const header =
  'crisno,year,crisname,statea,namea,actnuma,stateb,nameb,actnumb,trgyrdy,trgmody,trgdady,trmyrdy,trmmody,trmdady,ongoing,crdynum'
const first = '2,1918,COSTA RICAN COUP,93,NIC,2,94,COS,9999,1918,5,25,1918,12,15,0,1'
const last = '474,2020,HOUTHI REBELLION,630,IRN,9999,670,SAU,1043,2015,1,22,2020,12,26,1,938'

/** A file as the project publishes it: a byte order mark, Windows line ends, none at the end. */
const icb = (...lines: string[]): string => fileWith('icbdy_v15.csv', `\ufeff${[header, first, ...lines, last].join('\r\n')}`)

const read = async (...lines: string[]): Promise<(readonly unknown[])[]> =>
  rowsIn((await readIcb(icb(...lines))).observations)
    .slice(2)
    .filter((row) => row['start_date'] !== '2020-01-01')
    .map((row) => [row['indicator'], row['from_id'], row['to_id'], String(row['start_date']).slice(0, 4), row['value'], row['locator']])

describe('a pair in a year has the crises that began and those that went on', () => {
  test('two spells of one crisis are one, in whichever order the two stand', async () => {
    expect(
      await read(
        '21,1921,"KARL\'S RETURN HUNGARY",310,HUN,44,315,CZE,42,1921,3,27,1921,4,5,0,32',
        '21,1921,"KARL\'S RETURN HUNGARY",315,CZE,46,310,HUN,47,1921,10,20,1921,11,15,0,33',
      ),
    ).toEqual([
      ['crisis-onsets', 'CSK', 'HUN', '1921', 1, "icbdy_v15.csv:3, 4 (KARL'S RETURN HUNGARY)"],
      ['crises', 'CSK', 'HUN', '1921', 1, "icbdy_v15.csv:3, 4 (KARL'S RETURN HUNGARY)"],
    ])
  })

  test('a crisis begins once, in its first year, even where it was triggered in the year before', async () => {
    expect(
      await read(
        '309,1980,US HOSTAGES IN IRAN,2,USA,693,630,IRN,694,1979,11,4,1981,1,20,0,660',
        '309,1981,US HOSTAGES IN IRAN,2,USA,693,630,IRN,694,1979,11,4,1981,1,20,1,660',
      ),
    ).toEqual([
      ['crisis-onsets', 'IRN', 'USA', '1980', 1, 'icbdy_v15.csv:3 (US HOSTAGES IN IRAN)'],
      ['crises', 'IRN', 'USA', '1980', 1, 'icbdy_v15.csv:3 (US HOSTAGES IN IRAN)'],
      ['crises', 'IRN', 'USA', '1981', 1, 'icbdy_v15.csv:4 (US HOSTAGES IN IRAN)'],
    ])
  })

  test('Germany keeps 260 and Yemen 678 after 1990; Indonesia has rows before it was independent', async () => {
    const found = await read(
      '386,1999,KOSOVO,260,GMY,930,345,YUG,924,1999,2,20,1999,6,10,0,900',
      '412,1995,YEMEN/ERITREA,678,YEM,901,531,ERI,9999,1995,11,11,1995,12,17,0,850',
      '104,1945,INDONESIA INDEP. I,200,UKG,9999,850,INS,260,1945,9,29,1946,11,15,0,280',
    )
    expect(found.filter(([id]) => id === 'crises').map(([, from, to]) => `${from} ${to}`)).toEqual(['GBR IDN', 'ERI YEM', 'DEU YUG'])
  })
})

test.each([
  [
    "Serbia's number in the list of Gleditsch and Ward",
    '500,2008,X,340,SER,1,344,CRO,2,2008,1,1,2008,2,1,0,9',
    /:3 has the state number 340 for statea, .*list it is Serbia/,
  ],
  ['a state that was no more', '500,2008,X,265,GME,1,255,GER,2,2008,1,1,2008,2,1,0,9', /:3 has the state number 265/],
  ['a year outside the crisis', '500,2009,X,2,USA,1,630,IRN,2,2008,1,1,2008,2,1,0,9', /:3 is of 2009, but its crisis of 2008 to 2008/],
  ['a later edition', '500,2021,X,2,USA,1,630,IRN,2,2021,1,1,2021,2,1,0,9', /:3 has 2021 for year, not a year from 1918 to 2020/],
  ['a pair of a state with itself', '500,2008,X,2,USA,1,2,USA,2,2008,1,1,2008,2,1,0,9', /:3 pairs USA with itself/],
  ['a torn line', '500,2008,X,2,USA', /:3 has 5 cells, the header has 17/],
])('%s is refused with the line', async (_, line, message) => {
  await expect(readIcb(icb(line))).rejects.toThrow(message)
})

test('a part of the file, a last line torn off and the file of actors are refused', async () => {
  await expect(readIcb(fileWith('icbdy_v15.csv', `${header}\r\n${first}\r\n`))).rejects.toThrow(
    /has rows from 1918 to 1918; icbdy_v15\.csv, version 15, goes from 1918 to 2020/,
  )
  await expect(readIcb(fileWith('icbdy_v15.csv', `${header}\r\n${first}\r\n${last.slice(0, 40)}`))).rejects.toThrow(/:3 has 7 cells/)
  await expect(readIcb(fileWith('icb2v15.csv', 'icb2,crisno,cracno\r\nICB2,1,1\r\n'))).rejects.toThrow(/icb2v15\.csv:1 lacks the columns/)
})

describe.skipIf(!haveRaw)(`the whole file ${rawNeeded}`, async () => {
  const { observations } = haveRaw ? await readIcb(rawFile('icb-15/icbdy_v15.csv.gz')) : { observations: {} }
  const years = (a: string, b: string, name: string): number[] =>
    rowsIn(observations)
      .filter((row) => row['indicator'] === 'crises' && row['from_id'] === a && row['to_id'] === b && String(row['locator']).includes(name))
      .map((row) => Number(String(row['start_date']).slice(0, 4)))

  test('964 crises of pairs, the missiles on Cuba of both pairs, and six years of the Houthi rebellion', () => {
    expect(totalOf(observations, (row) => row['indicator'] === 'crisis-onsets')).toBe(964)
    expect(years('CUB', 'USA', 'CUBAN MISSILES')).toEqual([1962])
    expect(years('RUS', 'USA', 'CUBAN MISSILES')).toEqual([1962])
    expect(years('IRN', 'SAU', 'HOUTHI REBELLION')).toEqual([2015, 2016, 2017, 2018, 2019, 2020])
  })
})

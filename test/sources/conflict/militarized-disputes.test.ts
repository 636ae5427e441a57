import { describe, expect, test } from 'vitest'
import { readCowMid } from '../../../src/sources/conflict/cow-mid.ts'
import { readGmlMid } from '../../../src/sources/conflict/gml-mid.ts'
import type { Columns } from '../../../src/store/index.ts'
import { fileWith, rawFile, rowsIn } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const gml = (...lines: string[]): string =>
  fileWith('gml.csv', `${['dispnum,ccode1,ccode2,year,midonset,hostlev1,hostlev2,version', ...lines].join('\n')}\n`)

describe('a pair in a year has the disputes that began, and the highest hostility of either', () => {
  test('both directions and several disputes are one pair', async () => {
    const { observations } = await readGmlMid(
      gml(
        ...['4007,750,770,1999,1,4,5,gml-2.2.1', '4007,770,750,1999,1,5,4,gml-2.2.1'],
        ...['4223,770,750,1999,0,3,1,gml-2.2.1', '4223,750,770,1999,0,1,3,gml-2.2.1'],
      ),
    )
    expect(rowsIn(observations).map((row) => [row['indicator'], row['from_id'], row['to_id'], row['value']])).toEqual([
      ['dispute-onsets', 'IND', 'PAK', 1],
      ['dispute-hostility', 'IND', 'PAK', 5],
    ])
  })

  test('the dyadic file of the Correlates of War, which has the year in which a dispute began', async () => {
    const path = fileWith('dyadic.csv', 'disno,statea,stateb,year,strtyr,hihosta,hihostb\n2,2,200,1902,1902,3,1\n2,2,200,1903,1902,3,1\n')
    const { observations } = await readCowMid(path)
    expect(rowsIn(observations).map((row) => [row['indicator'], row['start_date'], row['value']])).toEqual([
      ['dispute-onsets', '1902-01-01', 1],
      ['dispute-hostility', '1902-01-01', 3],
      ['dispute-onsets', '1903-01-01', 0],
      ['dispute-hostility', '1903-01-01', 3],
    ])
  })

  test('an unknown number, a year after the edition and an impossible level are refused with the line', async () => {
    await expect(readGmlMid(gml('1,750,999,1999,1,4,5,gml-2.2.1'))).rejects.toThrow(/gml\.csv:2 has the state number 999/)
    await expect(readGmlMid(gml('1,750,770,2012,1,4,5,gml-2.2.1'))).rejects.toThrow(
      /gml\.csv:2 has 2012 for year, which goes from 1816 to 2010/,
    )
    await expect(readGmlMid(gml('1,750,770,1999,1,4,6,gml-2.2.1'))).rejects.toThrow(/gml\.csv:2 has 6 for hostility/)
  })
})

describe.skipIf(!haveRaw)(`the whole files ${rawNeeded}`, () => {
  const levelIn = (columns: Columns, a: string, b: string, year: number): unknown =>
    rowsIn(columns).find(
      (row) =>
        row['indicator'] === 'dispute-hostility' && row['from_id'] === a && row['to_id'] === b && row['start_date'] === `${year}-01-01`,
    )?.['value']

  test('known disputes in both editions', async () => {
    const [{ observations: one }, { observations: other }] = await Promise.all([
      readGmlMid(rawFile('mid-gml-cow/gml_dirdisp.csv.gz')),
      readCowMid(rawFile('mid-gml-cow/cow_mid_dirdisps.csv.gz')),
    ])
    const known: [string, string, number, number][] = [
      ['CUB', 'USA', 1962, 4],
      ['IND', 'PAK', 1999, 5],
      ['ERI', 'ETH', 1998, 5],
      ['DJI', 'ERI', 2008, 4],
      ['GEO', 'RUS', 2008, 4],
    ]
    for (const [a, b, year, level] of known) expect([a, b, levelIn(one, a, b, year)]).toEqual([a, b, level])
    for (const [a, b, year, level] of known)
      expect([a, b, levelIn(other, a, b, year)]).toEqual([a, b, level === 4 ? expect.any(Number) : level])
  })
})

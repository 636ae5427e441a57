import { describe, expect, test } from 'vitest'
import { readCowIgo } from '../../../src/sources/politics/cow-igo.ts'
import { fileOf, rawFile, totalsOf, valuesOf } from '../field-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`COW IGO ${rawNeeded}`, async () => {
  const files = ['igo/cow_igo_dyad_year_v3.csv.gz', 'igo/cow_igo_state_year_v3.csv.gz'].map(rawFile)
  const observations = haveRaw ? (await readCowIgo(files)).observations : {}

  test('China and Russia shared 55 organisations in 2014, said once', () => {
    expect(valuesOf(observations, 'shared-igos', 'CHN', 'RUS', 2014)).toEqual([55])
    expect(valuesOf(observations, 'shared-igos', 'RUS', 'CHN', 2014)).toEqual([])
  })

  test('917,695 pairs and 15,557 states by year, with the sums of the files', () => {
    expect(totalsOf(observations)).toEqual({
      'shared-igos': { rows: 917_695, sum: 20_527_043 },
      'igo-memberships': { rows: 15_557, sum: 535_772 },
      'igo-memberships-associate': { rows: 15_557, sum: 861 },
      'igo-memberships-observer': { rows: 15_557, sum: 2332 },
      'igo-memberships-any': { rows: 15_557, sum: 538_965 },
    })
  })
})

describe('COW IGO files', () => {
  test('a pair is filed under the first of the two by ISO3, whatever its numbers; 0 shared is 0', async () => {
    const { observations } = await readCowIgo([fileOf('pairs.csv', ['ccode1,ccode2,year,dyadigos', '2,20,1920,7', '2,41,1920,0'])])
    expect([observations['from_id'], observations['to_id'], observations['value']]).toEqual([
      ['CAN', 'HTI'],
      ['USA', 'USA'],
      [7, 0],
    ])
  })

  test('the native memberships: full, associate and observing ones by state, and what two states share as full members of both', async () => {
    const path = fileOf('state_year_formatv3.csv', [
      'ccode,year,state,AAAID,UN,UPU,Wassen',
      '2,1950,usa,-1,1,1,2',
      '20,1950,can,-1,1,1,3',
      '20,1951,can,-9,1,0,0',
      '200,1950,ukg,1,1,-9,0',
    ])
    const { observations } = await readCowIgo([path])
    const of = (from: string, to: string | null, year = 1950): (readonly [string, number])[] =>
      (observations['value'] ?? []).flatMap((value, i) =>
        observations['from_id']![i] === from && observations['to_id']![i] === to && observations['start_date']![i] === `${year}-01-01`
          ? [[String(observations['indicator']![i]), value as number] as const]
          : [],
      )
    expect([of('CAN', 'USA'), of('GBR', 'USA'), of('CAN', 'GBR')].flat().map(([, value]) => value)).toEqual([2, 1, 1])
    expect(Object.fromEntries(of('USA', null))).toEqual({
      'igo-memberships': 2,
      'igo-memberships-associate': 1,
      'igo-memberships-observer': 0,
      'igo-memberships-any': 3,
    })
    expect(Object.fromEntries(of('CAN', null))).toMatchObject({ 'igo-memberships': 2, 'igo-memberships-observer': 1 })
    expect(Object.fromEntries(of('CAN', null, 1951))).toMatchObject({ 'igo-memberships': 1, 'igo-memberships-any': 1 })
  })

  test.each([
    [['ccode,year,state,AAAID', '2,1950,usa,4'], 'm.csv:2 has "4" for AAAID; memberships are -9, -1, 0, 1, 2 or 3'],
    [['ccode,year,state,AAAID', '2,1950,usa'], 'm.csv:2 has 3 cells, the header has 4'],
    [['ccode,year,state,AAAID', '2,x,usa,1'], 'm.csv:2 has "x" for year'],
    [['ccode,year,state,AAAID', '2,1950,usa,1', '2,1950,usa,1'], 'm.csv'],
  ])('native %# is refused', async (lines, message) => {
    await expect(readCowIgo([fileOf('m.csv', lines)])).rejects.toThrow(message)
  })

  test.each([
    [['ccode1,ccode2,year,dyadigos', '2,20,1920,-1'], 'x.csv:2 has -1 for dyadigos, which goes from 0'],
    [['ccode1,ccode2,year,dyadigos', '2,20,1920,7', '20,2,1920,7'], 'x.csv:3 stands for the same as line 2'],
    [['ccode1,ccode2,year,shared', '2,20,1920,7'], 'x.csv lacks the columns dyadigos'],
    [['ccode1,ccode2,year,dyadigos', '2,20,2015,7'], 'x.csv:2 is of the year 2015'],
  ])('%# is refused', async (lines, message) => {
    await expect(readCowIgo([fileOf('x.csv', lines)])).rejects.toThrow(message)
  })
})

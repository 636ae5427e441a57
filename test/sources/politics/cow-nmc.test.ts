import { describe, expect, test } from 'vitest'
import { readCowNmc } from '../../../src/sources/politics/cow-nmc.ts'
import { cellsOf, doublesIn, fileOf, rawFile, totalsOf, valuesOf } from '../field-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

describe.skipIf(!haveRaw)(`National Material Capabilities ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readCowNmc(rawFile('capabilities/cow_nmc_v7.csv.gz'))).observations : {}

  test('the CINC of China in 2022 is 0.234', () => {
    expect(valuesOf(observations, 'cinc', 'CHN', null, 2022)).toEqual([0.23409663])
  })

  test('17,121 rows, one of them West Germany in 1990 beside the united one; blanks have no row', () => {
    const rows = Object.fromEntries(Object.entries(totalsOf(observations)).map(([id, total]) => [id, total.rows]))
    expect(rows).toEqual({
      cinc: 17_120,
      'military-expenditure-nmc': 17_120 - 2360,
      'military-personnel-nmc': 17_120 - 456,
      'iron-steel-nmc': 17_120 - 26,
      'energy-consumption-nmc': 17_120 - 448,
      'population-nmc': 17_120,
      'urban-population-nmc': 17_120 - 68,
    })
    expect(doublesIn(observations)).toBe(0)
    expect(valuesOf(observations, 'population-nmc', 'DEU', null, 1990)).toEqual([79_402_000])
  })

  test('British military expenditure is in pounds in 1913 and in dollars in 1914', () => {
    expect(valuesOf(observations, 'military-expenditure-nmc', 'GBR', null, 1913)).toEqual([67_734_000])
    expect(cellsOf(observations, 'unit', 'military-expenditure-nmc', 'GBR', null, 1913)).toEqual(['GBP'])
    expect(valuesOf(observations, 'military-expenditure-nmc', 'GBR', null, 1914)).toEqual([1_678_843_000])
    expect(cellsOf(observations, 'unit', 'military-expenditure-nmc', 'GBR', null, 1914)).toEqual(['USD'])
  })

  test('China in 1915 has no figure of military expenditure, Samoa in 2022 has a recorded 0', () => {
    expect(valuesOf(observations, 'military-expenditure-nmc', 'CHN', null, 1915)).toEqual([])
    expect(valuesOf(observations, 'military-expenditure-nmc', 'WSM', null, 2022)).toEqual([0])
  })
})

describe('National Material Capabilities files', () => {
  const native = 'stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version'

  test('the native file: -9 is missing, thousands become single units, the index stays as it is', async () => {
    const { observations } = await readCowNmc(fileOf('NMC-70-abridged.csv', [native, 'USA,2,1816,3823,17,80,254,8659,-9,0.0396975,2024']))
    expect(observations['value']).toEqual([0.0396975, 3_823_000, 17_000, 80_000, 254_000, 8_659_000])
    expect(observations['unit']?.slice(0, 3)).toEqual(['share of 1', 'GBP', 'persons'])
  })

  test.each([
    [[native, 'USA,2,1816,-5,17,80,254,8659,101,0.0396975,2024'], 'x.csv:2 has -5 for milex, which goes from 0'],
    [[native, 'USA,2,1816,3823,17,80,254,8659,101,3.96975,2024'], 'x.csv:2 has 3.96975 for cinc, which goes from 0 to 1'],
    [[native.replace('milper', 'personnel'), 'USA,2,1816,1,1,1,1,1,1,0.1,2024'], 'x.csv lacks the columns milper'],
    [[native, 'USA,2,2031,1,1,1,1,1,1,0.1,2024'], 'x.csv:2 is of the year 2031; this edition has 1816 to 2022'],
  ])('%# is refused', async (lines, message) => {
    await expect(readCowNmc(fileOf('x.csv', lines))).rejects.toThrow(message)
  })
})

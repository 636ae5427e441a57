import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readGeodist } from '../../../../src/sources/politics/geodist.ts'
import { cellsOf, doublesIn, fileOf, rawFile, totalsOf, valuesOf } from '../../../sources/field-files.ts'
import { haveRaw, rawNeeded } from '../../../sources/raw-data.ts'

/** The only file in an archive. */
function unpacked(path: string): Uint8Array {
  const bytes = readFileSync(path)
  const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28)
  return inflateRawSync(bytes.subarray(start))
}

describe.skipIf(!haveRaw)(`GeoDist ${rawNeeded}`, async () => {
  const asCsv = ['distance/dist_cepii.csv.gz', 'distance/geo_cepii.csv.gz'].map(rawFile)
  const observations = haveRaw ? (await readGeodist(asCsv)).observations : {}

  test('China and Russia lie 5,795 km apart and share a border; both orders stand', () => {
    expect(valuesOf(observations, 'distance', 'CHN', 'RUS', 2004).map((km) => Math.round(Number(km)))).toEqual([5795])
    expect(valuesOf(observations, 'distance', 'RUS', 'CHN', 2004)).toEqual(valuesOf(observations, 'distance', 'CHN', 'RUS', 2004))
    expect(valuesOf(observations, 'shared-border', 'CHN', 'RUS', 2004)).toEqual([1])
  })

  test('190 states of 224 countries: 190 x 189 pairs of each of twelve columns, none twice', () => {
    const totals = totalsOf(observations)
    const pairs = Object.values(totals).filter(({ rows }) => rows === 190 * 189)
    expect(pairs.length).toBe(12)
    expect(['internal-distance', 'internal-distance-weighted', 'area', 'landlocked'].map((id) => totals[id]?.rows)).toEqual([
      190, 190, 190, 190,
    ])
    expect(doublesIn(observations)).toBe(0)
  })

  test('area and internal distance of Russia agree with the formula of the source', () => {
    const [area] = valuesOf(observations, 'area', 'RUS', null, 2004)
    expect(area).toBe(17_075_400)
    expect(Number(valuesOf(observations, 'internal-distance', 'RUS', null, 2004)[0])).toBeCloseTo(
      (2 / 3) * Math.sqrt(Number(area) / Math.PI),
      0,
    )
  })

  test('the native workbooks say the same as the converted tables, to the digits that a workbook shows', async () => {
    const native = await readGeodist([
      fileOf('dist_cepii.xls', unpacked(rawFile('distance/dist_cepii.zip'))),
      rawFile('distance/geo_cepii.xls'),
    ])
    const off = native.observations['value']?.filter((value, i) => Math.abs(Number(value) / Number(observations['value']?.[i]) - 1) > 1e-9)
    expect(native.observations['value']?.length).toBe(observations['value']?.length)
    expect(off).toEqual([])
    expect(native.observations['to_id']).toEqual(observations['to_id'])
    expect(cellsOf(native.observations, 'locator', 'distance', 'CHN', 'RUS', 2004)[0]).toMatch(/^dist_cepii\.xls!dist_cepii!\d+$/)
  }, 60_000)
})

describe('GeoDist files', () => {
  const header = 'iso_o,iso_d,contig,comlang_off,comlang_ethno,colony,comcol,curcol,col45,smctry,dist,distcap,distw,distwces'
  const row = (pair: string): string => `${pair},0,0,0,0,0,0,0,0,100.5,100.5,.,99`

  test('former codes are read as of 2004, territories left out, a dot is missing and 0 is not', async () => {
    const { observations } = await readGeodist([fileOf('d.csv', [header, row('ROM,ZAR'), row('YUG,TMP'), row('CHN,HKG')])])
    expect(new Set(observations['from_id'])).toEqual(new Set(['ROU', 'YUG']))
    expect(new Set(observations['to_id'])).toEqual(new Set(['COD', 'TLS']))
    expect(valuesOf(observations, 'distance-weighted', 'ROU', 'COD', 2004)).toEqual([])
    expect(valuesOf(observations, 'shared-border', 'ROU', 'COD', 2004)).toEqual([0])
  })

  test('a country with two cities has one area', async () => {
    const lines = ['iso2,iso3,area,landlocked,city_en', 'AU,AUS,7682300,0,Canberra', 'AU,AUS,7682300,0,Sydney']
    expect((await readGeodist([fileOf('g.csv', lines)])).observations['value']).toEqual([7_682_300, 0])
  })

  test.each([
    [[header, row('CHN,XQX')], 'x.csv:2 has the country code "XQX", which is not known'],
    [[header, row('CHN,China')], 'x.csv:2 has the country code "China"'],
    [[header, row('CHN,RUS'), row('CHN,RUS')], 'x.csv:3 stands for the same as x.csv:2'],
    [[header, row('CHN,RUS').replace('100.5', '-1')], 'x.csv:2 has "-1" for dist, not a number above 0'],
    [[header, row('CHN,RUS').replace(',0,', ',2,')], 'x.csv:2 has "2" for contig, not 0 or 1'],
    [[header.replace('distcap', 'capdist'), row('CHN,RUS')], 'x.csv lacks the columns distcap'],
    [['iso3,area,landlocked', 'AUS,7682300,0', 'AUS,1,0'], 'x.csv:3 says 1 km2, landlocked 0 of AUS, and before 7682300 km2'],
    [['iso3,surface', 'AUS,7682300'], 'x.csv lacks the columns area, landlocked'],
    [[header, 'CHN,RUS,0'], 'x.csv:2 has 3 cells, the header has 14'],
  ])('%# is refused', async (lines, message) => {
    await expect(readGeodist([fileOf('x.csv', lines)])).rejects.toThrow(message)
  })

  test('an archive is to be unpacked first, an empty file is no table', async () => {
    await expect(readGeodist([fileOf('dist_cepii.zip', ['PK'])])).rejects.toThrow('dist_cepii.zip is an archive')
    await expect(readGeodist([fileOf('x.csv', [])])).rejects.toThrow('x.csv is empty')
  })
})

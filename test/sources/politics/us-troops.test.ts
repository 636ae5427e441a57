import { describe, expect, test } from 'vitest'
import { readUsTroops } from '../../../src/sources/politics/us-troops.ts'
import { fileWith, rawFile, rowsIn } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const read = (...rows: string[]): ReturnType<typeof readUsTroops> =>
  readUsTroops(fileWith('forces.csv', ['countryname,year,ccode,iso3c,region,troops_ad', ...rows].map((line) => `${line}\n`).join('')))
const told = async (...rows: string[]): Promise<unknown[]> =>
  rowsIn((await read(...rows)).observations).map((row) => [
    row['to_id'],
    String(row['start_date']).slice(0, 4),
    row['value'],
    row['status'],
  ])

test('a count of a year is observed, one between two reports is estimated', async () => {
  expect(await told('Germany,1952,260,DEU,Europe,248000', 'Germany,2024,255,DEU,Europe,36541')).toEqual([
    ['DEU', '1952', 248000, 'estimated'],
    ['DEU', '2024', 36541, 'observed'],
  ])
})

test.each([
  ['a zero, which is printed for a second name of a host, and where nothing was published', 'Czech Republic,2024,316,CZE,Europe,0'],
  ['Iraq after the reports on it ended', 'Iraq,2020,645,IRQ,Middle East,5200'],
  ['Iraq in 2006, three reports added up', 'Iraq,2006,645,IRQ,Middle East,423300'],
  ['the year 2008', 'Germany,2008,255,DEU,Europe,110855'],
  ['the United States itself', 'United States,2024,2,USA,North America,1110799'],
  ['a territory', 'Guam,2024,1004,NA,East Asia,7540'],
])('%s is left out', async (_, row) => {
  expect(await told(row)).toEqual([])
})

test('forces in Saigon are in South Vietnam, whatever the code of the file', async () => {
  expect(await told('Vietnam,1968,816,VNM,East Asia,537377', 'Vietnam,2024,816,VNM,East Asia,33')).toEqual([
    ['VDR', '1968', 537377, 'observed'],
    ['VNM', '2024', 33, 'observed'],
  ])
})

test.each([
  ['an unknown name', ['Freedonia,2024,1,NA,Europe,5'], 'forces.csv:2: "Freedonia" is not known'],
  ['an unknown code', ['Germany,2024,1,XQZ,Europe,5'], 'forces.csv:2 has the code "XQZ"'],
  ['a broken number', ['Germany,2024,1,DEU,Europe,5.5'], 'forces.csv:2 has "5.5" for troops_ad'],
  ['a year outside the edition', ['Germany,2034,1,DEU,Europe,5'], 'forces.csv:2 has 2034 for year'],
  [
    'a host twice',
    ['Germany,2024,1,DEU,Europe,5', 'Germany (West),2024,1,DEU,Europe,6'],
    'forces.csv:3 counts forces in DEU in 2024, as line 2 does',
  ],
])('%s is refused', async (_, rows, message) => {
  await expect(read(...rows)).rejects.toThrow(message)
})

describe.skipIf(!haveRaw)(`13,135 counts ${rawNeeded}`, () => {
  test('the largest hosts of 2024, and what is left out', async () => {
    const { observations } = await readUsTroops(rawFile('us-troops/troopdata-rebuild-country-year.csv.gz'))
    const rows = rowsIn(observations)
    const of = (id: string, year: number): unknown =>
      rows.find((row) => row['to_id'] === id && row['start_date'] === `${year}-01-01`)?.['value']
    expect([of('DEU', 2024), of('JPN', 2024), of('KOR', 2024), of('POL', 2024)]).toEqual([36541, 55154, 24515, 302])
    expect([of('DEU', 2008), of('SYR', 2022), of('IRQ', 2020)]).toEqual([undefined, undefined, undefined])
    expect(of('VDR', 1968)).toBe(537_377)
  })
})

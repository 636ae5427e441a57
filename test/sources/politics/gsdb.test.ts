import { describe, expect, test } from 'vitest'
import { readGsdb } from '../../../src/sources/politics/gsdb.ts'
import { fileWith, rawFile, rowsIn } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const header =
  'case_id,sanctioned_state,sanctioning_state,begin,end,trade,descr_trade,arms,military,financial,travel,other,target_mult,sender_mult,objective,success'

const text = (...lines: string[]): string => `${[header, ...lines].join('\n')}\n`
const file = (...lines: string[]): string => fileWith('GSDB_V3.csv', text(...lines))
const line = (id: number, target: string, sender: string, years = '2014,2022'): string =>
  `${id},"${target}","${sender}",${years},1,"exp_part,imp_part",0,1,1,0,0,0,1,policy_change,ongoing`

describe('a case is one row for each sender and target', () => {
  test('several senders in one cell, names with a comma of their own among them', async () => {
    const { sanctions } = await readGsdb(
      file(line(1, 'Korea, North', 'EU, Egypt, Arab Rep., Congo, Democratic Republic of the, United States')),
    )
    expect(rowsIn(sanctions).map((row) => [row['sender'], row['target']])).toEqual([
      ['EU', 'PRK'],
      ['EGY', 'PRK'],
      ['COD', 'PRK'],
      ['USA', 'PRK'],
    ])
  })

  test('measures, years, note and place in the file', async () => {
    const [row] = rowsIn((await readGsdb(file(line(7, 'Russia', 'Japan')))).sanctions)
    expect(row).toEqual({
      regime: 'gsdb-7',
      name: 'GSDB case 7',
      sender: 'JPN',
      target: 'RUS',
      start_date: '2014-01-01',
      end_date: '2022-12-31',
      measures: 'trade,military,finance',
      source: 'gsdb',
      vintage: 'release 3 (1,325 cases to 2022)',
      citation: 'gsdb: GSDB_V3.csv:2',
      note: 'years only; success: ongoing; objective: policy_change; trade: exp_part, imp_part',
    })
  })

  test('names follow the year: Soviet Union, North Yemen before and after 1990, South Vietnam after 1975', async () => {
    const { sanctions } = await readGsdb(
      file(
        line(1, 'Soviet Union', 'United States', '1980,1981'),
        line(2, 'Yemen, North', 'United States', '1979,1980'),
        line(3, 'Yemen, North', 'United States', '2014,2022'),
        line(4, 'South Vietnam', 'United States', '1955,1956'),
        line(5, 'South Vietnam', 'United States', '1978,1979'),
      ),
    )
    expect(sanctions['target']).toEqual(['RUS', 'YAR', 'YEM', 'VDR', 'VNM'])
  })

  test('bodies have ids; regions, terrorist organisations and territories have no row', async () => {
    const { sanctions } = await readGsdb(
      file(
        line(1, 'China', 'ChinCom, EEC', '1952,1957'),
        line(2, 'Balkans', 'EU'),
        line(3, 'Palestine', 'EU'),
        line(4, 'Iran', 'Kimberly Process Participants'),
      ),
    )
    expect(rowsIn(sanctions).map((row) => [row['sender'], row['target']])).toEqual([
      ['CHINCOM', 'CHN'],
      ['EU', 'CHN'],
    ])
  })

  test('a byte order mark is no part of the first column', async () => {
    const { sanctions } = await readGsdb(fileWith('GSDB_V3.csv', `\uFEFF${header}\n${line(1, 'Russia', 'Japan')}\n`))
    expect(sanctions['regime']).toEqual(['gsdb-1'])
  })
})

describe('what is wrong is refused with its place', () => {
  test.each<[string, string | Buffer, string]>([
    ['a renamed column', `${header.replace('sanctioned_state', 'target')}\n`, 'GSDB_V3.csv:1 lacks the columns sanctioned_state'],
    ['a column twice', `${header},begin\n`, 'GSDB_V3.csv:1 has the column begin twice'],
    ['an empty file', '', 'GSDB_V3.csv is empty'],
    ['a torn line', text(line(1, 'Russia', 'Japan'), '2,Russia,Jap'), 'GSDB_V3.csv:3 has 3 cells, the header has 16'],
    ['an open quote', text('1,"Russia,Japan'), 'GSDB_V3.csv: line 2: a quotation mark'],
    ['another encoding', Buffer.from(`${header}\n1,C\xF4te d'Ivoire\n`, 'latin1'), 'GSDB_V3.csv:2 is not UTF-8'],
    ['a doubled row', text(line(1, 'Russia', 'Japan'), line(1, 'Russia', 'Japan')), 'GSDB_V3.csv:3 says again what line 2 says'],
    ['a case twice', text(line(1, 'Russia', 'Japan'), line(1, 'Russia', 'Canada')), 'GSDB_V3.csv:3 has case 1, which stands in line 2 too'],
    ['a state that nobody knows', text(line(1, 'Russia', 'Japn')), 'GSDB_V3.csv:2: "Japn" is not known; it is near Japan'],
    ['an end before the begin', text(line(1, 'Russia', 'Japan', '2014,2013')), 'GSDB_V3.csv:2 ends in 2013, before it begins in 2014'],
    ['a year out of reach', text(line(1, 'Russia', 'Japan', '2014,2099')), 'GSDB_V3.csv:2 has 2099 for end'],
    ['a flag that is none', text(line(1, 'Russia', 'Japan').replace(',0,1,1,', ',0,yes,1,')), 'GSDB_V3.csv:2 has "yes" for military'],
    ['a state against itself', text(line(1, 'Japan', 'Japan')), 'JPN has sanctions on itself'],
    ['no measure', text('1,Russia,Japan,2014,2022,0,,0,0,0,0,0,0,1,x,y'), 'GSDB_V3.csv:2 is a case without any measure'],
  ])('%s', async (_, content, message) => {
    const path = fileWith('GSDB_V3.csv', content)
    await expect(readGsdb(path)).rejects.toThrow(message)
    await expect(readGsdb(path)).rejects.toMatchObject({ code: 'BadInput' })
  })

  test('a file that is not there', async () => {
    await expect(readGsdb('/nowhere/GSDB_V3.csv')).rejects.toThrow('cannot read /nowhere/GSDB_V3.csv')
  })
})

describe.skipIf(!haveRaw)(`the case list of release 3 ${rawNeeded}`, async () => {
  const { sanctions } = haveRaw ? await readGsdb(rawFile('sanctions-gsdb/GSDB_V3.csv')) : { sanctions: {} }
  const rows = rowsIn(sanctions)

  test('1,297 of 1,325 cases have a state or body on both sides, and 1,861 pairs', () => {
    expect(new Set(sanctions['regime']).size).toBe(1297)
    expect(rows.length).toBe(1861)
  })

  test('the case of eight senders on Russia in 2022', () => {
    expect(rows.filter((row) => row['regime'] === 'gsdb-1315').map((row) => row['sender'])).toEqual([
      'USA',
      'EU',
      'GBR',
      'CAN',
      'FRA',
      'DEU',
      'ITA',
      'JPN',
    ])
  })

  test('66 cases name Russia since 1992', () => {
    const russian = new Set(
      rows.filter((row) => [row['sender'], row['target']].includes('RUS') && row['start_date']! >= '1992').map((row) => row['regime']),
    )
    expect(russian.size).toBe(66)
  })

  test('South Vietnam has no case after 1975, North Yemen none after 1989', () => {
    expect(rows.filter((row) => [row['sender'], row['target']].includes('VDR') && row['start_date']! >= '1976')).toEqual([])
    expect(rows.filter((row) => [row['sender'], row['target']].includes('YAR') && row['start_date']! >= '1990')).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { readAiddataFinance } from '../../../src/sources/finance/aiddata-finance.ts'
import { readAiddataDiplomacy } from '../../../src/sources/politics/aiddata-diplomacy.ts'
import type { Cell } from '../../../src/store/index.ts'
import { fileWith, rawFile, rowsIn, totalOf, workbookWith } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const diplomacyHeader =
  'receiving_country,year,confucius_institutes,sister_cities_established,government_visits,military_visits,total_elite_visits,ambassador_op_eds,journalist_visits,media_partnerships,outbound_chinese_students,inbound_students_to_china'

describe('public diplomacy', () => {
  const read = (...lines: string[]): ReturnType<typeof readAiddataDiplomacy> =>
    readAiddataDiplomacy(fileWith('diplomacy.csv', `${[diplomacyHeader, ...lines].join('\n')}\n`))

  test('N/A is no row and a zero is a row', async () => {
    const { observations } = await read('"Kazakhstan",2010,0,"N/A",4,"N/A",4,"N/A","N/A","N/A","N/A",16')
    expect(rowsIn(observations).map((row) => [row['indicator'], row['from_id'], row['to_id'], row['value']])).toEqual([
      ['confucius-institutes', 'CHN', 'KAZ', 0],
      ['government-visits', 'CHN', 'KAZ', 4],
      ['elite-visits', 'CHN', 'KAZ', 4],
      ['students-received', 'CHN', 'KAZ', 16],
    ])
  })

  test('a territory has no row', async () => {
    expect(rowsIn((await read('"Cook Islands",2010,0,0,0,0,0,0,0,0,0,0')).observations)).toEqual([])
  })

  test.each([
    [
      'a blank, which says neither zero nor unknown',
      '"Kazakhstan",2010,,0,0,0,0,0,0,0,0,0',
      'diplomacy.csv:2 has "" for confucius_institutes',
    ],
    ['a fraction', '"Kazakhstan",2010,1.5,0,0,0,0,0,0,0,0,0', 'diplomacy.csv:2 has "1.5" for confucius_institutes'],
    ['an unknown country', '"Kazakstn",2010,1,0,0,0,0,0,0,0,0,0', 'diplomacy.csv:2: "Kazakstn" is not known'],
    ['China itself', '"China",2010,1,0,0,0,0,0,0,0,0,0', 'diplomacy.csv:2 has China as the receiving country'],
  ])('%s is refused', async (_, line, message) => {
    await expect(read(line)).rejects.toThrow(message)
  })

  test('two figures for one state and year are refused', async () => {
    await expect(read('Nepal,2010,1,0,0,0,0,0,0,0,0,0', 'Nepal,2010,2,0,0,0,0,0,0,0,0,0')).rejects.toThrow('gives 2')
  })
})

const project: Readonly<Record<string, Cell>> = {
  project_id: 1,
  recommended_for_research: true,
  year: 2010,
  donor: 'China',
  flow_class: 'OOF-like',
  usd_current: 2.5e9,
  recipient_count: 1,
  recipient_iso3: 'RUS',
}

describe('official finance', () => {
  const read = async (...rows: Readonly<Record<string, Cell>>[]): ReturnType<typeof readAiddataFinance> => {
    const names = Object.keys(project)
    const whole = rows.map((row, i) => ({ ...project, project_id: i + 1, ...row }) as Record<string, Cell>)
    return readAiddataFinance(
      await workbookWith('finance.xlsx', { Sheet: [names, ...whole.map((row) => names.map((name) => row[name] ?? null))] }),
    )
  }

  test('a project without an amount is counted and in no sum', async () => {
    const { observations } = await read({}, { usd_current: ' ' }, { usd_current: 5e8, flow_class: 'ODA-like' })
    expect(rowsIn(observations).map((row) => [row['indicator'], row['value'], row['unit'], row['status']])).toEqual([
      ['official-finance-oda', 5e8, 'USD', 'estimated'],
      ['official-finance-oof', 2.5e9, 'USD', 'estimated'],
      ['official-finance-projects', 3, 'projects', 'observed'],
      ['official-finance-unvalued', 1, 'projects', 'observed'],
    ])
  })

  test('projects without any amount make no sum of zero', async () => {
    const { observations } = await read({ usd_current: ' ' })
    expect(observations['indicator']).toEqual(['official-finance-projects', 'official-finance-unvalued'])
  })

  test('what is not recommended, has several recipients, a region or a territory is left out', async () => {
    const { observations } = await read(
      { recommended_for_research: false },
      { recipient_count: 2, recipient_iso3: 'KEN; TZA' },
      { recipient_iso3: 'Africa, regional' },
      { recipient_iso3: 'COK' },
    )
    expect(rowsIn(observations)).toEqual([])
  })

  test.each<[string, Readonly<Record<string, Cell>>, string]>([
    ['text for an amount', { usd_current: 'about 5 million' }, 'F2 has "about 5 million" for usd_current'],
    ['a negative amount', { usd_current: -1 }, 'F2 has -1, less than nothing'],
    ['another donor', { donor: 'Japan' }, 'has the donor "Japan", not China'],
    ['a year outside', { year: 2019 }, 'has 2019, not a year from 2000 to 2014'],
    ['a class of its own', { flow_class: 'Other' }, 'has the class "Other"'],
    ['a code that is no state’s', { recipient_iso3: 'XXX' }, 'has the code XXX'],
  ])('%s is refused', async (_, row, message) => {
    await expect(read(row)).rejects.toThrow(message)
  })

  test('a project twice, a workbook of another source and a file that is none are refused', async () => {
    await expect(read({}, { project_id: 1 })).rejects.toThrow('finance.xlsx!Sheet!A3 has project 1 for the second time')
    await expect(readAiddataFinance(await workbookWith('other.xlsx', { S: [['project_id']] }))).rejects.toThrow('other.xlsx!S has not')
  })
})

describe.skipIf(!haveRaw)(`the files of AidData ${rawNeeded}`, () => {
  test('4,293 projects with one state as recipient, 1,657 of them without an amount; Russia 26.97 bn USD', async () => {
    const { observations } = await readAiddataFinance(rawFile('aiddata-china/GlobalChineseOfficialFinanceDataset_v1.0.xlsx'))
    expect(totalOf(observations, (row) => row['indicator'] === 'official-finance-projects')).toBe(4293)
    expect(totalOf(observations, (row) => row['indicator'] === 'official-finance-unvalued')).toBe(1657)
    expect(totalOf(observations, (row) => row['unit'] === 'USD' && row['to_id'] === 'RUS')).toBeCloseTo(26_974_811_965.483, 1)
  })

  test('38 receiving states; 5,242 government visits', async () => {
    const { observations } = await readAiddataDiplomacy(rawFile('aiddata-china/ChinesePublicDiplomacy.csv'))
    expect(new Set(observations['to_id']).size).toBe(38)
    expect(totalOf(observations, (row) => row['indicator'] === 'government-visits')).toBe(5242)
  })
})

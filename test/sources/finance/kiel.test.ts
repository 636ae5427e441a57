import { describe, expect, test } from 'vitest'
import { readKielTables } from '../../../src/sources/finance/kiel-tables.ts'
import { readKielWorkbook } from '../../../src/sources/finance/kiel-workbook.ts'
import type { Cell } from '../../../src/store/index.ts'
import { fileWith, rawFile, rowsIn, totalOf, workbookWith } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const main = 'Bilateral assistance, MAIN DATA'
const columns = ['ID', 'countries', 'Type of Aid General', 'Converted Value in EUR', 'Total monetary value delivered in EUR']

interface Book {
  readonly measures: readonly (readonly Cell[])[]
  readonly summary: readonly (readonly Cell[])[]
  readonly columns?: readonly string[]
}

async function workbook(book: Book): Promise<string> {
  return workbookWith('tracker.xlsx', {
    ReadMe: [['release 7']],
    [main]: [book.columns ?? columns, ...book.measures],
    'Country Summary': [
      [null],
      [null, 'Numbers by country'],
      [null, 'Country', 'EU member', 'Financial commitments', 'Humanitarian commitments', 'Military commitments'],
      [null, null, null, '€ billion', '€ billion', '€ billion'],
      ...book.summary,
      [null, 'Total', '.', 0, 0, 0],
    ],
  })
}

const germany: Book = {
  measures: [
    ['DEM1', 'Germany', 'Military', 1.5e9, '.'],
    ['DEM1', 'Germany', 'Military', null, null],
    ['DEM2', 'Germany', 'Military', '.', '.'],
    ['DEM3', 'Germany', 'Military', 5e8, 4e8],
    ['DEF1', 'Germany', 'Financial', 1e9, 1e9],
    ['EPM1', 'European Peace Facility', 'Military', 2.5e9, '.'],
  ],
  summary: [[null, 'Germany', 1, 1, 0, 2]],
}

describe('the workbook of release 7', () => {
  test('packages add up by donor and kind; deliveries stand apart; no value is no figure', async () => {
    const { observations } = await readKielWorkbook(await workbook(germany))
    expect(rowsIn(observations).map((row) => [row['indicator'], row['from_id'], row['to_id'], row['value'], row['unit']])).toEqual([
      ['support-commitments-military', 'DEU', 'UKR', 2e9, 'EUR'],
      ['support-deliveries-military', 'DEU', 'UKR', 4e8, 'EUR'],
      ['support-commitments-financial', 'DEU', 'UKR', 1e9, 'EUR'],
      ['support-commitments-military', 'EPF', 'UKR', 2.5e9, 'EUR'],
    ])
  })

  test('what is committed is told by the day of its announcement too, where the cell has a day of the release and no words', async () => {
    const dated: Book = {
      columns: [...columns.slice(0, 2), 'Announcement Date', ...columns.slice(2)],
      measures: [
        ['DEM1', 'Germany', 44777, 'Military', 1.5e9, '.'],
        ['DEM2', 'Germany', 44777, 'Military', 5e8, 4e8],
        ['DEM3', 'Germany', 'until 7/27/2022', 'Military', 2e8, '.'],
        ['DEM4', 'Germany', 373400, 'Military', 1e8, '.'],
      ],
      summary: [[null, 'Germany', 1, 0, 0, 2.3]],
    }
    const { observations } = await readKielWorkbook(await workbook(dated))
    expect(rowsIn(observations).map((row) => [row['indicator'], row['start_date'], row['end_date'], row['value']])).toEqual([
      ['support-commitments-military', '2022-01-24', '2022-10-03', 2.3e9],
      ['support-deliveries-military', '2022-01-24', '2022-10-03', 4e8],
      ['support-commitments-military', '2022-08-04', '2022-08-04', 2e9],
    ])
  })

  test.each<[string, Partial<Book>, string]>([
    [
      'a total that the measures do not reach',
      { summary: [[null, 'Germany', 1, 1, 0, 2.1]] },
      'tracker.xlsx!Country Summary!F5 states 2100000000 EUR of Military',
    ],
    ['text for a value', { measures: [['X', 'Germany', 'Military', 'much', '.']] }, `tracker.xlsx!${main}!D2 has "much"`],
    ['a negative value', { measures: [['X', 'Germany', 'Military', -5, '.']] }, `tracker.xlsx!${main}!D2 has -5`],
    ['an unknown donor', { measures: [['X', 'Germoney', 'Military', 5, '.']] }, '"Germoney" is not known'],
    ['a kind of its own', { measures: [['X', 'Germany', 'Weapons', 5, '.']] }, 'has the kind "Weapons"'],
    [
      'the columns of another release',
      { columns: ['ID', 'donor', 'type', 'value', 'delivered'] },
      `tracker.xlsx!${main} has not, or more than once, the columns countries`,
    ],
  ])('%s is refused', async (_, changed, message) => {
    await expect(readKielWorkbook(await workbook({ ...germany, ...changed }))).rejects.toThrow(message)
  })

  test('a workbook without the sheet, and a file that is no workbook, are refused', async () => {
    await expect(readKielWorkbook(await workbookWith('x.xlsx', { A: [[1]] }))).rejects.toThrow(`has no sheet ${main}`)
  })
})

const summaryHeader =
  'land,er_eu_medlem,er_geografisk_europa,financial_allocation,humanitarian_allocation,military_allocation,total_allocation,financial_commitment,humanitarian_commitment,military_commitment,total_commitment'

describe('the tables of release 28', () => {
  const read = (tables: { summary?: string; monthly?: string; disbursements?: string }): ReturnType<typeof readKielTables> =>
    readKielTables({
      summary: fileWith('summary.csv', `${summaryHeader}\n${tables.summary ?? 'Turkiye,False,True,0.0,0.25,0.5,0.75,0.0,0.25,0.75,1.0'}\n`),
      monthly: fileWith(
        'monthly.csv',
        `land,aar,maaned,kategori,maal,sum_eur,sum_nok\n${tables.monthly ?? 'Canada,2024,2,Military,Allocation,1500.5,1'}\n`,
      ),
      disbursements: fileWith(
        'paid.csv',
        `giver,er_eu_medlem,aar,maaned,verdi_eur_mrd\n${tables.disbursements ?? 'EU Institutions,True,2023,12,1.5'}\n`,
      ),
    })

  test('allocations, commitments and payments apart, in EUR, months with their days', async () => {
    const { observations } = await read({})
    expect(rowsIn(observations).map((row) => [row['indicator'], row['from_id'], row['start_date'], row['end_date'], row['value']])).toEqual(
      [
        ['support-allocations-financial', 'TUR', '2022-01-24', '2026-02-28', 0],
        ['support-allocations-humanitarian', 'TUR', '2022-01-24', '2026-02-28', 250e6],
        ['support-allocations-military', 'TUR', '2022-01-24', '2026-02-28', 500e6],
        ['support-commitments-financial', 'TUR', '2022-01-24', '2026-02-28', 0],
        ['support-commitments-humanitarian', 'TUR', '2022-01-24', '2026-02-28', 250e6],
        ['support-commitments-military', 'TUR', '2022-01-24', '2026-02-28', 750e6],
        ['support-allocations-military', 'CAN', '2024-02-01', '2024-02-29', 1500.5],
        ['support-disbursements-financial', 'EU', '2023-12-01', '2023-12-31', 1.5e9],
      ],
    )
  })

  test.each([
    [
      'a total that its parts do not reach',
      { summary: 'Canada,False,False,0.0,0.25,0.5,0.9,0.0,0.25,0.75,1.0' },
      'summary.csv:2 has 0.9 for total_allocation',
    ],
    ['a blank', { summary: 'Canada,False,False,,0.25,0.5,0.75,0.0,0.25,0.75,1.0' }, 'summary.csv:2 has nothing for financial_allocation'],
    [
      'a measure of its own',
      { monthly: 'Canada,2024,2,Military,Promise,1,1' },
      'monthly.csv:2 has the kind "Military" and the measure "Promise"',
    ],
    ['a thirteenth month', { monthly: 'Canada,2024,13,Military,Allocation,1,1' }, 'monthly.csv:2 has 13 for maaned'],
    [
      'two figures of one month',
      { monthly: 'Canada,2024,2,Military,Allocation,1,1\nCanada,2024,2,Military,Allocation,2,1' },
      'monthly.csv:3 gives 2',
    ],
    ['an unknown donor', { disbursements: 'Candia,True,2023,12,1.5' }, 'paid.csv:2: "Candia" is not known'],
    ['a number with a comma', { disbursements: 'Canada,True,2023,12,"1,5"' }, 'paid.csv:2 has "1,5" for verdi_eur_mrd'],
  ])('%s is refused', async (_, tables, message) => {
    await expect(read(tables)).rejects.toThrow(message)
  })
})

describe.skipIf(!haveRaw)(`the published files ${rawNeeded}`, () => {
  const folder = 'kiel-ukraine-support'

  test('release 7: 89.44 bn EUR committed by governments and the EU, as the workbook says, 52.31 by the United States', async () => {
    const { observations } = await readKielWorkbook(rawFile(`${folder}/Ukraine_Support_Tracker_release7_2022-10.xlsx`))
    const committed = (wanted: (donor: string) => boolean): number =>
      totalOf(
        observations,
        (row) =>
          row['end_date'] === '2022-10-03' && row['start_date'] === '2022-01-24' && isPromised(row) && wanted(String(row['from_id'])),
      )
    const isPromised = (row: Record<string, Cell>): boolean => String(row['indicator']).startsWith('support-commitments')
    const dated = totalOf(observations, (row) => isPromised(row) && row['start_date'] === row['end_date'])
    expect(dated / 1e9).toBeCloseTo(90.568578113395, 6)
    expect(committed((donor) => donor !== 'EPF' && donor !== 'EIB') / 1e9).toBeCloseTo(89.4400590202417, 6)
    expect(committed((donor) => donor === 'USA') / 1e9).toBeCloseTo(52.310711034692, 6)
    expect(new Set(observations['from_id']).size).toBe(43)
  })

  test('release 28: 42 donors with six figures, 1,632 months, 131 payments; Australia allocated 1.07 bn EUR', async () => {
    const { observations } = await readKielTables({
      summary: rawFile(`${folder}/release28_country_summary.csv`),
      monthly: rawFile(`${folder}/release28_tidsserier_maanedlig.csv`),
      disbursements: rawFile(`${folder}/release28_financial_disbursements.csv`),
    })
    expect(observations['value']!.length).toBe(42 * 6 + 1632 + 131)
    const australia = totalOf(
      observations,
      (row) => row['from_id'] === 'AUS' && row['start_date'] === '2022-01-24' && String(row['indicator']).startsWith('support-allocations'),
    )
    expect(australia / 1e9).toBeCloseTo(1.0726133316760755, 8)
  })
})

import { describe, expect, test } from 'vitest'
import { readEusanct } from '../../../src/sources/politics/eusanct.ts'
import type { Cell } from '../../../src/store/index.ts'
import { rawFile, rowsIn, workbookWith } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const blankCase: Readonly<Record<string, Cell>> = {
  caseid: '2014031701',
  targetstate: 365,
  targetstate_name: 'Russia',
  ...Object.fromEntries(
    ['EU', 'US', 'UN'].flatMap((who) => [
      [`imposition${who}`, 0],
      [`imposition${who}_start`, '.'],
      [`imposition${who}_type`, '.'],
      [`imposition${who}_type_other`, '.'],
      [`enddate${who}`, '.'],
      [`endyear${who}`, null],
    ]),
  ),
}

const imposed = { impositionEU: 1, impositionEU_start: '17mar2014', impositionEU_type: '4;7b;9', enddateEU: 'ongoing' }

async function book(...cases: Readonly<Record<string, Cell>>[]): Promise<string> {
  const whole = cases.map((one) => ({ ...blankCase, ...one }) as Record<string, Cell>)
  const header = Object.keys(blankCase).filter((name) => whole.every((one) => one[name] !== undefined))
  return workbookWith('cases.xls', { Sheet1: [header, ...whole.map((one) => header.map((name) => one[name] ?? null))] })
}

describe('a row for each sender that imposed', () => {
  test('days, words for the numbers that are settled, and the numbers in the note', async () => {
    const { sanctions } = await readEusanct(await book(imposed))
    expect(rowsIn(sanctions)).toEqual([
      {
        regime: 'eusanct-2014031701',
        name: 'EUSANCT case 2014031701',
        sender: 'EU',
        target: 'RUS',
        start_date: '2014-03-17',
        end_date: '2015-12-31',
        measures: 'trade,other,travel',
        source: 'eusanct',
        vintage: 'case level, 326 cases to 2015',
        citation: 'eusanct: cases.xls!Sheet1!D2',
        note: 'types 4;7b;9; ongoing',
      },
    ])
  })

  test('a case that stayed a threat has no row', async () => {
    expect(rowsIn((await readEusanct(await book({}))).sanctions)).toEqual([])
  })

  test('an end of which only the year is known is the last day of it', async () => {
    const { sanctions } = await readEusanct(await book({ ...imposed, enddateEU: '.', endyearEU: 2014 }))
    expect(sanctions['end_date']).toEqual(['2014-12-31'])
    expect(sanctions['note']).toEqual(['types 4;7b;9; of the end only the year is known'])
  })
})

describe('what is wrong is refused with sheet and cell', () => {
  test.each<[string, Readonly<Record<string, Cell>>[], string]>([
    [
      'a number and a name of two states',
      [{ targetstate: 710 }, imposed].map((one) => ({ ...imposed, ...one })),
      'B2 has the COW number 710 for "Russia"',
    ],
    ['a day that is none', [{ ...imposed, impositionEU_start: '31feb2014' }], 'has "31feb2014", not a day such as 05jul1991'],
    ['no end at all', [{ ...imposed, enddateEU: '.' }], 'has ".", not a day'],
    ['a flag that is none', [{ ...imposed, impositionEU: 'yes' }], 'has "yes", not 0 or 1'],
    ['an unknown kind', [{ ...imposed, impositionEU_type: '4;14' }], 'has the kind of measure "14"'],
    ['an end before the start', [{ ...imposed, enddateEU: '01jan2013' }], 'ends on 2013-01-01, before it starts on 2014-03-17'],
    ['a case twice', [imposed, imposed], 'cases.xls!Sheet1!A3 repeats the case of row 2'],
  ])('%s', async (_, cases, message) => {
    await expect(readEusanct(await book(...cases))).rejects.toThrow(message)
  })

  test('a workbook of another source', async () => {
    const path = await workbookWith('other.xlsx', { A: [['caseid', 'year']] })
    await expect(readEusanct(path)).rejects.toThrow('other.xlsx!A lacks the columns targetstate')
  })
})

describe.skipIf(!haveRaw)(`the case-level file ${rawNeeded}`, async () => {
  const { sanctions } = haveRaw ? await readEusanct(rawFile('sanctions-eusanct/EUSANCT_Dataset_Case-level.xls')) : { sanctions: {} }
  const rows = rowsIn(sanctions)

  test('209 of 326 cases were imposed, by the United States 182, the EU 81, the UN 34 times', () => {
    expect(new Set(sanctions['regime']).size).toBe(209)
    expect(['USA', 'EU', 'UN'].map((sender) => rows.filter((row) => row['sender'] === sender).length)).toEqual([182, 81, 34])
  })

  test.each([
    ['arms embargo of the UN on South Africa, 1977', 'UN', 'ZAF', '1977-11-04', 'arms'],
    ['entry ban of the EU on Belarus, 1998', 'EU', 'BLR', '1998-07-09', 'travel'],
    ['asset freeze of the EU on Egypt, 2011', 'EU', 'EGY', '2011-03-21', 'assets'],
    ['end of aid of the EU to Mali, 2012', 'EU', 'MLI', '2012-03-23', 'aid'],
  ])('the words fit cases of known content: %s', (_, sender, target, start, measures) => {
    const found = rows.filter((row) => row['sender'] === sender && row['target'] === target && row['start_date'] === start)
    expect(found.map((row) => row['measures'])).toEqual([measures])
  })
})

import { describe, expect, test } from 'vitest'
import { parseNumberTable } from '../../../src/sources/formats/number-table.ts'
import { type CowRow, cowRows } from '../../../src/sources/rows/cow-rows.ts'

const years = { from: 1816, to: 2022 }

function states(...rows: string[]): CowRow[] {
  const table = parseNumberTable(['ccode,year,v', ...rows, ''].join('\n'), 'x.csv', [{ ccode: 'ccode', year: 'year', v: 'v' }])
  return cowRows(table, { years, codes: ['ccode'], directed: true })
}

function pairs(directed: boolean, ...rows: string[]): CowRow[] {
  const names = { ccode1: 'ccode1', ccode2: 'ccode2', year: 'year', v: 'v' }
  return cowRows(parseNumberTable(['ccode1,ccode2,year,v', ...rows, ''].join('\n'), 'x.csv', [names]), {
    years,
    codes: ['ccode1', 'ccode2'],
    directed,
  })
}

describe('numbers of the Correlates of War', () => {
  test('345 is Yugoslavia in 2005 and Serbia in 2006, by the last day of the year; 255 and 260 are Germany', () => {
    expect(states('345,2005,1', '345,2006,1', '255,1913,1', '260,1970,1', '365,1990,1').map((row) => row.from)).toEqual([
      'YUG',
      'SRB',
      'DEU',
      'DEU',
      'RUS',
    ])
  })

  test('united Germany goes before West Germany in 1990, in whichever order they stand', () => {
    expect(states('260,1990,1', '255,1990,2').map((row) => row.index)).toEqual([1])
    expect(states('255,1990,2', '260,1990,1').map((row) => row.index)).toEqual([0])
    expect(states('260,1990,1').map((row) => row.index)).toEqual([0])
  })

  test('where the row that counts is blank, the other one counts: West German totals under 255', () => {
    expect(states('255,1975,90099', '260,1975,').map((row) => row.index)).toEqual([0])
  })

  test('the two Germanies of 1990 are no pair, and a pair of one of them stands once', () => {
    expect(pairs(true, '255,260,1990,1', '2,260,1990,1', '2,255,1990,2', '260,2,1990,3').map((row) => row.index)).toEqual([2, 3])
    expect(pairs(false, '2,255,1990,2', '260,2,1990,3').map((row) => row.index)).toEqual([0])
  })

  test.each([
    [() => states('999,2000,1'), 'x.csv:2 has the state number 999, which no state ever had'],
    [() => states('2.5,2000,1'), 'x.csv:2 has the state number 2.5'],
    [() => states(',2000,1'), 'x.csv:2 has the state number (missing)'],
    [() => states('2,2031,1'), 'x.csv:2 is of the year 2031; this edition has 1816 to 2022'],
    [() => states('2,,1'), 'x.csv:2 is of the year (missing)'],
    [() => states('2,2000,1', '20,2000,1', '2,2000,5'), 'x.csv:4 stands for the same as line 2'],
    [() => pairs(false, '2,20,2000,1', '20,2,2000,5'), 'x.csv:3 stands for the same as line 2'],
    [() => pairs(true, '2,2,2000,1'), 'x.csv:2 pairs USA with itself'],
  ])('%# is refused', (read, message) => {
    expect(read).toThrow(message)
  })

  test('the two orders of a pair are two rows of a directed table', () => {
    expect(pairs(true, '2,20,2000,1', '20,2,2000,5').length).toBe(2)
  })
})

import { describe, expect, test } from 'vitest'
import { seriesFromCsv } from '../../../src/operations/forecasts/series-file.ts'

const read = (text: string): { name: string; periods: readonly string[]; values: number[]; missing: readonly string[]; next: string }[] =>
  seriesFromCsv(text, 'x.csv').map(({ name, periods, values, missing, after }) => ({
    name,
    periods,
    values: [...values],
    missing,
    next: after(1),
  }))

describe('series in a CSV file', () => {
  test('two columns with and without a header, in any order of rows', () => {
    const plain = { name: 'value', periods: ['2001', '2002'], values: [1, 2.5], missing: [], next: '2003' }
    expect(read('2002,2.5\n2001,1\n')).toEqual([plain])
    expect(read('year,USD\n2001,1\n2002,2.5\n')).toEqual([{ ...plain, name: 'USD' }])
    expect(read('\ufeffyear,value\r\n2001,1\r\n2002,2.5\r\n')).toEqual([plain])
  })

  test('one column of values is numbered', () => {
    expect(read('4\n5\n6\n')).toEqual([{ name: 'value', periods: ['1', '2', '3'], values: [4, 5, 6], missing: [], next: '4' }])
  })

  test('many columns are found by their names', () => {
    const found = read('source,value,year,series\nA,1,2001,CHN-RUS\nA,2,2002,CHN-RUS\nB,3,2001,"IND, PAK"\n')
    expect(found.map(({ name, values }) => [name, values])).toEqual([
      ['CHN-RUS', [1, 2]],
      ['IND, PAK', [3]],
    ])
    expect(() => read('a,b,c,d\n1,2,3,4\n')).toThrow('x.csv:1 has 4 columns: name them series, period and value')
  })

  test('months, quarters and the same day of each year go on after the end of a year', () => {
    expect(read('2020-11,1\n2020-12,2\n')[0]!.next).toBe('2021-01')
    expect(read('2020-Q3,1\n2020-Q4,2\n')[0]!.next).toBe('2021-Q1')
    expect(read('2019-12-31,1\n2020-12-31,2\n')[0]!.next).toBe('2021-12-31')
    expect(() => read('2020-13,1\n')).toThrow('has "2020-13" for the period')
  })

  test('every second year is an even step, and what lies between is no gap', () => {
    expect(read('2000,1\n2002,2\n2004,3\n')[0]).toMatchObject({ missing: [], next: '2006' })
    expect(read('2000,1\n2002,2\n2004,3\n2008,4\n2010,5\n')[0]!.missing).toEqual(['2006'])
    expect(read('2000,1\n2002,2\n2004,3\n2005,4\n')[0]!.missing).toEqual(['2005'])
  })

  test('a blank is missing within the series and left out at its ends; it is never 0', () => {
    expect(read('2000,\n2001,1\n2002,\n2003,2\n2004,\n')[0]).toMatchObject({ values: [1, 2], missing: ['2002'], next: '2004' })
  })

  test.each(['1,5', '5 %', '0x10', 'Infinity', '1e400', '1_000', '−3'])('"%s" is no number', (text) => {
    expect(() => read(`year,value\n2001,"${text}"\n`)).toThrow('x.csv:2 has')
  })
})

import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { parseNumberTable, readNumberTable } from '../../../src/sources/formats/number-table.ts'
import { fileOf } from '../field-files.ts'

const layout = { state: 'ccode', year: 'year', amount: 'milex' }
const read = (text: string): ReturnType<typeof parseNumberTable> => parseNumberTable(text, 'x.csv', [layout], { missing: [-9] })
const amounts = (text: string): number[] => [...read(text).columns['amount']!]

describe('a table of numbers', () => {
  test('a zero is zero; blank, NA, a dot and the number for missing are missing', () => {
    expect(amounts('ccode,year,milex\n2,1816,0\n2,1817,\n2,1818,NA\n2,1819,.\n2,1820,-9\n')).toEqual([0, NaN, NaN, NaN, NaN])
    expect([...parseNumberTable('ccode,year,milex\n2,1816,-9\n', 'x.csv', [layout]).columns['amount']!]).toEqual([-9])
  })

  test('columns are found by name, in any order, among quoted ones with commas', () => {
    const table = read('stateabb,milex,year,"a note",ccode\nUSA,3823,1816,"some, and ""more""",2\n')
    expect([table.columns['state']![0], table.columns['year']![0], table.columns['amount']![0]]).toEqual([2, 1816, 3823])
  })

  test('lines count blank ones and Windows line ends', () => {
    expect(read('ccode,year,milex\r\n\r\n2,1816,1\r\n2,1817,2\r\n').lines).toEqual([3, 4])
  })

  test('a quoted note may go over lines, and blank lines may stand above the header', () => {
    expect(read(' \nccode,year,milex,note\n2,1816,1,"a\nb"\n2,1817,2,\n').lines).toEqual([3, 5])
  })

  test('a last line without its line break is refused, for its last figure may be cut short', () => {
    expect(() => read('ccode,year,milex\n2,1816,1\n2,1817,23')).toThrow('its last line, 3, may be cut off')
  })

  test('numbers in scientific notation keep their digits', () => {
    expect(amounts('ccode,year,milex\n990,2022,4.8219326e-06\n')).toEqual([4.8219326e-6])
  })

  test('a byte order mark and gzip make no difference', async () => {
    const text = '\uFEFFccode,year,milex\n2,1816,3823\n'
    const table = await readNumberTable(fileOf('nmc.csv.gz', gzipSync(text)), [layout])
    expect(table.columns['state']![0]).toBe(2)
  })

  test('of two layouts the one whose columns are there is taken', () => {
    const other = { state: 'statenum', year: 'year' }
    expect(parseNumberTable('statenum,year\n2,1816\n', 'x.csv', [layout, other]).layout).toBe(other)
  })

  test.each([
    ['', 'x.csv is empty'],
    ['\n\n', 'x.csv is empty'],
    ['ccode,year,milex\n', 'x.csv has a header and no rows'],
    ['ccode,year,spending\n2,1816,1\n', 'x.csv lacks the columns milex; it has ccode, year, spending'],
    ['date;value\n2;3\n', 'x.csv lacks the columns ccode, year, milex'],
    ['ccode,year,milex,milex\n2,1816,1,2\n', 'x.csv has the column milex twice'],
    ['ccode,year,milex\n2,1816,1\n2,1817\n', 'x.csv:3 has 2 cells, the header has 3'],
    ['ccode,year,milex\n2,1816,1,000\n', 'x.csv:2 has 4 cells, the header has 3'],
    ['ccode,year,milex\n2,1816,about 5\n', 'x.csv:2 has "about 5" for milex, not a number'],
    ['ccode,year,milex\n2,1816, \n', 'x.csv:2 has " " for milex, not a number'],
    ['ccode,year,milex\n2,1816,0x10\n', 'x.csv:2 has "0x10" for milex, not a number'],
    ['ccode,year,milex\n2,1816,1e999\n', 'x.csv:2 has "1e999" for milex, not a number'],
    ['ccode,year,milex\n2,1816,"1\n', 'x.csv:2 has a quotation mark where none may stand'],
    ['PK\u0003\u0004', 'x.csv is an archive'],
  ])('%j is refused', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test('a file that is cut short in its packing, or is in UTF-16, is refused by name', async () => {
    const packed = gzipSync('ccode,year,milex\n2,1816,3823\n')
    await expect(readNumberTable(fileOf('nmc.csv.gz', packed.subarray(0, packed.length - 12)), [layout])).rejects.toThrow(
      'nmc.csv.gz is not a whole gzip file',
    )
    const wide = Buffer.from('\uFEFFccode,year,milex\n2,1816,3823\n', 'utf16le')
    await expect(readNumberTable(fileOf('wide.csv', wide), [layout])).rejects.toThrow('wide.csv lacks the columns ccode, year, milex')
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { cellName, numberAt, readSheets, type Sheet, textAt, yearColumns } from '../../../src/sources/formats/spreadsheet.ts'
import { freshRoot } from '../../store/fresh-root.ts'

const sheet: Sheet = {
  file: 'x.xlsx',
  name: 'S',
  rows: [
    [null, ' Total\n exports ', 2, '-'],
    [2019, '2020', '2024*', 'n.a.'],
  ],
}

test('a sheet that begins at B3 still has its cell B3 in the third row and second column', async () => {
  const path = join(freshRoot(), 'x.xlsx')
  const book = utils.book_new()
  book.SheetNames.push('late', 'empty')
  book.Sheets['late'] = { B3: { t: 'n', v: 7 }, C4: { t: 's', v: 'x' }, '!ref': 'B3:C4' }
  book.Sheets['empty'] = {}
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  const sheets = await readSheets(path)
  const late = sheets.find(({ name }) => name === 'late')!
  expect(late.rows[2]?.[1]).toBe(7)
  expect(textAt(late, 3, 2)).toBe('x')
})

test('a packed CSV is told as one, not as a damaged workbook', async () => {
  const path = join(freshRoot(), 'x.csv.gz')
  writeFileSync(path, gzipSync('a,b\n1,2\n'))
  await expect(readSheets(path)).rejects.toThrow('x.csv.gz is packed with gzip: not a workbook')
})

test('text of a cell has no line breaks, a dash is no number, other text is refused with its place', () => {
  expect(textAt(sheet, 0, 1)).toBe('Total exports')
  expect([numberAt(sheet, 0, 2), numberAt(sheet, 0, 3), numberAt(sheet, 9, 9)]).toEqual([2, null, null])
  expect(() => numberAt(sheet, 1, 3)).toThrow('x.xlsx!S!D2 has "n.a.", not a number')
  expect(cellName(sheet, 1, 27)).toBe('x.xlsx!S!AB2')
})

test('a preliminary year with a star is not a full year', () => {
  expect(yearColumns(sheet, 1)).toEqual([
    { year: 2019, column: 0 },
    { year: 2020, column: 1 },
  ])
})

test('a workbook of which one byte was changed, that is cut off, or that is none is refused with its name', async () => {
  const root = freshRoot()
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a', 12345]]), 'S')
  const whole = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
  const changed = Buffer.from(whole)
  const figure = whole.indexOf('12345')
  expect(figure).toBeGreaterThan(0)
  changed[figure] = '9'.charCodeAt(0)
  for (const [bytes, message] of [
    [changed, 'x.xlsx is damaged: xl/worksheets/sheet1.xml does not match its checksum'],
    [whole.subarray(0, whole.length - 100), 'x.xlsx is not a whole workbook'],
    [Buffer.from('PK\x03\x04 and nothing more'), 'x.xlsx is not a whole workbook'],
  ] as const) {
    writeFileSync(join(root, 'x.xlsx'), bytes)
    await expect(readSheets(join(root, 'x.xlsx'))).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining(message) })
  }
})

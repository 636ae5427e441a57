import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { numberInField, parseCsv, parseRecords, readCsv } from '../../../src/sources/formats/csv.ts'
import { freshRoot } from '../../store/fresh-root.ts'

test('a quoted cell may hold commas, doubled quotes and line breaks, and the next row keeps its line number', () => {
  const rows = parseCsv('name,n\r\n"a, ""b""\nc",1\r\n\r\nd,2', 'x.csv')
  expect(rows).toEqual([
    { line: 2, at: 'x.csv:2', fields: { name: 'a, "b"\nc', n: '1' } },
    { line: 5, at: 'x.csv:5', fields: { name: 'd', n: '2' } },
  ])
})

test('a quotation mark where none may stand is refused with the line on which it stands', () => {
  for (const text of ['a,b\n"1\n2",x"y"\n', 'a,b\n\n1,"2\n', 'a\n"1"x\n\n'])
    expect(() => parseRecords(text)).toThrow(/^line [23]: a quotation mark stands where none may$/)
})

test('a quoted cell of megabytes is read, and a lone carriage return ends a line', () => {
  const cell = 'x""\n'.repeat(1e6)
  expect(parseRecords(`a\r"${cell}",1\rb`).map(({ line, cells }) => [line, cells[0]!.length])).toEqual([
    [1, 1],
    [2, 3e6],
    [1_000_003, 1],
  ])
})

test('an empty last cell is a cell', () => {
  expect(parseCsv('a,b\n1,\n2,', 'x.csv').map((row) => row.fields['b'])).toEqual(['', ''])
})

test('a record with a cell too few is refused with file and line', () => {
  expect(() => parseCsv('a,b\n1,2\n3\n', 'x.csv')).toThrow('x.csv:3 has 1 cells, the header has 2')
})

test('a gzipped file with a byte order mark reads like the plain one', async () => {
  const path = join(freshRoot(), 'x.csv.gz')
  writeFileSync(path, gzipSync('\ufeffa,b\n1,2\n'))
  expect((await readCsv(path, ['a', 'b']))[0]?.fields).toEqual({ a: '1', b: '2' })
})

test('a file without a column that the reader needs is refused, and so is one that is not there', async () => {
  const root = freshRoot()
  writeFileSync(join(root, 'x.csv'), 'a\n1\n')
  await expect(readCsv(join(root, 'x.csv'), ['a', 'year'])).rejects.toThrow('x.csv lacks the columns year')
  await expect(readCsv(join(root, 'y.csv'), ['a'])).rejects.toMatchObject({ name: 'BadInput' })
})

test('a blank and a dash are no number, a zero is one, and a word is refused with its place', () => {
  const [blank, dash, zero, word] = parseCsv('v\n" "\n-\n0\nsome\n', 'x.csv')
  expect([blank, dash, zero].map((row) => numberInField(row!, 'v'))).toEqual([null, null, 0])
  expect(() => numberInField(word!, 'v')).toThrow('x.csv:5 has "some" for v, not a number')
})

test('what the fuzzer found stays refused: a torn gzip, a cut in the last figure, NUL, another encoding, a number that is one to JavaScript only', async () => {
  const root = freshRoot()
  const refused = async (name: string, content: string | Buffer, message: string): Promise<void> => {
    writeFileSync(join(root, name), content)
    await expect(readCsv(join(root, name), ['a', 'b'])).rejects.toMatchObject({
      code: 'BadInput',
      message: expect.stringContaining(message),
    })
  }
  await refused('x.csv.gz', gzipSync('a,b\n1,2\n').subarray(0, 20), 'x.csv.gz is not a whole gzip file')
  await refused('x.csv', Buffer.from('PK\x03\x04rest'), 'x.csv is a workbook or an archive, not text')
  await refused('x.csv', 'a,b\n1,2\n3,41', 'x.csv does not end in a line break')
  await refused('x.csv', 'a,b\n1,2\n3,\x004\n', 'x.csv:3 has a NUL character')
  await refused('x.csv', Buffer.from('a,b\nT\xfcrkiye,2\n', 'latin1'), 'x.csv:2 is not UTF-8 text')
  for (const text of ['0x10', '0b1', 'Infinity', '1_000']) {
    expect(() => numberInField(parseCsv(`v\n${text}\n`, 'x.csv')[0]!, 'v')).toThrow(`has "${text}" for v, not a number`)
  }
  expect(numberInField(parseCsv('v\n1.5e+3\n', 'x.csv')[0]!, 'v')).toBe(1500)
})

import { describe, expect, test } from 'vitest'
import { htmlRows } from '../../../src/sources/formats/html-table.ts'

const cells = (page: string): (readonly string[])[] => htmlRows(page, 'f.html').map((row) => row.cells)

test('end tags and row tags may be left out, and every named character is known', () => {
  const page =
    '<table>\r\n<tr><td>Hammarskj&#246;ld<td>C&ocirc;te d&rsquo;Ivoire &amp;&nbsp;Mali\r\n</tr><th>&Scaron;e&#x161;elj</th></table>'
  expect(htmlRows(page, 'f.html')).toEqual([
    { line: 2, cells: ['Hammarskjöld', 'Côte d’Ivoire & Mali'] },
    { line: 3, cells: ['Šešelj'] },
  ])
})

test('tags and comments within a cell count as a blank', () => {
  expect(cells('<table><tr><td><a href="x">S/1</a><br>6<!-- day -->May</table>')).toEqual([['S/1 6 May']])
})

test('the rows of a table in a cell are rows of their own', () => {
  expect(cells('<table><tr><td>a<table><tr><td>b</table><td>c</table>')).toEqual([['a', 'c'], ['b']])
})

test('a cell that reaches down is in each of its rows, and in no row of another table', () => {
  const page =
    '<table><tr><td rowspan="3">a</td><td>b</td><td rowspan="2">c</td></tr><tr><td>d</td></tr><tr><td>e</td><td>f</td></tr><tr><td>g</td></tr></table>'
  const rows = [['a', 'b', 'c'], ['a', 'd', 'c'], ['a', 'e', 'f'], ['g']]
  expect(cells(page)).toEqual(rows)
  expect(cells(`<table><tr><td rowspan="2">x</td></tr></table>${page}`)).toEqual([['x'], ...rows])
})

test.each([
  '<table><tr><td>1<td>2',
  '<table><tr><td>1</td>\n',
  '<table><tr><td>1</td></tr><tr><td>2 <a hr',
  '<table><tr><td>1<!-- </table>',
])('a page cut off within a row is refused: %j', (page) =>
  expect(() => htmlRows(page, 'f.html')).toThrow('f.html:1 has a row that never ends'),
)

test('a page cut off behind a row is not', () => expect(cells('<table><tr><td>1</td></tr>\n<tr>')).toEqual([['1']]))

describe('a page made to hurt its reader is refused in time', () => {
  test.each([
    ['elements that every paragraph repeats', Array.from({ length: 20_000 }, (_, i) => `<b a=${i}><p>`).join('')],
    ['a hundred thousand tables in each other', '<table><tr><td>'.repeat(100_000)],
    ['megabytes of text', `<table><tr><td>${'x'.repeat(3e6)}</table>`],
  ])('%s', (_, page) => {
    expect(() => htmlRows(page, 'f.html')).toThrow(expect.objectContaining({ code: 'TooLarge' }))
  })
})

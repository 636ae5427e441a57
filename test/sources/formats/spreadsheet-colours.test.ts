import { CFB, utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readColours } from '../../../src/sources/formats/spreadsheet-colours.ts'
import { ownFile } from '../sipri-own-files.ts'

interface Zip {
  readonly find: (parts: unknown, path: string) => { content: Uint8Array; size: number }
  readonly read: (bytes: Buffer, options: { type: 'buffer' }) => unknown
  readonly write: (parts: unknown, options: { type: 'buffer'; fileType: 'zip' }) => Buffer
}

const zip = CFB as Zip

/** A workbook whose sheet "A & B" has B2 in the second and C2 in the third font. */
function coloured(fonts: string): string {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([[1], [1, 2, 3]]), 'first')
  utils.book_append_sheet(book, utils.aoa_to_sheet([[1], [1, 2, 3]]), 'A & B')
  const parts = zip.read(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, { type: 'buffer' })
  const change = (name: string, how: (text: string) => string): void => {
    const entry = zip.find(parts, name)
    entry.content = Buffer.from(how(Buffer.from(entry.content).toString('utf8')), 'utf8')
    entry.size = entry.content.length
  }
  const formats = [0, 1, 2].map((font) => `<xf numFmtId="0" fontId="${font}"/>`).join('')
  change('/xl/styles.xml', () => `<styleSheet><fonts count="3"><font/>${fonts}</fonts><cellXfs count="3">${formats}</cellXfs></styleSheet>`)
  // the library remembers number formats of files read before, and then gives cells a style of its own
  const plain = (text: string): string => text.replaceAll(/ s="\d+"/g, '')
  change('/xl/worksheets/sheet1.xml', plain)
  change('/xl/worksheets/sheet2.xml', (text) => plain(text).replace('r="B2"', 'r="B2" s="1"').replace('r="C2"', 'r="C2" s="2"'))
  return ownFile('colours.xlsx', zip.write(parts, { type: 'buffer', fileType: 'zip' }))
}

const font = (colour: string): string => `<font><sz val="11"/><color ${colour}/></font>`

test.each([
  ['by number of the palette', 'indexed="12"', 'indexed="10"'],
  ['in full', 'rgb="FF0000FF"', 'rgb="ffff0000"'],
])('blue and red text is told from black, colours given %s', async (_, blue, red) => {
  const colours = await readColours(coloured(font(blue) + font(red)))
  expect([0, 1, 2].map((column) => colours?.('A & B', 1, column))).toEqual([null, 'blue', 'red'])
  expect(colours?.('first', 1, 1)).toBeNull()
  expect(colours?.('no such sheet', 1, 1)).toBeNull()
})

test('other colours mean nothing, and of a file that is no .xlsx nothing is known', async () => {
  expect((await readColours(coloured(font('theme="1"') + font('rgb="FF112233"'))))?.('A & B', 1, 1)).toBeNull()
  expect(await readColours(ownFile('x.csv', 'a,b\n'))).toBeUndefined()
})

import { inflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { zipEntries } from '../../../src/files/zip-entries.ts'
import { readSheets } from '../../../src/sources/formats/spreadsheet.ts'
import { fileWith, zipOf } from '../event-files.ts'

function workbook(): Buffer {
  const book = utils.book_new()
  const cells = [
    ['a', 'b'],
    [1, 2],
  ]
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'x')
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

/** The workbook with something else in its parts, checksums and all. */
function replacing(what: RegExp, by: string): Buffer {
  const entries = zipEntries(workbook()).map(({ name, method, packed }) => {
    const text = (method === 8 ? inflateRawSync(packed) : packed).toString('utf8')
    return [name, text.replace(what, by)] as const
  })
  return zipOf(entries)
}

test('a sheet that claims 17 billion cells is as large as the cells that it has', async () => {
  const [sheet] = await readSheets(fileWith('x.xlsx', replacing(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')))
  expect(sheet!.rows).toEqual([
    ['a', 'b'],
    [1, 2],
  ])
})

test('a stray cell at the far end is refused by its name', async () => {
  await expect(readSheets(fileWith('x.xlsx', replacing(/r="B2"/, 'r="XFD1048576"')))).rejects.toThrow(
    'x.xlsx!x!XFD1048576 has a cell so far out',
  )
})

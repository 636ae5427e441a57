import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readText } from '../../../src/sources/formats/csv.ts'
import { readTar } from '../../../src/sources/formats/tar.ts'
import { readUtf8 } from '../../../src/sources/formats/utf8-csv.ts'
import { checkZip } from '../../../src/sources/formats/zip-check.ts'
import { zip } from '../../claims/documents/document-files.ts'
import { freshRoot } from '../../store/fresh-root.ts'

function written(name: string, bytes: Buffer): string {
  const folder = freshRoot()
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const blanks = Buffer.alloc(70e6, ' ')

test.each<[string, (path: string) => Promise<unknown>]>([
  ['a table', readText],
  ['a table of votes', readUtf8],
  ['an archive', readTar],
])('%s that unpacks to a thousand times its size is refused while it is unpacked', async (_, read) => {
  await expect(read(written('a.csv.gz', gzipSync(blanks)))).rejects.toMatchObject({
    code: 'TooLarge',
    message: expect.stringMatching(/unpacks to more/),
  })
})

test('a workbook that unpacks to a thousand times its size is refused', () => {
  expect(() => checkZip(zip({ 'xl/workbook.xml': blanks }), 'a.xlsx')).toThrow(/unpacks to more than one does/)
})

test('a table that packs well is read', async () => {
  const rows = 'year,from,to,value\n'.repeat(500_000)
  expect((await readText(written('a.csv.gz', gzipSync(rows)))).length).toBe(rows.length)
})

import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eachLine } from '../../src/sources/formats/compressed-file-lines.ts'
import { readNumberTable } from '../../src/sources/formats/number-table.ts'
import { readUtf8 } from '../../src/sources/formats/utf8-csv.ts'
import { readers } from '../../src/sources/index.ts'
import { openSession, type Session } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { bytesOf } from './sample.ts'
import { samples } from './samples.ts'

let session: Session

beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session.close())

/** A file of 5 GB with some bytes in front, of which the rest is a hole that takes no room on the disk. */
function hole(directory: string, name: string, front: Uint8Array): string {
  const path = join(directory, name)
  const file = openSync(path, 'w')
  writeSync(file, front)
  ftruncateSync(file, 5e9)
  writeSync(file, '\n', 5e9 - 1)
  closeSync(file)
  return path
}

const given = samples.map((sample) => [sample.reader, sample] as const)

test.each(given)('%s refuses files of 5 GB, and says which and why', async (id, sample) => {
  const directory = freshRoot()
  const paths = sample.files.map((file) => hole(directory, file.name, bytesOf(file)))
  const { read } = await readers.find((one) => one.id === id)!.load()
  const refusal = await read(paths, session, () => {}).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(refusal).toMatchObject({ code: expect.stringMatching(/^(TooLarge|BadInput)$/) })
  const names = paths.map((path) => basename(path))
  expect(names.some((name) => (refusal as Error).message.includes(name))).toBe(true)
})

test('a file that is read whole is refused by its size, before it is read', async () => {
  const path = hole(freshRoot(), 'whole.csv', Buffer.from('a,b\n1,2\n'))
  const refusal = {
    code: 'TooLarge',
    message: 'whole.csv has 5.0 GB; files of this source are read up to 0.5 GB',
    hint: expect.stringContaining('the rows of some years'),
  }
  await expect(readNumberTable(path, [{ a: 'a' }])).rejects.toMatchObject(refusal)
  await expect(readUtf8(path)).rejects.toMatchObject(refusal)
})

test('so is one that is read by lines, whose rows would not fit', async () => {
  const path = hole(freshRoot(), 'lines.tsv', Buffer.from('a\tb\n'))
  await expect(eachLine(path, { encoding: 'utf8', lastLine: 'whole' }, () => {})).rejects.toMatchObject({
    code: 'TooLarge',
    message: 'lines.tsv has 5.0 GB; files of this source are read up to 1.0 GB',
  })
})

test('a small file that unpacks to too much is refused as soon as that shows', async () => {
  const path = join(freshRoot(), 'bomb.csv.gz')
  const packed = gzipSync(Buffer.alloc(26e6, 'a,b\n'))
  writeFileSync(path, Buffer.concat(new Array(20).fill(packed)))
  const refusal = { code: 'TooLarge', message: 'bomb.csv.gz unpacks to more; files of this source are read up to 0.1 GB' }
  await expect(readNumberTable(path, [{ a: 'a' }])).rejects.toMatchObject(refusal)
  await expect(readUtf8(path)).rejects.toMatchObject(refusal)
})

import { describe, expect, test } from 'vitest'
import { unpackedContent, type ZipEntry, zipEntries } from '../../src/files/zip-entries.ts'
import { zip } from '../claims/documents/document-files.ts'

const archive = zip({ 'a.txt': 'first', 'b/é.txt': Buffer.alloc(5000, 'x') })
const [first, second] = zipEntries(archive) as [ZipEntry, ZipEntry]

/** The archive with some bytes of the second record of its directory changed. */
function altered(at: number, value: number, bytes: 2 | 4): Buffer {
  const copy = Buffer.from(archive)
  const record = copy.lastIndexOf('PK\x01\x02', undefined, 'latin1')
  copy.writeUIntLE(value, record + at, bytes)
  return copy
}

test('entries are listed by the directory and unpacked one by one', () => {
  expect([first.name, second.name, second.size]).toEqual(['a.txt', 'b/é.txt', 5000])
  expect(unpackedContent(first, 5).toString()).toBe('first')
  expect(unpackedContent(second, 5000)).toHaveLength(5000)
})

describe('an archive is refused', () => {
  test.each<[string, Buffer, string]>([
    ['without a directory', archive.subarray(0, archive.length - 30), 'torn'],
    ['whose entry reaches beyond its end', altered(20, 1e6, 4), 'torn'],
    ['with another name before the content than in the directory', altered(46, 0x7a7a, 2), 'torn'],
    ['whose entries are the same bytes', altered(42, 0, 4), 'overlap'],
    ['with sizes of zip64', Buffer.concat([archive.subarray(0, -6), Buffer.from([255, 255, 255, 255, 0, 0])]), 'torn'],
  ])('%s', (_, bytes, fault) => {
    expect(() => zipEntries(bytes)).toThrow(expect.objectContaining({ fault }))
  })

  test('whose entries share only some bytes', () => {
    const bytes = Buffer.from(archive)
    bytes.writeUInt32LE(first.packedSize + 1, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 20)
    expect(() => zipEntries(bytes)).toThrow(expect.objectContaining({ fault: 'overlap', entry: 'b/é.txt' }))
  })

  test('of more entries than allowed', () => {
    expect(() => zipEntries(archive, 1)).toThrow(expect.objectContaining({ fault: 'torn' }))
  })
})

test.each<[string, Partial<ZipEntry>, string]>([
  ['under a password', { locked: true }, 'locked'],
  ['packed by another method', { method: 12 }, 'method'],
  ['larger than is read', { size: 6000 }, 'large'],
  ['that unpacks to more than it says', { size: 4999 }, 'damaged'],
  ['that unpacks to less than it says', { size: 5001 }, 'mismatch'],
  ['with another checksum', { checksum: 1 }, 'mismatch'],
])('an entry %s is refused', (_, change, fault) => {
  expect(() => unpackedContent({ ...second, ...change }, 5500)).toThrow(expect.objectContaining({ fault }))
})

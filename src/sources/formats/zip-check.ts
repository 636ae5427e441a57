import { crc32, inflateRawSync } from 'node:zlib'
import { VisavisError } from '../../errors.ts'
import { unpackedAtMost } from './file-size.ts'

/** No workbook of a provider has more in all its parts; their largest has 15 MB. */
const mostOfAny = 2 ** 28

/**
 * Refuses a zip file (an .xlsx is one) whose parts do not match the checksums and sizes in its directory, or unpack beyond all measure. The workbook library
 * looks at neither, so that one changed byte could change a figure. Files that do not begin as a zip (.xls) pass.
 *
 * @throws BadInput naming the file and the part
 */
export function checkZip(bytes: Buffer, file: string): void {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return
  const damaged = (what: string): VisavisError =>
    new VisavisError('BadInput', `${file} is damaged: ${what}`, { hint: 'fetch the file again' })
  try {
    let left = Math.min(mostOfAny, unpackedAtMost(bytes.length))
    for (const entry of entriesOf(bytes)) {
      if (entry.method !== 0 && entry.method !== 8) throw damaged(`${entry.name} is packed in a way that no workbook is`)
      const content = entry.method === 8 ? inflateRawSync(entry.packed, { maxOutputLength: left }) : entry.packed
      if (content.length !== entry.size || crc32(content) !== entry.checksum) throw damaged(`${entry.name} does not match its checksum`)
      left -= content.length
      if (left <= 0) throw damaged('it unpacks to more than a workbook does')
    }
  } catch (cause) {
    if (cause instanceof VisavisError) throw cause
    throw new VisavisError('BadInput', `${file} is not a whole workbook, or unpacks to more than one does`, {
      cause,
      hint: 'fetch the file again',
    })
  }
}

/** A part of a zip file as its directory tells it, still packed. */
export interface ZipEntry {
  readonly name: string
  /** Packed under a password. */
  readonly locked: boolean
  readonly method: number
  readonly checksum: number
  readonly size: number
  readonly packed: Buffer
}

/** Parts by the central directory (APPNOTE 4.3.12), and what stands before each must name the same part. Throws RangeError for bytes that are no whole zip file. */
export function* entriesOf(bytes: Buffer): Generator<ZipEntry> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const count = bytes.readUInt16LE(end + 10)
  if (end < 0 || count === 0) throw new RangeError('no directory')
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no entry')
    const [packedSize, size, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 42)]
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const localName = bytes.toString('utf8', local + 30, local + 30 + bytes.readUInt16LE(local + 26))
    if (bytes.readUInt32LE(local) !== 0x04034b50 || localName !== name) throw new RangeError('no part')
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    yield {
      name,
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      size,
      packed: bytes.subarray(start, start + packedSize),
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

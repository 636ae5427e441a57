import { inflateRawSync } from 'node:zlib'
import { VisavisError } from '../errors.ts'

/** No text that people write has so much in all its parts. */
const unpackedAtMost = 64e6

/** The text parts of a word-processor file, by name; pictures and fonts are left packed. */
export type TextParts = ReadonlyMap<string, string>

/**
 * Unpacks the XML of a DOCX before any library does, and so finds out that it is one, that it is whole, and that it does not unpack beyond all measure.
 *
 * @throws BadInput, TooLarge
 */
export function textParts(bytes: Uint8Array, name: string): TextParts {
  const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
  if (parts.has('word/document.xml')) return parts
  const what = [...parts.keys()].some((part) => part.startsWith('xl/')) ? 'a spreadsheet' : 'an archive without a text document'
  throw new VisavisError('BadInput', `${name} is ${what}, which is not read here`, {
    hint: 'give a text, Markdown, HTML, PDF or DOCX file',
  })
}

function partsOf(zip: Buffer, name: string): Map<string, string> {
  const parts = new Map<string, string>()
  try {
    let left = unpackedAtMost
    for (const { part, method, packed } of entriesOf(zip)) {
      // every part counts, as the library may unpack any of them
      const content = method === 8 ? inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }) : packed
      left -= content.length
      if (/\.(?:xml|rels)$/i.test(part)) parts.set(part, content.toString('utf8'))
    }
    return parts
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new VisavisError('TooLarge', `${name} unpacks to more than ${unpackedAtMost / 1e6} MB, which no text does`, { cause })
    throw damaged(name, cause)
  }
}

/** The error for a file that breaks off, or was changed on its way. */
export function damaged(name: string, cause: unknown): VisavisError {
  return new VisavisError('BadInput', `${name} is damaged, or no DOCX`, { cause, hint: 'open it in a word processor and save it again' })
}

interface ArchiveEntry {
  readonly part: string
  readonly method: number
  readonly packed: Buffer
}

/** Parts by the central directory (APPNOTE 4.3.12). Throws RangeError for bytes that are no whole archive. */
function* entriesOf(zip: Buffer): Generator<ArchiveEntry> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new RangeError('no directory')
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no entry')
    const [size, local, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42), zip.readUInt16LE(at + 28)]
    if (zip.readUInt32LE(local) !== 0x04034b50) throw new RangeError('no part')
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    if ((zip.readUInt16LE(at + 8) & 1) === 1) throw new RangeError('under a password')
    if (from + size > zip.length) throw new RangeError('cut off')
    yield {
      part: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packed: zip.subarray(from, from + size),
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

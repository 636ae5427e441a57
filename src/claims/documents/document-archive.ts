import { crc32, inflateRawSync } from 'node:zlib'
import { VisavisError } from '../../errors.ts'
import { documentLimits } from './document-limits.ts'
import { type XmlPieces, xmlPieces } from './document-xml.ts'

/** The text parts of a word-processor file; pictures and fonts are left packed. */
export interface TextParts {
  /** By name; the main text is unpacked and stands in `main` as well. */
  readonly parts: ReadonlyMap<string, Buffer>
  readonly main: XmlPieces
}

/** Where the main text of a DOCX stands. */
export const mainPart = 'word/document.xml'

/**
 * Unpacks the XML of a DOCX before any library does, and so finds out that it is one, that it is whole, and that neither its bytes nor its elements are beyond all measure.
 * A main text that is too long is cut.
 *
 * @throws BadInput, TooLarge
 */
export function textParts(bytes: Uint8Array, name: string): TextParts {
  const { parts, main } = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
  if (main !== null) return { parts, main }
  const what = [...parts.keys()].some((part) => part.startsWith('xl/')) ? 'a spreadsheet' : 'an archive without a text document'
  throw new VisavisError('BadInput', `${name} is ${what}, which is not read here`, {
    hint: 'give a text, Markdown, HTML, PDF or DOCX file',
  })
}

const hint = 'save the part that you want read as a file of its own'

function partsOf(zip: Buffer, name: string): { parts: Map<string, Buffer>; main: XmlPieces | null } {
  const parts = new Map<string, Buffer>()
  let main: XmlPieces | null = null
  try {
    let left: number = documentLimits.docx.bytes
    for (const entry of entriesOf(zip)) {
      if (!/\.(?:xml|rels)$/i.test(entry.part)) continue
      const content = contentOf(entry, left)
      left -= content.length
      const pieces = xmlPieces(content)
      if (pieces === 'odd') throw new RangeError('no XML that a word processor writes')
      const whole = pieces !== 'large' && pieces.read === 1
      if (pieces === 'large' || (!(whole && pieces.cuts.length < 4) && entry.part !== mainPart))
        throw new VisavisError('TooLarge', `${name} holds more elements in one part than any text does`, { hint })
      if (entry.part === mainPart) main = pieces
      parts.set(entry.part, content)
    }
    return { parts, main }
  } catch (cause) {
    if (cause instanceof VisavisError) throw cause
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw damaged(name, cause)
    throw new VisavisError('TooLarge', `${name} unpacks to more than ${documentLimits.docx.bytes / 1e6} MB, which no text does`, {
      cause,
      hint,
    })
  }
}

/** A part, which must be what the directory says: its size and its checksum. */
function contentOf({ method, packed, size, checksum }: ArchiveEntry, most: number): Buffer {
  if (method !== 0 && method !== 8) throw new RangeError('packed in a way that no word processor does')
  if (size > most) throw Object.assign(new RangeError('too large'), { code: 'ERR_BUFFER_TOO_LARGE' })
  const content = method === 8 ? inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }) : packed
  if (content.length !== size || crc32(content) !== checksum) throw new RangeError('not what its directory says')
  return content
}

/** The error for a file that breaks off, or was changed on its way. */
export function damaged(name: string, cause: unknown): VisavisError {
  return new VisavisError('BadInput', `${name} is damaged, or no DOCX`, { cause, hint: 'open it in a word processor and save it again' })
}

interface ArchiveEntry {
  readonly part: string
  readonly method: number
  readonly packed: Buffer
  /** As its directory says. */
  readonly size: number
  readonly checksum: number
}

/** Parts by the central directory (APPNOTE 4.3.12). Throws RangeError for bytes that are no whole archive. */
function* entriesOf(zip: Buffer): Generator<ArchiveEntry> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new RangeError('no directory')
  const count = zip.readUInt16LE(end + 10)
  if (count > documentLimits.docx.parts) throw new RangeError('more parts than any document has')
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
      checksum: zip.readUInt32LE(at + 16),
      size: zip.readUInt32LE(at + 24),
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

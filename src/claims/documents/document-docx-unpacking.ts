import { VisavisError } from '../../errors.ts'
import { unpackedContent, ZipError, zipEntries } from '../../files/zip-entries.ts'
import { type XmlPieces, xmlPieces } from './document-docx-pieces.ts'
import { documentLimits } from './document-limits.ts'

/** The XML parts of a DOCX, unpacked; pictures and fonts stay packed. */
export interface DocxParts {
  /** Unpacked content by path in the archive, including that of the main text. */
  readonly parts: ReadonlyMap<string, Buffer>
  readonly main: XmlPieces
}

/** Path of the main text in a DOCX. */
export const docxMainPath = 'word/document.xml'

/**
 * Unpacks the XML of a DOCX before any library sees it, to verify that the file is a DOCX, is complete, and is within the limits for bytes and elements. A main
 * text that is too long is truncated.
 *
 * @throws BadInput, TooLarge
 */
export function unpackDocx(bytes: Uint8Array, name: string): DocxParts {
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
    const entries = zipEntries(zip, documentLimits.docx.parts)
    const locked = entries.find((entry) => entry.locked)
    if (locked !== undefined) throw new ZipError('locked', locked.name)
    for (const entry of entries) {
      if (!/\.(?:xml|rels)$/i.test(entry.name)) continue
      const content = unpackedContent(entry, left)
      left -= content.length
      const pieces = xmlPieces(content)
      if (pieces === 'odd') throw new RangeError('no XML that a word processor writes')
      const whole = pieces !== 'large' && pieces.read === 1
      if (pieces === 'large' || (!(whole && pieces.cuts.length < 4) && entry.name !== docxMainPath))
        throw new VisavisError('TooLarge', `${name} holds more elements in one part than any text does`, { hint })
      if (entry.name === docxMainPath) main = pieces
      parts.set(entry.name, content)
    }
    return { parts, main }
  } catch (cause) {
    if (cause instanceof VisavisError) throw cause
    if (!(cause instanceof ZipError && (cause.fault === 'large' || cause.fault === 'overlap'))) throw damagedDocxError(name, cause)
    throw new VisavisError('TooLarge', `${name} unpacks to more than ${documentLimits.docx.bytes / 1e6} MB, which no text does`, {
      cause,
      hint,
    })
  }
}

/** Makes the error for a truncated or corrupted file. */
export function damagedDocxError(name: string, cause: unknown): VisavisError {
  return new VisavisError('BadInput', `${name} is damaged, or no DOCX`, { cause, hint: 'open it in a word processor and save it again' })
}

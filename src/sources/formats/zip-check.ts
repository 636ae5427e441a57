import { badInput, type VisavisError } from '../../errors.ts'
import { unpackedContent, ZipError, zipEntries } from '../../files/zip-entries.ts'
import { maxUnpackedBytes } from './file-size.ts'

/** Limit in bytes for all parts of a workbook together, unpacked. The largest workbook from a provider has 15 MB. */
const mostOfAny = 2 ** 28

/**
 * Refuses a zip file (such as an .xlsx) if a part differs from the checksum or size in the zip's directory, or the parts unpack to more than the limit. The
 * workbook library checks neither, so that one changed byte could alter a figure. Files that do not begin as a zip file (such as an .xls) pass.
 *
 * @throws BadInput with the file and the part
 */
export function checkZip(bytes: Buffer, file: string): void {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return
  try {
    const entries = zipEntries(bytes)
    if (entries.length === 0) throw new ZipError('torn', null)
    let left = Math.min(mostOfAny, maxUnpackedBytes(bytes.length))
    for (const entry of entries) left -= unpackedContent(entry, left).length
  } catch (cause) {
    throw refusalOf(cause, file)
  }
}

function refusalOf(cause: unknown, file: string): VisavisError {
  const { fault, entry } = cause as ZipError
  const inEntry = { method: 'is packed in a way that no workbook is', mismatch: 'does not match its checksum' }
  const what =
    fault === 'method' || fault === 'mismatch'
      ? `is damaged: ${entry} ${inEntry[fault]}`
      : 'is not a whole workbook, or unpacks to more than one does'
  return badInput(`${file} ${what}`, { cause, hint: 'fetch the file again' })
}

import { crc32, inflateRawSync } from 'node:zlib'

/** A file in a zip archive: its record in the central directory, and its packed content. */
export interface ZipEntry extends ZipHeader {
  readonly packed: Buffer
}

/** One record of the central directory (APPNOTE 4.3.12). */
export interface ZipHeader {
  readonly name: string
  /** Whether the file is encrypted with a password. */
  readonly locked: boolean
  /** How the content is packed: 0 stored, 8 deflated; others are refused. */
  readonly method: number
  readonly checksum: number
  readonly packedSize: number
  /** The size of the unpacked content in bytes, as the directory declares it. */
  readonly size: number
  /** Offset of the local header, which precedes the content of the file. */
  readonly local: number
}

/**
 * Why an archive or entry is refused. `torn`: the directory does not fit the bytes, or has too many entries. `overlap`: two entries share bytes, as they do
 * only in zip bombs. `locked`: encrypted. `method`: neither stored nor deflated. `large`: declared larger than the caller allows. `damaged`: the content cannot
 * be unpacked, or unpacks to more than declared. `mismatch`: wrong size or checksum.
 */
export type ZipFault = 'torn' | 'overlap' | 'locked' | 'method' | 'large' | 'damaged' | 'mismatch'

export class ZipError extends RangeError {
  readonly fault: ZipFault
  /** Name of the entry that is refused; null if it is the archive. */
  readonly entry: string | null

  constructor(fault: ZipFault, entry: string | null, cause?: unknown) {
    super(entry === null ? fault : `${entry}: ${fault}`, { cause })
    this.fault = fault
    this.entry = entry
  }
}

/** The maximum length in bytes of the record at the end of an archive: its fields and a comment. */
export const maximumEndRecord: number = 22 + 0xffff

/** The maximum length in bytes of a local header or a directory record, up to the end of the name in it. */
export const maximumHeader: number = 46 + 0xffff

/** Reads the start of the central directory and the number of entries from the last bytes of an archive (APPNOTE 4.3.16). */
export function readEndRecord(tail: Buffer): { readonly count: number; readonly start: number } {
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) throw new ZipError('torn', null)
  const [count, start] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 16)]
  // these values mark zip64 archives, which are refused: files of the sizes read here do not need that format
  if (count === 0xffff || start === 0xffff_ffff) throw new ZipError('torn', null)
  return { count, start }
}

/** Reads the record at an offset in the directory; returns the record, and the offset of the next one. */
export function headerAt(directory: Buffer, at: number): { readonly header: ZipHeader; readonly next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw new ZipError('torn', null)
  const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
  const header = {
    name: directory.toString('utf8', at + 46, nameEnd),
    locked: (directory.readUInt16LE(at + 8) & 1) === 1,
    method: directory.readUInt16LE(at + 10),
    checksum: directory.readUInt32LE(at + 16),
    packedSize: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    local: directory.readUInt32LE(at + 42),
  }
  return { header, next: nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32) }
}

/**
 * Returns the number of bytes from the start of a local header to the start of the content.
 *
 * @param local   the bytes of the archive from `ZipHeader.local` on
 * @throws ZipError if they are not a local header with the name that the directory gives
 */
export function localHeaderLength(local: Buffer, { name }: ZipHeader): number {
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw new ZipError('torn', name)
  const nameEnd = 30 + local.readUInt16LE(26)
  // a program that reads only local headers would take this for another file
  if (local.toString('utf8', 30, nameEnd) !== name) throw new ZipError('torn', name)
  return nameEnd + local.readUInt16LE(28)
}

/**
 * Returns the entries that the central directory of an archive lists. Nothing is unpacked.
 *
 * @param bytes   the whole archive
 * @param most    the maximum number of entries
 * @throws ZipError if there are more entries, or if an entry does not lie within the archive, has another name in its local header, or shares bytes with
 *   another entry
 */
export function zipEntries(bytes: Buffer, most: number = Number.POSITIVE_INFINITY): ZipEntry[] {
  const { count, start } = readEndRecord(bytes)
  if (count > most) throw new ZipError('torn', null)
  const headers: ZipHeader[] = []
  for (let at = start; headers.length < count; ) {
    const { header, next } = headerAt(bytes, at)
    headers.push(header)
    at = next
  }
  if (new Set(headers.map(({ local }) => local)).size < count) throw new ZipError('overlap', null)
  const entries = headers.map((header) => entryOf(header, bytes))
  checkApart(entries, bytes)
  return entries
}

function entryOf(header: ZipHeader, bytes: Buffer): ZipEntry {
  const { name, local, packedSize } = header
  if (name.includes('\0')) throw new ZipError('torn', name)
  const from = local + localHeaderLength(bytes.subarray(local), header)
  if (from + packedSize > bytes.length) throw new ZipError('torn', name)
  return { ...header, packed: bytes.subarray(from, from + packedSize) }
}

function checkApart(entries: readonly ZipEntry[], { byteOffset }: Buffer): void {
  let behind = 0
  for (const { name, local, packed } of entries.toSorted((a, b) => a.local - b.local)) {
    if (local < behind) throw new ZipError('overlap', name)
    behind = packed.byteOffset - byteOffset + packed.length
  }
}

/**
 * Unpacks an entry and returns the content, checked against the size and the checksum in the directory.
 *
 * @param most   the maximum number of bytes; an entry that is declared larger is not unpacked
 * @throws ZipError if the entry is encrypted, packed by an unknown method, too large or damaged, or if the size or checksum is wrong
 */
export function unpackedContent({ name, locked, method, packed, size, checksum }: ZipEntry, most: number): Buffer {
  if (locked) throw new ZipError('locked', name)
  if (method !== 0 && method !== 8) throw new ZipError('method', name)
  if (size > most) throw new ZipError('large', name)
  const content = method === 8 ? inflated(packed, size, name) : packed
  if (content.length !== size || crc32(content) !== checksum) throw new ZipError('mismatch', name)
  return content
}

function inflated(packed: Buffer, size: number, name: string): Buffer {
  try {
    // no more than the declared size is unpacked: an entry that unpacks to more is a zip bomb
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (cause) {
    throw new ZipError('damaged', name, cause)
  }
}

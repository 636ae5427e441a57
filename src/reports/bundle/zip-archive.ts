import { crc32 } from 'node:zlib'

/** A file to be stored in a ZIP archive. */
export interface StoredFile {
  readonly name: string
  readonly text: string
}

/** A fixed modification time, so that the same files give the same bytes: 1 January 1980, the earliest day of the ZIP format. */
const [time, date] = [0, 0x0021]
/** The flag that marks file names as UTF-8. */
const flags = 0x0800
const version = 20

/**
 * Builds a ZIP archive without compression, so that its bytes do not depend on a compressor's version.
 *
 * @param entries   names with `/` for folders; at most 65,535 entries of less than 4 GiB together
 * @see APPNOTE.TXT 6.3.3, PKWARE
 */
export function zipOf(entries: readonly StoredFile[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of entries) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)]
    const about = sharedFields(path, body)
    const local = Buffer.concat([signature(0x04034b50), about, path, body])
    directory.push(Buffer.concat([signature(0x02014b50), short(version), about, directoryTail(offset), path]))
    parts.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...parts, index, endOfDirectory(entries.length, index.length, offset)])
}

/** Builds the fields that the local header and the directory entry share: from the version to the length of the extra field. */
function sharedFields(path: Buffer, body: Buffer): Buffer {
  return Buffer.concat([
    ...[version, flags, 0, time, date].map(short),
    ...[crc32(body), body.length, body.length].map(long),
    ...[path.length, 0].map(short),
  ])
}

/** Builds the last fields of a directory entry: comment, disk and attributes (empty), and the offset of the local header. */
function directoryTail(offset: number): Buffer {
  return Buffer.concat([...[0, 0, 0].map(short), ...[0, offset].map(long)])
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  return Buffer.concat([signature(0x06054b50), ...[0, 0, count, count].map(short), ...[size, offset].map(long), short(0)])
}

function signature(value: number): Buffer {
  return long(value)
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

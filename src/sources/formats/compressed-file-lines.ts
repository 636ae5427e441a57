import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { crc32, createGunzip, createInflateRaw } from 'node:zlib'
import { badInput, VisavisError } from '../../errors.ts'
import {
  headerAt,
  localHeaderLength,
  maximumEndRecord,
  maximumHeader,
  readEndRecord,
  ZipError,
  type ZipHeader,
} from '../../files/zip-entries.ts'
import { checkFileSize, fileTooLarge, maxBytesReadByLine } from './file-size.ts'

/** Limit of a line's length in characters, to limit memory use. No line of a valid table is longer. */
const longestLine = 16 * 2 ** 20

/**
 * Calls `onLine` for each line of a text file (plain, gzipped as `.gz`, or the only entry of a `.zip`), without reading the whole file into memory.
 *
 * @param encoding   `utf8`: invalid UTF-8 is refused; `latin1`: for files of which only ASCII fields are used, while other fields may be damaged
 * @param lastLine   `whole`: a last line without a line break is refused, since it may be cut off; `any`: such a line is accepted
 * @throws BadInput with the line at which the text becomes invalid; TooLarge for a file above `linesAtMost`
 */
export async function eachLine(
  path: string,
  { encoding, lastLine }: { readonly encoding: 'latin1' | 'utf8'; readonly lastLine: 'whole' | 'any' },
  onLine: (text: string, line: number) => void,
): Promise<void> {
  const file = basename(path)
  const decoder = new StringDecoder(encoding)
  const mark = encoding === 'latin1' ? '\u00ef\u00bb\u00bf' : '\ufeff'
  let rest = ''
  let line = 0
  const give = (text: string): void => {
    line++
    const bare = line === 1 && text.startsWith(mark) ? text.slice(mark.length) : text
    checkLine(bare, `${file}:${line}`, encoding)
    onLine(bare.endsWith('\r') ? bare.slice(0, -1) : bare, line)
  }
  for await (const chunk of unpackedChunks(path, maxBytesReadByLine)) {
    const lines = (rest + decoder.write(chunk)).split('\n')
    rest = lines.pop() as string
    lines.forEach(give)
    if (rest.length > longestLine) throw badInput(`${file}:${line + 1} is longer than 16 MB: no line of a table`)
  }
  rest += decoder.end()
  if (rest !== '' && lastLine === 'whole') {
    throw badInput(`${file}:${line + 1} has no line break at its end: the file is cut off`, 'fetch the file again')
  }
  if (rest !== '') give(rest)
  if (line === 0) throw badInput(`${file} is empty`)
}

function checkLine(text: string, where: string, encoding: 'latin1' | 'utf8'): void {
  if (text.includes('\0')) throw badInput(`${where} has a NUL character: the file is damaged or no text`)
  if (encoding === 'latin1') return
  if (text.includes('\ufffd')) throw badInput(`${where} is not UTF-8 text`)
  if (text.includes('\ufeff')) throw badInput(`${where} has a byte order mark within: another file was put behind the first`)
}

/**
 * Yields the bytes of a file in chunks, unpacked if the file's name ends in `.gz` or `.zip`.
 *
 * @param most   limit in bytes, both packed and unpacked
 */
export async function* unpackedChunks(path: string, most: number): AsyncGenerator<Buffer> {
  if (most < Number.POSITIVE_INFINITY) await checkFileSize(path, most)
  const stream = path.endsWith('.zip') ? await zipEntry(path) : plain(path)
  let seen = 0
  try {
    for await (const chunk of stream) {
      seen += (chunk as Buffer).length
      if (seen > most) throw fileTooLarge(path, 'unpacks to more', most)
      yield chunk as Buffer
    }
  } catch (cause) {
    if (cause instanceof VisavisError) throw cause
    const packed = /\.(gz|zip)$/.test(path)
    const what = packed ? `${basename(path)} is not a whole ${path.endsWith('.gz') ? 'gzip' : 'zip'} file` : `cannot read ${path}`
    throw badInput(what, { cause, hint: packed ? 'fetch the file again' : 'check the path' })
  }
}

function plain(path: string): Readable {
  const bytes = createReadStream(path)
  return path.endsWith('.gz') ? through(bytes, createGunzip()) : bytes
}

/** Pipes the bytes through a decompressor. An error in either stream ends both. */
function through(bytes: Readable, unpack: ReturnType<typeof createGunzip>): Readable {
  return pipeline(bytes, unpack, () => {}) as unknown as Readable
}

/**
 * Returns the bytes of the only entry of a zip file, found through the file's central directory (APPNOTE 4.3). The entry must be stored or deflated, not
 * encrypted, and smaller than 4 GB.
 */
async function zipEntry(path: string): Promise<Readable> {
  const file = basename(path)
  const torn = (what: string): VisavisError => badInput(`${file} ${what}`, 'fetch the file again, or unpack it')
  const handle = await open(path).catch((cause: unknown) => {
    throw badInput(`cannot read ${path}`, { cause })
  })
  try {
    const { size } = await handle.stat()
    const { count, start: directory } = readEndRecord(await bytesAt(handle, Math.max(0, size - maximumEndRecord), size))
    if (count !== 1) throw torn(`holds ${count} files, not one`)
    const { header } = headerAt(await bytesAt(handle, directory, directory + maximumHeader), 0)
    const { method, local, packedSize } = header
    const start = local + localHeaderLength(await bytesAt(handle, local, local + maximumHeader), header)
    if (packedSize === 0 || start + packedSize > directory) throw torn('has an empty or torn entry')
    if (![0, 8].includes(method) || header.locked) throw torn('is encrypted or packed in a way that is not read here')
    const bytes = createReadStream(path, { start, end: start + packedSize - 1 })
    return Readable.from(exactly(method === 8 ? through(bytes, createInflateRaw()) : bytes, header, torn))
  } catch (cause) {
    throw cause instanceof ZipError ? torn('is not a whole zip file') : cause
  } finally {
    await handle.close()
  }
}

async function bytesAt(handle: Awaited<ReturnType<typeof open>>, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from)
  return buffer.subarray(0, bytesRead)
}

/** Yields the bytes of a stream. At its end, throws if size or checksum differ from the directory of the zip file. */
async function* exactly(stream: Readable, { size, checksum }: ZipHeader, torn: (what: string) => VisavisError): AsyncGenerator<Buffer> {
  let seen = 0
  let sum = 0
  for await (const chunk of stream) {
    seen += (chunk as Buffer).length
    sum = crc32(chunk as Buffer, sum)
    yield chunk as Buffer
  }
  if (seen !== size) throw torn(`unpacks to ${seen} bytes, its directory says ${size}`)
  if (sum !== checksum) throw torn('does not match its checksum')
}

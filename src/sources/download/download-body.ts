import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { VisavisError } from '../../errors.ts'
import { removeTemporary, temporaryIn } from '../../store/disk.ts'
import { ProviderUnreachable } from './download-failure.ts'

/** Limit of slowness: a connection that delivers fewer bytes than this within a period is given up; the bytes received are kept. */
export interface SlowLimit {
  readonly bytesPerSecond: number
  /** Length of the period, in milliseconds. */
  readonly over: number
}

/** An unpacked file larger than `harmless` bytes may have at most this many times the bytes received. Text with statistics stays under 50 times. */
const expansion = 200
const harmless = 16 * 1024 * 1024

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/**
 * Appends a body to a file as it arrives. However the body ends, every byte received is in the file and in the hash.
 *
 * @param hash   has the bytes that are in the file already
 * @param told   is called with the number of bytes received so far
 */
export async function appendBody(
  body: Readable,
  path: string,
  hash: HashOfBytes,
  limits: { maxBytes: number; slow: SlowLimit; host: string },
  told: (received: number) => void,
): Promise<void> {
  const { host, maxBytes, slow } = limits
  let received = hash.bytes
  let before = received
  const timer = setInterval(() => {
    const least = (slow.bytesPerSecond * slow.over) / 1000
    if (received - before < least) body.destroy(new ProviderUnreachable(`${host} sends less than ${slow.bytesPerSecond} bytes a second`))
    before = received
  }, slow.over)
  const handle = await open(path, 'a')
  try {
    for await (const chunk of body) {
      received += (chunk as Buffer).length
      if (received > maxBytes) throw bodyTooLarge(host, maxBytes)
      await handle.appendFile(chunk as Buffer)
      hash.update(chunk as Buffer)
      told(received)
    }
  } finally {
    clearInterval(timer)
    body.destroy()
    await handle.close()
  }
}

/** The hash of the bytes of a file that grows, so that it need not be read again at its end. */
export class HashOfBytes {
  readonly #hash = createHash('sha256')
  #bytes = 0

  /** Returns the hash of a file as it is. */
  static async of(path: string): Promise<HashOfBytes> {
    const all = new HashOfBytes()
    for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) all.update(block as Buffer)
    return all
  }

  /** Number of bytes. */
  get bytes(): number {
    return this.#bytes
  }

  update(chunk: Buffer): void {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
  }

  /** SHA-256 of the bytes so far, in hex. */
  sha256(): string {
    return this.#hash.copy().digest('hex')
  }
}

export function bodyTooLarge(host: string, maxBytes: number): VisavisError {
  return new VisavisError('TooLarge', `${host} sends more than ${megabytes(maxBytes)}, the most that is taken of this source`)
}

/** A complete content on the disk. */
export interface Content {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** Unpacks a gzip file to a new file in `directory`, which is flushed to disk on return, and removed on an error. */
export async function unpackGzip(
  from: string,
  directory: string,
  limits: { maxBytes: number; host: string },
  signal: AbortSignal,
): Promise<Content> {
  const temporary = temporaryIn(directory)
  const source = createReadStream(from, { highWaterMark: 1 << 18 })
  const hash = new HashOfBytes()
  const through = measuring(
    limits,
    () => source.bytesRead,
    (chunk) => hash.update(chunk),
  )
  try {
    await pipeline(source, createGunzip(), through, createWriteStream(temporary, { flags: 'wx', flush: true }), { signal })
  } catch (cause) {
    await removeTemporary(temporary)
    throw tornGzip(cause, limits.host)
  }
  return { path: temporary, sha256: hash.sha256(), bytes: hash.bytes }
}

/** Reads a gzip file to its end without keeping anything, and throws unless it is complete and within the limits. */
export async function checkGzip(path: string, limits: { maxBytes: number; host: string }, signal: AbortSignal): Promise<void> {
  const source = createReadStream(path, { highWaterMark: 1 << 18 })
  const through = measuring(
    limits,
    () => source.bytesRead,
    () => undefined,
  )
  const nowhere = new Writable({ write: (_chunk, _encoding, written) => written() })
  await pipeline(source, createGunzip(), through, nowhere, { signal }).catch((cause: unknown) => {
    throw tornGzip(cause, limits.host)
  })
}

/** Passes unpacked bytes on, within their limits. */
function measuring(
  limits: { maxBytes: number; host: string },
  read: () => number,
  each: (chunk: Buffer) => void,
): (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  let bytes = 0
  return async function* through(chunks) {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > limits.maxBytes) throw bodyTooLarge(limits.host, limits.maxBytes)
      if (bytes > harmless && bytes > read() * expansion) {
        const message = `${limits.host} sends a packed file that grows more than ${expansion}-fold, past ${megabytes(bytes)}: it is not unpacked`
        throw new VisavisError('TooLarge', message)
      }
      each(chunk)
      yield chunk
    }
  }
}

function tornGzip(cause: unknown, host: string): unknown {
  if (!/^Z_/.test((cause as NodeJS.ErrnoException).code ?? '')) return cause
  return new VisavisError('BadAnswer', `${host} sends gzip that is torn (${(cause as Error).message})`, { cause })
}

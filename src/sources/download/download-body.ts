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
 * Appends a body to a file as it arrives. However the body ends, every byte received is in the file.
 *
 * @param told   is called with the number of bytes received so far
 */
export async function appendBody(
  body: Readable,
  path: string,
  limits: { already: number; maxBytes: number; slow: SlowLimit; host: string },
  told: (received: number) => void,
): Promise<void> {
  const { host, maxBytes, slow } = limits
  let received = limits.already
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
      told(received)
    }
  } finally {
    clearInterval(timer)
    body.destroy()
    await handle.close()
  }
}

export function bodyTooLarge(host: string, maxBytes: number): VisavisError {
  return new VisavisError('TooLarge', `${host} sends more than ${megabytes(maxBytes)}, the most that is taken of this source`)
}

/**
 * Copies the bytes after `offset` of a file to a new file in `directory`, and unpacks them if they are packed; returns the hash and size of the new file. The
 * new file is flushed to disk on return, and removed on an error.
 */
export async function copyUnpacked(
  from: { path: string; offset: number; encoding: 'gzip' | null },
  directory: string,
  limits: { maxBytes: number; host: string },
  signal: AbortSignal,
): Promise<{ path: string; sha256: string; bytes: number }> {
  const temporary = temporaryIn(directory)
  const source = createReadStream(from.path, { start: from.offset, highWaterMark: 1 << 18 })
  const hash = createHash('sha256')
  const measured = measuring(
    limits,
    () => source.bytesRead,
    from.encoding !== null,
    (chunk) => hash.update(chunk),
  )
  const target = createWriteStream(temporary, { flags: 'wx', flush: true })
  try {
    if (from.encoding === null) await pipeline(source, measured.through, target, { signal })
    else await pipeline(source, createGunzip(), measured.through, target, { signal })
  } catch (cause) {
    await removeTemporary(temporary)
    throw tornGzip(cause, limits.host)
  }
  return { path: temporary, sha256: hash.digest('hex'), bytes: measured.bytes() }
}

/** Reads a gzip file to its end without keeping anything, and throws unless it is complete and within the limits. */
export async function checkGzip(path: string, limits: { maxBytes: number; host: string }, signal: AbortSignal): Promise<void> {
  const source = createReadStream(path, { highWaterMark: 1 << 18 })
  const measured = measuring(
    limits,
    () => source.bytesRead,
    true,
    () => undefined,
  )
  const nowhere = new Writable({ write: (_chunk, _encoding, written) => written() })
  await pipeline(source, createGunzip(), measured.through, nowhere, { signal }).catch((cause: unknown) => {
    throw tornGzip(cause, limits.host)
  })
}

interface Measuring {
  readonly through: (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>
  readonly bytes: () => number
}

function measuring(
  limits: { maxBytes: number; host: string },
  read: () => number,
  packed: boolean,
  each: (chunk: Buffer) => void,
): Measuring {
  let bytes = 0
  async function* through(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > limits.maxBytes) throw bodyTooLarge(limits.host, limits.maxBytes)
      if (packed && bytes > harmless && bytes > read() * expansion) {
        const message = `${limits.host} sends a packed file that grows more than ${expansion}-fold, past ${megabytes(bytes)}: it is not unpacked`
        throw new VisavisError('TooLarge', message)
      }
      each(chunk)
      yield chunk
    }
  }
  return { through, bytes: () => bytes }
}

function tornGzip(cause: unknown, host: string): unknown {
  if (!/^Z_/.test((cause as NodeJS.ErrnoException).code ?? '')) return cause
  return new VisavisError('BadAnswer', `${host} sends gzip that is torn (${(cause as Error).message})`, { cause })
}

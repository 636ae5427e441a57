import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { badInput, VisavisError } from '../../errors.ts'

/** Limit in bytes for files that are read whole, both packed and unpacked. A file above 2^29 characters would not fit into one string of Node. */
export const maxBytesReadWhole = 500e6

/**
 * Returns the limit of a file's unpacked size: a hundred times the packed size, within fixed bounds. Tables compress to a tenth, at best to a fiftieth; a zip
 * bomb compresses to a thousandth.
 */
export function maxUnpackedBytes(packed: number): number {
  return Math.min(maxBytesReadWhole, Math.max(64e6, 100 * packed))
}

/** Limit in bytes for files that are read line by line; their rows must fit into memory. */
export const maxBytesReadByLine = 1e9

/**
 * Refuses a file that is too large, and a device or pipe, before it is read. If the size cannot be determined, the file passes: reading it then fails with the reason.
 *
 * @throws TooLarge with the size, and what to provide instead; BadInput
 */
export async function checkFileSize(path: string, most: number = maxBytesReadWhole): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found !== undefined && !found.isFile() && !found.isDirectory())
    throw badInput(`${path} is a device or a pipe, whose end and content cannot be checked`, 'save it as a file first')
  const size = found?.size ?? 0
  if (size > most) throw fileTooLarge(path, `has ${gigabytes(size)}`, most)
}

/**
 * Returns the error for a file above the limit `most`.
 *
 * @param what   the size, in words that follow the file's name: `has 5.4 GB`, `unpacks to more`
 */
export function fileTooLarge(path: string, what: string, most: number): VisavisError {
  return new VisavisError('TooLarge', `${basename(path)} ${what}; files of this source are read up to ${gigabytes(most)}`, {
    hint: 'give the part that you need: the header, and the rows of some years or states',
  })
}

/**
 * Unpacks a gzip file.
 *
 * @param where   the place as messages name it
 * @throws BadInput if the file is incomplete, TooLarge if it unpacks to more than the limit
 */
export function gunzipped(bytes: Uint8Array, path: string, where: string = basename(path)): Buffer {
  const most = maxUnpackedBytes(bytes.length)
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw fileTooLarge(path, 'unpacks to more', most)
    throw badInput(`${where} is not a whole gzip file`, { cause, hint: 'fetch the file again' })
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}

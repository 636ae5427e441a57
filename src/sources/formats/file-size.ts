import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'

/** Limit for files read whole, packed or unpacked: larger ones do not fit into one string (2^29 characters in Node). */
export const wholeAtMost = 500e6

/**
 * Limit for the unpacked size: a hundred times the packed size. Tables compress to a tenth, at best a fiftieth; a zip
 * bomb compresses to a thousandth.
 */
export function unpackedAtMost(packed: number): number {
  return Math.min(wholeAtMost, Math.max(64e6, 100 * packed))
}

/** Limit for files read line by line, since their rows must fit into memory. */
export const linesAtMost = 1e9

/**
 * Refuses an oversized file before reading it. A file without readable metadata passes, since the later read reports
 * the reason.
 *
 * @throws TooLarge with the size, and what to provide instead
 */
export async function checkSize(path: string, most: number = wholeAtMost): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size > most) throw tooLarge(path, `has ${gigabytes(size)}`, most)
}

/** @param what   which limit is exceeded: `has 5.4 GB`, `unpacks to more` */
export function tooLarge(path: string, what: string, most: number): VisavisError {
  return new VisavisError('TooLarge', `${basename(path)} ${what}; files of this source are read up to ${gigabytes(most)}`, {
    hint: 'give the part that you need: the header, and the rows of some years or states',
  })
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}

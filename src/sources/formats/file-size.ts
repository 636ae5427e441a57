import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'

/** A file that is read whole, packed or unpacked: what is larger does not fit into one text (Node's have at most 2^29 characters). */
export const wholeAtMost = 500e6

/** What a packed file may unpack to: a hundred times its size. Tables pack to a tenth, at best to a fiftieth; what was made to fill a memory packs to a thousandth. */
export function unpackedAtMost(packed: number): number {
  return Math.min(wholeAtMost, Math.max(64e6, 100 * packed))
}

/** A file that is read line by line: its rows have to fit into memory. */
export const linesAtMost = 1e9

/**
 * Refuses a file that is too large before a byte of it is read. A file that cannot be looked at passes: reading it says why.
 *
 * @throws TooLarge with the size, and what to give instead
 */
export async function checkSize(path: string, most: number = wholeAtMost): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size > most) throw tooLarge(path, `has ${gigabytes(size)}`, most)
}

/**
 * @param what   what is too large about it: `has 5.4 GB`, `unpacks to more`
 */
export function tooLarge(path: string, what: string, most: number): VisavisError {
  return new VisavisError('TooLarge', `${basename(path)} ${what}; files of this source are read up to ${gigabytes(most)}`, {
    hint: 'give the part that you need: the header, and the rows of some years or states',
  })
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}

import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { badInput } from '../../errors.ts'
import { readBytes } from '../formats/csv.ts'

/** An export of SIPRI's arms database: the lines above the header, and the physical lines below it. */
export interface SipriExport {
  readonly file: string
  readonly preamble: readonly string[]
  /** Headings of the columns. */
  readonly header: readonly string[]
  /** Number of the line with the header, from 1. */
  readonly headerLine: number
  /** Lines below the header; the first is line `headerLine + 1`. */
  readonly lines: readonly string[]
}

/** Limit of the unpacked size in bytes. The register has 4 MB; a larger file is something else. */
const unpackedAtMost = 2 ** 28

/** The last line on which the header may stand: the preamble has 9 to 11 lines, depending on the table. */
const preambleAtMost = 30

/**
 * Reads an export, plain or gzipped, and finds its header by its first cells.
 *
 * SIPRI writes Windows-1252. A file that was saved again as UTF-8 is read as UTF-8 (its bytes are then valid UTF-8); UTF-16 is refused.
 *
 * @param title    how the first line must begin
 * @param header   a pattern that matches the header and no line of the preamble
 */
export async function readSipriExport(path: string, title: string, header: RegExp): Promise<SipriExport> {
  const file = basename(path)
  const text = decoded(unpacked(await readBytes(path), path), file)
  if (text.trim() === '') throw badInput(`${file} is empty`, 'export it again from https://armstransfers.sipri.org')
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
  if (!lines[0]!.replace(/^"/, '').startsWith(title)) {
    throw badInput(
      `${file}:1 begins "${lines[0]!.slice(0, 80)}", not "${title} …": not this export of SIPRI`,
      'export the table as CSV from https://armstransfers.sipri.org and leave it as it is, with the lines above its header',
    )
  }
  const at = lines.slice(0, preambleAtMost).findIndex((line) => header.test(line))
  if (at === -1) throw badInput(`${file} has no header in its first ${preambleAtMost} lines (${header.source} …)`)
  const preamble = lines.slice(0, at)
  if (!preamble.some((line) => line.includes('Source: SIPRI'))) {
    throw badInput(`${file}: the lines above the header do not name SIPRI as the source`)
  }
  return { file, preamble, header: lines[at]!.split(','), headerLine: at + 1, lines: lines.slice(at + 1) }
}

function unpacked(bytes: Buffer, path: string): Uint8Array {
  if (!path.endsWith('.gz')) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: unpackedAtMost })
  } catch (cause) {
    throw badInput(`${path} is not a whole gzip file, or unpacks to more than 256 MB`, { cause, hint: 'fetch the file again' })
  }
}

function decoded(bytes: Uint8Array, file: string): string {
  if (bytes.includes(0)) {
    throw badInput(`${file} is UTF-16 or no text at all; SIPRI writes Windows-1252`, `iconv -f UTF-16 -t UTF-8 ${file}`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

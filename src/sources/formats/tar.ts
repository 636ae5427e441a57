import { basename } from 'node:path'
import { badInput, type VisavisError } from '../../errors.ts'
import { readBytes } from './csv.ts'
import { gunzipped } from './file-size.ts'

/** A file in a tar archive. */
export interface TarEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

const block = 512

/**
 * Reads the regular files of a tar archive, gzipped or not (ustar, with the long names of GNU and POSIX). Directories, links and devices are skipped.
 *
 * @throws BadInput if the file is not a tar archive, or is cut off; TooLarge if it unpacks to more than a hundred times its size
 */
export async function readTar(path: string): Promise<TarEntry[]> {
  const [bytes, file] = [await readBytes(path), basename(path)]
  return tarEntries(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipped(bytes, file) : bytes, file)
}

function tarEntries(bytes: Uint8Array, file: string): TarEntry[] {
  const entries: TarEntry[] = []
  let longName: string | null = null
  for (let at = 0; ; ) {
    if (at + block > bytes.length) throw cutOff(file, at)
    const header = bytes.subarray(at, at + block)
    if (header.every((byte) => byte === 0)) return entries
    checkSum(header, file, at)
    const size = octal(header.subarray(124, 136))
    const from = at + block
    at = from + Math.ceil(size / block) * block
    if (from + size > bytes.length) throw cutOff(file, from)
    const content = bytes.subarray(from, from + size)
    const type = String.fromCharCode(header[156]!)
    if (type === 'L') longName = text(content)
    else if (type === 'x') longName = paxPath(content) ?? longName
    else {
      if (type === '0' || type === '\0') entries.push({ name: longName ?? nameIn(header), bytes: content })
      longName = null
    }
  }
}

function cutOff(file: string, at: number): VisavisError {
  return badInput(`${file} is cut off at byte ${at} of the archive`, 'fetch the file again')
}

/** Checks the checksum of a header, for which the eight bytes of the checksum itself count as spaces. Other kinds of file fail this check. */
function checkSum(header: Uint8Array, file: string, at: number): void {
  const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0)
  if (sum !== octal(header.subarray(148, 156))) throw badInput(`${file} is no tar archive at byte ${at}`)
}

function octal(field: Uint8Array): number {
  const digits = text(field).trim()
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN
}

function nameIn(header: Uint8Array): string {
  const prefix = text(header.subarray(257, 262)) === 'ustar' ? text(header.subarray(345, 500)) : ''
  const name = text(header.subarray(0, 100))
  return prefix === '' ? name : `${prefix}/${name}`
}

function text(field: Uint8Array): string {
  const end = field.indexOf(0)
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end))
}

/** Returns the path in a POSIX extended header, which has records `LENGTH path=VALUE\n`; null if no record has a path. */
function paxPath(content: Uint8Array): string | null {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(content))?.[1] ?? null
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Cell, Columns } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'

export interface GdeltLine {
  readonly id?: number
  readonly day?: string
  readonly from?: readonly [code: string, country?: string, group?: string, ethnic?: string, role?: string]
  readonly to?: readonly [code: string, country?: string, group?: string, ethnic?: string, role?: string]
  readonly code?: string
  readonly goldstein?: string
  readonly mentions?: string
}

/** One line of GDELT events with 57, 58 or 61 fields; by default an ordinary event of the United States and Russia. */
export function gdeltLine(width: 57 | 58 | 61, line: GdeltLine = {}): string {
  const { id = 1, day = '20150218', from = ['USA', 'USA'], to = ['RUS', 'RUS'], code = '036', goldstein = '4', mentions = '10' } = line
  const actor = ([all, country = '', group = '', ethnic = '', role = '']: NonNullable<GdeltLine['from']>): string[] => [
    ...[all, 'NAME', country, group, ethnic, '', '', role, '', ''],
  ]
  const year = day.slice(0, 4)
  const head = [
    `${id}`,
    day,
    day.slice(0, 6),
    year,
    `${year}.1315`,
    ...actor(from),
    ...actor(to),
    '1',
    code,
    code.slice(0, 3),
    code.slice(0, 2),
    '1',
  ]
  const counts = [goldstein, mentions, '1', mentions, '-1.5']
  const places = Array.from({ length: width === 61 ? 24 : 21 }, () => '')
  const added = width === 61 ? '20150218230000' : '20150218'
  return [...head, ...counts, ...places, added, ...(width === 57 ? [] : ['http://example.org/'])].join('\t')
}

/** Writes lines, each with a line break, to a file of that name in a separate directory. */
export function fileOf(name: string, lines: readonly string[]): string {
  return fileWith(name, Buffer.from(lines.map((line) => `${line}\n`).join('')))
}

export function fileWith(name: string, bytes: Uint8Array): string {
  const path = join(freshRoot(), name)
  writeFileSync(path, bytes)
  return path
}

/** A zip file of deflated entries. */
export function zipOf(entries: readonly (readonly [name: string, text: string | Buffer])[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of entries) {
    const packed = deflateRawSync(text)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(text), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(Buffer.byteLength(text), 18)
    about.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, rest, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

/** Rows of the table `events`. */
export function eventRows(columns: Columns): Record<string, Cell>[] {
  return (columns['date'] ?? []).map((_, i) => Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[i] ?? null])))
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import type { Cell } from '../../src/store/index.ts'

/** A small valid file in a provider's layout, written for the tests. */
export type SampleFile = SampleText | SampleBook | SampleBytes

export interface SampleText {
  readonly kind: 'text'
  readonly name: string
  readonly lines: readonly string[]
  /** The field delimiter. */
  readonly delimiter: string
  /** The index of the first data line, from 0. */
  readonly body: number
  readonly encoding: 'utf8' | 'latin1'
}

export interface SampleBook {
  readonly kind: 'book'
  readonly name: string
  readonly sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>
}

export interface SampleBytes {
  readonly kind: 'bytes'
  readonly name: string
  readonly bytes: Uint8Array
}

/** A valid input of `visavis add` for one source. */
export interface Sample {
  /** Id of its entry in registered-sources.ts. */
  readonly reader: string
  readonly files: readonly SampleFile[]
  /** True where a figure is a sum or mean over cells, and so need not appear in the file. */
  readonly sums?: true
}

/** A file of lines with a header in the first line. */
export function csv(name: string, ...lines: readonly string[]): SampleText {
  return { kind: 'text', name, lines, delimiter: ',', body: 1, encoding: 'utf8' }
}

/** A file of lines without a header, or with more than one line above the data. */
export function text(name: string, delimiter: string, body: number, ...lines: readonly string[]): SampleText {
  return { kind: 'text', name, lines, delimiter, body, encoding: 'utf8' }
}

export function book(name: string, sheets: SampleBook['sheets']): SampleBook {
  return { kind: 'book', name, sheets }
}

/** The bytes of a file. */
export function bytesOf(file: SampleFile): Uint8Array {
  if (file.kind === 'bytes') return file.bytes
  if (file.kind === 'text') return Buffer.from(file.lines.map((line) => `${line}\n`).join(''), file.encoding)
  const workbook = utils.book_new()
  for (const [title, rows] of Object.entries(file.sheets)) {
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((row) => [...row])), title)
  }
  return write(workbook, { type: 'buffer', bookType: file.name.endsWith('.xls') ? 'biff8' : 'xlsx', compression: true }) as Uint8Array
}

/** Writes files to a directory, with the bytes in `instead` where given, and returns their paths in order. */
export function writeFiles(
  directory: string,
  files: readonly SampleFile[],
  instead: ReadonlyMap<string, Uint8Array> = new Map(),
): string[] {
  return files.map((file) => {
    const path = join(directory, file.name)
    writeFileSync(path, instead.get(file.name) ?? bytesOf(file))
    return path
  })
}

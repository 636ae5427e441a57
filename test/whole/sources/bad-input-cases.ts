import type { Sample, SampleBook, SampleFile, SampleText } from '../../faults/sample.ts'
import { bytesOf } from '../../faults/sample.ts'
import { samples } from '../../faults/samples.ts'

/** A bad file in place of a good one, and the required result of reading it. */
export interface BadFile {
  readonly name: string
  readonly bytes: Uint8Array
  /**
   * `refused`: with the file in the message and a hint. `same`: the figures are those of the good file. `either`: one
   * of the two. `fewer`: refused, or with a subset of the good file's figures.
   */
  readonly ends: 'refused' | 'same' | 'either' | 'fewer'
}

const page = '<!DOCTYPE html>\n<html><head><title>404</title></head><body><h1>Not found</h1></body></html>\n'

/** Replacements for any file of any source. */
export function badFiles(sample: Sample, file: SampleFile): BadFile[] {
  const bytes = Buffer.from(bytesOf(file))
  const own: BadFile[] = [
    { name: 'a file of another source', bytes: bytesOf(strangerTo(sample, file)), ends: 'refused' },
    { name: 'an empty file', bytes: Buffer.alloc(0), ends: 'refused' },
    { name: 'a web page that says that there is nothing', bytes: Buffer.from(page), ends: 'refused' },
    { name: 'nothing but NUL', bytes: Buffer.alloc(2000), ends: 'refused' },
  ]
  if (file.kind === 'text') return [...own, ...badTexts(file, bytes)]
  const cut: BadFile = { name: 'a file that is cut off', bytes: bytes.subarray(0, Math.floor(bytes.length * 0.9)), ends: 'refused' }
  return file.kind === 'book' ? [...own, cut, ...badBooks(file)] : [...own, cut]
}

/** A file of another source in the same format: the first in the list with nothing in common. */
function strangerTo(sample: Sample, file: SampleFile): SampleFile {
  const others = samples.filter(({ reader }) => reader.slice(0, 3) !== sample.reader.slice(0, 3)).map(({ files }) => files[0]!)
  return others.find((other) => other.kind === file.kind) ?? others[0]!
}

function badTexts(file: SampleText, bytes: Buffer): BadFile[] {
  const mark = file.encoding === 'latin1' ? Buffer.from(bytes.toString('latin1'), 'utf8') : bytes
  const last = bytes.lastIndexOf(10, bytes.length - 2)
  return [
    {
      name: 'a byte order mark in front',
      bytes: Buffer.concat([Buffer.from('\ufeff'), mark]),
      ends: file.lines[0]!.startsWith('\ufeff') ? 'either' : 'same',
    },
    { name: 'carriage returns', bytes: Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'), ends: 'either' },
    { name: 'UTF-16', bytes: Buffer.from(`\ufeff${bytes.toString(file.encoding)}`, 'utf16le'), ends: 'refused' },
    {
      name: 'a letter of Windows-1252 in the last line',
      bytes: Buffer.concat([bytes.subarray(0, -1), Buffer.from([0xe9, 10])]),
      ends: 'either',
    },
    {
      name: 'cut in the middle of the last line',
      bytes: bytes.subarray(0, last + 1 + Math.ceil((bytes.length - last - 2) / 2)),
      ends: 'either',
    },
    { name: 'every row twice', bytes: linesOf(file, [...file.lines, ...file.lines.slice(file.body)]), ends: 'either' },
    ...(file.body > 0 ? renamed(file) : []),
  ]
}

const linesOf = ({ encoding }: SampleText, lines: readonly string[]): Buffer =>
  Buffer.from(lines.map((line) => `${line}\n`).join(''), encoding)

/** Each header column renamed in turn; a column that the reader does not use may have any name. */
function renamed(file: SampleText): BadFile[] {
  const row = file.body - 1
  const head = file.lines[row]!.split(file.delimiter)
  return head.map((name, at) => {
    const lines = file.lines.with(row, head.with(at, `${name.replace(/"?$/, '')} (new)`).join(file.delimiter))
    return { name: `column ${at + 1} renamed`, bytes: linesOf(file, lines), ends: 'either' }
  })
}

function badBooks(file: SampleBook): BadFile[] {
  const [[title, rows] = ['', []]] = Object.entries(file.sheets)
  const head = rows.findIndex((row) => row.filter((cell) => cell !== null).length >= 3)
  const cells = rows[head] ?? []
  const filled = cells.flatMap((cell, at) => (cell === null ? [] : [at]))
  return filled.slice(1).map((at) => {
    const sheets = { ...file.sheets, [title]: rows.with(head, cells.with(at, null)) }
    return { name: `heading ${at + 1} merged into the one before`, bytes: bytesOf({ ...file, sheets }), ends: 'fewer' }
  })
}

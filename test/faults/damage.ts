import { utils, write } from '@e965/xlsx'
import type { RandomStream } from '../../src/numeric/random.ts'
import type { Cell } from '../../src/store/index.ts'
import { otherFigure, pick, strangers, textFaults } from './damage-text.ts'
import { bytesOf, type SampleBook, type SampleFile, type SampleText } from './sample.ts'

/** A damaged file: the damage, its bytes, and the text that must contain any figure read from it (null: unknown). */
export interface Damaged {
  readonly how: readonly string[]
  readonly bytes: Uint8Array
  readonly text: string | null
  /** True where no damage can change a figure that is still read. */
  readonly harmless: boolean
}

/** One to four faults in a file and, in one case of four, also a change to its bytes. */
export function damage(file: SampleFile, random: RandomStream): Damaged {
  const first = file.kind === 'text' ? damagedText(file, random) : file.kind === 'book' ? damagedBook(file, random) : whole(file)
  if (file.kind !== 'bytes' && random.below(4) > 0) return first
  const { name, harmless, bytes } = bytesFault(first.bytes, random)
  const plain = file.kind === 'text'
  return {
    how: [...first.how, name],
    bytes,
    text: plain ? Buffer.from(bytes).toString('latin1') : null,
    harmless: plain && harmless && first.harmless,
  }
}

const whole = (file: SampleFile): Damaged => ({ how: [], bytes: bytesOf(file), text: null, harmless: false })

function damagedText(file: SampleText, random: RandomStream): Damaged {
  const faults = Array.from({ length: 1 + random.below(4) }, () => pick(random, textFaults))
  let lines = [...file.lines]
  for (const fault of faults) if (lines.length > 0) lines = fault.apply(lines, file, random)
  const text = lines.map((line) => `${line}\n`).join('')
  const harmless = file.body === 1 && faults.every((fault) => fault.harmless === true)
  return { how: faults.map(({ name }) => name), bytes: Buffer.from(text, pick(random, ['utf8', 'utf8', 'utf8', 'latin1'])), text, harmless }
}

type Grid = Cell[][]

const bookFaults: readonly (readonly [name: string, apply: (grid: Grid, random: RandomStream) => Grid])[] = [
  ['cell', (grid, random) => withCell(grid, random, () => strangeCell(random))],
  ['cell', (grid, random) => withCell(grid, random, () => strangeCell(random))],
  [
    'figure',
    (grid, random) =>
      withCell(grid, random, (cell) => (typeof cell === 'number' ? Number(otherFigure(String(cell), random)) || -cell : cell)),
  ],
  ['figure as text', (grid, random) => withCell(grid, random, (cell) => otherFigure(String(cell ?? ''), random))],
  ['row lost', (grid, random) => grid.toSpliced(random.below(grid.length), 1)],
  ['row doubled', (grid, random) => doubledRow(grid, random)],
  ['rows swapped', (grid, random) => swappedRows(grid, random)],
  ['blank row', (grid, random) => grid.toSpliced(random.below(grid.length + 1), 0, [null])],
  ['column lost', (grid, random) => inColumn(grid, random, (row, at) => row.toSpliced(at, 1))],
  ['blank column', (grid, random) => inColumn(grid, random, (row, at) => row.toSpliced(at, 0, null))],
  [
    'columns swapped',
    (grid, random) => inColumn(grid, random, (row, at) => (at + 1 < row.length ? row.toSpliced(at, 2, row[at + 1]!, row[at]!) : row)),
  ],
]

const strangeCell = (random: RandomStream): Cell =>
  pick<Cell>(random, [null, null, 0, -1, 0.1, 1e21, 1e-9, 2014, 41640, true, ...strangers])

function withCell(grid: Grid, random: RandomStream, change: (cell: Cell) => Cell): Grid {
  const row = random.below(grid.length)
  const column = random.below(Math.max(1, grid[row]!.length))
  return grid.with(row, grid[row]!.toSpliced(column, 1, change(grid[row]![column] ?? null)))
}

function doubledRow(grid: Grid, random: RandomStream): Grid {
  const row = random.below(grid.length)
  return grid.toSpliced(row, 0, grid[row]!)
}

function swappedRows(grid: Grid, random: RandomStream): Grid {
  const [a, b] = [random.below(grid.length), random.below(grid.length)]
  return grid.with(a, grid[b]!).with(b, grid[a]!)
}

function inColumn(grid: Grid, random: RandomStream, change: (row: Cell[], at: number) => Cell[]): Grid {
  const at = random.below(Math.max(...grid.map((row) => row.length), 1))
  return grid.map((row) => (at < row.length ? change(row, at) : row))
}

function damagedBook(file: SampleBook, random: RandomStream): Damaged {
  const entries = Object.entries(file.sheets)
  const which = random.below(entries.length)
  const faults = Array.from({ length: 1 + random.below(3) }, () => pick(random, bookFaults))
  const grids = entries.map(([name, rows], i): [string, Grid] => {
    const grid = rows.map((row) => [...row])
    return [name, i === which ? faults.reduce((now, [, apply]) => (now.length === 0 ? now : apply(now, random)), grid) : grid]
  })
  const merged = random.below(8) === 0
  const text = grids.flatMap(([, grid]) => grid.map((row) => row.map((cell) => cell ?? '').join('\t'))).join('\n')
  const how = [...faults.map(([name]) => name), ...(merged ? ['merged'] : [])]
  return { how, bytes: workbook(file.name, random.below(12) === 0 ? grids.toReversed() : grids, merged), text, harmless: false }
}

function workbook(name: string, grids: readonly (readonly [string, Grid])[], merged: boolean): Uint8Array {
  const book = utils.book_new()
  for (const [title, grid] of grids) {
    const sheet = utils.aoa_to_sheet(grid.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.slice(0, 30_000) : cell))))
    if (merged) sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 2 } }]
    utils.book_append_sheet(book, sheet, title)
  }
  return write(book, { type: 'buffer', bookType: name.endsWith('.xls') ? 'biff8' : 'xlsx', compression: true }) as Uint8Array
}

interface BytesFault {
  readonly name: string
  readonly bytes: Uint8Array
  readonly harmless: boolean
}

function bytesFault(bytes: Uint8Array, random: RandomStream): BytesFault {
  if (bytes.length === 0) return { name: 'empty', bytes, harmless: false }
  const at = random.below(bytes.length + 1)
  const place = Math.min(at, bytes.length - 1)
  const run = Buffer.alloc(1 + random.below(600), pick(random, [0, 0x22, 0x20, 0x2c, 0x0a, 0xff, 0x41]))
  switch (random.below(6)) {
    case 0:
      return { name: 'cut', bytes: bytes.subarray(0, at), harmless: true }
    case 1:
      return { name: 'bit', bytes: Buffer.from(bytes.with(place, (bytes[place] ?? 0) ^ (1 << random.below(8)))), harmless: false }
    case 2:
      return { name: 'byte', bytes: Buffer.from(bytes.with(place, random.below(256))), harmless: false }
    case 3:
      return { name: 'put in', bytes: Buffer.concat([bytes.subarray(0, at), run, bytes.subarray(at)]), harmless: run[0] === 0 }
    case 4:
      return { name: 'taken out', bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + run.length)]), harmless: false }
    default:
      return { name: 'twice', bytes: Buffer.concat([bytes, bytes]), harmless: false }
  }
}

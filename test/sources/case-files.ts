import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Cell, Columns } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { rawFolder } from './raw-data.ts'

/** A file in the folder of raw data. */
export function rawFile(path: string): string {
  return `${rawFolder}/${path}`
}

/** A new file with this content; compressed where its name ends in `.gz`. */
export function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(freshRoot(), name)
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(content) : content)
  return path
}

/** A new workbook, one sheet per name. */
export async function workbookWith(name: string, sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<string> {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const [title, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), title)
  }
  return fileWith(name, write(book, { type: 'buffer', bookType: name.endsWith('.xls') ? 'biff8' : 'xlsx' }) as Uint8Array)
}

/** Rows of any table, in order. */
export function rowsIn(columns: Columns): Record<string, Cell>[] {
  const [first] = Object.values(columns)
  return (first ?? []).map((_, i) => Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[i] ?? null])))
}

/** Sum of the values of the observations that `wanted` selects. */
export function totalOf(columns: Columns, wanted: (row: Record<string, Cell>) => boolean): number {
  return rowsIn(columns)
    .filter(wanted)
    .reduce((sum, row) => sum + Number(row['value']), 0)
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Columns } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { rawFolder } from './raw-data.ts'

/** A file of the raw folder. */
export const rawFile = (path: string): string => join(rawFolder, path)

/** A separate file with these lines, removed after the test. */
export function fileOf(name: string, lines: readonly string[] | Uint8Array): string {
  const path = join(freshRoot(), name)
  writeFileSync(path, lines instanceof Uint8Array ? lines : lines.map((line) => `${line}\n`).join(''))
  return path
}

/**
 * Positions of an indicator's rows between two parties that begin in a year, without converting a million rows to
 * objects.
 */
function positions(columns: Columns, indicator: string, from: string, to: string | null, year: number): number[] {
  const found: number[] = []
  columns['indicator']?.forEach((id, i) => {
    const here = id === indicator && columns['from_id']?.[i] === from && columns['to_id']?.[i] === to
    if (here && String(columns['start_date']?.[i]).startsWith(`${year}`)) found.push(i)
  })
  return found
}

/** Values of an indicator from one party to another in a year: one or none; more is a fault. */
export function valuesOf(columns: Columns, indicator: string, from: string, to: string | null, year: number): unknown[] {
  return positions(columns, indicator, from, to, year).map((i) => columns['value']?.[i])
}

/** The cells of one column in the rows of an indicator from one party to another in a year. */
export function cellsOf(columns: Columns, name: string, indicator: string, from: string, to: string | null, year: number): unknown[] {
  return positions(columns, indicator, from, to, year).map((i) => columns[name]?.[i])
}

/** Rows and sum of values of each indicator. */
export function totalsOf(columns: Columns): Record<string, { rows: number; sum: number }> {
  const totals: Record<string, { rows: number; sum: number }> = {}
  columns['indicator']?.forEach((id, i) => {
    const total = totals[String(id)] ?? { rows: 0, sum: 0 }
    total.rows++
    total.sum += Number(columns['value']?.[i])
    totals[String(id)] = total
  })
  return totals
}

/** Number of rows that repeat another row of the same indicator, parties and first day. */
export function doublesIn(columns: Columns): number {
  const rows = columns['indicator'] ?? []
  const keys = rows.map((id, i) => `${id} ${columns['from_id']?.[i]} ${columns['to_id']?.[i]} ${columns['start_date']?.[i]}`)
  return keys.length - new Set(keys).size
}

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type RawFiles, rawFiles } from '../../scripts/record/record-files.ts'
import type { Cell, Columns } from '../../src/store/index.ts'

/** Raw files of the providers that are not part of the package: a folder `shared` next to the checkout. */
export const rawFolder: string = fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** Without the folder, tests of raw data are skipped; in continuous integration they run anyway, and fail. */
export const haveRaw: boolean = existsSync(rawFolder) || process.env.CI === 'true'

export const raw: RawFiles = rawFiles(rawFolder)

/** Added to the titles of tests that need the folder. */
export const rawNeeded = '(needs ../shared)'

export type Row = Readonly<Record<string, Cell>>

/** Columns as rows, in order. */
export function rowsOf(columns: Columns): Row[] {
  return (columns['value'] ?? []).map((_, i) =>
    Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[i] ?? null])),
  )
}

/** The single value of an indicator from one party to another in a year; fails where there is none or more than one. */
export function figureOf(columns: Columns, indicator: string, from: string, to: string | null, year: number): number {
  const found = rowsOf(columns).filter(
    (row) =>
      row['indicator'] === indicator && row['from_id'] === from && row['to_id'] === to && String(row['start_date']).startsWith(`${year}`),
  )
  if (found.length !== 1) throw new Error(`${found.length} rows of ${indicator} from ${from} to ${to} in ${year}`)
  return Number(found[0]?.['value'])
}

/** The years available for an indicator from one party to another, sorted. */
export function yearsOf(columns: Columns, indicator: string, from: string, to: string | null): number[] {
  const rows = rowsOf(columns).filter((row) => row['indicator'] === indicator && row['from_id'] === from && row['to_id'] === to)
  return rows.map((row) => Number(String(row['start_date']).slice(0, 4))).sort()
}

import type { Cell, Columns } from '../../store/session.ts'
import { type TableName, tables } from '../../store/tables.ts'

/** A row of a table of the store: a cell for each of its columns. */
export type TableRow<T extends TableName> = Readonly<Record<keyof (typeof tables)[T], Cell>>

/**
 * Returns rows of a table as columns, in the order of the table.
 *
 * @example tableColumns('voters', [{ position: 0, state: 'AFG' }])   // { position: [0], state: ['AFG'] }
 */
export function tableColumns<T extends TableName>(table: T, rows: readonly TableRow<T>[]): Columns {
  const names = Object.keys(tables[table]) as (keyof (typeof tables)[T])[]
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]))
}

/**
 * Returns columns of a table as rows: the reverse of `tableColumns`.
 *
 * @example tableRows({ position: [0], state: ['AFG'] })   // [{ position: 0, state: 'AFG' }]
 */
export function tableRows(columns: Columns): Record<string, Cell>[] {
  const entries = Object.entries(columns)
  return (entries[0]?.[1] ?? []).map((_, row) => Object.fromEntries(entries.map(([name, cells]) => [name, cells[row]!])))
}

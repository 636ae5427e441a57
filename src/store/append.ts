import type { DuckDBConnection, DuckDBDataChunk, DuckDBType } from '@duckdb/node-api'
import type { Cell } from './cells.ts'
import { type CodedColumn, type CodedColumns, isCoded, lengthOf } from './coded-texts.ts'
import { duckdb } from './duckdb.ts'

/** Rows of a DuckDB data chunk. */
const chunkRows = 2048

/** How often a chunk is reused: a new one lists the texts of its coded columns, an old one keeps every text it has held. */
const chunkUses = 32

/**
 * Appends columns, in the order of the table's own, to an existing table of the connection; DuckDB converts nothing but to the table's types.
 *
 * @param order   indexes of the rows in the order in which they are appended; unchanged unless given
 */
export async function appendColumns(
  connection: DuckDBConnection,
  table: string,
  columns: CodedColumns,
  order?: Uint32Array,
): Promise<void> {
  const { DuckDBDataChunk, ENUM } = duckdb()
  const appender = await connection.createAppender(table)
  const list = Object.values(columns)
  const types = list.map((column, i): DuckDBType => (isCoded(column) ? ENUM([...column.texts]) : appender.columnType(i)))
  const length = lengthOf(columns)
  let chunk: DuckDBDataChunk | undefined
  for (let start = 0, uses = 0; start < length; start += chunkRows, uses++) {
    const rows = Math.min(chunkRows, length - start)
    if (chunk === undefined || rows < chunkRows || uses % chunkUses === 0) chunk = DuckDBDataChunk.create(types, rows)
    for (const [i, column] of list.entries()) chunk.setColumnValues(i, cellsAt(column, start, rows, order))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

function cellsAt(column: CodedColumn, start: number, rows: number, order: Uint32Array | undefined): Cell[] {
  const at = order === undefined ? Uint32Array.from({ length: rows }, (_, i) => start + i) : order.subarray(start, start + rows)
  const cells: Cell[] = []
  if (isCoded(column)) for (const row of at) cells.push(column.texts[column.codes[row]!] ?? null)
  else for (const row of at) cells.push(column[row]!)
  return cells
}

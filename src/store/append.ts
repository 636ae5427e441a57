import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api'
import type { Cell, Columns } from './cells.ts'
import { duckdb } from './duckdb.ts'

/** Rows that DuckDB takes at a time. */
const chunkRows = 2048

/** Texts of one column up to which it pays to hand over numbers and a list of texts instead of the texts: measured three times as fast. */
const dictionaryLimit = 255

/** Appends columns, in the order of the table's own, to an existing table of the connection; nothing is converted but by the table's types. */
export async function appendColumns(connection: DuckDBConnection, table: string, columns: Columns): Promise<void> {
  const { DuckDBDataChunk, ENUM } = duckdb()
  const appender = await connection.createAppender(table)
  const cells = Object.values(columns)
  const types = cells.map((column, i) => dictionaryOf(column, ENUM) ?? appender.columnType(i))
  const length = cells[0]?.length ?? 0
  for (let start = 0; start < length; start += chunkRows) {
    const end = Math.min(start + chunkRows, length)
    const chunk = DuckDBDataChunk.create(types, end - start)
    cells.forEach((column, i) => void chunk.setColumnValues(i, column.slice(start, end)))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

function dictionaryOf(column: readonly Cell[], enumOf: (texts: string[]) => DuckDBType): DuckDBType | undefined {
  const texts = new Set<string>()
  for (const cell of column) {
    if (cell === null) continue
    if (typeof cell !== 'string' || cell.includes('\0')) return undefined // a dictionary ends its texts at NUL
    texts.add(cell)
    if (texts.size > dictionaryLimit) return undefined
  }
  return texts.size === 0 ? undefined : enumOf([...texts])
}

import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBDataChunk, DuckDBMaterializedResult, DuckDBType } from '@duckdb/node-api'
import { VisavisError } from '../errors.ts'
import { type Cell, cellOf, parameterTypes } from './cells.ts'
import { type CodedColumn, type CodedColumns, isCoded, lengthOf } from './coded-texts.ts'
import { duckdb } from './duckdb.ts'

export type { Cell, Columns } from './cells.ts'

/** An in-memory DuckDB of this process. Close it when done; nothing is kept. */
export interface Session {
  /** Result by column; every column is present, empty where there are no rows. `$name` in the SQL takes its value from `parameters`. */
  columns(sql: string, parameters?: Readonly<Record<string, Cell>>): Promise<Record<string, Cell[]>>
  /** Result by row. */
  rows(sql: string, parameters?: Readonly<Record<string, Cell>>): Promise<Record<string, Cell>[]>
  /** Runs statements without parameters or result. */
  run(sql: string): Promise<void>
  /**
   * Adds rows to a table of the session in bulk: about a million text cells a second or more, where INSERT takes minutes.
   *
   * @param order   indexes of the rows in the order in which they are appended; unchanged unless given
   */
  append(table: string, columns: CodedColumns, order?: Uint32Array): Promise<void>
  close(): void
}

export interface SessionOptions {
  /** Threads that DuckDB may use; all cores unless given. Results do not depend on it. */
  readonly threads?: number
  /** As DuckDB spells it: `4GB`. Larger work spills to the system's temporary directory. */
  readonly memoryLimit?: string
}

/**
 * Opens an in-memory DuckDB. It never touches the network: extensions are neither installed nor loaded by themselves (json, parquet and icu are in the binary).
 *
 * The DuckDB library is loaded only here, since it takes a tenth of a second that `--help` should not cost.
 */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const instance = await duckdb().DuckDBInstance.create(':memory:', configuration(options))
  const connection = await instance.connect()
  const ask = (sql: string, parameters?: Readonly<Record<string, Cell>>) => query(connection, sql, parameters)
  return {
    columns: async (sql, parameters) => columnsOf(await ask(sql, parameters)),
    rows: async (sql, parameters) => rowsOf(columnsOf(await ask(sql, parameters))),
    run: async (sql) => void (await ask(sql)),
    append: (table, columns, order) => appendColumns(connection, table, columns, order),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

function configuration({ threads, memoryLimit }: SessionOptions): Record<string, string> {
  return {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // the default is `.tmp` in the current directory
    temp_directory: join(tmpdir(), `visavis-${process.pid}-${randomBytes(4).toString('hex')}`),
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
  }
}

async function query(
  connection: DuckDBConnection,
  sql: string,
  parameters?: Readonly<Record<string, Cell>>,
): Promise<DuckDBMaterializedResult> {
  try {
    if (parameters === undefined) return await connection.run(sql)
    const values = { ...parameters }
    return (await connection.run(sql, values, parameterTypes(values))) as DuckDBMaterializedResult
  } catch (cause) {
    const names = parameters === undefined ? '' : ` (parameters: ${Object.keys(parameters).join(', ') || 'none'})`
    throw new VisavisError('Internal', `DuckDB: ${(cause as Error).message}\nin: ${sql}${names}`, { cause })
  }
}

function columnsOf(result: DuckDBMaterializedResult): Record<string, Cell[]> {
  const names = result.deduplicatedColumnNames()
  const columns = names.map((): Cell[] => [])
  for (let c = 0; c < result.chunkCount; c++) {
    const chunk = result.getChunk(c)
    names.forEach((name, i) => {
      const column = columns[i]!
      chunk.visitColumnValues(i, (value) => void column.push(cellOf(value, name)))
    })
  }
  return Object.fromEntries(names.map((name, i) => [name, columns[i]!]))
}

function rowsOf(columns: Record<string, Cell[]>): Record<string, Cell>[] {
  const entries = Object.entries(columns)
  const length = entries[0]?.[1].length ?? 0
  return Array.from({ length }, (_, row) => Object.fromEntries(entries.map(([name, cells]) => [name, cells[row]!])))
}

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

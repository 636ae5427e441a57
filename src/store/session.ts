import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBDataChunk, DuckDBMaterializedResult, DuckDBType, DuckDBVector } from '@duckdb/node-api'
import { VisavisError } from '../errors.ts'
import { type Cell, cellOf, parameterTypes } from './cells.ts'
import { type CodedColumn, type CodedColumns, isCoded, rowCountOf } from './coded-texts.ts'
import { duckdb, loadDuckdb } from './load-duckdb.ts'
import { cellReader } from './vector-reader.ts'

export type { Cell, Columns } from './cells.ts'

/** An in-memory DuckDB of this process. The caller must close it; its content is not saved. */
export interface Session {
  /**
   * Runs a query and returns its result by column. Every column is present, and empty if there are no rows. `$name` in the SQL takes its value from
   * `parameters`.
   */
  columns(sql: string, parameters?: Readonly<Record<string, Cell>>): Promise<Record<string, Cell[]>>
  /** Runs a query and returns its result by row. */
  rows(sql: string, parameters?: Readonly<Record<string, Cell>>): Promise<Record<string, Cell>[]>
  /** Runs statements that have neither parameters nor a result. */
  run(sql: string): Promise<void>
  /**
   * Adds rows to a table of the session in bulk: about a million text cells a second or more. INSERT would take minutes for the same rows.
   *
   * @param order   row indexes in the order to append; as the columns have them unless given
   */
  append(table: string, columns: CodedColumns, order?: Uint32Array): Promise<void>
  close(): void
}

export interface SessionOptions {
  /** How many threads DuckDB may use; all cores unless given. Results do not depend on the number. */
  readonly threads?: number
  /** The limit of memory as DuckDB spells it: `4GB`. Larger work uses files in the system's temporary directory. */
  readonly memoryLimit?: string
  /** How many queries may run at the same time, each on a connection of its own; 1 unless given, 2 for a snapshot. */
  readonly connections?: number
}

/**
 * Opens an in-memory DuckDB. It never uses the network: extensions are neither installed nor loaded automatically (json, parquet and icu are built in).
 *
 * The DuckDB library is loaded on the first call, not with this module: loading takes a tenth of a second, which `--help` should not cost.
 */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const { DuckDBInstance } = await loadDuckdb()
  const instance = await DuckDBInstance.create(':memory:', configuration(options))
  const connection = await instance.connect()
  const more = Array.from({ length: (options.connections ?? 1) - 1 }, () => instance.connect())
  const lanes = [connection, ...(await Promise.all(more))].map((lane) => ({ lane, running: 0 }))
  const ask = async (sql: string, parameters?: Readonly<Record<string, Cell>>): Promise<DuckDBMaterializedResult> => {
    const free = lanes.reduce((least, one) => (one.running < least.running ? one : least))
    free.running++
    try {
      return await query(free.lane, sql, parameters)
    } finally {
      free.running--
    }
  }
  const { during, close } = closedAfterQueries(() => {
    for (const { lane } of lanes) lane.closeSync()
    instance.closeSync()
  })
  return {
    columns: (sql, parameters) => during(async () => columnsOf(await ask(sql, parameters))),
    rows: (sql, parameters) => during(async () => rowsOf(columnsOf(await ask(sql, parameters)))),
    run: (sql) => during(async () => void (await ask(sql))),
    append: (table, columns, order) => during(() => appendColumns(connection, table, columns, order)),
    close,
  }
}

/**
 * Puts off closing until the queries that run have ended. Closing under a running query ends the process with a segmentation fault, so that an error of one
 * query would never be told where others were asked together with it.
 */
function closedAfterQueries(closeNow: () => void): { during<T>(query: () => Promise<T>): Promise<T>; close(): void } {
  let [running, isClosing, isClosed] = [0, false, false]
  const closeWhenIdle = (): void => {
    if (!isClosing || isClosed || running > 0) return
    isClosed = true
    closeNow()
  }
  return {
    async during(query) {
      if (isClosing) throw new VisavisError('Internal', 'a query was asked of a record that is closed')
      running++
      try {
        return await query()
      } finally {
        running--
        closeWhenIdle()
      }
    },
    close() {
      isClosing = true
      closeWhenIdle()
    },
  }
}

function configuration({ threads, memoryLimit }: SessionOptions): Record<string, string> {
  return {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // DuckDB's default is `.tmp` in the current directory
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
    const gone = unreadablePart((cause as Error).message)
    if (gone !== undefined)
      throw new VisavisError('TornSnapshot', `the file ${gone} of the snapshot cannot be read`, {
        hint: 'it was moved, deleted or cut off; bring it back, or begin with another snapshot',
        cause,
      })
    const names = parameters === undefined ? '' : ` (parameters: ${Object.keys(parameters).join(', ') || 'none'})`
    throw new VisavisError('Internal', `DuckDB: ${(cause as Error).message}\nin: ${sql}${names}`, { cause })
  }
}

/**
 * Returns the name of the part of a snapshot that DuckDB could not read, from its error; undefined for any other error, such as that of a part that cannot be
 * written, whose name begins with a dot until it is whole. A snapshot may vanish while it is used.
 *
 * @example unreadablePart('IO Error: No files found that match the pattern "/home/visavis/parts/votes-1.parquet"')   // 'votes-1.parquet'
 */
export function unreadablePart(error: string): string | undefined {
  const isOfFile =
    /^(?:IO Error: (?:No files found that match the pattern|Cannot open file)|Invalid Input Error: .{0,40}[Ff]ile) ["']/.test(error)
  return isOfFile ? /\/parts\/(\w[\w.-]{0,200})["']/.exec(error)?.[1] : undefined
}

function columnsOf(result: DuckDBMaterializedResult): Record<string, Cell[]> {
  const names = result.deduplicatedColumnNames()
  const columns = names.map((): Cell[] => [])
  for (let c = 0; c < result.chunkCount; c++) {
    const chunk = result.getChunk(c)
    for (const [i, name] of names.entries()) pushCells(columns[i]!, chunk.getColumnVector(i), name)
  }
  return Object.fromEntries(names.map((name, i) => [name, columns[i]!]))
}

function pushCells(column: Cell[], vector: DuckDBVector, name: string): void {
  const read = cellReader(vector)
  const count = vector.itemCount
  if (read === undefined) for (let row = 0; row < count; row++) column.push(cellOf(vector.getItem(row), name))
  else for (let row = 0; row < count; row++) column.push(read(row))
}

/** Makes the rows as copies of one, so that all have the same hidden class: they are made, and later read, several times faster than one by one. */
function rowsOf(columns: Record<string, Cell[]>): Record<string, Cell>[] {
  const entries = Object.entries(columns)
  const length = entries[0]?.[1].length ?? 0
  const blank: Record<string, Cell> = Object.fromEntries(entries.map(([name]) => [name, null]))
  const rows = Array.from({ length }, () => ({ ...blank }))
  for (const [name, cells] of entries) for (let row = 0; row < length; row++) rows[row]![name] = cells[row]!
  return rows
}

/** The number of rows in a DuckDB data chunk. */
const chunkRows = 2048

/** How often a chunk is reused. A new chunk must be given the texts of its coded columns, which takes time; an old one keeps all texts in memory. */
const chunkUses = 32

/**
 * Appends columns to an existing table; they must be in the table's column order. DuckDB converts values only to the column types of the table.
 *
 * @param order   row indexes in the order to append; as the columns have them unless given
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
  const length = rowCountOf(columns)
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

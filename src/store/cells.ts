import type { DuckDBType, DuckDBValue } from '@duckdb/node-api'
import { VisavisError } from '../errors.ts'
import { duckdb } from './load-duckdb.ts'

/** The value of a cell or of a query parameter. `null` is SQL NULL: unknown, never zero. */
export type Cell = string | number | boolean | null

/** A table as columns by name; all columns have the same length. */
export type Columns = Readonly<Record<string, readonly Cell[]>>

/**
 * Converts a DuckDB value to a cell: counts and sums (BIGINT, HUGEINT) and DECIMAL become numbers, dates and times ISO text.
 *
 * @throws Error if the conversion would lose information: an integer beyond 2^53, a list, a struct. The message says what to write in the SQL instead
 */
export function cellOf(value: DuckDBValue, column: string): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return safeInteger(value, column)
  const kind = value.constructor.name
  if (kind === 'DuckDBDecimalValue') return Number(value.toString())
  if (kind === 'DuckDBDateValue' || kind.startsWith('DuckDBTime') || kind === 'DuckDBUUIDValue') return value.toString()
  throw new VisavisError('Internal', `column ${column} holds a ${kind.replace(/^DuckDB|Value$/g, '')}: cast it to VARCHAR, or unnest it`)
}

function safeInteger(value: bigint, column: string): number {
  const number = Number(value)
  if (Number.isSafeInteger(number)) return number
  throw new VisavisError('Internal', `column ${column} holds ${value}, more than a number can hold exactly: cast it to DOUBLE or VARCHAR`)
}

/** Returns the types of query parameters. Integers become INTEGER or BIGINT, as LIMIT and substring() require; every other number becomes DOUBLE. */
export function parameterTypes(parameters: Readonly<Record<string, Cell>>): Record<string, DuckDBType> {
  const { BIGINT, BOOLEAN, DOUBLE, INTEGER, SQLNULL, VARCHAR } = duckdb()
  const typeOf = (cell: Cell): DuckDBType => {
    if (cell === null) return SQLNULL
    if (typeof cell === 'string') return VARCHAR
    if (typeof cell === 'boolean') return BOOLEAN
    if (!Number.isSafeInteger(cell) || Object.is(cell, -0)) return DOUBLE
    return Math.abs(cell) < 2 ** 31 ? INTEGER : BIGINT
  }
  return Object.fromEntries(Object.entries(parameters).map(([name, cell]) => [name, typeOf(cell)]))
}

/**
 * Returns a text as a literal of SQL.
 *
 * @example sqlLiteral("Côte d'Ivoire")   // "'Côte d''Ivoire'"
 */
export function sqlLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

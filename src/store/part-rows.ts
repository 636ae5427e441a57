import { VisavisError } from '../errors.ts'
import type { Cell, Columns } from './cells.ts'
import { type CodedColumn, type CodedColumns, codedTexts } from './coded-texts.ts'
import type { Part } from './manifest.ts'
import { type TableName, tables } from './tables.ts'

/** Rows for one table: columns in memory, the result of a query, or an existing part of a snapshot under `root`, which may be another root. */
export type TableContent = { readonly columns: Columns } | { readonly sql: string } | { readonly carried: Part; readonly root: string }

type ColumnType = 'VARCHAR' | 'DOUBLE' | 'INTEGER' | 'BOOLEAN'

/**
 * Matches text that only a misread file contains, or that DuckDB would not return unchanged: half a surrogate pair, or a byte-order mark at the beginning. The
 * NUL character is excluded in `fits`.
 */
const unstorableText = /^\ufeff|\p{Surrogate}/u

const fits: Record<ColumnType, (cell: Cell) => boolean> = {
  VARCHAR: (cell) => typeof cell === 'string' && !cell.includes('\0') && !unstorableText.test(cell),
  DOUBLE: (cell) => typeof cell === 'number' && Number.isFinite(cell),
  INTEGER: (cell) => Number.isInteger(cell) && Math.abs(cell as number) < 2 ** 31,
  BOOLEAN: (cell) => typeof cell === 'boolean',
}

/** DuckDB types that convert to a column's type without rounding or guessing. */
const acceptable: Record<ColumnType, RegExp> = {
  VARCHAR: /^VARCHAR$/,
  DOUBLE: /^(DOUBLE|FLOAT|DECIMAL.*|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/,
  INTEGER: /^(INTEGER|U?TINYINT|U?SMALLINT|UINTEGER|U?BIGINT|HUGEINT)$/,
  BOOLEAN: /^BOOLEAN$/,
}

/** Returns the columns of a table with their types, in order. */
export function columnsOfTable(table: TableName): [name: string, type: ColumnType][] {
  return Object.entries(tables[table])
}

/**
 * Checks the columns for a table and returns them in the table's order, with repeated texts coded.
 *
 * @throws BadInput for a missing or extra column, unequal lengths, a cell of another type, or an invalid day
 */
export function checkedColumns(table: TableName, columns: Columns): CodedColumns {
  checkNames(table, Object.keys(columns))
  const length = Object.values(columns)[0]?.length ?? 0
  const entries = columnsOfTable(table).map(([name, type]): [string, CodedColumn] => {
    const cells = columns[name]!
    if (cells.length !== length) throw bad(`${table}.${name} has ${cells.length} cells where the first column has ${length}`)
    const column = (type === 'VARCHAR' ? codedTexts(cells) : undefined) ?? cells
    const different = 'codes' in column ? column.texts : cells
    if (!different.every((cell) => cell === null || fits[type](cell))) {
      const row = cells.findIndex((cell) => cell !== null && !fits[type](cell))
      throw bad(`${table}.${name} is ${type}, but row ${row} holds ${shown(cells[row])}`)
    }
    if (isDay(name)) checkDays(`content for ${table}: ${table}.${name}`, different)
    return [name, column]
  })
  return Object.fromEntries(entries)
}

function isDay(column: string): boolean {
  return /(^|_)date$/.test(column)
}

function checkDays(name: string, cells: readonly Cell[]): void {
  const wrong = cells.find((cell) => {
    if (typeof cell !== 'string') return false
    const time = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? Date.parse(cell) : Number.NaN
    return Number.isNaN(time) || !new Date(time).toISOString().startsWith(cell)
  })
  if (wrong !== undefined) throw bad(`${name} is not a day YYYY-MM-DD: ${wrong}`)
}

/**
 * Checks that the result of a query has the columns of a table, given the name and DuckDB type of each. Returns the columns of type INTEGER for which the table
 * has text or BOOLEAN: DuckDB gives that type to a column of NULLs, so such a column is right only if all its rows are NULL.
 *
 * @throws BadInput if the columns differ in name or type
 */
export function checkQueryColumns(table: TableName, found: readonly { readonly name: string; readonly type: string }[]): string[] {
  checkNames(
    table,
    found.map((column) => column.name),
  )
  return columnsOfTable(table).flatMap(([name, type]) => {
    const actual = found.find((column) => column.name === name)!.type
    if (acceptable[type].test(actual)) return []
    if (actual === 'INTEGER') return [name]
    throw bad(`${table}.${name} is ${type}, but the query gives ${actual}: cast it there`)
  })
}

/**
 * Returns SQL for the rows of a part: the columns of the table, taken from `from`, converted, checked, and sorted by all columns. So the same rows in any order
 * give the same bytes.
 *
 * When the SQL runs, DuckDB raises an error for an invalid day, for a number that is not finite, and for any value in a column of `blank`, which may contain
 * only NULL; the error names the value.
 */
export function canonicalRows(table: TableName, from: string, blank: readonly string[]): string {
  const list = columnsOfTable(table).map(([name, type]) => `${checkedCell(table, name, type, blank.includes(name))} AS ${name}`)
  return `SELECT ${list.join(', ')} FROM ${from} ORDER BY ALL`
}

function checkedCell(table: string, name: string, type: ColumnType, blank: boolean): string {
  const cell = `CAST(${name} AS ${type})`
  const unless = (condition: string, what: string): string =>
    `CASE WHEN ${name} IS NULL OR ${condition} THEN ${cell} ELSE error('${table}.${name} ${what}: ' || CAST(${name} AS VARCHAR)) END`
  if (blank) return unless('false', `is ${type}, but the query gives INTEGER, so cast it there`)
  if (type === 'DOUBLE') return unless(`isfinite(${cell})`, 'is not a finite number')
  if (!isDay(name)) return cell
  const day = `(regexp_full_match(${cell}, '\\d{4}-\\d{2}-\\d{2}') AND try_cast(${cell} AS DATE) IS NOT NULL)`
  return unless(day, 'is not a day YYYY-MM-DD')
}

/**
 * Returns SQL for the rows of a part whose columns have been checked. `staged` is a table with the sorted columns, without those that are equal in every row;
 * `constants` has the text of these. The bytes are the same as with `canonicalRows`.
 */
export function stagedRows(table: TableName, staged: string, constants: ReadonlyMap<string, string | null>): string {
  const list = columnsOfTable(table).map(([name, type]) => {
    const text = constants.get(name)
    const cell = text === undefined ? name : text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`
    return `CAST(${cell} AS ${type}) AS ${name}`
  })
  return `SELECT ${list.join(', ')} FROM ${staged}`
}

function checkNames(table: TableName, names: readonly string[]): void {
  const expected = columnsOfTable(table).map(([name]) => name)
  const missing = expected.filter((name) => !names.includes(name))
  const extra = names.filter((name, i) => !expected.includes(name) || names.indexOf(name) !== i)
  if (missing.length + extra.length === 0) return
  const said = [missing.length > 0 ? `lacks ${missing.join(', ')}` : '', extra.length > 0 ? `has ${extra.join(', ')} too many` : '']
  throw bad(`content for ${table} ${said.filter(Boolean).join(' and ')}`)
}

function shown(cell: unknown): string {
  return typeof cell === 'string' ? `the text ${JSON.stringify(cell.slice(0, 40))}` : String(cell)
}

function bad(message: string): VisavisError {
  return new VisavisError('BadInput', message)
}

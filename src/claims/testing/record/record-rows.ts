import type { PairRow } from '../../../assessments/rows/observation-row.ts'
import { type Cell, type Snapshot, sqlLiteral } from '../../../store/index.ts'

/** An observation in the form that claims are tested with. The EU is `EUU`, as in claims, and `to` is blank if the figure concerns one state. */
export interface RecordRow extends Omit<PairRow, 'status' | 'locator'> {
  readonly estimated: boolean
  /** Whether the figure comes from a list that is never complete, so that the true figure may be higher. */
  readonly atLeast: boolean
  /** For a sum over several states: the condition on the rows that selects senders and receivers. */
  readonly whose?: string
}

export const storedId = (id: string): string => (id === 'EUU' ? 'EU' : id)
export const claimId = (id: string): string => (id === 'EU' ? 'EUU' : id)

/**
 * Returns an SQL condition that a column has one of these values. A function is used instead of IN, which DuckDB applies only after unpacking all columns of
 * every row. With the function, DuckDB first reads this one column, and a query for a pair takes half the time.
 */
export const sqlIsAmong = (column: string, words: readonly string[]): string =>
  `list_contains([${words.map(sqlLiteral).join(', ')}], ${column})`

/** The fields that all rows of one series have in common. */
export type RowOfSeries = Omit<RecordRow, 'start' | 'end' | 'value' | 'atLeast'>

/**
 * SQL expression that packs the fields common to a series into one text, which is later split once for each series: every text that DuckDB returns costs more
 * time than finding the row. Rows are sorted by this text.
 */
const sharedColumns = ['source', 'indicator', 'from_id', 'to_id', 'reporter', 'unit', 'status', 'vintage']
export const packedRows: string = `concat_ws(chr(31), ${sharedColumns.map((column) => `coalesce(${column}, '')`).join(', ')})`
const separator = String.fromCharCode(31)

/** Reads the figures that meet a condition, in chronological order. */
export async function readRows(snapshot: Snapshot, where: string, parameters: Readonly<Record<string, Cell>> = {}): Promise<RecordRow[]> {
  const columns = await snapshot.columns(
    `SELECT ${packedRows} AS series, start_date || end_date AS days, value, contains(locator, ' (more than ') AS more FROM observations
     WHERE ${where} AND value IS NOT NULL ORDER BY start_date, end_date, series, locator, value`,
    parameters,
  )
  const { series, days, value, more } = columns as unknown as Packed
  const known = new Map([...new Set(series)].map((one) => [one, unpackedSeries(one)]))
  return series.map((one, i) => rowFrom(known.get(one)!, days[i]!.slice(0, 10), days[i]!.slice(10), value[i]!, more[i]!))
}

interface Packed {
  readonly series: readonly string[]
  readonly days: readonly string[]
  readonly value: readonly number[]
  readonly more: readonly boolean[]
}

export function rowFrom(series: RowOfSeries, start: string, end: string, value: number, atLeast: boolean): RecordRow {
  const { indicator, from, to, reporter, unit, estimated, source, vintage } = series
  return { indicator, from, to, reporter, start, end, value, unit, estimated, source, vintage, atLeast }
}

/** Reads the fields of a sum from a row that DuckDB returns. */
export const summedFields = (
  row: Readonly<Record<string, Cell>>,
): Pick<RecordRow, 'start' | 'end' | 'value' | 'unit' | 'source' | 'vintage'> => ({
  start: String(row['start_date']),
  end: String(row['end_date']),
  value: Number(row['value']),
  unit: String(row['unit']),
  source: String(row['source']),
  vintage: String(row['vintage']),
})

/** Splits a value of `packedRows` into its fields. */
export function unpackedSeries(series: string): RowOfSeries {
  const [source, indicator, from, to, reporter, unit, status, vintage] = series.split(separator) as string[]
  return {
    indicator: indicator!,
    from: claimId(from!),
    to: claimId(to!),
    reporter: reporter === '' ? null : claimId(reporter!),
    unit: unit!,
    estimated: status !== 'observed',
    source: source!,
    vintage: vintage!,
  }
}

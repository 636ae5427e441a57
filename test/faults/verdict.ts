import { VisavisError } from '../../src/errors.ts'
import type { RowsByTable } from '../../src/sources/reader/edition.ts'
import type { LoadedReader } from '../../src/sources/reader/reader.ts'
import { blocOf, nonStateMembers, stateOf } from '../../src/states/index.ts'
import type { Cell, Columns, Session } from '../../src/store/index.ts'
import { indicatorOf } from '../../src/store/indicators/indicators.ts'
import { checkedColumns } from '../../src/store/part-rows.ts'
import type { TableName } from '../../src/store/tables.ts'

/**
 * Milliseconds of processor time. A third of a megabyte is read in a few; anything slower than this is quadratic in the
 * size of a field.
 */
const hang = 5000

/** The result of a reading: the rows or the refusal, and the fault in it, or null. */
export interface Verdict {
  readonly brought: RowsByTable | null
  readonly refusal: VisavisError | null
  readonly fault: string | null
}

/** Reads files and reports what no reading may do: crash, run too long, or produce impossible rows. */
export async function verdictOn(loaded: LoadedReader, paths: readonly string[], session: Session): Promise<Verdict> {
  const before = process.cpuUsage()
  const late = (): string | null => {
    const { user, system } = process.cpuUsage(before)
    return user + system > hang * 1000 ? `hang: took ${Math.round((user + system) / 1000)} ms of processor time` : null
  }
  try {
    const brought = await loaded.read(paths, session)
    return { brought, refusal: null, fault: late() ?? rowsFault(brought) }
  } catch (error) {
    if (!(error instanceof VisavisError)) return { brought: null, refusal: null, fault: `crash: ${(error as Error).stack}` }
    const expected = ['BadInput', 'Usage', 'TooLarge'].includes(error.code)
    return { brought: null, refusal: error, fault: expected ? late() : `refused as ${error.code}: ${error.message}` }
  }
}

/**
 * Impossible rows: cells of the wrong type, invalid or implausible dates, unknown parties, one figure with two values.
 */
export function rowsFault(brought: RowsByTable): string | null {
  for (const [table, columns] of Object.entries(brought) as [TableName, Columns][]) {
    if ('sql' in columns) continue
    const fault = typesFault(table, columns) ?? daysFault(table, columns) ?? partiesFault(table, columns)
    if (fault !== null) return fault
  }
  return brought.observations === undefined ? null : figuresFault(brought.observations)
}

function typesFault(table: TableName, columns: Columns): string | null {
  try {
    checkedColumns(table, columns)
    return null
  } catch (error) {
    return `rows: ${(error as Error).message}`
  }
}

const dayNames = ['date', 'start_date', 'end_date']

function daysFault(table: string, columns: Columns): string | null {
  for (const name of dayNames) {
    for (const cell of columns[name] ?? []) if (cell !== null && !isDay(String(cell))) return `day: ${table}.${name} is ${String(cell)}`
  }
  const [from, to] = [columns['start_date'] ?? columns['date'] ?? [], columns['end_date'] ?? []]
  const row = from.findIndex((day, i) => day !== null && to[i] !== null && to[i] !== undefined && String(day) > String(to[i]))
  return row < 0 ? null : `day: ${table} goes from ${from[row]} to ${to[row]}`
}

function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  const real = new Date(Date.UTC(year, month - 1, day))
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && year >= 1800 && year <= 2100 && real.getUTCMonth() === month - 1 && real.getUTCDate() === day
}

/** Senders and bodies that are not blocs in the project, the world, and parties with a source's own ids. */
const others = new Set(['WLD', 'ROW', 'EPF', 'EIB', 'UN', 'EU', 'CHINCOM', 'COCOM', 'LON', ...nonStateMembers])

function partiesFault(table: string, columns: Columns): string | null {
  for (const name of ['from_id', 'to_id', 'reporter', 'state', 'sender', 'target']) {
    for (const cell of columns[name] ?? []) {
      const id = String(cell)
      if (cell !== null && stateOf(id) === undefined && blocOf(id) === undefined && !others.has(id))
        return `party: ${table}.${name} is ${id}`
    }
  }
  return null
}

const identity = ['indicator', 'from_id', 'to_id', 'reporter', 'start_date', 'end_date', 'unit', 'valuation', 'source']

/** The key of an observation: what it is a figure of. */
export function keyOf(columns: Columns, row: number): string {
  return identity.map((name) => String(columns[name]?.[row])).join('|')
}

function figuresFault(observations: Columns): string | null {
  const seen = new Map<string, Cell>()
  for (const [row, indicator] of (observations['indicator'] ?? []).entries()) {
    const entry = indicatorOf(String(indicator))
    if (entry === undefined) return `indicator: ${String(indicator)} is not in the catalogue`
    if (entry.unit !== 'mixed' && entry.unit !== observations['unit']?.[row]) return `unit: ${entry.id} in ${observations['unit']?.[row]}`
    const key = keyOf(observations, row)
    if (seen.has(key)) return `twice: ${key} is ${String(seen.get(key))} and ${String(observations['value']?.[row])}`
    seen.set(key, observations['value']?.[row] ?? null)
  }
  return null
}

/** A figure that does not appear in the text in any unit, or null. */
export function strayFigure(brought: RowsByTable, text: string): string | null {
  // where the text has more digits than a number can hold, the figure read is rounded
  if (/\d{16}/.test(text.replaceAll('.', ''))) return null
  const digits = text.replace(/[\s.,'"+-]/g, '')
  for (const [row, value] of (brought.observations?.['value'] ?? []).entries()) {
    const [mantissa = ''] = String(Math.abs(Number(value))).split('e')
    const significant = mantissa.replace('.', '').replace(/^0+|0+$/g, '')
    // numbers with sixteen or more digits are rounded, so the last remaining digit may differ
    const sure = significant.length > 14 ? significant.slice(0, 13) : significant
    if (sure.length > 1 && !digits.includes(sure)) return `figure: ${keyOf(brought.observations!, row)} is ${String(value)}`
  }
  return null
}

/** The first figure that is not in the whole file, or null. */
export function otherFigureThan(whole: RowsByTable, brought: RowsByTable): string | null {
  if (whole.observations === undefined || brought.observations === undefined) return null
  const right = new Map(whole.observations['value']!.map((value, row) => [keyOf(whole.observations!, row), value]))
  for (const [row, value] of brought.observations['value']!.entries()) {
    const key = keyOf(brought.observations, row)
    if (right.get(key) !== value) return `changed: ${key} is ${String(value)}, not ${String(right.get(key))}`
  }
  return null
}

import { badInput, VisavisError } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { type Observation, observationColumns } from './observation.ts'

/**
 * Returns the rows of a table from its columns.
 *
 * @example rowsOfColumns({ state: ['AFG', 'ALB'] })   // [{ state: 'AFG' }, { state: 'ALB' }]
 */
export function rowsOfColumns<T>(columns: Columns): T[] {
  const names = Object.keys(columns)
  return (columns[names[0] ?? ''] ?? []).map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name]![i]])) as T)
}

/**
 * Puts the figures of several files of one source together as one edition. Equal rows of two files become one row.
 *
 * @throws BadInput if two files have different values for one figure, since it is unknown which file is the later one
 */
export function asOneEdition(rows: readonly Observation[]): Columns {
  try {
    return observationColumns(rows)
  } catch (cause) {
    if (!(cause instanceof VisavisError) || cause.hint !== undefined) throw cause
    throw badInput(cause.message, { cause, hint: 'where two files are of different days, give the later one only' })
  }
}

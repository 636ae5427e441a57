import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { tableColumns } from './table-columns.ts'

/** One row of the table `sanctions` from a list of cases; see `store/tables.ts` for what each column means. */
export interface SanctionRow {
  readonly regime: string
  readonly name: string
  readonly sender: string
  readonly target: string
  readonly start_date: string
  readonly end_date: string | null
  readonly measures: string
  readonly source: string
  readonly vintage: string
  readonly citation: string
  readonly note: string | null
}

/**
 * Returns rows as columns of the table; equal rows become one.
 *
 * @throws BadInput for a state with sanctions on itself (a body may have them on its own members), or an end before the start
 */
export function sanctionColumns(rows: readonly SanctionRow[]): Columns {
  const kept = new Map<string, SanctionRow>()
  for (const row of rows) {
    if (row.sender === row.target && stateOf(row.sender) !== undefined)
      throw badInput(`${row.citation}: ${row.sender} has sanctions on itself`)
    if (row.end_date !== null && row.end_date < row.start_date) {
      throw badInput(`${row.citation}: ends on ${row.end_date}, before it starts on ${row.start_date}`)
    }
    kept.set([row.regime, row.sender, row.target, row.start_date].join('|'), row)
  }
  return tableColumns('sanctions', [...kept.values()])
}

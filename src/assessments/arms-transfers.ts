import type { State } from '../states/index.ts'
import type { Bench } from './assessment.ts'
import { type PairRow, pairRow } from './pair-observations.ts'

/** SIPRI's two exports, in the order in which they are preferred: the register has all pairs, a table of volumes those of one recipient. */
const sources = ['sipri-register', 'sipri-tiv-table'] as const

export const tiv = 'arms-deliveries-tiv'

/** What one source says of the deliveries of one state to another, by calendar year. A year of the window that is not among the rows had none. */
export interface Transfers {
  readonly source: string
  readonly vintage: string
  readonly supplier: State
  readonly recipient: State
  /** First and last calendar year that the source covers by the last day. */
  readonly first: number
  readonly last: number
  readonly rows: readonly PairRow[]
  /** All that the recipient took, where the source has all suppliers. */
  readonly imports: readonly PairRow[]
  /** All that the supplier delivered, where the source has all recipients. */
  readonly exports: readonly PairRow[]
  /** Whether the source has all pairs, so that one can be ranked. */
  readonly all: boolean
}

/**
 * The deliveries from one state to another in the first source that covers them; undefined where none does.
 *
 * A pair without a row is nothing delivered only where the source was asked for it: a register with the world's totals, with all suppliers of the recipient or with all
 * recipients of the supplier; a table of volumes that lists the suppliers of this recipient.
 */
export async function transfersOf(bench: Bench, supplier: State, recipient: State): Promise<Transfers | undefined> {
  for (const source of sources) {
    const found = await transfersIn(bench, source, supplier, recipient)
    if (found !== undefined) return found
  }
  return undefined
}

async function transfersIn(bench: Bench, source: string, supplier: State, recipient: State): Promise<Transfers | undefined> {
  const [one, other] = [supplier.iso3, recipient.iso3]
  const found = await bench.snapshot.rows(
    `SELECT * FROM observations WHERE indicator = '${tiv}' AND source = $source AND end_date <= $to
       AND ((from_id = $one AND to_id IN ($other, 'WLD')) OR (from_id = 'WLD' AND to_id = $other)) ORDER BY start_date, locator`,
    { source, to: bench.dyad.to, one, other },
  )
  const [window] = await bench.snapshot.rows(
    `SELECT min(start_date) AS first, max(end_date) AS last, max(vintage) AS vintage, coalesce(bool_or(from_id = 'WLD' AND to_id = 'WLD'), false) AS world,
       coalesce(bool_or(from_id <> 'WLD' AND to_id = $other), false) AS listed
     FROM observations WHERE indicator = '${tiv}' AND source = $source AND end_date <= $to`,
    { source, to: bench.dyad.to, other },
  )
  if (window === undefined || window['first'] === null) return undefined
  const rows = found.map(pairRow)
  const [imports, exports] = [rows.filter((row) => row.from === 'WLD'), rows.filter((row) => row.to === 'WLD')]
  const all = source === 'sipri-register' && window['world'] === true
  const asked = source === 'sipri-register' ? all || imports.length > 0 || exports.length > 0 : window['listed'] === true
  const pair = rows.filter((row) => row.from === one && row.to === other)
  if (!asked && pair.length === 0) return undefined
  const [first, last] = [window['first'], window['last']].map((day) => Number(String(day).slice(0, 4))) as [number, number]
  return { source, vintage: String(window['vintage']), supplier, recipient, first, last, rows: pair, imports, exports, all }
}

/** Rows of the calendar years from `first` to `last`. */
export function between(rows: readonly PairRow[], first: number, last: number): PairRow[] {
  return rows.filter((row) => Number(row.start.slice(0, 4)) >= first && Number(row.end.slice(0, 4)) <= last)
}

export function total(rows: readonly PairRow[]): number {
  return rows.reduce((sum, row) => sum + row.value, 0)
}

import type { State } from '../../states/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

/** SIPRI's two exports, preferred one first: the register covers all pairs, a table of volumes only those of one recipient. */
const sources = ['sipri-register', 'sipri-tiv-table'] as const

export const deliveriesIndicator = 'arms-deliveries-tiv'

/** One source's deliveries from one state to another, by calendar year. A year of the covered period without a row had no deliveries. */
export interface Transfers {
  readonly source: string
  readonly vintage: string
  readonly supplier: State
  readonly recipient: State
  /** First and last calendar year that the source covers, up to the last day. */
  readonly first: number
  readonly last: number
  readonly rows: readonly PairRow[]
  /** The recipient's total imports, where the source covers all suppliers. */
  readonly imports: readonly PairRow[]
  /** The supplier's total exports, where the source covers all recipients. */
  readonly exports: readonly PairRow[]
  /** Whether the source covers all pairs, so that a pair can be ranked. */
  readonly all: boolean
}

/**
 * Reads the deliveries from one state to another in the first source that covers them; undefined where none does.
 *
 * A missing row means no deliveries only where the export was made to include the pair. A register includes it with world totals, all suppliers of the
 * recipient or all recipients of the supplier. A table of volumes includes it where it lists the suppliers of this recipient.
 */
export async function transfersOf(bench: DomainInputs, supplier: State, recipient: State): Promise<Transfers | undefined> {
  for (const source of sources) {
    const found = await transfersIn(bench, source, supplier, recipient)
    if (found !== undefined) return found
  }
  return undefined
}

async function transfersIn(bench: DomainInputs, source: string, supplier: State, recipient: State): Promise<Transfers | undefined> {
  const [one, other] = [supplier.iso3, recipient.iso3]
  const window = bench.cards.has(source) ? await windowOf(bench.snapshot, source, bench.dyad.to) : undefined
  if (window === undefined) return undefined
  const held = await loadedRows(bench)
  const ofSource = (rows: readonly PairRow[]): PairRow[] =>
    rows.filter((row) => row.indicator === deliveriesIndicator && row.source === source)
  const imports = ofSource(held.of(other)).filter((row) => row.from === 'WLD')
  const exports = ofSource(held.of(one)).filter((row) => row.to === 'WLD')
  const all = source === 'sipri-register' && window.world
  const asked = source === 'sipri-register' ? all || imports.length > 0 || exports.length > 0 : window.listed.has(other)
  const rows = ofSource(held.between(one, other)).filter((row) => row.from === one)
  if (!asked && rows.length === 0) return undefined
  const { first, last, vintage } = window
  return { source, vintage, supplier, recipient, first, last, rows, imports, exports, all }
}

interface Window {
  readonly first: number
  readonly last: number
  readonly vintage: string
  /** Whether the source has the world total. */
  readonly world: boolean
  /** Recipients with listed suppliers. */
  readonly listed: ReadonlySet<string>
}

/** Returns the years that a source covers up to the last day; undefined where the record has none of its rows. */
const windowOf = cachedBySnapshot(async (snapshot, source: string, to: string): Promise<Window | undefined> => {
  const [row] = await snapshot.rows(
    `SELECT min(start_date) AS first, max(end_date) AS last, max(vintage) AS vintage, coalesce(bool_or(from_id = 'WLD' AND to_id = 'WLD'), false) AS world,
         string_agg(DISTINCT to_id, ' ') FILTER (from_id <> 'WLD') AS listed
       FROM observations WHERE indicator = '${deliveriesIndicator}' AND source = $source AND end_date <= $to`,
    { source, to },
  )
  if (row === undefined || row['first'] === null) return undefined
  const [first, last] = [row['first'], row['last']].map((day) => Number(String(day).slice(0, 4))) as [number, number]
  const listed = new Set(String(row['listed'] ?? '').split(' '))
  return { first, last, vintage: String(row['vintage']), world: row['world'] === true, listed }
})

/** Selects the rows of the calendar years from `first` to `last`. */
export function transfersBetween(rows: readonly PairRow[], first: number, last: number): PairRow[] {
  return rows.filter((row) => Number(row.start.slice(0, 4)) >= first && Number(row.end.slice(0, 4)) <= last)
}

export function totalVolume(rows: readonly PairRow[]): number {
  return rows.reduce((sum, row) => sum + row.value, 0)
}

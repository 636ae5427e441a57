import type { Snapshot } from '../../store/index.ts'
import { PairCache, pairOf } from '../figures/pair-cache.ts'
import { openMemory } from '../memory.ts'

/** A fact that stands between two parties from a day to a day, as the memory holds it (columns: `factColumns`). */
export interface FactRow {
  readonly kind: string
  readonly a: string
  readonly b: string
  /** The party that acted, `both`, or null where no one side is named. */
  readonly actor: string | null
  readonly form: string | null
  /** Our id of the treaty, regime or body; null where the fact is of these two alone. */
  readonly ref: string | null
  readonly name: string | null
  readonly start_told: string
  readonly end_told: string | null
  /** The day from which on it may be seen. */
  readonly seen: string
  readonly start_first: string
  readonly start_last: string
  readonly end_first: string | null
  readonly end_last: string | null
  readonly ended_by: string | null
  readonly amount: number | null
  readonly unit: string | null
  readonly size: string | null
  readonly sides: string | null
  readonly number: string | null
  readonly source: string
  readonly vintage: string
  readonly locator: string
  readonly checked: string | null
  readonly note: string | null
}

const ordered = 'ORDER BY pair, start_first, kind, name, form, actor, end_told, locator'

const kept = new PairCache<readonly FactRow[]>(readPairs, [])
const all = new WeakMap<Snapshot, Promise<ReadonlyMap<string, readonly FactRow[]>>>()

/** All facts of a snapshot by pair (`CHN RUS`, in the order of the codes), each by its start: for a caller that asks for many pairs. */
export function allFacts(snapshot: Snapshot): Promise<ReadonlyMap<string, readonly FactRow[]>> {
  const found = all.get(snapshot) ?? readPairs(snapshot, 'true')
  all.set(snapshot, found)
  found.catch(() => all.delete(snapshot))
  return found
}

async function readPairs(snapshot: Snapshot, where: string): Promise<ReadonlyMap<string, readonly FactRow[]>> {
  await openMemory(snapshot)
  const byPair = new Map<string, FactRow[]>()
  for (const { pair, ...row } of (await snapshot.rows(`SELECT * FROM facts WHERE ${where} ${ordered}`)) as unknown as (FactRow & {
    readonly pair: string
  })[]) {
    const own = byPair.get(pair)
    if (own === undefined) byPair.set(pair, [row])
    else own.push(row)
  }
  return byPair
}

/** Returns the facts between two parties that may be seen on a day, in whichever order the two are given. What begins after the day is not seen. */
export async function factsOf(snapshot: Snapshot, a: string, b: string, day = '9999-12-31'): Promise<readonly FactRow[]> {
  const rows = all.has(snapshot) ? ((await all.get(snapshot))!.get(pairOf(a, b)) ?? []) : await kept.of(snapshot, a, b)
  return rows.filter(({ seen }) => seen <= day)
}

type Spell = Pick<FactRow, 'start_first' | 'start_last' | 'end_first' | 'end_last'>

/**
 * Whether a fact is in force on a day: `sure` where every day that its dates can mean leaves it so, `possible` where some do.
 *
 * @example inForce({ start_first: '1980-01-01', start_last: '1980-12-31', end_first: null, end_last: null }, '1980-06-01')   // 'possible'
 */
export function inForce({ start_first, start_last, end_first, end_last }: Spell, day: string): 'sure' | 'possible' | 'no' {
  if (start_first > day || (end_last !== null && end_last < day)) return 'no'
  return start_last <= day && (end_first === null || end_first >= day) ? 'sure' : 'possible'
}

/**
 * Returns a fact as it was known on a day: an end that lies after the day is left out, and with it how it ended and the note, which may tell of it.
 *
 * @example seenOn({ start_told: '2017-06-05', end_told: '2021-01-04', end_first: '2021-01-04', end_last: '2021-01-04', ended_by: 'declaration', note: null }, '2018-01-01').end_told   // null
 */
export function seenOn<Row extends Pick<FactRow, 'end_told' | 'end_first' | 'end_last' | 'ended_by' | 'note'>>(row: Row, day: string): Row {
  if (row.end_first === null || row.end_first <= day) return row
  return { ...row, end_told: null, end_first: null, end_last: null, ended_by: null, note: null }
}

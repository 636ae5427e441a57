import type { Cell, Snapshot } from '../../store/index.ts'
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
  readonly start_first: string
  readonly start_last: string
  readonly end_first: string | null
  readonly end_last: string | null
  readonly ended_by: string | null
  readonly amount: number | null
  readonly unit: string | null
  readonly source: string
  readonly vintage: string
  readonly locator: string
  readonly checked: string | null
  readonly note: string | null
}

const ordered = 'ORDER BY pair, start_first, kind, name, form, actor, end_told, locator'

interface Kept {
  readonly pairs: Map<string, Promise<readonly FactRow[]>>
  all?: Promise<ReadonlyMap<string, readonly FactRow[]>>
}

const kept = new WeakMap<Snapshot, Kept>()

/** Beyond this many, the pair asked for first is forgotten. */
const mostKept = 2048

function keptOf(snapshot: Snapshot): Kept {
  const own = kept.get(snapshot) ?? { pairs: new Map() }
  kept.set(snapshot, own)
  return own
}

/** All facts of a snapshot by pair (`CHN RUS`, in the order of the codes), each by its start: for a caller that asks for many pairs. */
export function allFacts(snapshot: Snapshot): Promise<ReadonlyMap<string, readonly FactRow[]>> {
  const own = keptOf(snapshot)
  own.all ??= read(snapshot, 'true', {}).then((rows) => {
    const byPair = new Map<string, FactRow[]>()
    for (const row of rows) {
      const pair = `${row.a} ${row.b}`
      const found = byPair.get(pair)
      if (found === undefined) byPair.set(pair, [row])
      else found.push(row)
    }
    return byPair
  })
  own.all.catch(() => delete own.all)
  return own.all
}

async function read(snapshot: Snapshot, where: string, parameters: Readonly<Record<string, Cell>>): Promise<readonly FactRow[]> {
  await openMemory(snapshot)
  return (await snapshot.rows(`SELECT * EXCLUDE (pair) FROM facts WHERE ${where} ${ordered}`, parameters)) as unknown as FactRow[]
}

/** Returns the facts between two parties that had begun by a day, in whichever order the two are given. What begins after the day is not seen. */
export async function factsOf(snapshot: Snapshot, a: string, b: string, day = '9999-12-31'): Promise<readonly FactRow[]> {
  const own = keptOf(snapshot)
  const pair = a < b ? `${a} ${b}` : `${b} ${a}`
  const known = own.all?.then((all) => all.get(pair) ?? []) ?? own.pairs.get(pair)
  const found = known ?? read(snapshot, 'pair = $pair', { pair })
  if (known === undefined) {
    if (own.pairs.size >= mostKept) own.pairs.delete(own.pairs.keys().next().value!)
    own.pairs.set(pair, found)
    found.catch(() => own.pairs.delete(pair))
  }
  return (await found).filter(({ start_first }) => start_first <= day)
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

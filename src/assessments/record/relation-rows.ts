import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** A spell between two states: fighting, state of war, armistice, peace, missing or lowered relations, non-recognition, enmity, closed borders. */
export interface RelationRow {
  readonly kind: string
  readonly state_a: string
  readonly state_b: string
  /** The state that acted, `both`, or null. */
  readonly actor: string | null
  readonly form: string
  readonly name: string | null
  readonly ended_by: string | null
  /** First and last day as precisely as the text states them; the last is null while the spell is in force. */
  readonly start_told: string
  readonly end_told: string | null
  readonly start_date: string
  readonly end_date: string | null
  readonly source: string
  readonly locator: string
  readonly note: string | null
}

/** Territory of one state that another claims; `claimant` is one of the two, or `both`. */
export interface ClaimRow extends Omit<RelationRow, 'kind' | 'actor' | 'form' | 'name'> {
  readonly claimant: string
  readonly territory: string
}

/** The spells and claims of every pair, in whichever order its states are given, by start. */
export interface StoredRelations {
  relations(a: string, b: string): readonly RelationRow[]
  claims(a: string, b: string): readonly ClaimRow[]
}

/** Reads the spells and the territorial claims of a snapshot. */
export const storedRelations: SnapshotCache<[], StoredRelations> = cachedBySnapshot(async (snapshot) => {
  const [relations, claims] = await Promise.all([
    snapshot.rows('SELECT * FROM interstate_relations ORDER BY start_date, kind, name'),
    snapshot.rows('SELECT * FROM territorial_claims ORDER BY start_date, territory'),
  ])
  const key = ({ state_a, state_b }: { readonly state_a: string; readonly state_b: string }): string => `${state_a} ${state_b}`
  const [byPair, claimsByPair] = [grouped(relations as unknown as RelationRow[], key), grouped(claims as unknown as ClaimRow[], key)]
  const inOrder = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
  return {
    relations: (a, b) => byPair.get(inOrder(a, b)) ?? [],
    claims: (a, b) => claimsByPair.get(inOrder(a, b)) ?? [],
  }
})

type Spell = Pick<RelationRow, 'start_date' | 'end_date'>

/** Whether a spell had begun by a day. */
export function begunBy({ start_date }: Spell, day: string): boolean {
  return start_date <= day
}

/** Whether a spell is in force on a day. */
export function inForceOn({ start_date, end_date }: Spell, day: string): boolean {
  return start_date <= day && (end_date === null || end_date >= day)
}

import { armedConflicts, countedConflicts } from '../../memory/catalogue/conflict-universe.ts'
import type { Universe } from '../../memory/catalogue/figure.ts'
import { openMemory } from '../../memory/memory.ts'
import type { Membership } from '../../states/index.ts'
import type { Snapshot, SourceCard } from '../../store/index.ts'

/** A year in which two states, in the order of their codes, stood on opposing sides of an armed conflict. */
export interface OpposedYear {
  readonly state_a: string
  readonly state_b: string
  readonly year: number
  /** interstate, or internal: one took part against the government of the other. */
  readonly kind: string
  readonly role_a: number
  readonly role_b: number
  readonly intensity: number
  readonly conflict: string
  readonly source: string
}

/** A step of a sanctions regime. */
export interface SanctionStep {
  readonly regime: string
  readonly sender: string
  readonly target: string
  readonly start_date: string
  readonly end_date: string | null
  readonly note: string | null
}

/** Territory that one of two states, in the order of their codes, claims of the other. */
export interface ClaimSpell {
  readonly state_a: string
  readonly state_b: string
  readonly element: string
  readonly start_date: string
  readonly end_date: string | null
}

/** What stood between two states, in the order of their codes. */
export interface RelationSpell {
  readonly kind: string
  readonly form: string
  readonly state_a: string
  readonly state_b: string
  readonly start_date: string
  readonly end_date: string | null
}

/** Position of a state in a session, estimated from the votes of that session alone. */
export interface SessionPoint {
  readonly state: string
  readonly session: number
  readonly point: number
}

/** GDP or population of a state in a year. */
export interface StateSize {
  readonly indicator: string
  readonly state: string
  readonly year: number
  readonly value: number
}

/** The rows of the record from which events are forecast. */
export interface EventRecord {
  readonly snapshot: string
  readonly cards: ReadonlyMap<string, SourceCard>
  readonly conflicts: readonly OpposedYear[]
  readonly sanctions: readonly SanctionStep[]
  readonly memberships: readonly Membership[]
  readonly claims: readonly ClaimSpell[]
  readonly relations: readonly RelationSpell[]
  readonly points: readonly SessionPoint[]
  readonly sizes: readonly StateSize[]
}

/** From this year on positions and sizes are needed for forecasts of today. */
export const currentFrom = 2022

/**
 * Reads the rows from which events are forecast.
 *
 * @param since   first year of the positions and sizes that are needed, since these are many; the other tables are read whole
 */
export async function readEventRecord(snapshot: Snapshot, since: number): Promise<EventRecord> {
  await openMemory(snapshot)
  const read = async <Row>(sql: string): Promise<readonly Row[]> => (await snapshot.rows(sql)) as unknown as readonly Row[]
  const [conflicts, sanctions, memberships, claims, relations, points, sizes] = await Promise.all([
    read<OpposedYear>(
      `SELECT state_a, state_b, year, kind, role_a, role_b, intensity, conflict, source FROM (${countedConflicts(snapshot.manifest)}) ORDER BY year, state_a, state_b, conflict`,
    ),
    read<SanctionStep>(
      'SELECT regime, sender, target, start_date, end_date, note FROM sanctions ORDER BY start_date, regime, sender, target',
    ),
    read<Membership>('SELECT bloc, state, role, start_date, end_date, citation, note FROM memberships ORDER BY bloc, state, start_date'),
    read<ClaimSpell>(
      `SELECT a AS state_a, b AS state_b, form AS element, start_first AS start_date, end_last AS end_date FROM facts WHERE kind = 'territorial-claim' ORDER BY pair, start_first`,
    ),
    read<RelationSpell>(
      `SELECT kind, form, a AS state_a, b AS state_b, start_first AS start_date, end_last AS end_date FROM facts WHERE kind <> 'territorial-claim' ORDER BY pair, start_first`,
    ),
    read<SessionPoint>(
      `SELECT state, session, point FROM estimated_points WHERE specification = 'session alone' AND session >= ${since - 1948} ORDER BY session, state`,
    ),
    read<StateSize>(
      `SELECT indicator, from_id AS state, CAST(substr(start_date, 1, 4) AS INTEGER) AS year, value FROM observations
       WHERE source = 'world-bank' AND indicator IN ('gdp', 'population') AND start_date >= '${since - 3}' ORDER BY ALL`,
    ),
  ])
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  return { snapshot: snapshot.manifest.id, cards, conflicts, sanctions, memberships, claims, relations, points, sizes }
}

/** Returns the years of which the record has every armed conflict, and the source; undefined where it has no such list. */
export function wholeList(cards: EventRecord['cards']): Universe | undefined {
  return armedConflicts({ sources: [...cards.values()] })
}

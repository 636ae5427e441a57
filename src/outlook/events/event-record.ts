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
  const read = async <Row>(sql: string): Promise<readonly Row[]> => (await snapshot.rows(sql)) as unknown as readonly Row[]
  const [conflicts, sanctions, memberships, claims, relations, points, sizes] = await Promise.all([
    read<OpposedYear>(
      'SELECT state_a, state_b, year, kind, role_a, role_b, intensity, conflict, source FROM conflicts ORDER BY year, state_a, state_b, conflict',
    ),
    read<SanctionStep>(
      'SELECT regime, sender, target, start_date, end_date, note FROM sanctions ORDER BY start_date, regime, sender, target',
    ),
    read<Membership>('SELECT bloc, state, role, start_date, end_date, citation, note FROM memberships ORDER BY bloc, state, start_date'),
    read<ClaimSpell>(
      'SELECT state_a, state_b, element, start_date, end_date FROM territorial_claims ORDER BY state_a, state_b, start_date',
    ),
    read<RelationSpell>(
      'SELECT kind, form, state_a, state_b, start_date, end_date FROM interstate_relations ORDER BY state_a, state_b, start_date',
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
  const whole = wholeList(cards)
  const isUsed = ({ source, year }: OpposedYear): boolean => source === whole?.source || (source === laterRows && year > (whole?.to ?? 0))
  const held = { conflicts: conflicts.filter(isUsed), sanctions, memberships, claims, relations, points, sizes }
  return { snapshot: snapshot.manifest.id, cards, ...held }
}

/** Lists of all conflicts, the one that counts first, and rows of single years after their end. */
const wholeLists = ['ucdp-acd', 'ucdp-dyadic'] as const
const laterRows = 'ucdp-2025'

/** Returns the list of all conflicts that the record has and the last year that it covers; undefined where it has none. */
export function wholeList(cards: EventRecord['cards']): { readonly source: string; readonly to: number } | undefined {
  for (const source of wholeLists) {
    const window = cards.get(source)?.coverage[0]
    if (window !== undefined) return { source, to: Number(window.to.slice(0, 4)) }
  }
  return undefined
}

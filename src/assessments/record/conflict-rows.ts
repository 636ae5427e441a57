import { armedConflicts, countedConflicts, type Universe } from '../../memory/index.ts'
import type { Evidence, SourceCard } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

export { yearsCovered } from '../../memory/index.ts'

/** A year of an armed conflict in which two states stood on opposing sides; the two in the order of their codes. */
export interface ConflictRow {
  readonly state_a: string
  readonly state_b: string
  readonly year: number
  readonly intensity: 1 | 2
  readonly episode_began: string
  readonly source: string
  readonly vintage: string
}

/** The armed conflicts of the record. */
export interface HeldConflicts {
  readonly all: readonly ConflictRow[]
  between(a: string, b: string): readonly ConflictRow[]
}

export function conflictCoverage(cards: ReadonlyMap<string, SourceCard>): Universe | undefined {
  return armedConflicts({ sources: [...cards.values()] })
}

/** Reads the conflicts of a snapshot that count. */
export const heldConflicts: SnapshotCache<[], HeldConflicts> = cachedBySnapshot(async (snapshot) => {
  const sql = `SELECT * FROM (${countedConflicts(snapshot.manifest)}) ORDER BY year, conflict, state_a, state_b`
  const all = (await snapshot.rows(sql)) as unknown as ConflictRow[]
  const byPair = grouped(all, ({ state_a, state_b }) => `${state_a} ${state_b}`)
  return { all, between: (a, b) => byPair.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? [] }
})

/** Whether a row was known by a day: its year had ended, or its episode had begun in that year by then. */
export function knownBy({ year, episode_began }: Pick<ConflictRow, 'year' | 'episode_began'>, day: string): boolean {
  return `${year}-12-31` <= day || (episode_began.startsWith(`${year}-`) && episode_began <= day)
}

/**
 * Returns the rows behind a figure, one entry for each source. The list of all conflicts is always among them: where it has no row, that is the evidence.
 *
 * @param condition   SQL that selects the rows beside their source
 */
export function conflictEvidence(
  { source, vintage }: Pick<Universe, 'source' | 'vintage'>,
  years: readonly Pick<ConflictRow, 'source' | 'vintage'>[],
  condition: string,
): Evidence[] {
  const groups = grouped(years, (row) => row.source)
  if (!groups.has(source)) groups.set(source, [])
  return [...groups].map(([id, own]) => ({
    source: id,
    vintage: own[0]?.vintage ?? vintage,
    rows: `conflicts where source = '${id}' and ${condition}`,
    count: own.length,
  }))
}

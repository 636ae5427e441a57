import { existedIn, stateOf } from '../../states/index.ts'
import type { Evidence, SourceCard } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** A year of an armed conflict in which two states stood on opposing sides; the two in the order of their codes. */
export interface ConflictRow {
  readonly conflict: string
  readonly kind: 'interstate' | 'internal'
  readonly territory: string | null
  /** ISO3 codes of the parties of either side, with a blank between; null for the armed opponents of a government. */
  readonly side_a: string
  readonly side_b: string | null
  readonly state_a: string
  readonly role_a: 1 | 2
  readonly state_b: string
  readonly role_b: 1 | 2
  readonly year: number
  readonly intensity: 1 | 2
  readonly episode_began: string
  readonly episode_ended: string | null
  readonly source: string
  readonly vintage: string
  readonly locator: string
}

/** The armed conflicts of the record. */
export interface HeldConflicts {
  readonly all: readonly ConflictRow[]
  /** The rows of a pair, in whichever order its states are given, by year and conflict. */
  between(a: string, b: string): readonly ConflictRow[]
}

/** Lists of all conflicts, the one that counts first: of two that the record has only the first is read. */
const wholeLists = ['ucdp-acd', 'ucdp-dyadic'] as const

/** Rows of single years after the end of the whole lists. */
const laterRows = 'ucdp-2025'

/** The first and the last year of which the record has every conflict, and the source; undefined where it has no list of all conflicts. */
export interface ConflictCoverage {
  readonly source: string
  readonly vintage: string
  readonly from: number
  readonly to: number
}

export function conflictCoverage(cards: ReadonlyMap<string, SourceCard>): ConflictCoverage | undefined {
  for (const source of wholeLists) {
    const card = cards.get(source)
    const [window] = card?.coverage ?? []
    if (card === undefined || window === undefined) continue
    return { source, vintage: card.vintage, from: Number(window.from.slice(0, 4)), to: Number(window.to.slice(0, 4)) }
  }
  return undefined
}

/** Reads the conflicts of a snapshot: one list of all conflicts, and rows of later years. */
export const heldConflicts: SnapshotCache<[], HeldConflicts> = cachedBySnapshot(async (snapshot) => {
  const covered = conflictCoverage(new Map(snapshot.manifest.sources.map((card) => [card.id, card])))
  const found = (await snapshot.rows('SELECT * FROM conflicts ORDER BY year, conflict, state_a, state_b')) as unknown as ConflictRow[]
  const all = found.filter(({ source, year }) => source === covered?.source || (source === laterRows && year > (covered?.to ?? 0)))
  const byPair = grouped(all, ({ state_a, state_b }) => `${state_a} ${state_b}`)
  return { all, between: (a, b) => byPair.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? [] }
})

/**
 * Whether a row was known by a day: its year had ended, or its episode had begun in that year by then.
 *
 * @example knownBy({ year: 2022, episode_began: '2022-02-24' }, '2022-06-30')   // true
 */
export function knownBy({ year, episode_began }: Pick<ConflictRow, 'year' | 'episode_began'>, day: string): boolean {
  return `${year}-12-31` <= day || (episode_began.startsWith(`${year}-`) && episode_began <= day)
}

/** Returns the years of the coverage, up to a day, in which both states existed. */
export function yearsCovered({ from, to }: ConflictCoverage, pair: readonly [string, string], day: string): number[] {
  const last = Math.min(to, day.endsWith('-12-31') ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1)
  const states = pair.map((iso3) => stateOf(iso3)!)
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => from + i).filter((year) =>
    states.every((state) => existedIn(state, year)),
  )
}

/**
 * Returns the rows behind a figure, one entry for each source. The list of all conflicts is always among them: where it has no row, that is the evidence.
 *
 * @param condition   SQL that selects the rows beside their source
 */
export function conflictEvidence({ source, vintage }: ConflictCoverage, rows: readonly ConflictRow[], condition: string): Evidence[] {
  const groups = grouped(rows, (row) => row.source)
  if (!groups.has(source)) groups.set(source, [])
  return [...groups].map(([id, own]) => ({
    source: id,
    vintage: own[0]?.vintage ?? vintage,
    rows: `conflicts where source = '${id}' and ${condition}`,
    count: own.length,
  }))
}

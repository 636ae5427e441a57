import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'
import { votersOf } from './roll-calls.ts'

/** Votes on whole resolutions by date. Positions are stored by state, so that a pair is read from two contiguous ranges of memory. */
export interface VoteRecord {
  readonly voters: readonly string[]
  readonly dates: readonly string[]
  readonly years: Uint16Array
  /** Positions by state, then roll call: 1 yes, 2 abstain, 3 no, 0 none. */
  readonly positions: Uint8Array
  /** One bit for each topic of the map, by roll call. */
  readonly topics: Uint8Array
  /** Origin of the topic codes: voeten, visavis, or null where not coded. */
  readonly coders: readonly (string | null)[]
  readonly sources: readonly string[]
  readonly vintages: ReadonlyMap<string, string>
}

/** The same votes with what says which they are, and the vintage of each. */
interface NamedVoteRecord extends VoteRecord {
  readonly sessions: readonly string[]
  readonly symbols: readonly string[]
  readonly titles: readonly string[]
  readonly rowVintages: readonly string[]
}

/** Reads the votes of a snapshot, once for all pairs. */
export const voteRecord: SnapshotCache<[], NamedVoteRecord> = cachedBySnapshot(async (snapshot) => {
  const [voters, found] = await Promise.all([
    votersOf(snapshot),
    snapshot.columns(
      "SELECT date, session, symbol, title, votes, issues, issues_by, source, vintage FROM roll_calls WHERE kind = 'whole' ORDER BY date, id",
    ),
  ])
  const texts = (name: string): string[] => (found[name] ?? []) as string[]
  const [dates, sources, rowVintages] = [texts('date'), texts('source'), texts('vintage')]
  return {
    voters,
    dates,
    years: Uint16Array.from(dates, (date) => Number(date.slice(0, 4))),
    sessions: texts('session'),
    symbols: texts('symbol'),
    titles: texts('title'),
    positions: byState(texts('votes'), voters.length),
    topics: Uint8Array.from((found['issues'] ?? []) as (string | null)[], topicBits),
    coders: (found['issues_by'] ?? []) as (string | null)[],
    sources,
    rowVintages,
    vintages: new Map(sources.map((source, r) => [source, rowVintages[r] ?? 'unknown'])),
  }
})

function byState(packed: readonly string[], states: number): Uint8Array {
  const positions = new Uint8Array(packed.length * states)
  for (let r = 0; r < packed.length; r++) {
    const row = packed[r]!
    for (let s = 0, at = r; s < states; s++, at += packed.length) positions[at] = Math.max(0, row.charCodeAt(s) - 48)
  }
  return positions
}

const bits: Readonly<Record<string, number>> = { me: 1, nu: 2, di: 4, hr: 8, co: 16, ec: 32 }

/**
 * Returns the issues of a roll call as bits in the order of the map. Blank means none of the six; null means not coded.
 *
 * @example [topicBits('me,hr'), topicBits(''), topicBits(null)]   // [9, 64, 128]
 */
export function topicBits(issues: string | null): number {
  if (issues === null) return 128
  if (issues === '') return 64
  return issues.split(',').reduce((sum, issue) => sum | (bits[issue] ?? 128), 0)
}

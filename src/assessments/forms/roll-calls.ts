import type { Votes } from '../../measures/index.ts'
import type { Cell, Snapshot } from '../../store/index.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** Selects recorded votes. Undefined = no restriction. */
export interface VoteFilter {
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** One of the six issues: me, nu, di, hr, co, ec. */
  readonly issue?: string | undefined
  /** Whether to select only votes on a whole resolution or draft: no paragraphs, amendments or motions. */
  readonly wholeOnly?: boolean | undefined
  /** Whether to select only votes that the US State Department listed as important. */
  readonly importantOnly?: boolean | undefined
}

/** Roll calls as a matrix of positions, by date. */
export interface RollCalls {
  /** ISO3 code of each column of the matrix. */
  readonly voters: readonly string[]
  readonly dates: readonly string[]
  /** Ids in the table `roll_calls`, cited as evidence. */
  readonly ids: readonly number[]
  readonly votes: Votes
  /** Source and vintage of each row. */
  readonly sources: readonly string[]
  readonly vintages: readonly string[]
  /** The SQL condition that selects these rows in the snapshot. */
  readonly where: string
}

/** Reads the roll calls that match a filter. */
export async function loadRollCalls(snapshot: Snapshot, filter: VoteFilter): Promise<RollCalls> {
  const { where, parameters } = condition(filter)
  const voters = await votersOf(snapshot)
  const found = await snapshot.columns(
    `SELECT id, date, votes, source, vintage FROM roll_calls WHERE ${where} ORDER BY date, id`,
    parameters,
  )
  const packed = (found['votes'] ?? []) as string[]
  return {
    voters,
    dates: (found['date'] ?? []) as string[],
    ids: (found['id'] ?? []) as number[],
    votes: { states: voters.length, rollCalls: packed.length, positions: unpackedVotes(packed, voters.length) },
    sources: (found['source'] ?? []) as string[],
    vintages: (found['vintage'] ?? []) as string[],
    where: literal(where, parameters),
  }
}

/** Returns the ISO3 codes of all voters, in the order of the packed positions. */
export const votersOf: SnapshotCache<[], readonly string[]> = cachedBySnapshot(async (snapshot) => {
  const found = await snapshot.columns('SELECT state FROM voters ORDER BY position')
  return (found['state'] ?? []) as string[]
})

/**
 * Converts packed positions to bytes: 1 yes, 2 abstain, 3 no, 0 none; row-major by roll call.
 *
 * @example unpackedVotes(['13.', '2.1'], 3)   // [1, 3, 0, 2, 0, 1]
 */
export function unpackedVotes(packed: readonly string[], states: number): Uint8Array {
  const positions = new Uint8Array(packed.length * states)
  let at = 0
  for (const row of packed) {
    for (let i = 0; i < states; i++) positions[at++] = Math.max(0, row.charCodeAt(i) - 48)
  }
  return positions
}

/** Writes the SQL condition of a filter, with its parameters. */
export function condition(filter: VoteFilter): { where: string; parameters: Record<string, Cell> } {
  const parts: string[] = []
  const parameters: Record<string, Cell> = {}
  if (filter.from !== undefined) {
    parts.push('date >= $from')
    parameters['from'] = filter.from
  }
  if (filter.to !== undefined) {
    parts.push('date <= $to')
    parameters['to'] = filter.to
  }
  if (filter.issue !== undefined) {
    parts.push("list_contains(string_split(issues, ','), $issue)")
    parameters['issue'] = filter.issue
  }
  if (filter.wholeOnly) parts.push("kind = 'whole'")
  if (filter.importantOnly) parts.push('important')
  return { where: parts.length === 0 ? 'true' : parts.join(' AND '), parameters }
}

function literal(where: string, parameters: Record<string, Cell>): string {
  return where.replace(/\$(\w+)/g, (_, name: string) => `'${parameters[name]}'`)
}

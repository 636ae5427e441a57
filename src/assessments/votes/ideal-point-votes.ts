import { createHash } from 'node:crypto'
import { ballotsOf, type RecordedVote, type Specification } from '../../measures/ideal-points/ideal-point-ballots.ts'
import type { Ballot } from '../../measures/ideal-points/ideal-point-sample.ts'
import { linkRollCalls } from '../../measures/resolution-links/resolution-links.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** All recorded votes of a snapshot in date order, with the item of each vote. */
export interface RecordedVotes {
  readonly voters: readonly string[]
  readonly votes: readonly (RecordedVote & { readonly source: string; readonly vintage: string })[]
  /** Assigned by the rules of resolution-links.ts. */
  readonly items: Int32Array
}

/** Reads the votes of a snapshot and links them to items. */
export async function loadRecordedVotes(snapshot: Snapshot): Promise<RecordedVotes> {
  const [voters, rows] = await Promise.all([
    votersOf(snapshot),
    snapshot.rows(
      'SELECT id, date, session, symbol, title, kind, issues, important, votes, source, vintage FROM roll_calls ORDER BY date, id',
    ),
  ])
  const votes = rows as unknown as RecordedVotes['votes']
  return { voters, votes, items: linkRollCalls(votes).items }
}

/** Returns the votes that a specification includes, as ballots, with their positions. */
export function chosenVotes(recorded: RecordedVotes, asked: Specification): { readonly ballots: Ballot[]; readonly evidence: Evidence[] } {
  const { ballots, rows } = ballotsOf(recorded.votes, recorded.items, asked)
  return { ballots, evidence: evidenceOf(rows.map((row) => recorded.votes[row]!)) }
}

function evidenceOf(votes: RecordedVotes['votes']): Evidence[] {
  return [...new Set(votes.map(({ source }) => source))].sort().map((source) => {
    const own = votes.filter((vote) => vote.source === source)
    const dates = own.map(({ date }) => date).sort()
    return {
      source,
      vintage: [...new Set(own.map(({ vintage }) => vintage))].sort().join(', '),
      rows: `roll_calls where source = '${source}' and date between '${dates[0]}' and '${dates.at(-1)}', as the specification chooses`,
      count: own.length,
    }
  })
}

/**
 * Computes a digest of all recorded votes of a snapshot. Figures derived from them are valid only for a snapshot with the same
 * digest.
 */
export const votesDigest: SnapshotCache<[], string> = cachedBySnapshot(async (snapshot) => {
  const [row] = await snapshot.rows(
    `SELECT md5((SELECT coalesce(string_agg(concat_ws('|', id, date, session, coalesce(symbol, ''), coalesce(title, ''), coalesce(kind, ''), coalesce(issues, ''), coalesce(important::VARCHAR, ''), votes), chr(10) ORDER BY id), '') FROM roll_calls)
       || (SELECT coalesce(string_agg(state, ',' ORDER BY position), '') FROM voters)) AS digest`,
  )
  return String(row?.['digest'])
})

/** Computes the same digest as `votesDigest` for rows not yet in a snapshot. */
export function digestOf(recorded: readonly RecordedVote[], voters: readonly string[]): string {
  const lines = [...recorded]
    .sort((a, b) => a.id - b.id)
    .map(({ id, date, session, symbol, title, kind, issues, important, votes }) =>
      [id, date, session, symbol ?? '', title ?? '', kind ?? '', issues ?? '', important === null ? '' : String(important), votes].join(
        '|',
      ),
    )
  return createHash('md5')
    .update(`${lines.join('\n')}${voters.join(',')}`)
    .digest('hex')
}

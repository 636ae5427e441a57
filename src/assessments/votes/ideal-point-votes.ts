import { createHash } from 'node:crypto'
import { ballotsOf, type RecordedVote, type Specification } from '../../measures/ideal-points/ideal-point-record.ts'
import type { Ballot } from '../../measures/ideal-points/ideal-point-sample.ts'
import { linkRollCalls } from '../../measures/resolution-links/resolution-links.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** All recorded votes of a snapshot, in order of date, with the item that each is on. */
export interface RecordedVotes {
  readonly voters: readonly string[]
  readonly votes: readonly (RecordedVote & { readonly source: string; readonly vintage: string })[]
  /** From the rules of resolution-links.ts. */
  readonly items: Int32Array
}

/** Reads and links the votes of a snapshot. */
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

/** Which of them a specification takes, as ballots, and where they stand. */
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

/** A digest of all recorded votes of a snapshot: figures that were derived from them hold for a snapshot with the same digest, and for no other. */
export const votesDigest: SnapshotCache<[], string> = cachedBySnapshot(async (snapshot) => {
  const [row] = await snapshot.rows(
    `SELECT md5((SELECT coalesce(string_agg(concat_ws('|', id, date, session, coalesce(symbol, ''), coalesce(title, ''), coalesce(kind, ''), coalesce(issues, ''), coalesce(important::VARCHAR, ''), votes), chr(10) ORDER BY id), '') FROM roll_calls)
       || (SELECT coalesce(string_agg(state, ',' ORDER BY position), '') FROM voters)) AS digest`,
  )
  return String(row?.['digest'])
})

/** The same of rows that are in no snapshot yet. */
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

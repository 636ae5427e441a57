import type { Snapshot } from '../snapshot.ts'

/** The voters of two snapshots as one list, and each voter's position in the packed votes of either snapshot. Positions count from 1; 0 means absent. */
export interface CommonVoters {
  readonly states: readonly string[]
  readonly before: readonly number[]
  readonly after: readonly number[]
}

export async function commonVoters(before: Snapshot, after: Snapshot): Promise<CommonVoters> {
  const [old, now] = await Promise.all([before, after].map(votersOf))
  const states = [...new Set([...old!, ...now!])].sort()
  const placesIn = (voters: readonly string[]): number[] => states.map((state) => voters.indexOf(state) + 1)
  return { states, before: placesIn(old!), after: placesIn(now!) }
}

async function votersOf(snapshot: Snapshot): Promise<string[]> {
  return (await snapshot.columns('SELECT state FROM voters ORDER BY position'))['state'] as string[]
}

/** Returns SQL for rows of `roll_calls` with `votes` packed for the common list, so that neither the order nor the number of voters makes a difference. */
export function commonVotersQuery(rows: string, places: readonly number[]): string {
  const position = "CASE WHEN place BETWEEN 1 AND length(votes) THEN substr(votes, place, 1) ELSE '.' END"
  return `SELECT * REPLACE (array_to_string(list_transform([${places.join(', ')}]::INTEGER[], lambda place: ${position}), '') AS votes) FROM (${rows})`
}

const words: Readonly<Record<string, string>> = { '.': 'none', 1: 'yes', 2: 'abstain', 3: 'no' }
const packed = /(?:^|, )votes=([.123]*)$/

interface Compared {
  readonly table: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * Replaces the packed votes of a changed roll call by words: the number of recorded positions and, if the votes changed, the positions that differ. Rows of
 * other tables are returned unchanged.
 *
 * @example votesInWords({ table: 'roll_calls', before: 'no=1, votes=13', after: 'no=1, votes=33' }, ['CHN', 'USA']).after   // 'no=1, 2 positions, of them CHN no'
 */
export function votesInWords<R extends Compared>(row: R, states: readonly string[]): R {
  if (row.table !== 'roll_calls') return row
  const [before, after] = [packed.exec(row.before ?? '')?.[1], packed.exec(row.after ?? '')?.[1]]
  const differing = states.flatMap((_, i) => (before !== undefined && after !== undefined && before[i] !== after[i] ? [i] : []))
  const shown = (said: string | null, votes: string | undefined): string | null => {
    if (said === null || votes === undefined) return said
    const changed = differing.map((i) => `${states[i]} ${words[votes[i] ?? '.']}`)
    const count = votes.replaceAll('.', '').length
    return `${said.replace(packed, '')}, ${count} positions${changed.length === 0 ? '' : `, of them ${changed.join(', ')}`}`
  }
  return { ...row, before: shown(row.before, before), after: shown(row.after, after) }
}

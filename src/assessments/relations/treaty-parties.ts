import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** A state bound by the commitments of a treaty; a treaty has a row for each party and time. */
export interface TreatyParty {
  readonly treaty: string
  readonly state: string
  /** Null where the first or last day is not known, or the commitment is in force. */
  readonly start_date: string | null
  readonly end_date: string | null
  /** Whether the state owes defence. */
  readonly defence: boolean | null
}

/** Reads the parties of every treaty with a commitment. */
export const treatyParties: SnapshotCache<[], readonly TreatyParty[]> = cachedBySnapshot(
  async (snapshot): Promise<readonly TreatyParty[]> => {
    const rows = await snapshot.rows(
      'SELECT treaty, state, start_date, end_date, defence FROM commitments ORDER BY treaty, state, start_date',
    )
    return rows as unknown as TreatyParty[]
  },
)

/** Whether a party is bound on a day. */
export function isBoundOn({ start_date, end_date }: Pick<TreatyParty, 'start_date' | 'end_date'>, day: string): boolean {
  return (start_date === null || start_date <= day) && (end_date === null || end_date >= day)
}

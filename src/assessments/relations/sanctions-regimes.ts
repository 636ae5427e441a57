import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** A row of our table of sanctions regimes: a regime, or a step of it, of one sender on one target. */
export interface SanctionsRegime {
  readonly regime: string
  readonly name: string
  readonly sender: string
  readonly target: string
  readonly start_date: string
  /** Null while it is in force. */
  readonly end_date: string | null
  /** Kinds of measures, with commas. */
  readonly measures: string
  readonly citation: string
  readonly note: string | null
}

/** Reads the table, by start. */
export const sanctionsRegimes: SnapshotCache<[], readonly SanctionsRegime[]> = cachedBySnapshot(
  async (snapshot): Promise<readonly SanctionsRegime[]> => {
    const rows = await snapshot.rows(
      "SELECT * FROM sanctions WHERE source = 'sanctions-regimes' ORDER BY start_date, regime, sender, target",
    )
    return rows as unknown as SanctionsRegime[]
  },
)

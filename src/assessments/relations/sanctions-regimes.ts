import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** A row of the table of sanctions: a regime, or a step of it, of one sender on one target. */
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
  readonly source: string
  readonly citation: string
  readonly note: string | null
}

/** Reads the rows of our own list of regimes, by start. */
export const sanctionsRegimes: SnapshotCache<[], readonly SanctionsRegime[]> = cachedBySnapshot(
  async (snapshot): Promise<readonly SanctionsRegime[]> => {
    const rows = await snapshot.rows(
      "SELECT * FROM sanctions WHERE source = 'sanctions-regimes' ORDER BY start_date, regime, sender, target",
    )
    return rows as unknown as SanctionsRegime[]
  },
)

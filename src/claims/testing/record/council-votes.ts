import { cachedBySnapshot, type SnapshotCache } from '../../../assessments/rows/snapshot-cache.ts'

/** A resolution of the Security Council with the totals of its vote; null where the source states none. */
export interface CouncilResolution {
  readonly symbol: string
  readonly date: string
  readonly record: string | null
  readonly yes: number | null
  readonly no: number | null
  readonly abstain: number | null
}

/** Reads the resolutions of the snapshot by their number, which the Council has counted without a gap since 1946. */
export const councilResolutions: SnapshotCache<[], ReadonlyMap<number, CouncilResolution>> = cachedBySnapshot(async (snapshot) => {
  const rows = await snapshot.rows(
    "SELECT symbol, date, record, yes, no, abstain FROM council_outcomes WHERE outcome = 'resolution' AND symbol IS NOT NULL ORDER BY date, symbol",
  )
  return new Map(rows.map((row) => [Number(/\d+/.exec(String(row['symbol']))?.[0]), row as unknown as CouncilResolution]))
})

/**
 * Says how a resolution was voted on.
 *
 * @example councilVoteWords({ symbol: 'S/RES/1973 (2011)', date: '2011-03-17', record: 'S/PV.6498', yes: 10, no: 0, abstain: 5 })   // 'S/RES/1973 (2011), 2011-03-17: 10 in favour, 0 against, 5 abstentions'
 * @example councilVoteWords({ symbol: 'S/RES/6 (1946)', date: '1946-05-17', record: 'S/PV.42', yes: null, no: 0, abstain: 0 })   // 'S/RES/6 (1946), 1946-05-17: adopted unanimously'
 */
export function councilVoteWords({ symbol, date, yes, no, abstain }: CouncilResolution): string {
  const how =
    yes !== null
      ? `${yes} in favour, ${no} against, ${abstain} abstentions`
      : no === 0
        ? 'adopted unanimously'
        : 'adopted, without totals of a vote'
  return `${symbol}, ${date}: ${how}`
}

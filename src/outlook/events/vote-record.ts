import type { Snapshot } from '../../store/index.ts'
import type { RollCallToForecast } from './vote-forecast.ts'
import type { UsualShares } from './vote-scores.ts'

/** Reads the votes on whole resolutions of regular sessions from a session on, in date order. */
export async function readRollCallsToForecast(snapshot: Snapshot, from: number): Promise<readonly RollCallToForecast[]> {
  const rows = await snapshot.rows(
    `SELECT id, session, symbol, title, kind, issues, votes FROM roll_calls
     WHERE kind = 'whole' AND TRY_CAST(session AS INTEGER) >= ${Number(from)} ORDER BY date, id`,
  )
  return (rows as unknown as readonly (RollCallToForecast & { readonly votes: string })[]).map(({ votes, ...row }) => ({
    ...row,
    positions: Uint8Array.from(votes, (code) => (code === '.' ? 0 : Number(code))),
  }))
}

/** Returns the shares of yes, abstentions and no in the three sessions before a session. */
export function usualShares(rollCalls: readonly RollCallToForecast[], session: number): UsualShares {
  const counts = [0, 0, 0, 0]
  for (const { session: label, positions } of rollCalls) {
    if (Number(label) < session && Number(label) >= session - 3) for (const code of positions) counts[code]! += 1
  }
  const cast = counts[1]! + counts[2]! + counts[3]!
  return { yes: counts[1]! / cast, abstain: counts[2]! / cast, no: counts[3]! / cast }
}

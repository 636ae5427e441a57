import type { Membership } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { RollCalls } from '../forms/roll-calls.ts'

/** Who could have voted, per position of the matrix: UN members on the day of the roll call. */
export async function unEligible(snapshot: Snapshot, rollCalls: RollCalls): Promise<Uint8Array> {
  const rows = (await snapshot.rows("SELECT * FROM memberships WHERE bloc = 'UN' AND role = 'member'")) as unknown as Membership[]
  const { voters, dates, votes } = rollCalls
  const eligible = new Uint8Array(votes.positions.length)
  for (const { state, start_date, end_date } of rows) {
    const column = voters.indexOf(state)
    if (column < 0) continue
    for (let r = 0; r < dates.length; r++) {
      if (start_date <= dates[r]! && (end_date === null || dates[r]! <= end_date)) eligible[r * votes.states + column] = 1
    }
  }
  return eligible
}

import type { Columns } from '../store/session.ts'
import { tables } from '../store/tables.ts'
import type { RollCall } from './un-ga-record.ts'

/** A roll call and the source that tells it. */
export interface SourcedRollCall {
  readonly rollCall: RollCall
  readonly card: { readonly id: string; readonly vintage: string }
}

/**
 * Every state with a position in one of the roll calls, as ISO3: those of `before` in their order, then the others in that of the alphabet. Votes packed for a
 * shorter list stay right when it grows at its end.
 *
 * @example votersOf([], ['USA', 'CHN'])   // ['USA', 'CHN']
 */
export function votersOf(rollCalls: readonly RollCall[], before: readonly string[] = []): string[] {
  const known = new Set(before)
  const voters = new Set<string>()
  for (const { positions } of rollCalls) for (const state of positions.keys()) if (!known.has(state)) voters.add(state)
  return [...before, ...[...voters].sort()]
}

/** Roll calls as the table `roll_calls`, their positions packed in the order of the voters. */
export function rollCallColumns(rows: readonly SourcedRollCall[], voters: readonly string[]): Columns {
  const index = new Map(voters.map((state, i) => [state, i]))
  const cells = rows.map(({ rollCall, card }) => ({
    ...rollCall,
    issues_by: rollCall.issuesBy,
    votes: packed(rollCall, index),
    source: card.id,
    vintage: card.vintage,
  }))
  const names = Object.keys(tables.roll_calls) as (keyof typeof tables.roll_calls)[]
  return Object.fromEntries(names.map((name) => [name, cells.map((row) => row[name])]))
}

/** One character per voter: 1 yes, 2 abstain, 3 no, `.` no recorded position. */
function packed({ positions }: RollCall, index: ReadonlyMap<string, number>): string {
  const characters = new Array<string>(index.size).fill('.')
  for (const [state, position] of positions) characters[index.get(state)!] = String(position)
  return characters.join('')
}

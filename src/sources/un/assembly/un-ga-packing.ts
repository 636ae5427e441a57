import type { Columns } from '../../../store/session.ts'
import type { ReportQuirk } from '../../reader/reader.ts'
import { tableColumns } from '../../rows/table-columns.ts'
import { rollCallList } from './un-ga-packed.ts'
import type { RollCall } from './un-ga-roll-call.ts'

/** A roll call, and the id and vintage of its source. */
export interface SourcedRollCall {
  readonly rollCall: RollCall
  readonly card: { readonly id: string; readonly vintage: string }
}

/**
 * Returns every state with a position in any of the roll calls, as ISO3 in alphabetical order.
 *
 * @example votersOfRollCalls([])   // []
 */
export function votersOfRollCalls(rollCalls: readonly RollCall[]): string[] {
  const voters = new Set<string>()
  for (const { positions } of rollCalls) for (const state of positions.keys()) voters.add(state)
  return [...voters].sort()
}

/**
 * Returns roll calls of one source as the tables `roll_calls` and `voters`. `reportQuirk` gets a sentence on roll calls whose lists contradict the stated
 * counts.
 */
export function votesTables(
  rollCalls: readonly RollCall[],
  card: SourcedRollCall['card'],
  reportQuirk?: ReportQuirk,
): { roll_calls: Columns; voters: Columns } {
  const voters = votersOfRollCalls(rollCalls)
  const uncertain = rollCalls.filter(({ yes, abstain, no, positions }) => yes + abstain + no !== positions.size)
  if (uncertain.length > 0) reportQuirk?.(uncertainCounts(uncertain))
  const rows = rollCalls.map((rollCall) => ({ rollCall, card }))
  return { roll_calls: rollCallColumns(rows, voters), voters: { position: voters.map((_, i) => i), state: voters } }
}

function uncertainCounts(rollCalls: readonly RollCall[]): string {
  const n = rollCalls.length
  return `In ${n.toLocaleString('en-US')} of the roll calls given the positions are not as many as the counts state: ${rollCallList(rollCalls)}.`
}

/** Returns roll calls as the table `roll_calls`, with positions packed in the order of the voters. */
export function rollCallColumns(rows: readonly SourcedRollCall[], voters: readonly string[]): Columns {
  const index = new Map(voters.map((state, i) => [state, i]))
  const cells = rows.map(({ rollCall, card }) => ({
    ...rollCall,
    issues_by: rollCall.issuesBy,
    votes: packed(rollCall, index),
    source: card.id,
    vintage: card.vintage,
  }))
  return tableColumns('roll_calls', cells)
}

/** Packs the positions of a roll call, one character per voter: 1 yes, 2 abstain, 3 no, `.` no recorded position. */
function packed({ positions }: RollCall, index: ReadonlyMap<string, number>): string {
  const characters = new Array<string>(index.size).fill('.')
  for (const [state, position] of positions) characters[index.get(state)!] = String(position)
  return characters.join('')
}

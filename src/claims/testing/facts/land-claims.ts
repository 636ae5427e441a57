import { allFacts, type FactRow } from '../../../memory/index.ts'
import type { Snapshot } from '../../../store/index.ts'

/** The territorial claims of a state, whoever holds the land, that had begun by a day. */
export async function factRowsOfLand(snapshot: Snapshot, state: string, day: string): Promise<readonly FactRow[]> {
  const all = [...(await allFacts(snapshot)).values()].flat()
  return all.filter(
    ({ kind, a, b, actor, start_first }) =>
      kind === 'territorial-claim' && (a === state || b === state) && (actor === state || actor === 'both') && start_first <= day,
  )
}

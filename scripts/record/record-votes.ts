import { join } from 'node:path'
import { readRollCalls, rollCallPaths } from '../../src/sources/un/assembly/un-ga-reconciliation.ts'
import type { Columns } from '../../src/store/index.ts'

/** Recorded votes of the UN General Assembly. */
export async function readVotes(folder: string): Promise<Record<'roll_calls' | 'voters', Columns>> {
  const paths = await rollCallPaths(join(folder, 'un-ga-votes', 'unvotes-r'), join(folder, 'un-ga-votes', 'dgacm-extract'))
  const { roll_calls, voters } = await readRollCalls(paths)
  return { roll_calls, voters }
}

import { createHash } from 'node:crypto'
import type { Manifest } from '../../store/index.ts'
import { inOrder, type Step, sqlOf } from './step.ts'

/** Changes where the form of the parts changes and no query does. */
const form = 3

/**
 * Returns the key of each step for a snapshot: 16 hex digits of the SHA-256 of its query and order and of all that it reads.
 *
 * Two snapshots that have the parts of a step's tables in common have its key in common, so that what one has made serves the other.
 */
export function stepKeys(manifest: Manifest, steps: readonly Step[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const step of inOrder(steps)) {
    const { id, from, order } = step
    const parts = from.tables.map((table) => [table, (manifest.tables[table] ?? []).map(({ sha256 }) => sha256)])
    const before = from.steps.map((one) => keys.get(one.id))
    const read = JSON.stringify([form, id, sqlOf(step, manifest), order, parts, before])
    keys.set(id, createHash('sha256').update(read).digest('hex').slice(0, 16))
  }
  return keys
}

import { createHash } from 'node:crypto'
import type { Manifest, TableName } from '../../store/index.ts'
import { inOrder, type Step, sqlOf } from './step.ts'

/** Changes where the form of the parts changes and no query does. */
const form = 4

/**
 * Returns the key of each step for a snapshot, by what the manifest says alone.
 *
 * Two snapshots that have the parts of a step's tables in common have its key in common, so that what one has made serves the other.
 */
export function stepKeys(manifest: Manifest, steps: readonly Step[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const step of inOrder(steps)) {
    const { tables, steps: before } = step.from
    const read = [...tables.map((table) => [table, partsOfTable(manifest, table)]), before.map(({ id }) => keys.get(id))]
    keys.set(step.id, keyOf(step, manifest, read))
  }
  return keys
}

/** Returns 16 hex digits of the SHA-256 of a step's query and order and of what stands for all that it reads. */
export function keyOf(step: Step, manifest: Manifest, read: readonly unknown[]): string {
  const whole = JSON.stringify([form, step.id, sqlOf(step, manifest), step.order, step.from.indicators, read])
  return createHash('sha256').update(whole).digest('hex').slice(0, 16)
}

/** Returns the hashes of the parts of a table. */
export function partsOfTable(manifest: Manifest, table: TableName): string[] {
  return (manifest.tables[table] ?? []).map(({ sha256 }) => sha256)
}

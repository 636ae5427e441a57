import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Observation, observationColumns } from '../../src/sources/rows/observation.ts'
import { openSnapshot, type Snapshot, writeSnapshot } from '../../src/store/index.ts'

/** A separate record that contains only these observations. */
export async function recordOf(rows: readonly Observation[]): Promise<Snapshot> {
  const root = mkdtempSync(join(tmpdir(), 'visavis-'))
  const { id } = await writeSnapshot(
    root,
    { observations: { columns: observationColumns([...rows]) } },
    { sources: [], created: '2026-06-30', note: 'test' },
  )
  return openSnapshot(join(root, 'snapshots', id))
}

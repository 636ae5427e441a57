import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { institutionsOf } from '../../../src/assessments/record/institutions.ts'
import { openSnapshot, type Snapshot, tables, writeSnapshot } from '../../../src/store/index.ts'

type Row = Readonly<Record<string, string | null>>

/** A snapshot of two tables, with these rows; what a row does not name is blank. */
async function snapshotOf(parts: {
  readonly institution_memberships: readonly Row[]
  readonly interstate_relations: readonly Row[]
}): Promise<Snapshot> {
  const root = mkdtempSync(join(tmpdir(), 'visavis-institutions-'))
  const columns = (table: keyof typeof parts) =>
    Object.fromEntries(Object.keys(tables[table]).map((name) => [name, parts[table].map((row) => row[name] ?? null)]))
  const { id } = await writeSnapshot(
    root,
    {
      institution_memberships: { columns: columns('institution_memberships') },
      interstate_relations: { columns: columns('interstate_relations') },
    },
    { sources: [], created: '2026-12-02', note: 'test' },
  )
  const snapshot = await openSnapshot(join(root, 'snapshots', id))
  onTestFinished(() => {
    snapshot.close()
    rmSync(root, { recursive: true, force: true })
  })
  return snapshot
}

test('a treaty that one of two members suspended towards the other is common to them before that day, and not from it on', async () => {
  const member = (state: string): Row => ({
    institution: 'CISFTA',
    state,
    role: 'member',
    kind: 'free trade',
    start_date: '2012-09-20',
    start_told: '2012-09-20',
  })
  const snapshot = await snapshotOf({
    institution_memberships: [member('BLR'), member('RUS'), member('UKR')],
    interstate_relations: [
      {
        kind: 'not-applied',
        state_a: 'RUS',
        state_b: 'UKR',
        actor: 'RUS',
        form: 'suspended',
        name: 'CISFTA',
        start_date: '2016-01-01',
        start_told: '2016-01-01',
      },
    ],
  })
  const shared = async (a: string, b: string, day: string) => (await institutionsOf(snapshot, a, b, day)).shared.map(({ id }) => id)
  expect(await shared('RUS', 'UKR', '2015-12-31')).toEqual(['CISFTA'])
  expect(await shared('RUS', 'UKR', '2016-01-01')).toEqual([])
  expect(await shared('UKR', 'RUS', '2026-01-01')).toEqual([])
  expect(await shared('BLR', 'UKR', '2026-01-01')).toEqual(['CISFTA'])
  expect((await institutionsOf(snapshot, 'RUS', 'UKR', '2026-01-01')).alone).toEqual([[], []])
})

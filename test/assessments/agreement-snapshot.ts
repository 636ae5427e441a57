import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { card as agreements, readAgreementsAndRestrictions } from '../../src/sources/reviewed-tables/agreements-and-restrictions.ts'
import { card as blocMemberships, readBlocMemberships } from '../../src/sources/reviewed-tables/bloc-memberships.ts'
import { card as institutions, readInstitutionMemberships } from '../../src/sources/reviewed-tables/institution-memberships.ts'
import { openSession, openSnapshot, type Snapshot, writeSnapshot } from '../../src/store/index.ts'

const table = (name: string): string => fileURLToPath(new URL(`../../data/tables/${name}.csv`, import.meta.url))

/** A snapshot in a folder, with our tables of agreements and restrictions, of institutions and of blocs, and nothing else. */
async function agreementSnapshot(root: string): Promise<Snapshot> {
  const session = await openSession({ threads: 1 })
  try {
    const manifest = await writeSnapshot(
      root,
      {
        agreements_and_restrictions: { columns: await readAgreementsAndRestrictions(table('agreements-and-restrictions'), session) },
        institution_memberships: { columns: await readInstitutionMemberships(table('institution-memberships'), session) },
        memberships: { columns: await readBlocMemberships(table('bloc-memberships'), session) },
      },
      { sources: [agreements, institutions, blocMemberships], created: '2026-11-30', note: 'test' },
    )
    return await openSnapshot(join(root, 'snapshots', manifest.id))
  } finally {
    session.close()
  }
}

/** Makes that snapshot before the tests of a file and removes it after them; the function returns it once they run. */
export function agreementSnapshotForTests(): () => Snapshot {
  const root = mkdtempSync(join(tmpdir(), 'visavis-'))
  let snapshot: Snapshot
  beforeAll(async () => {
    snapshot = await agreementSnapshot(root)
  })
  afterAll(() => {
    snapshot.close()
    rmSync(root, { recursive: true, force: true })
  })
  return () => snapshot
}

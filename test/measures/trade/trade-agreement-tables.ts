import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { card as memberships } from '../../../src/sources/reviewed-tables/bloc-memberships.ts'
import { card as agreements } from '../../../src/sources/reviewed-tables/trade-agreements.ts'
import { type Columns, openSession, openSnapshot, type Session, type Snapshot, writeSnapshot } from '../../../src/store/index.ts'

export interface AgreementTables {
  readonly snapshot: Snapshot
  readonly remove: () => void
}

/** Writes a snapshot with trade agreements and members of blocs, and nothing else, in a folder that `remove` removes. */
export async function tradeAgreementTables(
  content: (session: Session) => Promise<{ readonly agreements: Columns; readonly memberships: Columns }>,
): Promise<AgreementTables> {
  const root = mkdtempSync(join(tmpdir(), 'visavis-'))
  const session = await openSession({ threads: 1 })
  try {
    const { agreements: trade, memberships: members } = await content(session)
    const manifest = await writeSnapshot(
      root,
      { trade_agreements: { columns: trade }, memberships: { columns: members } },
      { sources: [agreements, memberships], created: '2026-12-02', note: 'test' },
    )
    const snapshot = await openSnapshot(join(root, 'snapshots', manifest.id))
    return {
      snapshot,
      remove: () => {
        snapshot.close()
        rmSync(root, { recursive: true, force: true })
      },
    }
  } finally {
    session.close()
  }
}

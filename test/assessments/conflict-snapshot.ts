import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DomainInputs } from '../../src/assessments/forms/assessment.ts'
import { card as of2025, readUcdp2025 } from '../../src/sources/conflict/ucdp-2025.ts'
import { readUcdpAcd, card as whole } from '../../src/sources/conflict/ucdp-acd.ts'
import { readInterstateRelations, card as relations } from '../../src/sources/reviewed-tables/interstate-relations.ts'
import { readTerritorialClaims, card as territories } from '../../src/sources/reviewed-tables/territorial-claims.ts'
import { stateOf } from '../../src/states/index.ts'
import { type Columns, openSession, openSnapshot, type Snapshot, writeSnapshot } from '../../src/store/index.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** A snapshot in a folder, with rows of nine conflicts of UCDP 25.1, those of 2025, and our tables of relations and claims. */
export async function conflictSnapshot(root: string): Promise<Snapshot> {
  const session = await openSession({ threads: 1 })
  try {
    const { conflicts } = await readUcdpAcd(at('./conflict-rows.csv'))
    const later = await readUcdp2025(at('../../data/tables/ucdp-2025.csv'))
    const both: Columns = Object.fromEntries(Object.entries(conflicts).map(([name, cells]) => [name, [...cells, ...later[name]!]]))
    const tables = {
      conflicts: { columns: both },
      interstate_relations: { columns: await readInterstateRelations(at('../../data/tables/interstate-relations.csv'), session) },
      territorial_claims: { columns: await readTerritorialClaims(at('../../data/tables/territorial-claims.csv'), session) },
    }
    const manifest = await writeSnapshot(root, tables, {
      sources: [whole, of2025, relations, territories],
      created: '2026-11-29',
      note: 'test',
    })
    return await openSnapshot(join(root, 'snapshots', manifest.id))
  } finally {
    session.close()
  }
}

/** The input of a domain for a pair on a day. */
export function pairOf(snapshot: Snapshot, a: string, b: string, to = '2026-11-29'): DomainInputs {
  return {
    dyad: { a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 100, seed: 1 },
    snapshot,
    cards: new Map(snapshot.manifest.sources.map((card) => [card.id, card])),
  }
}

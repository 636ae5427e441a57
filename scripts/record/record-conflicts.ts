import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readUcdp2025 } from '../../src/sources/conflict/ucdp-2025.ts'
import { readUcdpAcd } from '../../src/sources/conflict/ucdp-acd.ts'
import type { Columns } from '../../src/store/index.ts'
import { joined } from './record-checks.ts'

const of2025 = fileURLToPath(new URL('../../data/tables/ucdp-2025.csv', import.meta.url))

/** Armed conflicts between pairs of states: the whole of UCDP's version 25.1, and rows of 2025 from 26.1. */
export async function readConflicts(folder: string): Promise<{ conflicts: Columns }> {
  const { conflicts } = await readUcdpAcd(join(folder, 'ucdp-acd-25-26', 'ucdp-prio-acd-251.csv.gz'))
  return { conflicts: joined([conflicts, await readUcdp2025(of2025)]) }
}

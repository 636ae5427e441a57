import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vetoesInSequence } from '../../src/sources/un/council/un-sc-joining.ts'
import { card as list, readScVetoes } from '../../src/sources/un/council/un-sc-vetoes.ts'
import { card as own, readSecurityCouncilVetoes } from '../../src/sources/un/council/un-sc-vetoes-reviewed.ts'
import { type Columns, openSession } from '../../src/store/index.ts'

const table = fileURLToPath(new URL('../../data/tables/security-council-vetoes.csv', import.meta.url))

/** Vetoes in the Security Council: the UN's list, and the project's own table from the day after its last entry. */
export async function readVetoes(folder: string): Promise<{ vetoes: Columns }> {
  const session = await openSession()
  try {
    const { vetoes } = await readScVetoes(join(folder, 'un-sc-vetoes', 'scact_veto_table_en.html'))
    const later = await readSecurityCouncilVetoes(table, session)
    return {
      vetoes: vetoesInSequence([
        { card: list, columns: vetoes },
        { card: own, columns: later },
      ]).vetoes,
    }
  } finally {
    session.close()
  }
}

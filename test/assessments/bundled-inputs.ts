import { afterAll, beforeAll } from 'vitest'
import type { DomainInputs } from '../../src/assessments/forms/assessment.ts'
import { loadRows } from '../../src/assessments/record/rows-in-memory.ts'
import { stateOf } from '../../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../src/store/index.ts'

/** Opens the bundled record for the tests of a file, with the rows of all pairs up to a day; the function returns what a pair is assessed from. */
export function bundledInputsForTests(to: string): (a: string, b: string) => DomainInputs {
  let snapshot: Snapshot
  let inputs: Omit<DomainInputs, 'dyad'>
  beforeAll(async () => {
    snapshot = await openSnapshot(bundledRecord())
    const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
    inputs = { snapshot, cards, held: await loadRows(snapshot, to, 'all') }
  })
  afterAll(() => snapshot.close())
  return (a, b) => ({ ...inputs, dyad: { a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 100, seed: 1 } })
}

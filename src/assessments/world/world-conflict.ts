import { existedIn, states } from '../../states/index.ts'
import { conflictCoverage, conflictEvidence, heldConflicts, knownBy, yearsCovered } from '../record/conflict-rows.ts'
import { WorldCells, type WorldInputs, type WorldReading } from './world-cell.ts'

/**
 * Reads armed conflict of every state with the chosen one by year: 0 none above the threshold, 1 from 25 battle-related deaths, 2 from 1,000. In years that the list
 * of conflicts covers, a pair without a row is 0; after them it is unknown.
 */
export async function readConflict(bench: WorldInputs, chosen: string): Promise<WorldReading> {
  const coverage = conflictCoverage(bench.cards)
  const cells = new WorldCells()
  if (coverage === undefined) return { column: cells.column, evidence: [] }
  for (const year of yearsCovered(coverage, [chosen, chosen], bench.to)) {
    for (const state of states) if (state.iso3 !== chosen && existedIn(state, year)) cells.set(state.iso3, year, { value: 0 })
  }
  const own = (await heldConflicts(bench.snapshot)).all.filter(
    (row) => (row.state_a === chosen || row.state_b === chosen) && knownBy(row, bench.to),
  )
  for (const row of own) {
    const other = row.state_a === chosen ? row.state_b : row.state_a
    const before = cells.column.get(other)?.get(row.year)?.value ?? 0
    cells.set(other, row.year, { value: Math.max(before, row.intensity) })
  }
  return {
    column: cells.column,
    evidence: conflictEvidence(coverage, own, `'${chosen}' in (state_a, state_b) and year <= ${bench.to.slice(0, 4)}`),
  }
}
